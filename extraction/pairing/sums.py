"""An answer that stands only in its parts: steps with their own months, places with their own counts, done and left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.pairing import graded_sums, named_sums, rests
from extraction.pairing.kinds_told import both_told, each_of_them, kinds_told
from extraction.pairing.parallel_parts import make_a_whole, parallel
from extraction.pairing.sites_told import told_of_sites
from extraction.promises import stages
from extraction.promises.links import Link, Scope
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.at_work import is_at_work
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names, wording

_BESIDE = 5  # figures side by side
_WITH_PARTS = 14  # numbers behind a plan among which its parts and what is told of them stand
_BESIDE_IT = sought(r"[、,和及][^,。;、\d]{0,12}")
_GAINED = re.compile(
    r"(?:增加|新增|增设|建成|投用|完工|竣工|开放|交付|改造|完成|发放|投放|安装|培训|安置|栽植|修建|新建|铺设)(?:了|床位|面积|里程)?\s?$"
)


def sum_places(scope: Scope, entry: Link, answering: set[int]) -> None:
    """新增床位800张。市二院门诊楼投用,增加300张;妇幼新院试运行,增加260张: gains told place by place are added."""
    promise = entry.promise
    if promise is None or entry.shares or promise.kind != "cumulative" or not promise.reading.heading:
        return
    if entry.actual is not None and not _GAINED.search(entry.actual.lead):
        return
    alike = [
        r
        for r in scope.found
        if r.quantity.noun == promise.target.noun
        and r.start > promise.reading.start
        and not r.bracket
        and not r.heading
    ]
    told = [r for r in alike if r.voice == "report" and not r.part]
    if len(told) < 2 or len(told) != len(alike) or any(not _is_gain(r) for r in told):
        return
    if any(r.period is not None and r.period.start >= r.clause_start for r in told[1:]):
        return  # 前三季度培训9.9万人次,9月份培训1.8万人次: periods, that pairing/period_sums.py knows
    if any(id(r) in answering and r is not entry.actual for r in told) or len({r.clause_start for r in told}) < len(
        told
    ):
        return
    if sum(p.target.noun == promise.target.noun for p in scope.promises) > 1:
        return
    if sum((r.base for r in told), Decimal(0)) <= promise.target.value * promise.target.magnitude * 2:
        add(entry, told, "the sum of what its places gained")


_FINISHED = sought(
    r"[^,。;]{0,8}?已?(?:经|全部|均|正式|建成)*(?:投用|建成|完工|竣工|交付|投入使用|开放|启用|完成|运营)(?!前|后|\d)"
)


_FINISHED_BEFORE = sought(r"(?:投用|建成|完工|竣工|交付|启用|建成开放|投入使用|投入运营)(?:了)?\s?$")


def sum_split(scope: Scope, entry: Link) -> None:
    """新建驿站12座。东片区3座、西片区4座已投用,北片区5座在建: parts that make up the plan; the finished ones count."""
    promise = entry.promise
    if promise is None or entry.shares or promise.kind != "cumulative" or not promise.reading.heading:
        return
    noun, plan = promise.target.noun, promise.target.value * promise.target.magnitude
    parts = [r for r in scope.found if r.quantity.noun == noun and not r.heading and not r.bracket]
    parts = [r for r in parts if not _promised_apart(scope, promise, [r])]  # 泵站8座、水闸6座: 泵站5座投用,水闸建成3座
    one_list = len({r.sentence for r in parts}) == 1 and len({r.clause_start for r in parts}) == len(parts) > 1
    if not one_list or sum((r.base for r in parts), Decimal(0)) != plan:
        return
    if entry.actual is not None and entry.actual.of_plan not in (None, promise.reading.start):
        return  # it tells a part that was promised for itself
    finished = [r for r in parts if r.voice == "report" and _is_finished(r) and not _in_part(scope.text, r)]
    if finished and (entry.actual is None or entry.actual in parts):
        for part in parts:
            part.voice = "report" if part in finished else "context"
        entry.actual = finished[0]
        add(entry, finished, "the sum of the parts that are finished")


_SO_FAR = re.compile(r"[^,。;\d]{0,6}完成了?\s?\d")


def _in_part(text: str, r: Reading) -> bool:
    """9个完成90%以上工程量: how far they are."""
    return _SO_FAR.match(text, r.quantity.end) is not None


_PART_OF_IT = sought(rf"完成了?(?:{wording.SITE_WORKS})")  # 4个完成装修


_LATER = sought(r"(?:于|在)?(?:20\d\d年|[明次来]年|\d{1,2}月)(?![^,。;]{0,8}已)")


def _is_finished(r: Reading) -> bool:
    """已建成3座, 2座已投用; not: 2座完成选址."""
    said = _FINISHED.match(r.tail) is not None or _FINISHED_BEFORE.search(r.lead) is not None
    early = any(names.stage(words) is not None or _PART_OF_IT.search(words) for words in (r.lead, r.tail[:10]))
    left = _LATER.match(r.tail) is not None and rests.LEFT.search(r.lead) is not None  # 余3个2026年6月完工
    return said and not early and not left and not sought(r"主体|未|预计|将|拟|计划|力争|底前").search(r.tail)


def sum_grades(scope: Scope, entry: Link, answering: set[int]) -> None:
    """选派特派员200名: 选派省级特派员68名、市级特派员124名. What is told grade by grade is added."""
    if entry.promise is None or entry.shares or entry.parts or entry.promise.kind != "cumulative":
        return
    first = entry.actual or entry.refused or _first_graded(entry.promise, scope.found)
    told = graded_sums.side_by_side(entry.promise, first, scope.found) if first is not None else []
    if told and not any(id(r) in answering and r is not first for r in told):
        add(entry, told, "the sum of what is told of each grade")


def _first_graded(promise: Promise, found: Sequence[Reading]) -> Reading | None:
    """新增公办学位940个 behind a promise of 新增学前教育学位: the first figure of the same noun and unit."""
    place, noun = promise.reading, promise.target.noun
    behind = (r for r in found if r.start > place.start and (r.quantity.noun, r.owner) == (noun, place.owner))
    return next((r for r in behind if r.voice == "report" and r.own[-2:] == promise.name[-2:] and not r.part), None)


def sum_parts(scope: Scope, entry: Link) -> None:
    """学位2000个,其中小学1400个、初中600个,目前小学新增1400个、初中新增320个: what is told of each part is added."""
    if entry.promise is None or entry.shares or entry.promise.reading.of_plan is None:
        return
    start = entry.promise.reading.start
    at = index_of(scope.found, start)
    behind = scope.found[at + 1 : at + 1 + _WITH_PARTS]
    told = [r for r in behind if r.of_plan == start and not stages.clash(entry.promise, r)]  # 新建的5所全部开工
    if told and (entry.actual is None or entry.actual in told):
        entry.actual = told[0]
        add(entry, told, "the sum of what is told of each part of the plan")


def sum_by_share(scope: Scope, entry: Link) -> None:
    """公厕新建15座、改建23座,完成总任务45座的84.4%: the share is that of the figures side by side, not of the last."""
    if entry.promise is None or entry.actual is None or len(entry.shares) != 1 or entry.parts:
        return
    plan, share = entry.promise.reading.base, entry.shares[0].reading.value
    if entry.promise.measure != "amount" or not plan or abs(entry.actual.base / plan * 100 - share) <= 1:
        return
    run = _side_by_side(scope, entry.actual)
    for first in range(len(run) - 1):
        told = run[first:]
        if abs(sum((one.base for one in told), Decimal(0)) / plan * 100 - share) <= Decimal("0.1"):
            finished = [one for one in told if not is_at_work(scope.text, one, scope.found)]
            if len(finished) < len(told):  # 完工22个、在建9个,占任务31个的100%
                entry.shares.clear()
            if not finished:  # 完工5个、正在施工10个、在建12个,占任务31个的71%: of those that are at work alone
                finished = [one for one in run[:first] if not is_at_work(scope.text, one, scope.found)]
            entry.actual = finished[0] if finished else None
            if not finished:
                entry.refused, entry.refusal = told[0], refusals.early(told[0], "started")
            if len(finished) > 1:
                add(entry, finished, "the share that the source states is that of these figures together")
            return


def _side_by_side(scope: Scope, one: Reading) -> list[Reading]:
    """The figures of its unit beside it, with nothing but a comma and a name between."""
    at = index_of(scope.found, one.start)
    run = [one]
    for r in reversed(scope.found[max(0, at - _BESIDE) : at]):
        if not _is_beside(scope.text, r, run[0]):
            break
        run.insert(0, r)
    for r in scope.found[at + 1 : at + 1 + _BESIDE]:
        if not _is_beside(scope.text, run[-1], r):
            break
        run.append(r)
    return run


def _is_beside(text: str, one: Reading, other: Reading) -> bool:
    told = all(r.voice == "report" and not r.bracket for r in (one, other))
    same = one.quantity.noun == other.quantity.noun
    return told and same and _BESIDE_IT.fullmatch(text, one.quantity.end, other.start) is not None


def sum_members(scope: Scope, entry: Link) -> None:
    """新建学校、幼儿园7所,…建成学校2所、幼儿园3所: what is told of each thing of the list is added."""
    if entry.promise is None or entry.shares or entry.promise.kind != "cumulative":
        return
    kinds = named_sums.told_by_kind(entry.promise, scope.found)
    told = kinds or named_sums.told_by_name(entry.promise, scope.found)
    if entry.actual is not None and not (
        named_sums.is_kind_of(entry.promise, entry.actual) if kinds else entry.actual in told
    ):
        return
    entry.actual = None
    if told and not any(stages.clash(entry.promise, r) for r in told):
        add(entry, told, "the sum of what is told of each thing that was promised")


def sum_verbs(scope: Scope, entry: Link) -> None:
    """新增及更换公交车2600辆,新增1093辆、更换516辆: what is told of each verb, or kind, is added."""
    if entry.promise is None or entry.shares or entry.parts or entry.promise.kind != "cumulative":
        return
    told = named_sums.told_by_verb(scope.text, entry.promise, scope.found)
    if not told and entry.actual is not None:
        ways = (kinds_told, both_told, each_of_them)
        told = next((run for way in ways if (run := way(entry.promise, scope.found, entry.actual))), [])
    if told and (entry.actual is None or entry.actual in told):
        entry.actual = told[0]
        add(entry, told, "the sum of what is told of each verb, or kind, that was promised")


def sum_parallel(scope: Scope, entry: Link) -> None:
    """改造市场25家。城区完工7家,乡镇完工12家: the two together are what was done."""
    promise = entry.promise
    if promise is None or entry.actual is not None or entry.shares or entry.parts or promise.measure != "amount":
        return
    if sites := told_of_sites(promise, scope.found):
        add(entry, sites, "the sum of its sites, of which each is told")
        return
    at = index_of(scope.found, promise.reading.start)
    for r in scope.found[at + 1 : at + 1 + _BESIDE]:
        parts = parallel(promise, scope.found, r, scope.promises) if r.quantity.noun == promise.target.noun else []
        if make_a_whole(parts) and not any(stages.clash(promise, part) for _, part in parts):
            entry.actual = parts[0][1]
            add(entry, [part for _, part in parts], "the sum of the two parts of a whole, told side by side")
            return


def sum_listed_places(scope: Scope, entry: Link) -> None:
    """新建门诊14个,城区3个、镇区5个、村级4个已投用: no place of a list answers alone; finished ones together do."""
    promise, first = entry.promise, entry.actual
    if promise is None or first is None or entry.shares or entry.parts or promise.kind != "cumulative":
        return
    if first.of_plan is not None:
        return  # it tells a part that was promised for itself
    run = named_sums.told_by_place(first, scope.found, promise.name) if first.owner is None else []
    plan = promise.target.value * promise.target.magnitude
    if not run or sum((r.base for r in run), Decimal(0)) > plan or _promised_apart(scope, promise, run):
        return
    if named_sums.all_finished(run, promise.name):
        add(entry, run, "the sum of the places that are finished")
    else:
        entry.actual, entry.refusal, entry.reason = (
            None,
            refusals.UNSURE,
            "a list of places, of which none is the whole",
        )


def _promised_apart(scope: Scope, promise: Promise, run: Sequence[Reading]) -> bool:
    """仓库2个、冷库1个已建成 of 仓库3个、冷库2个: a list of things, each with its own plan, and no places."""
    others = [names.folded(p.name) for p in scope.promises if p is not promise and p.measure == "amount"]
    told = [said for r in run if len(said := names.folded(_FINISHED_BEFORE.sub("", r.own))) >= 2]
    graded = {grade.group() for r in run if (grade := _GRADE.search(r.own)) is not None}
    by_grade = any(word in p.name for p in scope.promises if p is not promise for word in graded)
    return by_grade or any(name.endswith(said) for name in others for said in told)


_GRADE = sought(r"国家级|[省市州县旗区镇乡校]级")  # 省级2个、市级8个 have each a plan of their own


def _is_gain(r: Reading) -> bool:
    gained = _GAINED.search(r.lead)
    if sought(r"\d月[底末]|截至|[年季]末").search(r.clause_lead):
        return False  # 7月底建成320个: what there was on that day
    if gained is None or (r.period is None and sought(r"累计|共|达").search(r.clause_lead)):
        return False
    return len(names.folded(r.lead[: gained.start()])) < 2 and not sought(r"累计|共|达").search(r.clause_lead)


def add(entry: Link, parts: Sequence[Reading], why: str) -> None:
    """Let the link be answered by the sum of these parts."""
    first = entry.actual or parts[0]
    entry.actual, entry.refusal = first, None
    entry.parts = tuple((r.start, r.quantity.end) for r in parts)
    entry.total = sum((r.base for r in parts), Decimal(0)) / first.quantity.magnitude
    entry.reason = why


_SUM = sought(r"(?:合计|共计|总计|一共|总共|^[,、\s]*共)(?:完成|建成|达到?|为|有|实现|到位)?(?:了)?(?:约|近)?\s?$")


def summed_up(found: Sequence[Reading], total: Reading) -> list[Reading]:
    """The figures right before a total of its own sentence (…3.8亿元、…2.1亿元,合计5.9亿元) that make it; else none."""
    if total.bracket or not _SUM.search(total.lead):
        return []
    members: list[Reading] = []
    for r in reversed([r for r in found if r.start < total.start]):
        if r.sentence != total.sentence or r.quantity.noun != total.quantity.noun or r.voice != "report" or r.bracket:
            return []
        members.append(r)
        made = sum((m.base for m in members), Decimal(0))
        if made >= total.base:
            return members[::-1] if made == total.base and len(members) > 1 else []
    return []
