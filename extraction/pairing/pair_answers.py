"""Whether a number of a sentence is answered by one behind it, as a plan is: 126条已完成120条, 治理118处,完工71处.

What was received and paid out, an addition and all there are, parts that have words of their own are no such pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extraction.numbers.counted_alike import counts_alike
from extraction.pairing import plain_rates
from extraction.pairing.dated_answers import is_dated_answer
from extraction.pairing.kinds_of_one_work import tells_both
from extraction.pairing.share_arithmetic import explains
from extraction.sentences.part_scope import SOME_OF_IT
from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import BRACKETS
from extraction.sought import sought
from extraction.words import names, wording
from extraction.words.assessors import OWN_FINDING

_ANSWERS = sought(
    r"(?:[,、→]|\s)\s?(?:上半年|全年|年内|当年|前?[一二三四]季度|[\d-]+月(?:份|底|末)?|年末)(?:末|底)?时?(?:累计)?(?:完成|新增|建成"
    r"|实现|改造|培训|救助|发放|投放|为(?=\d|$)|达到?)|现为|现状|已|现有|现完成|现分别|现均|实际(?!利用|使用|吸收)|目前|截至|累计|:.{0,6}(?:月|季度|半年)|(?:^"
    r"|[,、”)])\s?(?:分别)?(?:完成|实现|建成|新增)|[,、][^,。;\d]{0,6}(?:仅|只)(?:[办开建举培改完]|完成|举办"
    r"|培[训育养]|招[聘录收]|引进|改造|新[增建]|修建|[种栽]植|治理|整治|搬迁|安[置装]|铺设|更换|开展)(?:了)?\s?$"
)
_BEGUN = sought(rf"开工|动工|{names.STAGES['started']}|{names.STAGES['application']}")
_FINISHED = sought(  # 治理118处,开工96处,完工71处
    r"^(?:[,、](?:已|现)?(?:新?开工|动工|启动|进场)(?:建设|施工|实施)?[\d.,]+[^,;。、\d]{1,4})?[,、]\s?(?:完工|竣工|投用|通车|投入使用)(?:了|约|近)?$"
)
_DONE_BEHIND = sought(  # 新建儿童之家4个,1个已揭牌
    r"[^,。;\d]{0,4}已(?:经)?(?:建成|完工|竣工|投用|交付|揭牌|挂牌|开放|开业|运营|投入|完成|通过验收|授牌|命名|启用)"
    r"|(?:建成|完工|竣工|投用|交付|完成)(?:投用|交付|治理|整治|改造)?(?=[,;。、)(]|$)"
)
_FOUND = sought(rf"以[上下内][,、]\s?{OWN_FINDING}(?:已|仅)?(?:为|达到?|是)?\s?")  # 单产210公斤以上,实测216公斤
_OF_ALL = sought(r"[^,。;\d]{0,12}中[,,]?(?:已|现)?有")  # 23个社区中已有21个: a share of what there is, not a plan
_THERE_ARE = sought(
    r"^(?:[全我][省市县旗区州乡镇]|现|共|目前|辖区内?)+有(?![效机序利])[^,。;\d]{0,10}$"
)  # 全县有在册医师420人
_PARTED = sought(r"[;。]|其中|另有|还有")
_OF_PLAN = sought(r"任务|目标|计划")
_REACH, _FAR = 3, 12  # numbers behind the plan that are looked at, and among which


def answered(text: str, found: Sequence[Reading], index: int) -> bool:
    """Whether a number behind this one tells what became of it."""
    first = found[index]
    if (
        _component(found, index)
        or _THERE_ARE.search(first.clause_lead)
        or _OF_ALL.match(text, first.quantity.end, first.quantity.end + 18)
    ):
        return False
    for second in _behind(found, index):
        if second.sentence != first.sentence or (second.voice in ("promise", "claim") and not second.bracket):
            return False
        between = text[first.quantity.end : second.start]
        if between.startswith("("):
            if _has_its_goal(found, first, second):
                return False
            between = BRACKETS.sub("", between)  # 托位420个(其中普惠250个),已新增196个
        if goes_beyond(between, first) or _each_did(first, second) or tells_both(text, first, second):
            return False
        if _TOLD_ITSELF.match(between) or _paid_out(first, second) or _counted_up(between, first, second):
            return False
        if second.measure != first.measure or second.bracket or _PARTED.search(between):
            continue
        if not _tells(between, first, second):
            continue
        if _of_promised_rate(found, second):
            return False
        if _of_the_same(text, found, first, second):
            return _fits_its_share(between, found, first, second)
    return False


_NAME_DID = sought(
    r"(?:^|[,、;(]\s?)(?:其中[,:]?)?(?P<name>[\u4e00-\u9fffA-Za-z“”]{2,16}?)(?:已|仅|只|才|累计|实际|共)*(?:完成|建成|改造|实现|新增|到位|发放)(?:了|约|近)?\s?$"
)


def _each_did(first: Reading, second: Reading) -> bool:
    """灌排项目完成16.3亿元,其他项目仅完成0.9亿元: each tells of its own, in one form of words."""
    one, other = _NAME_DID.search(first.lead), _NAME_DID.search(second.lead)
    if one is None or other is None or first.quantity.noun != second.quantity.noun:
        return False
    return one["name"] != other["name"] and names.folded(one["name"]) not in names.folded(other["name"])


def _has_its_goal(found: Sequence[Reading], first: Reading, second: Reading) -> bool:
    """企业20家(任务25家),已入规18家: the bracket right behind the number holds its goal, and no part of it."""
    inside = (r for r in found if first.start < r.start < second.start and r.bracket and r.voice == "promise")
    return any(r.base > first.base and SOME_OF_IT.match(r.lead) is None for r in inside)


def _behind(found: Sequence[Reading], index: int) -> Iterator[Reading]:
    """The next numbers; of a list with one predicate (分别下降3%、4%、5%) those behind the list."""
    first = found[index]
    listed = first.measure == "growth" and plain_rates.is_listed(first)
    following = islice(found, index + 1, index + 1 + (_FAR if listed else _REACH))
    behind = (r for r in following if not listed or r.clause_start != first.clause_start)
    return islice(behind, _FAR if listed else _REACH)


def _tells(between: str, first: Reading, second: Reading) -> bool:
    """Whether the words between the two, or the second's own, say that it was done."""
    if second.voice != "report" or not counts_alike(first.own, first.quantity.noun, second.quantity.noun):
        return False
    if first.measure in ("growth", "change"):
        return plain_rates.answers(between, first, second)
    if _ANSWERS.search(between) or _FOUND.fullmatch(between) or _is_exact(between, first, second):
        return True
    if _opens(second) and second.base < first.base and _DONE_BEHIND.match(second.tail):
        return True
    if _started_of(first, second):
        return True
    finished = _FINISHED.search(between) and not _BEGUN.search(first.own + first.lead)
    return second.base <= first.base and bool(finished or (_opens(first) and _did_last(between)))


def _is_exact(between: str, first: Reading, second: Reading) -> bool:
    """减少贫困人口6万人以上,减贫6.32万人: the bounded number told again, exactly, under two characters of its name."""
    verb = second.lead.lstrip(", ")
    known = len(verb) == 2 and (verb in first.own or verb[0] == first.own[:1])
    return known and between.startswith("以上,") and second.quantity.noun == first.quantity.noun


_STARTED = sought(r"(?:已|均已|已经)(?:新?开工|动工)")


def _started_of(first: Reading, second: Reading) -> bool:
    """争取开工项目35个,城北水库等14个已开工建设: a beginning that was promised, begun."""
    led = _opens(second) or second.clause_lead.endswith("等")
    return "开工" in first.own and led and second.base <= first.base and _STARTED.match(second.tail) is not None


_JUST_DONE = sought(r"[,、]?\s?(?:目前|现)?,?已完成(?:了)?\s?")  # 签约服务对象25万人已完成18万人
_ENTERED = sought(r"签约|签[订署]|申报|推荐|受理|报名")


def goes_beyond(between: str, first: Reading) -> bool:
    """签约项目39个,已注册31家: what became of those that came in; it was no plan, unless the word is said again."""
    words = _ENTERED.findall(first.own)
    return bool(words) and not any(word in between for word in words) and _JUST_DONE.fullmatch(between) is None


def _of_promised_rate(found: Sequence[Reading], second: Reading) -> bool:
    """Whether a rate stands behind it that was promised: then the two counts are what the rate is made of."""
    rate = next((r for r in found if r.start > second.start and r.sentence == second.sentence), None)
    if rate is None or rate.measure not in ("percent", "completion"):
        return False
    alike = (p for p in found if p.voice == "promise" and p.measure == rate.measure)
    return any(names.likeness(p.name, rate.name) >= 0.5 for p in alike)


def _of_the_same(text: str, found: Sequence[Reading], first: Reading, second: Reading) -> bool:
    """Whether the second number is said of the first one's thing, or of nothing but what was done."""
    own = sought(r"^.*?(?:已|现)").sub("", second.own)
    if not own or names.BARE_VERB.fullmatch(own) or names.likeness(first.own, second.own) >= 0.5:
        return True
    if len(names.folded(second.own)) <= 2:
        return True
    if _opens(first) and _DID_TO_THEM.fullmatch(text, first.quantity.end, second.start) is not None:
        return first.quantity.noun == second.quantity.noun
    nurtured = _NURTURED.match(first.own) and len(own) <= 6 and names.stage(own) == "application"
    return bool(nurtured) or is_dated_answer(text, found, first, second)


def _fits_its_share(between: str, found: Sequence[Reading], first: Reading, second: Reading) -> bool:
    """Whether a share that is told right behind is not one of another plan, and the sizes are possible."""
    after = next((r for r in found if r.start > second.start), None)
    told = after is not None and after.voice == "claim" and after.sentence == second.sentence and not after.bracket
    if after is None or not told or explains(after, second, first):
        return abs(second.base) <= abs(first.base) * 20
    near = first.base != 0 and abs(second.base / first.base * 100 - after.value) < 12
    said = wording.RATE_OF.search(after.clause_lead) or sought(r"已|完成").search(between)
    return near and bool(said) and not _OF_PLAN.search(after.clause_lead)


_WORKS = sought(r"(?:隧道|桥梁|桩基|路基|标段|主体|涵洞|匝道|箱梁|立柱|管廊|厂房|楼栋|单体)")


def _component(found: Sequence[Reading], index: int) -> bool:
    """年度计划9亿元,完成9.3亿元,6座隧道已贯通4座: a part of the work whose plan stands before it."""
    first = found[index]
    if _WORKS.search(first.own) is None:
        return False
    return any(
        p.voice == "promise" and p.cued and first.sentence - 1 <= p.sentence <= first.sentence for p in found[:index]
    )


_DID_LAST = re.compile(
    r"^[^,;。]{2,24}(?:完成|建成|完工|竣工|改造|整治|完成(?:治理|处理|清理|搬迁|关停|整改|处置|修复|拆除|安装|更换|验收))$"
)
_DID_TO_THEM = sought(  # 28家|加油站完成油气回收改造|21家
    r"[^,;。\d]{2,16}完成[^,;。\d]{2,8}(?:改造|整治|治理|处理|清理|搬迁|修复|拆除|安装|更换|提升|升级|验收)"
)


def _did_last(between: str) -> bool:
    return _DID_LAST.search(between) is not None or _DID_TO_THEM.fullmatch(between) is not None


def _opens(r: Reading) -> bool:
    """3条背街小巷改造完成2条: the number stands first in its clause."""
    return not r.clause_lead.strip()


# 东片区3座已投用,西片区4座已投用: each number has its own word
_TOLD_ITSELF = sought(
    r"[^。;]{0,4}(?:加上|连同|加之)|[^,。;、\d]{0,8}(?:已|正在)[^,。;、\d]{1,8}[,、][^,。;\d]{1,10}(?<![已完成])$"
)


def _paid_out(first: Reading, second: Reading) -> bool:
    """争取补助资金2.37亿元,已拨付1.64亿元; 完成投资2100万元,已支付1500万元: it was no plan."""
    if _SPENT.search(second.lead) is None:
        return False
    received = sought(r"争取|获得|收到|到位|下达|发行|募集|筹措|(?:资金|补贴|补助|奖补|经费|专款|债券)$").search(
        first.own + first.lead
    )
    return received is not None or _COMPLETED.search(first.lead) is not None


_SPENT = sought(r"拨付|支付|使用|支出|兑付")
_COMPLETED = sought(r"(?:^|[,、;])\s?(?:已|累计|实际)?完成(?:固定资产)?(?:总?投资|工程量|产值|工作量)(?:约|近)?\s?$")


def _counted_up(between: str, first: Reading, second: Reading) -> bool:
    """新认定2个,累计达到39个; 今年新建310个,累计建成2860个: an addition and all there are."""
    if second.base > first.base and sought(r"累计(?:已|分别|均)*(?:达到?|有|突破)\s?$").search(between) is not None:
        return True
    added = _ADDED.search(first.own + first.lead) is not None and second.base > first.base * 2
    return added and _ALL_THERE_ARE.search(between) is not None


_ADDED = sought(r"新(?:建|增|组建|培育|认定|创建|发展|登记|注册)|净增")
_ALL_THERE_ARE = sought(r"(?:累计|现有|实有|共有|拥有|总数|总量)[^,。;\d]{0,12}$")


_NURTURED = sought(r"新?(?:培育|增|创建|认定|评定|申创|争创|引进|孵化|选树)")  # 培育龙头企业5家,目前推荐申报8家
