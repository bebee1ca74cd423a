"""Two goals for one thing share what answers them: 确保730亿元,冲刺800亿元; 省下达680亿元,市定目标750亿元."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.numbers import units
from extraction.promises.links import Link
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.sure_tiers import is_sure_tier
from extraction.words import names


def tell_second_tiers(links: list[Link]) -> None:
    """确保730亿元,冲刺800亿元: what answers the first of two tiers answers the second, in place."""
    _tell_sure_tiers(links)
    told = [e for e in links if e.promise is not None and e.promise.tier == "firm" and e.actual is not None]
    for entry in links:
        promise = entry.promise
        if promise is None or promise.tier == "firm" or entry.actual is not None or entry.shares:
            continue
        if entry.refusal and promise.reading.own:
            continue  # 新引进企业12家,力争引进百亿元项目1个: another thing
        first = next((e for e in told if e.promise is not None and _is_next_tier(e.promise, promise)), None)
        if first is not None and first.promise is not None:
            entry.actual, entry.score, promise.name = first.actual, first.score, first.promise.name
            entry.reason = "the figure of the goal just before it, of which this is the second tier"
            entry.refusal = entry.refused = None
    _tell_first_tiers(links)


def _tell_sure_tiers(links: Sequence[Link]) -> None:
    """目标150亿元,确保130亿元: what answers one of a goal and the surer one right behind it answers both, in place."""
    for first, second in pairwise(links):
        a, b = first.promise, second.promise
        if a is None or b is None or a.measure != b.measure or a.kind != b.kind:
            continue
        if not is_sure_tier(a.reading, b.reading):
            continue
        b.name = a.name
        for told, other in ((first, second), (second, first)):
            if told.actual is not None and not told.parts and _is_open(other):
                other.actual, other.score = told.actual, told.score
                other.reason = "the figure of the goal beside it, which is another tier of the same"


def _tell_first_tiers(links: Sequence[Link]) -> None:
    """42亿元,力争45亿元 | 33.8亿元: what answers a second tier that has no name answers the first; in place."""
    for first, second in pairwise(links):
        a, b = first.promise, second.promise
        if a is None or b is None:
            continue
        if _is_open(second) and first.actual is not None and not first.parts and not first.shares and _set_by_two(a, b):
            second.actual, second.score = first.actual, first.score
            second.reason = "the figure of the goal just before it, which another set for the same"
        if second.actual is None or second.parts or not _is_open(first):
            continue
        tiers = a.tier == "firm" != b.tier and not b.reading.own and _is_next_tier(a, b)
        setters = a.kind == b.kind and a.target.noun == b.target.noun and _set_by_two(a, b)  # 省定40所。市定46所
        if tiers or setters:
            first.actual, first.score = second.actual, second.score
            first.reason = "the figure of the goal just behind it, which is its second tier"


def _is_open(entry: Link) -> bool:
    return entry.actual is None and not entry.shares and entry.refusal is None


def _is_next_tier(first: Promise, second: Promise) -> bool:
    near = first.reading.sentence == second.reading.sentence and 0 < second.reading.start - first.reading.start < 24
    return near and first.measure == second.measure and first.target.noun == second.target.noun


_SETTER = sought(
    r"(?P<who>国家|中央|自治[区州]|上级|[省市县旗区州])(?:[厅局委办]|人?民?政府|里|委|级)*(?=[^,。;、\d]{0,8}(?:下达|定|核定|确定|自加压|考核|要求|民生))"
)


def _setter(r: Reading) -> str:
    """Who set the goal, as far as the words before it say."""
    said = list(_SETTER.finditer(r.lead if r.bracket else r.clause_lead))
    return str(said[-1]["who"]) if said else ""


def _set_apart(a: Promise, b: Promise) -> bool:
    """省下达680亿元,市定目标750亿元: two goals for one thing, set by two."""
    if _setter(a.reading) == _setter(b.reading) or a.reading.owner != b.reading.owner:
        return False
    same = a.measure == b.measure and a.target.noun == b.target.noun and a.kind == b.kind
    return same and abs(a.reading.sentence - b.reading.sentence) <= 1 and names.likeness(a.name, b.name) > 0.8


def _set_by_two(a: Promise, b: Promise) -> bool:
    """Whether two goals for one thing, side by side, were set by two: 省定任务1.1万人,市自加压至1.3万人."""
    near = 0 <= b.reading.sentence - a.reading.sentence <= 1 and a.reading.owner == b.reading.owner
    both = _setter(a.reading) and _setter(b.reading) and _setter(a.reading) != _setter(b.reading)
    alike = len(names.folded(a.name)) < 2 or names.likeness(a.name, b.name) > 0.8
    alike = alike or _SETTER_ONLY.fullmatch(b.name) is not None
    return near and bool(both) and alike and a.measure == b.measure and a.target.noun == b.target.noun


_SETTER_ONLY = sought(
    r"(?:国家|[省市县旗区州])?(?:自加压力?|自定|自加|下达|定)"
)  # 省定培训任务1.4万人,|市自加压至1.6万人


def two_tiers(a: Promise, b: Promise) -> bool:
    """确保12%、奋斗14%: two promises of one thing share its actual."""
    if a.reading.interim and b.reading.interim:
        return True
    if _set_apart(a, b):
        return True
    if names.promised_stage(a.name) != names.promised_stage(b.name):
        return False  # 引进亿元以上项目力争40个, 新开工亿元以上项目24个
    near = abs(a.reading.start - b.reading.start) < 60 or a.tier != b.tier
    return (
        near
        and a.measure == b.measure
        and units.fits(a.target.noun, b.target.noun)
        and (a.tier != b.tier or a.due != b.due)
        and names.likeness(a.name, b.name) > 0.8
    )
