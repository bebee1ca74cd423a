"""A plan for several things named in one list, told thing by thing: 新建学校、幼儿园7所 ... 建成学校2所、幼儿园3所.

Each of the figures is only a part; all of them together are the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from extraction.promises.targets import Promise
from extraction.sentences.other_grade import awarded_below
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_JOIN = sought(r"[、]|(?<=[\u4e00-\u9fff强])(?:[和或]|(?<!参)与|及(?!以[上下]))(?=[\u4e00-\u9fffA-Z]{2})")


_DOING = sought(r"^(?:新增|新认定|认定|培育|创建|获评|评定)(?=..)")


_OF_ALL = sought(r"(?<=..)等(?=[\u4e00-\u9fff]{3}).*$")


@lru_cache(maxsize=2048)
def members(name: str) -> tuple[str, ...]:
    """The things that the name lists: 新建中小学、幼儿园 -> both; none where it names one.

    在车站、医院等新增自助设备: what stands behind 等 is said of all of them, and of no last one.
    """
    if not _JOIN.search(name):
        return ()
    parts = [part.strip() for part in _JOIN.split(sought(r"\([^()]*\)").sub("", name)) if part.strip()]
    parts = [*parts[:-1], _OF_ALL.sub("", parts[-1])] if parts else parts
    parts = [_DOING.sub("", parts[0]), *parts[1:]] if len(parts) > 2 else parts
    things = [p for p in parts if len(p) >= 2 and names.folded(p) and not names.is_bare(p.removeprefix("为"))]
    return tuple(parts) if len(parts) > 1 and len(things) == len(parts) else ()


def member(promise: Promise, reading: Reading) -> str | None:
    """The one thing of the promise's list that the figure is of, and of no other (建成5所|中小学、幼儿园)."""
    acts = _acts(promise) if promise.measure == "amount" else []
    told = [act for act in acts if act in reading.lead]
    if told and len(told) < len(acts):
        return told[0]
    if (
        promise.measure != "amount"
        or not reading.own
        or names.is_bare_verb(reading.own, reading.lead)
        or len(members(reading.own)) > 1
    ):
        return None
    listed = members(promise.name)
    named = [m for m in listed if _is_of(reading, m)]
    beside = sought(r"[,。;\d]|^[、和及与]").split(reading.tail)[0]  # of 2所、|幼儿园3所 the second has its own
    return named[0] if len(named) == 1 and not any(m in beside for m in listed if m != named[0]) else None


_ACT = (
    r"更换|安装|加装|配备|编制|审批|报批|粉刷|清淤|疏浚|整治|治理|维修|加固|改造|拆除|绿化|硬化|亮化|美化|检测|检查|筛查|体检|评估|鉴定|培训"
    r"|登记|发证|确权|测量|宣传|发放|建档|救助|走访|慰问"
)
_ONE_ACT = sought(_ACT)


def _acts(promise: Promise) -> list[str]:
    """为35万户居民更换软管和安装报警器: what is done to each of them, of which no sum is made; else none."""
    listed = members(promise.name)
    if not listed or listed[-1] not in promise.reading.tail:
        return []
    done = [said.group() for m in listed if (said := _ONE_ACT.search(m)) is not None]
    return done if len(set(done)) == len(listed) else []


def told_by_name(promise: Promise, found: Sequence[Reading]) -> list[Reading]:
    """One figure of its unit for each thing of the promise's list, side by side or clause by clause; else none."""
    listed = members(promise.name) if not _acts(promise) else ()
    run: list[Reading] = []
    for r in found if listed else ():
        fitting = r.voice == "report" and r.quantity.noun == promise.target.noun and not (r.bracket or r.part)
        if r.start <= promise.reading.start or not fitting or member(promise, r) is None:
            run = []
            continue
        run = [*run, r] if not run or r.sentence - run[-1].sentence <= 1 else [r]
        if len({member(promise, one) for one in run}) == len(run) == len(listed):
            return run
    return _some(promise, found) if len(listed) > 2 else []


_VERBS = sought(
    r"^新(?P<wide>改扩建|改建|扩建)(?=..)"
    r"|^(?P<one>[新更改购续扩置增重][\u4e00-\u9fff])(?:[及和与、](?P<other>[新更改购续扩置增重][\u4e00-\u9fff])"
    r"|(?P<next>调整|优化|延伸|改建|扩建|改造|提升|更换|续建|修缮|加固|维修))(?=..)"
    r"|^(?P<got>引进|招引|选聘|招聘)[及和与、]?(?P<raised>培育|培养)(?=..)"  # people from elsewhere, and its own
)
_WORK = r"提质|新建|新增|新修|改建|扩建|改造|提升|更换|续建|重建|迁建|修缮|加固|维修|维护|翻新|配建|租赁"
_VERBS_LAST = sought(rf"(?<=..)(?P<one>{_WORK})[及和与、]?(?P<other>{_WORK})$")  # 旅游厕所新建改建
_VERBS_IN_ONE = sought(r"新[(、/](?P<wide>改扩|改|扩|迁)\)?建[^,。;:、\d]{0,20}$")  # 新(改)建


def told_by_verb(text: str, promise: Promise, found: Sequence[Reading]) -> list[Reading]:
    """新增及更换公交车2600辆: 新增1093辆、更换516辆. What is told of each of the two verbs; else none."""
    promised = _two_verbs(text, promise) if promise.measure == "amount" else set()
    if len(promised) != 2:
        return []
    for one, other in pairwise(r for r in found if r.start > promise.reading.start):
        fitting = one.sentence == other.sentence and not any(
            r.voice != "report" or r.bracket or r.part or r.quantity.noun != promise.target.noun for r in (one, other)
        )
        if fitting and {_did(r, promised, promise.name) for r in (one, other)} == promised:
            return [one, other]
    return []


def _two_verbs(text: str, promise: Promise) -> set[str]:
    """The two verbs in the promise's name; none where there is one."""
    if last := _VERBS_LAST.search(promise.name):
        return {last["one"], last["other"]}
    if in_one := _VERBS_IN_ONE.search(text, promise.reading.clause_start, promise.reading.start):
        return {"新建", in_one["wide"] + "建"}
    verbs = _VERBS.match(promise.name)
    if verbs is None:
        return set()
    if verbs["got"]:
        return {verbs["got"], verbs["raised"]}
    return {"新建", verbs["wide"]} if verbs["wide"] else {verbs["one"], verbs["other"] or verbs["next"]}


def _did(r: Reading, verbs: set[str], promised: str) -> str | None:
    """The one of the two verbs that the figure's name is, or begins with: 新建公厕27座 of 新建和改造公厕60座."""
    said = _bare(r)
    return next((v for v in verbs if said == v or (said.startswith(v) and said[len(v) :] in promised)), None)


_PLATFORM = sought(  # what a 科技创新平台 may be
    r"(?:工程(?:技术)?研究中心|工程技术中心|工程实验室|重点实验室|技术创新中心|企业技术中心|企业研发中心|研发中心|新型研发机构|星创天地|众创空间|孵化器"
    r"|院士工作站|博士后[^,。;\d]{0,4}站|专家工作站|产业研究院|中试基地|临床医学研究中心)$"
)
_CERTIFIED = sought(  # what two or three 品 and one 标 are; 有机肥 is none of them
    r"(?:绿色食品|绿色(?:农)?产品|有机(?:农)?(?:食品|产品)|有机农产品认证|无公害(?:农)?产品|地理标志(?:(?:农|保护)?产品|商标|登记)?)(?:认证|标志|标识|登记)?$"
)
_ABOVE = sought(
    r"(?:(?:规上|规模以上)(?:工业|服务业|服务)|限上(?:商贸业?|批[发零][^,。;\d]{0,6}|住餐[^,。;\d]{0,4})|资质(?:以上)?建筑业?|资质以上[^,。;\d]{0,8}|房地产(?:开发)?)(?:企业|单位)?$"
)
_WOODS = sought(r"(?:人工造林|封山育林|飞播造林)(?:面积)?$")  # one alone is a part
_KINDS = (
    (sought(r"(?<!人工)(?<!飞播)造林(?:绿化)?(?:面积)?$"), _WOODS),
    (sought(r"四上[”]?(?:企业|单位)$"), _ABOVE),
    (sought(r"(?:创新|研发|科技|科创|技术)[^,。;\d]{0,4}平台$"), _PLATFORM),
    (sought(r"[二两三]品一标[”]?(?:[^,。;\d]{0,6}产品|认证)?$"), _CERTIFIED),
)


def told_by_kind(promise: Promise, found: Sequence[Reading]) -> list[Reading]:
    """新建研发平台8家: 获批工程技术研究中心3家、重点实验室1家. All kinds of it that one clause tells; else none."""
    told = [
        r
        for r in found
        if r.start > promise.reading.start
        and r.voice == "report"
        and r.quantity.noun == promise.target.noun
        and not (r.bracket or r.part or _ALL_THERE_ARE.search(r.lead))
        and is_kind_of(promise, r)
        and names.conflict(promise.name, r.name) is None
        and not awarded_below(promise.name, r.own)
    ]
    apart = any(p.voice == "promise" and p is not promise.reading and is_kind_of(promise, p) for p in found)
    apart = apart or (len(told) == 1 and _WOODS.search(told[0].own) is not None)
    return told if told and not apart and _in_one_list(told) and not _others_beside(promise, told, found) else []


def _in_one_list(told: Sequence[Reading]) -> bool:
    """In one clause; 完成人工造林2万亩,封山育林1万亩 in those that have nothing but the kind's name."""
    one = all(r.sentence == told[0].sentence and r.lead.strip(" ,、;") == r.own for r in told[1:])
    return one or len({r.clause_start for r in told}) == 1


def _others_beside(promise: Promise, told: Sequence[Reading], found: Sequence[Reading]) -> bool:
    """重点实验室3家、技术创新中心4家、新型研发机构2家: whether the list goes on with what is not among those told."""
    first = told[0]
    behind = (r for r in found if r.sentence == first.sentence and r.start > first.start and r not in told)
    alike = (r for r in behind if r.voice == "report" and r.quantity.noun == first.quantity.noun and not r.bracket)
    more = (r for r in alike if not _ALL_THERE_ARE.search(r.lead))
    return any(
        is_kind_of(promise, r) or (r.clause_start == first.clause_start and r.lead.startswith("、")) for r in more
    )


_ALL_THERE_ARE = sought(r"(?:累计|总数|总量|共有|现有|有效)(?:达到?|为|有)?\s?$|全[市县旗区省州](?!新)")


def is_kind_of(promise: Promise, r: Reading) -> bool:
    """Whether the figure is of one of the kinds that the promise counts together: 绿色食品 of 两品一标."""
    kinds = next((kinds for whole, kinds in _KINDS if whole.search(promise.name)), None)
    return promise.measure == "amount" and kinds is not None and kinds.search(r.own) is not None


def _bare(r: Reading) -> str:
    bare = sought(r"^(?:已|共|累计|完成)+|(?:了|约)$").sub("", r.own)
    return bare or r.lead.strip(" ,、及和")[-2:]  # 提升19座: a verb that is no name


_PLACE = sought(
    r"[、,]?\s?(?:目前|现|其中|已)?,?[\u4e00-\u9fff]{0,5}?(?:区|县|旗|市|镇|乡|村|街道|级|片)"
    r"(?:有|已)?(?P<done>建成|完成|投用|新建|改造|新增|竣工|完工)?\s?"
)
_ANY_NAME = sought(r"[,]?\s?(?:其中|目前)?[\u4e00-\u9fff]{2,6}\s?")
_LISTED_NAME = sought(r"、\s?[\u4e00-\u9fff]{2,6}\s?")
_FINISHED = sought(
    r"(?:均|都|全部)?已?(?:全部|均|正式)?(?:完成(?![投产])|建成|投用|投入使用|完工|竣工|交付|启用)(?=[,。;]|$)"
)


def told_by_place(first: Reading, found: Sequence[Reading], promised: str) -> list[Reading]:
    """城区3个、镇区5个、村级4个已投用: a list of places from its first figure on; none where it is no such list.

    What was promised may stand before the first of them: 新建驿站 is told as 驿站市本级建成4座、青江县建成2座.
    """
    at = found.index(first)
    low = at
    while low and _beside(found[low - 1], first) and found[low].lead.startswith("、"):
        low -= 1
    run = [found[low]]
    for r in found[low + 1 :]:
        if not _beside(r, first) or not (_PLACE.fullmatch(r.lead) or _LISTED_NAME.fullmatch(r.lead)):
            break
        run.append(r)
    if len(run) < 2 or first not in run:
        return []
    opens = _without_thing(run[0].lead, promised)
    places = all(_PLACE.fullmatch(lead) for lead in (opens, *(r.lead for r in run[1:])))
    # 早稻1.6万亩次、中稻2.1万亩次已完成: of whatever names, where the words behind the list say that all of it is
    named = _ANY_NAME.fullmatch(run[0].lead) is not None and _FINISHED.match(run[-1].tail) is not None
    return run if places or named else []


def _without_thing(lead: str, promised: str) -> str:
    thing = next((promised[n:] for n in range(len(promised) - 1) if lead.startswith(promised[n:])), "")
    return lead.removeprefix(thing)


def _beside(r: Reading, first: Reading) -> bool:
    return (r.sentence, r.voice, r.quantity.noun, r.bracket) == (first.sentence, "report", first.quantity.noun, False)


def all_finished(run: Sequence[Reading], promised: str) -> bool:
    """Whether the words behind the list say that what it counts is finished, or those before each of its figures do."""
    said = (_PLACE.fullmatch(_without_thing(r.lead, promised)) for r in run)
    return _FINISHED.match(run[-1].tail) is not None or all(words is not None and words["done"] for words in said)


def _some(promise: Promise, found: Sequence[Reading]) -> list[Reading]:
    """绿色、有机、地理标志农产品12个: 获绿色认证7个、有机认证2个. All that is told, of two things or more."""
    told = [r for r in found if r.start > promise.reading.start and r.quantity.noun == promise.target.noun]
    told = [r for r in told if r.voice == "report" and not (r.bracket or r.part)]
    named = [member(promise, r) for r in told]
    one_list = len({r.clause_start for r in told}) == 1 and None not in named
    return told if len(told) > 1 and one_list and len(set(named)) == len(told) else []


def _is_of(reading: Reading, thing: str) -> bool:
    return thing in reading.own or names.likeness(thing, reading.own) >= 0.8
