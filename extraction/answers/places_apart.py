"""A lower place's own rate is not the whole's: 全市签约率目标90%。城关区签约率71%.

Where a text sets several places beside each other they are owners (sentences/owners.py). One that stands alone is known
by its name before the very thing that was promised, below a goal of 全市, or as a part (其中甘泉县…), by the word
of lag behind it, or by a plan of its own.
"""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.owners import PLACE_NAME
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_PLACE = sought(rf"(?P<name>{PLACE_NAME}|(?:新|老|主|中心)城区)的?(?=[\u4e00-\u9fff]{{2}})")
_WHOLE = sought(r"[全我][省市州县区旗镇]")
_BELOW = {
    "省": "市州县区旗",
    "州": "市县区旗镇乡",
    "市": "县区旗镇乡道",
    "县": "镇乡道",
    "区": "镇乡道",
    "旗": "镇乡道",
}


_LAGS = sought(
    rf"(?:^|[,;:]|其中|目前|但|如|尤其是|特别是)(?P<name>{PLACE_NAME})"
    r"(?=[^。;]{0,40}?(?:仅|只(?!要|有在)|才(?!能)|滞后|缓慢|较慢|迟缓|落后|靠后))[^。;]{0,40}$"
)
_BEFORE = 60  # characters of its sentence before a figure
_OPENING = 400  # characters of a report, and before a plan, that name whose report it is
_ITS_PLAN = sought(
    rf"(?:(?:截[至止]|到)?[^,。;]{{1,12}}[日底末前],|目前,|其中,?)?(?P<name>{PLACE_NAME})[^。;]{{0,16}}?"
    r"(?:任务|计划|目标)(?:数|量)?(?:为|是|共|[\u4e00-\u9fff]{2,4})?\s?\d"
)


def _lags_alone(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """全年计划改造42处。甘泉县进展缓慢,仅完成3处: a place that is named for its lag alone is not the whole."""
    start = scope.item.sentences[reading.sentence].start
    said = _LAGS.search(scope.text[max(start, reading.start - _BEFORE) : reading.start])
    if said is None or _WHOLE.search(said.group()):
        return None
    name, planned = said["name"], promise.reading.start
    known = name in scope.text[: min(_OPENING, planned)] or name in scope.text[max(0, planned - _OPENING) : planned]
    return None if known else refusals.only_part(name)


def _below_its_own_plan(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """占任务200座的70%;东岭县任务30座,开工率96.7%: what opens with a place and its own plan is of that place alone."""
    start, planned = scope.item.sentences[reading.sentence].start, promise.reading.start
    opened = max(start, scope.text.rfind(";", start, reading.start) + 1)
    said = _ITS_PLAN.match(scope.text, opened, reading.start)
    if said is None or planned >= opened or said["name"] in scope.text[max(0, planned - _BEFORE) : planned]:
        return None
    return None if said["name"] in scope.text[: min(_OPENING, planned)] else refusals.only_part(said["name"])


def of_a_place(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """Why the figure of one place answers no goal of the whole, or None."""
    if reading.owner is not None or promise.reading.owner is not None:
        return None
    if promise.measure == "amount":
        return _lags_alone(scope, promise, reading)
    if (apart := _below_its_own_plan(scope, promise, reading)) is not None:
        return apart
    said = _PLACE.match(reading.own)
    if said is None or said["name"] in promise.name + promise.reading.clause_lead:
        return None
    sentence = scope.item.sentences[promise.reading.sentence]
    whole = list(_WHOLE.finditer(scope.text, sentence.start, promise.reading.start))
    below = bool(whole) and said["name"][-1] in _BELOW.get(whole[-1].group()[-1], "")
    named = names.likeness(promise.name, reading.own[said.end() :]) >= 0.5
    return refusals.only_part(said["name"]) if named and (below or reading.part) else None
