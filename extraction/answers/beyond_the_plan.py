"""Figures beside the answer: a step beyond a whole that is done, a step before it, and housing that counts as begun.

小型水库加固88座全部完工,其中71座通过蓄水验收。      (88 are done; 71 are further still)
创建3A级景区3家,2家通过景观质量评审,1家正在编制规划。 (none is created)
棚户区改造任务2400套,已开工2150套。              (rebuilding is counted by what was begun, where nothing later is told)
"""

from __future__ import annotations

from decimal import Decimal

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_ALL = (
    r"(?:以上|左右)?(?:的?(?:年度|全年)?(?:目标)?任务)?[,、]?(?:目前|现|至今)?(?:\d{1,2}月(?:底|末|初|份|[上中下]旬)?)?"
    r"(?:已全部|全部已?|已全面|全面|均已?|都已|已均)"
)
_WHOLLY = sought(
    rf"[^,。;:\d]{{0,16}}?{_ALL}(?:建设|改造|加固|施工)?(?:完成|完工|竣工|建成|交付|投用|到位|通车|拆除|办结)"
)
_ALL_DID = sought(rf"{_ALL}(?!{wording.BEGINS}|落实|到[户人村])[\u4e00-\u9fff]{{2,5}},")  # 已全部搬迁入住
_ASSESSED = sought(
    r"(?:[\u4e00-\u9fff]{2,6}?(?=已|均|通过|正在))?(?:(?:已|均|已经)*通过[^,。;\d]{0,10}(?:初评|初审|评审|预审|审查|资格审核|初步评定)|(?:已|均)?(?:正在|尚在|仍在|还在)"
    r"|(?:已|均)?(?:完成|进入|处于)[^,。;\d]{0,6}(?:申报|公示|评审|编制|创建阶段))"
)
_GRANTED = sought(r"创建|认定|评定|获评|命名|创成|培育")
_GRADED = sought(
    r"(?:国家|[省市])级(?!(?:及)?以上|重点|财政|专项|补助|资金)|\dA级"
)  # 省级旅游度假区: a grade is awarded
_LED = sought(r"(?:组织|指导|推动|支持|辅导|鼓励|动员|督促|帮助)(?:了|全[市县旗区])?\s?$")
_TRIES = sought(
    r"[^,。;\d]{0,10}(?:开展|参与|参加|启动|进行)[^,。;\d]{0,6}(?:创建|申报|争创|培育|评选)|[^,。;\d]{0,10}(?:争创|申创)"
)
_REBUILT = sought(r"棚户区|棚改")
_LATER = sought(r"建成|竣工|完工|交付|入住|回迁|安置(?!比|方式|补偿|率)")
_ANOTHER = 0.3  # likeness of its own name below which it is another deed


def step_beyond(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """Why a smaller count of the same things, behind the words that all of them are done, is no answer."""
    plan, own = promise.reading, names.folded(reading.own)
    behind = reading.start > plan.start and 0 <= reading.sentence - plan.sentence <= 1
    smaller = reading.quantity.noun == plan.quantity.noun and reading.base < plan.base
    if not (behind and smaller):
        return None
    further = reading.part or len(own) < 2 or (_FURTHER.fullmatch(own) is not None and own not in promise.name)
    if further:
        return refusals.only_part("其中") if _WHOLLY.match(scope.text, plan.quantity.end) else None
    if _WHOLLY.match(scope.text, plan.quantity.end) and _another_plan(scope, promise, reading):
        return refusals.other_kind(reading.own)
    besides = _is_other_deed(promise, own) and _ALL_DID.match(scope.text, plan.quantity.end) is not None
    return refusals.other_kind(reading.own) if besides else None


def _another_plan(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """省定110处任务已全部完成,另谋划42处,目前完工_29处: what comes behind another plan of the unit is of that."""
    noun, start = promise.reading.quantity.noun, promise.reading.start
    between = (r for r in scope.found if start < r.start < reading.start and r.quantity.noun == noun)
    return any(r.voice == "promise" or (r.voice == "context" and r.settled) for r in between)


_FURTHER = sought(r"入住|回迁|移交|挂牌|运营|投用|办证|通过验收|蓄水验收|竣工验收")  # 均已完工,入住512户
_CLEARED = sought(r"(?:拆除|腾退|腾空|报废|淘汰|注销)(?:旧|原|老)")
_CLEARS = sought(r"拆|腾|退|报废|淘汰|注销")


def _is_cleared(promise: Promise, own: str) -> bool:
    """拆除旧房86户 where homes shall be rebuilt: what has made room for the new is not the new."""
    return _CLEARED.match(own) is not None and _CLEARS.search(promise.name) is None


def _is_other_deed(promise: Promise, own: str) -> bool:
    """已全部搬迁入住,拆除旧房_174户: done besides, whatever it comes to."""
    return _is_cleared(promise, own) or (names.likeness(promise.name, own) < _ANOTHER and not names.is_bare(own))


def step_before(promise: Promise, reading: Reading) -> str | None:
    """Why 2家通过初审, 1家正在编制规划 and 组织5家景区开展创建 are no answer to a promise of what shall be granted."""
    if _is_cleared(promise, names.folded(reading.own)):
        return refusals.early(reading, "started")
    granted = _GRANTED.search(promise.name) is not None or _GRADED.search(promise.name) is not None
    led = _LED.search(reading.lead) is not None and _TRIES.match(reading.tail) is not None
    early = granted and (led or (not reading.own and _ASSESSED.match(reading.tail) is not None))
    return refusals.early(reading, "application") if early else None


_AT_WORK = sought(r"完成(?:了)?(?:总|全部)?(?:工程|工作)(?:量|总量|进度)的?(?:约|近)?\d{1,2}(?:\.\d+)?%")
_DONE = sought(r"建成|竣工|完工|投用|交付|完成|验收|投入")
_FAR = 160  # characters behind a figure in which its works are told of


def still_built(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """Why 新建保障房2处合计1721套,其中A地块828套已完成总工程量的90% is no answer yet: it is being built."""
    said = scope.text[reading.clause_start : reading.start]
    if promise.measure != "amount" or reading.bracket or _DONE.search(said):
        return None
    end = scope.text.find("。", reading.quantity.end, reading.quantity.end + _FAR)
    behind = scope.text[reading.quantity.end : end if end >= 0 else reading.quantity.end + _FAR]
    at = _AT_WORK.search(behind)
    in_parts = behind.startswith((",其中", ";其中"))
    return refusals.other_kind(at.group()) if at and (in_parts or not _DONE.search(behind[: at.start()])) else None


def begun_counts(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether what was begun answers: to a promise to rebuild, nothing later told; or held against the pace."""
    if "开工" not in reading.lead + reading.own:
        return False
    if _held_against_pace(scope, promise, reading) or _MET.match(scope.text, reading.quantity.end) is not None:
        return True
    if not _REBUILT.search(promise.name) or _LATER.search(promise.name):
        return False
    same = (r for r in scope.found if r is not reading and r.voice == "report" and r.start > promise.reading.start)
    return not any(r.quantity.noun == reading.quantity.noun and _LATER.search(r.lead + r.own) for r in same)


_MET = sought(
    r"[,、]\s?(?:已|提前|超额|全面)*完成(?:了)?(?:年度|全年|省定|下达|既定)*(?:目标任务|目标|任务)(?![的数量])"
)
_BEHIND_PACE = sought(
    r"[,、(]?\s?(?:欠|低于|落后于?|慢于|滞后于?|快于|超前?|高于)(?:序时|时序)(?:进度)?(?:要求)?(?:约|近)?\s?"
)
_OFF = Decimal("0.6")  # points by which a rounded distance may be off


def _held_against_pace(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """年度目标3200套,已开工2370套,欠序时进度9.3个百分点: the office itself holds it against this plan, by the sum."""
    gap = next((r for r in scope.found if r.start > reading.start), None)
    whole = promise.reading.base
    if gap is None or gap.voice != "gap" or gap.sentence != reading.sentence or not whole or not scope.cutoff_month:
        return False
    if promise.reading.quantity.noun != reading.quantity.noun or _BEHIND_PACE.fullmatch(gap.clause_lead) is None:
        return False
    off = 100 * reading.base / whole - Decimal(100 * scope.cutoff_month) / 12
    return abs(abs(off) - abs(gap.value)) <= _OFF
