"""One goal that each of several named things has, and as many answers behind it in their order.

养老、工伤两项保险扩面任务均为2万人,上半年分别净增1.2万人和0.74万人。
青松镇、白沙镇改厕任务均为300户,分别完成210户、90户。

The count behind the names, or that all of them are places, says where the names end and what they share begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from extraction.numbers.numerals import small_count
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names
from extraction.words.owner_names import PLACE

_LABEL = r"(?>(?:(?![两二三四五六][个项类种座家条片所处段大级县旗区市镇乡])[^,;:。、()\d和与及]){2,10})"
_OPENS = r"(?:其中|今年|全年|年度|年初|[:,\s])*"
_SHARED = r"(?P<thing>[^,;:。、()\d]{0,24})$"
_COUNTED = re.compile(
    rf"{_OPENS}(?P<names>{_LABEL}(?:[、和与及]{_LABEL}){{1,5}})"
    rf"(?P<many>[两二三四五六2-6])(?P<of>个|项|类|种|座|家|条|片|所|处|段|大|级|[县旗区市镇乡]){_SHARED}"
)
_PLACES = re.compile(rf"{_OPENS}(?P<names>{PLACE}(?:[、和与及]{PLACE}){{1,7}}){_SHARED}")
_EACH = sought(r"(?:年度|全年|的)*(?:目标|任务|计划|要求|指标)*(?:数|值)?(?:均|都|各)[^\d均都各]{0,8}$")
_IN_ORDER = sought(r"分别|依次")
_NOTHING = sought(
    r"(?:目前|已|现|实际|累计|完成|实现|达到?|新增|净增|为|到位|截至[^,]{0,8}|\d{1,2}月[底末份]?|[,、和与及\s])*"
)


@dataclass(frozen=True, slots=True)
class _Sharers:
    labels: Sequence[str]
    thing: str
    places: bool

    def call(self, r: Reading, label: str) -> None:
        """Give the reading the name, or the owner, in place."""
        r.own = r.subject = self.thing if self.places and self.thing else "" if self.places else label + self.thing
        r.part = False
        if self.places:
            r.owner, r.cued = label, True


def goals_for_each(text: str, found: Sequence[Reading]) -> list[Reading]:
    """The readings with a goal for each of its sharers, whose answers are named; others as they are."""
    out: list[Reading] = []
    for index, goal in enumerate(found):
        shared = _sharers(text, goal)
        answers = _answers(found, index, len(shared.labels)) if shared is not None else []
        if shared is None or not answers:
            out.append(goal)
            continue
        for answer, label in zip(answers, shared.labels, strict=True):
            each = replace(goal, behind=answer if answer.voice == "report" else None)
            shared.call(each, label)
            shared.call(answer, label)
            out.append(each)
        _silence(r for r in out if r.clause_start == goal.clause_start and r.start < goal.start)  # 两项 counts names
    return out


def _sharers(text: str, goal: Reading) -> _Sharers | None:
    if goal.voice != "promise" or goal.bracket or goal.heading or not _EACH.search(goal.clause_lead):
        return None
    words = text[goal.clause_start : goal.start]
    said = _COUNTED.match(words) or _PLACES.match(words)
    if said is None:
        return None
    labels = sought(r"[、和与及]").split(said["names"])
    many = said.groupdict().get("many")
    if many and len(labels) != small_count(many):
        return None
    kind = said["of"] if many and said["of"] in "县区市镇乡" else ""
    thing = _EACH.sub("", said["thing"])
    return _Sharers([label + kind for label in labels], thing, bool(kind) or not many)


def _answers(found: Sequence[Reading], index: int, count: int) -> list[Reading]:
    """The figures of the next clause, as many as there are names, that have none of their own."""
    goal = found[index]
    first = next((r for r in islice(found, index + 1, None) if not r.bracket), None)
    if first is None or first.sentence - goal.sentence > 1 or first.clause_start == goal.clause_start:
        return []
    behind = takewhile(lambda r: r.clause_start == first.clause_start, islice(found, index + 1, None))
    run = [r for r in behind if not r.bracket]
    if len(run) != count and _IN_ORDER.search(first.clause_lead):
        _silence(r for r in run if r.quantity.noun == goal.quantity.noun)  # nobody knows which are which
        return []
    alike = all(_answers_in_kind(goal, r, run[0]) for r in run)
    ordered = _IN_ORDER.search(first.clause_lead) is not None
    nameless = all(ordered or len(names.folded(r.own)) < 2 or _NOTHING.fullmatch(r.lead) for r in run)
    return run if len(run) == count and alike and nameless else []


def _answers_in_kind(goal: Reading, r: Reading, first: Reading) -> bool:
    """Whether it is measured as the goal is, or a share of it as the first one is."""
    told = r.voice == "report" and r.quantity.noun == goal.quantity.noun
    return told or (r.voice == first.voice == "claim" and r.measure == "completion")


def _silence(figures: Iterable[Reading]) -> None:
    for r in figures:
        if r.voice == "report":
            r.voice = "context"
