"""What is told period by period adds up: 上半年完成0.9万亩,7至9月完成0.4万亩; 春季5.1万亩,秋季1.2万亩; 第一批…,第二批….

Each figure has a period of its own, and none overlaps with another. A figure from January on (1-9月, 累计) is the sum
already, 上半年 alone how it stood then. What stands before such figures, and is more than all of them, was planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise, takewhile

from extraction.numbers import units
from extraction.pairing.planned_quarters import leave_planned_quarters
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

SEASON = r"(?:(?:去冬今)?春|[今入]?[春夏秋冬])(?:季|天|[耕播种收灌造植管防]|前)?|[雨汛]季|汛[前期后]|暑假前|暑[期假]"
_SEASONS = (("春", "汛前", "暑假前"), ("夏", "雨", "汛期", "暑"), ("秋", "汛后"), ("冬",))
_STEP = sought(
    r"[,、;:(\s]*(?:其中[,:]?\s?)?(?:今年|20\d\d年)?(?:(?P<half>[上下])半年(?:以来)?|(?P<nth>第)?(?P<quarter>[一二三四1-4])季度"
    r"|(?P<feast>春节|元旦)(?:前后|期间|[“”]?假期)|[前头](?P<count>\d{1,2}|[二两三四五六七八九十])个?月|截[至止](?P<till>\d{1,2})月[底末份]?|[至到]?(?P<by>\d{1,2})月(?:[底末]前?|前)|[至到]?(?P<byq>[一二三])季度[末底]|(?P<from>\d{1,2})月?份?[-至到](?P<to>\d{1,2})月份?|(?P<month>\d{1,2})月份?(?P<since>以来)?"
    rf"|(?P<season>{SEASON})(?:期间?|时节|学期|开学(?:之?前|时|后)?)?"
    r"|(?:第(?P<batch>[一二三四五])|(?P<first>首))[批期轮])(?![底末初度日]|(?<![春夏秋冬灌种耕播收])前)"
    r"(?:[,:]?本(?:季度?|月))?[,]?(?:又|共|已|再|另|全[省市县区州旗]|我[省市县区州旗])*(?P<did>[^,。;:、()\d]{0,10}?)(?:了|约|近)?\s?$"
)
_NAMED = sought(  # 水利投资|一季度完成3亿元: the first of them has its name before the period
    r"(?P<name>[\u4e00-\u9fff“”]{2,16}?)(?=(?:[上下]半年|第?[一二三四]季度|\d{1,2}月?份?-\d{1,2}月|[春夏秋冬]季)(?![底末]))"
)
_ANY_STEP = re.compile("[半季节旦截月春夏秋冬雨汛暑批期轮]")  # what every step holds, sought first
_SO_FAR = sought(r"以来|累计|达到?|为|底|末|截[至止]")
_AHEAD = sought(r"计划|拟|将|预计|力争|确保|目标|任务|安排|争取|(?<!供)(?<!响)应|需(?!求)")
_UNDER_WAY = sought(r"[^,。;\d]{0,6}?(?:正在?|在建|施工|尚|未|陆续|计划|预计|待|筹备|启动|前期)")
_DOING = sought(r"^(?:完成|实现|累计|实际|新增|新)+")
_VOICES = ("report", "promise", "forecast")
_NUMERALS, _COUNTS = "一二三四五", "一二三四五六七八九十"
_FEWEST = 2  # periods that make a run
_ALIKE_NAMES = 0.5


@dataclass(frozen=True, slots=True)
class Step:
    """One figure with the period that it alone is of: months, seasons, batches, in numbers of its family."""

    reading: Reading
    family: str
    first: int
    last: int
    did: str
    told: bool  # under a word of doing
    plain: bool  # a bare 三季度 may as well be all up to its end
    named: str  # 水利投资一季度完成: what stands before the period


def step_of(r: Reading) -> Step | None:
    if r.measure != "amount" or r.bracket or r.voice not in _VOICES or (said := _said(r.lead)) is None:
        return None
    return None if _UNDER_WAY.match(r.tail) else Step(r, *said)


def opens_step(lead: str) -> bool:
    """Whether the words before a number open with a period of its own."""
    return _STEP.match(lead) is not None


@lru_cache(maxsize=4096)
def _said(lead: str) -> tuple[str, int, int, str, bool, bool, str] | None:
    """The step's period and words, told from what stands before its number; a number is asked three times."""
    if _ANY_STEP.search(lead) is None:
        return None
    said, named = _STEP.match(lead), ""
    if said is None and (before := _NAMED.match(lead)) is not None:
        said, named = _STEP.match(lead, before.end()), before["name"]
    if said is None or _AHEAD.search(lead):
        return None
    from_january = (
        said["count"] or said["till"] or said["by"] or said["byq"] or said["half"] == "上" or said["from"] == "1"
    )
    if _SO_FAR.search(said["did"].removeprefix("累计") if from_january else said["did"]):
        return None
    family, first, last = _period(said)
    did = _DOING.sub("", said["did"])
    if not 1 <= first <= last <= 12:
        return None
    labelled = said["quarter"] and lead.startswith(",", said.end("quarter") + len("季度"))  # 第三季度:已建成10所
    plain = bool((said["quarter"] and (labelled or not said["nth"])) or (said["month"] and not said["since"]))
    return family, first, last, did, bool(said["did"]) or "已" in lead, plain, named


def _period(m: re.Match[str]) -> tuple[str, int, int]:
    if m["half"]:
        return "months", *((1, 6) if m["half"] == "上" else (7, 12))
    if m["quarter"]:
        quarter = int(m["quarter"]) if m["quarter"].isdigit() else _NUMERALS.index(m["quarter"]) + 1
        return "months", quarter * 3 - 2, quarter * 3
    if m["from"]:
        return "months", int(m["from"]), int(m["to"])
    if m["month"]:
        month = int(m["month"])
        return "months", month, 12 if m["since"] else month
    if m["feast"]:
        return "months", 1, 2
    if m["till"] or m["by"]:
        return "months", 1, int(m["till"] or m["by"])
    if m["byq"]:
        return "months", 1, (_NUMERALS.index(m["byq"]) + 1) * 3
    if m["count"]:
        return "months", 1, _count(m["count"])
    if m["season"]:
        season = next(n for n, words in enumerate(_SEASONS) if any(w in m["season"] for w in words))
        return "seasons", season + 1, season + 1
    batch = 1 if m["first"] else _NUMERALS.index(m["batch"]) + 1
    return "batches", batch, batch


def _count(written: str) -> int:
    return int(written) if written.isdigit() else _COUNTS.index(written.replace("两", "二")) + 1


@dataclass(frozen=True, slots=True)
class Run:
    """The figures of one thing that is told period by period, two at least, none of which overlap."""

    figures: list[Reading]
    plain: bool  # the last one's period may as well be all up to its end
    sure: bool  # that they add up


def runs(found: Sequence[Reading]) -> Iterator[list[Reading]]:
    """The figures of each thing that is told period by period, of which it is sure that they add up."""
    return (run.figures for run in all_runs(found) if run.sure)


def all_runs(found: Sequence[Reading]) -> Iterator[Run]:
    """The same with those that may as well each be all up to their end."""
    for steps in _runs(found):
        figures = list(takewhile(lambda r: r.voice == "report", (step.reading for step in steps)))
        if len(figures) > 1:
            sure = not (is_growing(figures) and may_be_all(steps)) or _each_alone(found, steps)
            yield Run(figures, steps[-1].plain, sure)


def is_growing(figures: Sequence[Reading]) -> bool:
    """Whether none is less than the one before it."""
    return all(a.base <= b.base for a, b in pairwise(figures))


def may_be_all(steps: Sequence[Step]) -> bool:
    """Whether figures that grow may each be all up to their end."""
    return steps[-1].plain and steps[0].reading.quantity.noun not in units.COUNTED


def _each_alone(found: Sequence[Reading], steps: Sequence[Step]) -> bool:
    """二季度450亩,环比增长50%;三季度460亩,环比增长2.2%: held against the one before, each is its own."""
    first, last = steps[0].reading.start, steps[-1].reading.sentence
    return any(r.measure == "growth" and "环比" in r.lead and r.start > first and r.sentence <= last for r in found)


def _runs(found: Sequence[Reading]) -> Iterator[list[Step]]:
    """The same whatever their voices are."""
    steps = [step_of(r) for r in found]
    if sum(step is not None for step in steps) < _FEWEST:
        return iter(())
    open_runs: dict[str, list[Step]] = {}
    closed: list[list[Step]] = []
    for r, step in zip(found, steps, strict=True):
        noun = r.quantity.noun
        run = open_runs.get(noun, [])
        if step is not None and run and _goes_on(run, step):
            run.append(step)
            continue
        if run and (step is not None or r.voice == "report"):
            closed.append(open_runs.pop(noun))
        if step is not None:
            open_runs[noun] = [step]
    return (run for run in [*closed, *open_runs.values()] if len(run) >= _FEWEST)


def told_in_steps(found: Sequence[Reading]) -> frozenset[int]:
    """The numbers that are told period by period, whatever voice the last of them has: none of them is a plan."""
    return frozenset(id(r) for run in all_runs(found) for r in run.figures)


def _goes_on(run: Sequence[Step], step: Step) -> bool:
    return adjoins(run, step) and same_doing(run[0].did, step.did)


def adjoins(run: Sequence[Step], step: Step) -> bool:
    """Whether the period is told near those of the run, is of their family, and begins where they end or before."""
    last, first = run[-1], run[0]
    near = step.reading.sentence - last.reading.sentence <= 1 and step.reading.point == last.reading.point
    near = near and (first.reading.part or not step.reading.part)  # 上半年完成58公里,其中二季度31公里
    if not near or step.named or step.family != last.family or step.reading.owner != last.reading.owner:
        return False
    if any(step.first <= told.last and told.first <= step.last for told in run):
        return False
    begins, ends = min(told.first for told in run), max(told.last for told in run)
    beside = step.first == ends + 1 or step.last == begins - 1  # told in any order: 三季度…,二季度…,一季度…
    return beside or (step.first == step.last and last.first == last.last and step.first > last.last)


def same_doing(first: str, did: str) -> bool:
    """Whether the words of a later period tell of what those of the first one do."""
    object_said = len(did) >= 2 and first.startswith(did)  # 化解欠薪线索186条,三季度|化解142条
    return did in ("", first) or object_said or _alike(first, did)


_MORE = sought(r"^[补续再又]")


def _alike(a: str, b: str) -> bool:
    """竣工 and 完工: two verbs that say it is done; 植树 and 补植: more of the same."""
    more = _MORE.sub("", b)
    if more != b and more and a.startswith(more):
        return True
    done = names.BARE_VERB.fullmatch(a or "完成") and names.BARE_VERB.fullmatch(b)
    return bool(done) and names.stage(a) is None and names.stage(b) is None


def total_of(run: Sequence[Reading]) -> Decimal:
    return sum((r.base for r in run), Decimal(0))


_TOLD = sought(r"已|累计|共|截至|目前|今年以来|实际|\d月|季度|上半年|去年|上年|(?<!其)中")


_ROUNDED = Decimal("1.0005")  # 播种82.16万亩,夏粮25.98万亩,秋粮56.17万亩: all of it was told


def mark_whole_of_periods(found: Sequence[Reading]) -> None:
    """募集资金600万元,一季度募集180万元,二季度募集132万元: make a promise of what is more than its parts, in place.

    What one of them is called by its place (春节期间演出24场 behind a plan) it is not where the others tell.
    """
    leave_planned_quarters(found)
    by_periods = list(_runs(found))
    for steps in by_periods:
        if _is_shared_out(found, steps):
            for s in steps:
                s.reading.voice = "context"
        elif any(s.reading.voice == "report" for s in steps):
            planned = _is_planned(_before(found, steps[0].reading), steps)
            for s in steps:
                plan = s.reading.voice == "promise" and (planned or not s.reading.heading)
                s.reading.voice = "report" if plan else s.reading.voice
    for run in runs(found) if by_periods else ():
        whole = _before(found, run[0])
        if whole is None or whole.voice not in ("report", "forecast") or whole.base <= total_of(run) * _ROUNDED:
            continue
        near = run[0].sentence - whole.sentence <= 1 and whole.point == run[0].point and whole.measure == "amount"
        if near and _TOLD.search(whole.clause_lead) is None and is_of(run[0], whole.own, whole.owner):
            whole.voice, whole.cued = "promise", True


def _is_shared_out(found: Sequence[Reading], steps: Sequence[Step]) -> bool:
    """计划30座,其中上半年18座、下半年12座: how the number before them is shared out; nothing is told to be done."""
    whole = _before(found, steps[0].reading)
    same = whole is not None and whole.base == total_of([s.reading for s in steps])
    return same and not any(s.told for s in steps)


def _is_planned(whole: Reading | None, steps: Sequence[Step]) -> bool:
    """一、校舍维修目标60栋。第一批维修31栋,…: the goal stands before them, and is more than each."""
    if whole is None or whole.voice != "promise" or not whole.cued:
        return False
    return all(s.reading.base < whole.base for s in steps)


def _before(found: Sequence[Reading], first: Reading) -> Reading | None:
    """The number of its unit that stands before it, outside of brackets."""
    before = reversed(found[: found.index(first)])
    return next((r for r in before if r.quantity.noun == first.quantity.noun and not r.bracket), None)


def is_of(first: Reading, name: str, owner: str | None) -> bool:
    """Whether the figure's words add no thing of their own to the name."""
    step = step_of(first)
    if step is not None and step.named and names.likeness(name, step.named) < _ALIKE_NAMES:
        return False
    did = step.did if step is not None else first.own
    return len(names.folded(name)) >= 2 and first.owner == owner and (not did or did in name or _alike("", did))
