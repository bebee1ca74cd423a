"""Projects that shall be carried out (实施技改项目200个): to begin them is to do so, and those at work count.

开工71个,其中竣工26个      the finished ones are a part of those begun
在建171个、竣工64个        whether those at work count, or only those finished, the promise does not say
安排重点项目86个…已开工71个,完工18个      what takes years was not promised to be finished within this one
实施科技专项18项。已立项18项,验收4项      nor was what is to be carried out; those begun keep the pace
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.promises.links import Link, Scope, answered_by_one
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought

_CARRIED_OUT = sought(r"(?:新)?实施[^,。;]{2,16}(?<!工程)项目$")
_AT_WORK = sought(r"(?:在建|正在(?:建设|实施|施工))(?:项目)?\s?$")
_FINISHED = sought(r"(?:已)?(?:竣工|完工|建成|投产|投用)(?:项目)?\s?$")
_SIDE_BY_SIDE = sought(r"[、,]\s?(?:已|另有|另)?(?:竣工|完工|建成|投产|投用|在建|正在(?:建设|实施|施工))(?:项目)?\s?")


def is_carried_out(name: str) -> bool:
    """Whether the promise is to carry out so many projects."""
    return _CARRIED_OUT.match(name) is not None


_SO_FAR = sought(r"(?:以来[^,。;\d]{0,10}|已|共|累计)实施[^,。;\d]*$")
_PROJECTS = sought(r"(?:新)?实施[^,。;]{2,16}项目")
_PLANNED = sought(r"计划|目标|任务|拟|将")


_NO_PLAN = sought(r"(?:授信|合同|用信)(?:总额|额度|金额|额)$")  # 授信总额86亿元,发放49亿元


def leave_told_counts(links: Sequence[Link]) -> None:
    """今年以来共实施项目143个,开工132个,完工76个: how many are at work was promised by nobody, in place."""
    for entry in links:
        promise = entry.promise
        if promise is not None and _NO_PLAN.search(promise.name) and not _PLANNED.search(promise.reading.clause_lead):
            entry.actual, entry.refusal, entry.hardly = None, None, True
            entry.shares.clear()
            continue
        if promise is not None and _was_won(entry, promise):
            _leave_with_list(links, promise)
            continue
        if promise is None or not _PROJECTS.match(promise.name) or _PLANNED.search(promise.reading.clause_lead):
            continue
        if _SO_FAR.search(promise.reading.clause_lead):
            entry.actual, entry.refusal, entry.hardly = None, None, True
            entry.shares.clear()


_WON = sought(
    r"(?:(?:争取|承接|获得|获批|收到)(?:到位|到|了)?|共(?:计)?下达)[^,。;:\d]{0,20}(?:项目|工程)(?:共|合计|共计)?\s?$"
)
_STRIVEN = sought(
    rf"{_PLANNED.pattern}|全年|年内|力争|争取[^,。;:\d]{{0,8}}(?:开工|动工|竣工|完工|建成|投产|投用|实施|新建)"
)
_BUILT = sought(r"(?:[^,。;\d]{0,12}项目)?(?:已|全部|均)*(?:新?开工|动工|竣工|完工|建成|投产|投用|验收)[^,。;\d]{0,4}")


def _was_won(entry: Link, promise: Promise) -> bool:
    """今年共争取专项债项目36个,开工33个,完工9个: what came is told, and how far its works are answers nothing."""
    lead = promise.reading.clause_lead
    won = _WON.search(lead) is not None and _STRIVEN.search(lead) is None
    told = entry.actual or entry.refused
    return won and told is not None and _BUILT.fullmatch(told.own or told.lead) is not None


def _leave_with_list(links: Sequence[Link], promise: Promise) -> None:
    """Leave it and what its clause tells beside it (、资金6.2亿元) unless that is answered, in place."""
    for entry in links:
        beside = entry.promise
        listed = beside is not None and beside.reading.sentence == promise.reading.sentence
        listed = listed and beside is not None and beside.reading.clause_start == promise.reading.clause_start
        if beside is promise or (listed and entry.actual is None):
            entry.actual, entry.refusal, entry.hardly = None, None, True
            entry.shares.clear()


def doubt_begun(scope: Scope, entry: Link) -> None:
    """Leave such a promise open where those at work stand beside those finished, in place."""
    promise = entry.promise
    if promise is None or entry.shares or entry.parts or not is_carried_out(promise.name):
        return
    noun, start = promise.target.noun, promise.reading.start
    if any(p.target.noun == noun and p.reading.start > start for p in scope.promises):
        return  # what is told behind a part that is promised is the part's
    alike = [r for r in scope.found if r.start > start and r.quantity.noun == noun]
    for one, other in pairwise(alike):
        both = _SIDE_BY_SIDE.fullmatch(scope.text, one.quantity.end, other.start) is not None and _differ(one, other)
        if both and (entry.actual is None or entry.actual in (one, other)):
            entry.actual, entry.refused, entry.refusal = None, one, refusals.UNSURE
            return


def doubt_finished(scope: Scope, links: Sequence[Link]) -> None:
    """Leave projects that take years open where some are finished and others at work, in place."""
    for entry, promise, done in answered_by_one(links):
        of_years = _takes_years(promise)
        begun = (of_years or _is_to_be_carried_out(promise)) and _begun_keep_pace(scope, promise, done)
        if begun or (of_years and _is_some_of_begun(scope, done)):
            entry.actual, entry.refused, entry.refusal = None, done, refusals.UNSURE


_TO_CARRY_OUT = sought(
    r"(?:组织|计划|承接|新)*实施(?![率方])|(?:科技|科研|攻关|研发|产学研|揭榜)[^,。;]{0,8}(?:项目|专项)$|课题$"
)
_WORK_ITSELF = sought(
    r"^(?:计划|新)*实施(?:(?!项目|工程|专项|行动|计划)[\u4e00-\u9fff]){2,14}(?:改造|建设|整治|提升|修缮|加固|更新|改建|治理|修复)$"
)
_STAGE_TOLD = sought(r"建成|完工|竣工|投产|投用|完成|验收|结题|结项|销号|开工|立项|启动|动工|签约|入库|开展")
_STARTED = sought(
    r"(?:新?开工|开复工|复工|动工|在建|立项|启动|签约|开题|进场|开建)(?:建设|实施|施工)?(?:项目|课题)?(?:了)?\s?$"
)
_ALL_STARTED = sought(r"(?:全部|全面|均已?)(?:启动|开工|动工|立项|进场|开题|签约)(?:建设|实施|施工)?(?=[,。;])")
_ENDED = sought(r"完工|竣工|建成|投产|投用|交付|验收|结题|结项")


def _is_to_be_carried_out(promise: Promise) -> bool:
    """组织实施攻关项目30项, 科研课题12项: a number that is to be carried out, at no stage that the plan names."""
    if _WORK_ITSELF.search(promise.name):
        return False  # 实施小区改造40个: as much as to rebuild them
    return _TO_CARRY_OUT.search(promise.name) is not None and not _STAGE_TOLD.search(promise.reading.clause_lead)


def _begun_keep_pace(scope: Scope, promise: Promise, done: Reading) -> bool:
    """Whether those finished are too few by now, and those begun, told beside them, are not."""
    if not _ENDED.search(done.lead + done.tail[:8]):
        return False
    due = promise.reading.base * (scope.cutoff_month or 12) / 12
    return done.base < due and any(base >= due for base in _begun(scope, promise, done))


def _begun(scope: Scope, promise: Promise, done: Reading) -> Iterator[Decimal]:
    """How many were begun, as the words between the plan and the finished ones, or right behind those, tell it."""
    if _ALL_STARTED.search(scope.text, promise.reading.quantity.end, done.start):
        yield promise.reading.base
    at = index_of(scope.found, done.start)
    for r in scope.found[max(0, at - _NEAR) : at + _NEAR + 1]:
        near = r.quantity.noun == done.quantity.noun and abs(r.sentence - done.sentence) <= 1
        if near and r.start > promise.reading.start and _STARTED.search(r.lead):
            yield r.base


_OF_YEARS = sought(
    r"(?:新?(?:安排|实施|推进|列入|纳入|确定|谋划))?[^,。;]{0,10}(?:(?:重点|重大|政府投资|固定资产投资|基础设施|亿元(?:以上)?)[^,。;]{0,6}"
    r"|产业|工业|技改|招商(?:引资)?)项目$|(?:安排|实施)项目$"
)
_TO_BE_DONE = sought(r"建成|完工|竣工|投产|投用|完成")


def _takes_years(promise: Promise) -> bool:
    """安排重点项目86个: no word of the plan says that they shall be finished."""
    return _OF_YEARS.match(promise.name) is not None and not _TO_BE_DONE.search(promise.reading.clause_lead)


_BEGUN = sought(r"(?:新?开工|开复工|动工|在建)(?:建设)?(?:项目)?\s?$")
_NEAR = 4  # numbers around the finished ones among which those begun are told


def _is_some_of_begun(scope: Scope, done: Reading) -> bool:
    """Whether the figure tells the finished ones, and another beside it those that were begun or are at work."""
    if _FINISHED.search(done.lead) is None:
        return False
    at = index_of(scope.found, done.start)
    beside = scope.found[max(0, at - _NEAR) : at + _NEAR + 1]
    alike = (r for r in beside if r.quantity.noun == done.quantity.noun and abs(r.sentence - done.sentence) <= 1)
    return any(_BEGUN.search(r.lead) is not None for r in alike)


def _differ(one: Reading, other: Reading) -> bool:
    """在建171个、竣工64个, in either order."""
    stages = [(_AT_WORK.search(r.lead) is not None, _FINISHED.search(r.lead) is not None) for r in (one, other)]
    return stages in ([(True, False), (False, True)], [(False, True), (True, False)])
