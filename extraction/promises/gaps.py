"""A goal told by its distance: 增长9.2%,低于年初目标1.3个百分点 says that the goal was 10.5%.

Each gap belongs to the figure it is the distance of; several gaps in one clause
(分别低于目标0.6个、高于目标0.3个百分点) to as many figures before them, in their order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extraction.numbers import units
from extraction.promises.gaps_in_turn import told_in_turn
from extraction.promises.targets import derived
from extraction.records import Claim, Target
from extraction.sentences.readings import Reading
from extraction.sentences.whole_of_parts import whole_of_parts
from extraction.sought import sought
from extraction.words import names, wording
from extraction.words.directions import lower_is_better

_BELOW = ("below", "less", "apart", "short")  # the groups of wording.GAP that say so
_WAY = r"(低于|高于|快于|慢于|好于|高出|少于|多于|落后于)"
_BOTH_WAYS = sought(rf"{_WAY}[和与及或、]{_WAY}")
_SHORT = ("低于", "慢于", "少于", "落后于")
_PACE = re.compile(r"序时|时序|时间|进度")
_ALIKE = 0.5  # from which on a clause is named after the figure before it


@dataclass(frozen=True, slots=True)
class Gap:
    """A distance to the goal: the figure it is said of, the goal where both give one, and the bureau's claim."""

    of: Reading
    target: Target | None
    claim: Claim
    ahead: Decimal | None = None  # points of the pace, where it is from the pace


def gaps(text: str, found: Sequence[Reading]) -> list[Gap]:
    """The gaps of one task with the figures of their own sentences."""
    out: list[Gap] = []
    for run in _runs(found):
        for gap, of in zip(run, _owners(text, run, found), strict=True):
            if of is not None:
                out += [between(text, each, gap, run) for each in (*_shared(gap, of, found), of)]
    return out


def distant(text: str, tasks: Sequence[Sequence[Reading]]) -> list[Gap]:
    """工业增加值、投资增速分别高于目标1.2个、0.4个百分点: the figures stand in other sentences, found by name."""
    out: list[Gap] = []
    for found in tasks:
        for run in _runs(found):
            if any(_owners(text, run, found)) or _behind_its_goal(run[0], found):
                continue
            elsewhere = [r for other in (found, *(t for t in tasks if t is not found)) for r in other]
            if _is_paced(run):  # no growth has a pace
                elsewhere = [r for r in elsewhere if r.measure != "growth"]
            for gap, name in zip(run, _names(run), strict=False):
                if (of := _named(name, gap, elsewhere)) is not None:
                    out.append(between(text, of, gap, run))
    return out


def _behind_its_goal(gap: Reading, found: Sequence[Reading]) -> bool:
    """签约率超出目标任务(70%)4.8个百分点: the goal stands there itself."""
    return any(p.voice == "promise" and p.bracket and 0 < gap.start - p.quantity.end <= 2 for p in found)


def _names(run: Sequence[Reading]) -> list[str]:
    """The names listed before the words of distance, one for each gap of the run; none where they don't match up."""
    match = wording.GAP.search(run[0].clause_lead)
    before = run[0].clause_lead[: match.start()] if match else ""
    listed = sought(r"(?:增速|增幅|增长|涨幅)?(?:分别|依次|均|都|各)?\s?$").sub("", before)
    parts = [p for p in sought(r"[、]|(?<=[\u4e00-\u9fff])[和与及](?=[\u4e00-\u9fff]{2})").split(listed) if p.strip()]
    return parts if len(parts) == len(run) else []


def _named(name: str, gap: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The first figure of that name that the gap can be the distance of; a growth before a share."""
    fitting = [
        r
        for r in readings
        if r.voice == "report"
        and not r.bracket
        and not r.part
        and _fits(gap, r)
        and names.likeness(name, r.name) >= 0.8
        and names.conflict(name, r.name) is None
    ]
    return next((r for r in fitting if r.measure == "growth"), fitting[0] if fitting else None)


_BETTER = sought(r"优于|好于")


def between(text: str, of: Reading, gap: Reading, run: Sequence[Reading]) -> Gap:
    """The gap of this figure; a gap without words of its own means what the one before it in the run means."""
    match, at = _words(gap, run)
    turn = wording.GAP_TURNS.fullmatch(gap.lead)
    below = bool(turn["less"]) if turn else match is None or any(match[word] for word in _BELOW)
    if len(run) == 2 and (both := _BOTH_WAYS.search(run[0].clause_lead)):
        below = both[1 + run.index(gap)] in _SHORT  # 分别低于和高于预期目标0.6个、0.2个百分点
    if match is not None and _BETTER.search(match.group()) and lower_is_better(of.name):
        below = True  # 浓度31微克,优于目标2微克
    claim = Claim(None, "lagging" if below else None, text[at : gap.quantity.end], at, gap.quantity.end)
    if below and lower_is_better(of.name) and not wording.FALL.search(of.lead):
        claim = replace(claim, status=None)
    paced = match is None or _PACE.search(match.group()) is not None
    target = None if of.voice != "report" or paced else _derive(of, gap, below)
    points = _points(gap, below) if paced and match is not None else None
    return Gap(of, target, claim, points)


def _points(gap: Reading, below: bool) -> Decimal | None:
    """How many points of the pace it is ahead; of an amount (超序时0.2亿元) only that it is not behind."""
    if gap.quantity.noun == "个百分点":
        return (gap.quantity.value or Decimal(0)) * (-1 if below else 1)
    return None if below else Decimal(0)


def _words(gap: Reading, run: Sequence[Reading]) -> tuple[re.Match[str] | None, int]:
    for reading in reversed(run[: run.index(gap) + 1]):
        match = wording.GAP.search(reading.lead) or wording.GAP.search(reading.clause_lead)
        if match is not None:
            return match, reading.start - len(match.group())
    return None, gap.start


def _is_paced(run: Sequence[Reading]) -> bool:
    """Whether the distance is from the pace, and not from the goal."""
    match, _ = _words(run[0], run)
    return match is not None and _PACE.search(match.group()) is not None


def _runs(found: Sequence[Reading]) -> list[list[Reading]]:
    """The gaps of one clause together."""
    runs: list[list[Reading]] = []
    for gap in (r for r in found if r.voice == "gap"):
        last = runs[-1][-1] if runs else None
        if last is not None and last.sentence == gap.sentence and last.clause_start == gap.clause_start:
            runs[-1].append(gap)
        else:
            runs.append([gap])
    return runs


def _owners(text: str, run: list[Reading], found: Sequence[Reading]) -> list[Reading | None]:
    before = [
        r for r in found if r.sentence == run[0].sentence and r.start < run[0].start and r.voice in ("report", "claim")
    ]
    paced = _is_paced(run)
    if paced:
        before = [r for r in before if r.measure != "growth"]  # 增长6.3%,落后序时2.5个百分点: no growth has a pace
    if len(run) > 1:
        fitting = [r for r in before if _fits(run[0], r)]
        alike = [r for r in fitting if r.clause_start == fitting[-1].clause_start] if fitting else []
        if len(alike) < len(run) == len(fitting) and sought(r"分别|依次").search(run[0].clause_lead):
            alike = fitting  # 增加值增长7.2%,投资增长9.5%,分别低于目标0.8个、高于目标1.5个百分点
        if len(fitting) < len(run):
            alike = told_in_turn(text, run, found)
        return list(alike[-len(run) :]) if len(alike) >= len(run) else [None] * len(run)
    if paced and any(r.voice == "claim" for r in before):
        before = [r for r in before if r.voice == "claim"]  # the pace is of the share of the plan
    fitting = [r for r in before if _fits(run[0], r)]
    if run[0].quantity.noun == "%" and any(r.measure == "amount" for r in before):
        return [None]  # 投资46亿元,增长5%,比计划少2%: of the amount, or of its growth
    of = whole_of_parts(run[0], fitting) or (fitting[-1] if fitting else None)
    return [_amount_of_pace(run[0], before) if of is None and paced else of]


def _amount_of_pace(gap: Reading, before: Sequence[Reading]) -> Reading | None:
    """入库96.4万元,同比增长11.3%,超序时进度5.3个百分点: the amount whose share of a plan nobody names is that far."""
    near = [r for r in before if r.measure == "amount" and r.voice == "report" and not (r.bracket or r.part)]
    near = [r for r in near if r.owner == gap.owner] or near  # of all, and of no district that is told before it
    while len(near) > 1 and wording.EXTENT.match(near[-1].lead):
        near.pop()  # 完成47公里,惠及群众2.3万人,落后序时进度5个百分点
    if near and _is_of_another(gap, near[-1]):
        return None
    alone = near and near[-1].quantity.unit and gap.quantity.noun == "个百分点"
    return near[-1] if alone and ";" not in gap.clause_lead and gap.point == near[-1].point else None


_PROGRESS = sought(
    r"(?:完成|入库|支付|总体|整体|目前|实际|平均|均|也|都|仍|已|仅|但|并|其|该项?|较|比|与|距)*"
    r"(?:进度|进展|完成率|完成比例|完成情况|比例|比率|任务完成|任务|目标|完成)?(?:均|也|都|仍|已|分别|较|比|为|略|稍|有所)*"
)
_RATE_OF = sought(
    r"(?:的|任务|目标)*(?:完成|入库|开工|支付|征收)?(?:进度|率|比例|情况)?(?:均|也|都|仍|已|分别|较|比|为|略|稍)*$"
)


def _is_of_another(gap: Reading, of: Reading) -> bool:
    """有6户停产,工业产值完成率低于序时进度3个百分点: what the clause is named after is no such count."""
    words = wording.GAP.search(gap.clause_lead)
    named = gap.clause_lead[: words.start()].strip(" ,、和") if words is not None else ""
    if gap.clause_start <= of.start or _PROGRESS.fullmatch(named):
        return False
    thing = _RATE_OF.sub("", named)
    if names.folded(thing) in names.folded(of.name):
        return False
    return names.likeness(thing, of.name) < _ALIKE


def _fits(gap: Reading, r: Reading) -> bool:
    if gap.quantity.noun == "个百分点":
        return r.quantity.noun == "%" and (r.voice == "claim" or r.measure in ("growth", "percent", "completion"))
    if gap.quantity.noun == "%":
        return _says_points(gap) and r.measure == "growth" and r.voice == "report"
    if gap.quantity.noun == "个千分点":
        return r.quantity.noun == "‰" and r.voice == "report" and not r.name.endswith(("增长率", "出生率"))
    noun, per = gap.quantity.noun, r.quantity.noun.partition("/")[0]  # 46微克/立方米,高于控制目标2微克
    return r.measure == "amount" and r.voice == "report" and (noun == per or units.fits(r.quantity.noun, noun))


def _says_points(gap: Reading) -> bool:
    """增长7.1%,低于预期目标_1.9%: points, by a looser pen; 高于预期目标_5% may be the goal itself."""
    said = wording.GAP.search(gap.lead)
    return said is not None and (said["below"] or said["what3"]) is not None


def _shared(gap: Reading, of: Reading, found: Sequence[Reading]) -> list[Reading]:
    """均高于目标1个百分点: the figure before the last has the same gap."""
    if not sought(r"均|都").search(gap.lead) or of.voice != "report":
        return []
    before = [r for r in found if r.sentence == gap.sentence and r.start < of.start and r.voice == "report"]
    return before[-1:] if before and before[-1].measure == of.measure else []


def _derive(of: Reading, gap: Reading, below: bool) -> Target:
    size = (gap.quantity.value or Decimal(0)) * (1 if below else -1)
    factor = gap.quantity.magnitude / of.quantity.magnitude
    value = abs(of.value) if reduces(of) else of.value
    if value < 0 and _FELL_LESS.search(gap.lead):
        size = -size  # 下降2%,比目标多降3个百分点: the goal lies above it
    return derived(
        value,
        size * factor,
        of.quantity.unit,
        of.quantity.noun,
        of.quantity.magnitude,
        gap.quantity.text,
        ((of.start, of.quantity.end), (gap.start, gap.quantity.end)),
    )


_FELL_LESS = sought(r"[多少][降减](?:了|约|近)?\s?$")
_FALL_RATE = sought(r"(?:下降|降低|减少)率$")


def reduces(reading: Reading) -> bool:
    """能耗下降2.1%: a fall of what should fall is a reduction, positive by itself."""
    return (
        reading.measure in ("growth", "change")
        and reading.value < 0
        and (lower_is_better(reading.name) or lower_is_better(_FALL_RATE.sub("", reading.name)))
        and wording.FALL.search(reading.lead) is not None
    )
