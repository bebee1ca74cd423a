"""The bracket right behind a named number that tells what became of it: 新增规上企业20家(目前已入库13家)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import BRACKETS
from extraction.sought import sought
from extraction.words import names

_SAYS_DONE = sought(  # (目前已入库|13家), (截至9月底完成|1.9万亩)
    r"(?:目前|现|截至[^,;()]{1,8}?|[\d-]+月(?:份|底|末)?|上半年|前?[一二三]季度)?[,]?(?:已|现|累计|实际|共)*(?:完成|建成|竣工|完工|新增|改造|安装|投用"
    r"|交付|入库|认定|挂牌|授牌|命名|上线|开通|更换|更新|加固|拆除|发放|培训|引进|通车|到位|办结|治理|新建|整治|销号|开放|签约|培育|救助|筹集|实施)(?:了|约|近)?\s?$"
)
_STOOD = sought(  # (三季度末|134个), (6月末达到|60.4%)
    r"(?:截至)?(?:\d{1,2}月[底末]|1-\d{1,2}月|[前第]?[一二三]季度末?|上半年末?)[,]?(?:累计|已)?(?:为|达到?)?\s?"
)
_TOLD_BEFORE = sought(r"已|累计|共|目前|截至|月|季度|半年|同比|其中")
_MADE = sought(r"建成|完成|竣工|完工|发放|交付|投用|到位|争取|兑现")
_NEAR = 24  # characters between the two numbers
_MOST = 2  # times the first that the second may be


def bracket_answer(found: Sequence[Reading], index: int) -> Reading | None:
    """The number in the bracket that answers this one; None where this one tells, or the bracket does not."""
    first = found[index]
    second = found[index + 1] if index + 1 < len(found) else None
    if second is None or not second.bracket or first.bracket or second.voice not in ("context", "report"):
        return None
    before = BRACKETS.sub(
        "", first.clause_lead
    )  # 新建63座(已建成41座)、绿道20公里(已建成12公里): each tells of its own
    if names.stage(first.own) not in (None, "visits") or _TOLD_BEFORE.search(before):
        return None  # 贷款授信40亿元(已到位11.6亿元); 上半年共建成180个(已投用130个)
    stood = _STOOD.fullmatch(second.lead.lstrip("( ")) is not None and first.voice != "promise"
    if stood and _alike(first, second) and (first.measure == "amount" or _BOUNDED.search(first.lead)):
        return second
    did = _MADE.search(before)
    if did is not None and did.group() not in second.lead:
        return None  # 建成驿站12座(已投用9座)
    amounts = first.measure == second.measure == "amount" and _alike(first, second)
    said = second.lead.lstrip("( ")
    told = _SAYS_DONE.fullmatch(said) is not None or _does_it(first, said) or _did(said)
    return second if amounts and told else None


_AGAIN = sought(r"(?:已|现|累计|实际|均)*(?:完成)?(?P<verb>[\u4e00-\u9fff]{2})(?:了)?\s?")


def _does_it(first: Reading, said: str) -> bool:
    """古树名木挂牌保护180株(完成挂牌172株): the plan's own verb again."""
    again = _AGAIN.fullmatch(said)
    return again is not None and again["verb"] in first.own and names.stage(again["verb"]) is None


_DID = sought(r"(?:目前|现|截至[^,;()]{1,8}?,?|1-\d{1,2}月)?(?:现|均)?已(?P<verb>[\u4e00-\u9fff]{2})(?:了)?\s?")
_DEEDS = frozenset(  # what is done of a plan; not what becomes of what there is: 老人512名(已入住118名)
    [
        "演出",
        "放映",
        "举办",
        "开展",
        "组织",
        "播出",
        "巡演",
        "栽植",
        "栽种",
        "种植",
        "抚育",
        "播种",
        "收购",
        "储备",
        "投放",
        "配备",
        "建立",
        "设立",
        "组建",
        "签订",
        "创建",
        "评选",
        "评定",
        "检测",
        "抽检",
        "检查",
        "筛查",
        "体检",
        "接种",
        "救治",
        "手术",
        "资助",
        "慰问",
        "配送",
        "回收",
        "清运",
        "清理",
        "清淤",
        "疏浚",
        "修复",
        "加装",
        "增设",
        "增加",
        "购置",
        "采购",
        "搬迁",
        "腾退",
        "征收",
        "培养",
        "选派",
        "招聘",
        "招募",
        "转移",
        "铺设",
        "架设",
        "敷设",
        "改建",
        "扩建",
        "升级",
        "提升",
        "维修",
        "修缮",
        "打造",
        "布设",
        "设置",
        "安置",
        "盘活",
        "化解",
        "压减",
        "淘汰",
        "关停",
        "编制",
        "制定",
        "出台",
        "发布",
        "推广",
        "应用",
    ]
)


def _did(said: str) -> bool:
    """阅读活动300场(已举办235场): one of the verbs of what is planned to be done."""
    did = _DID.fullmatch(said)
    return did is not None and did["verb"] in _DEEDS


_BOUNDED = sought(r"(?:达到?|提[高升]到|降[到至]|不低于|不高于|控制在|保持在|稳定在)\s?$")


def _alike(first: Reading, second: Reading) -> bool:
    same = second.sentence == first.sentence and second.quantity.noun == first.quantity.noun
    at_once = 0 <= second.start - first.quantity.end <= _NEAR and second.base <= first.base * _MOST
    return same and at_once


_YET = sought(r"\([^()\d]{0,12}(?:实施|启动|开展|推进|进行|施工|未|待|正在|拟|招标|前期|办理)[^()\d]{0,8}\)")


def answer_alike(text: str, found: Sequence[Reading]) -> None:
    """新建59个(完成53个)、清欠4623万元(完成2866万元): where one of a list is a goal so is each, in place.

    森林抚育3万亩(完成1.1万亩),封山育林2万亩(秋季实施): also one of which the bracket tells no number.
    """
    shown: set[tuple[int, str]] = set()
    for first, second in pairwise(found):
        if first.voice == "promise" and second.voice == "report" and second.bracket and not first.bracket:
            shown.add((first.sentence, second.lead.strip("( ")))
    for first, second in pairwise(found) if shown else ():
        same = second.bracket and (first.sentence, second.lead.strip("( ")) in shown and not first.bracket
        alike = first.quantity.noun == second.quantity.noun and first.measure == second.measure == "amount"
        if same and alike and first.voice == "report" and second.voice in ("context", "report") and first.own:
            first.voice, second.voice, second.own, second.subject = "promise", "report", "", first.name
            first.cued = second.cued = True
    lists = {sentence for sentence, _ in shown}
    for r in found if shown else ():
        plain = r.voice == "report" and r.measure == "amount" and not r.bracket and r.own and not r.part
        if plain and r.sentence in lists and _YET.match(text, r.quantity.end) and not _TOLD_BEFORE.search(r.lead):
            r.voice = "promise"
