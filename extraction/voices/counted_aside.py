"""What is counted in passing and was promised by nobody: a comparison, what waits, those who are told to act.

改造计划52公里(比市里少_3公里)              how far a plan is from another's
入库15家,待审_6家                           what waits for somebody's word
完成19家,河西等镇_7家尚未动工               where they are still to be done
省级下达_1.3亿元,各县已兑付7800万元          money from above
城南、临江_三个园区要把欠账分解到月          who is to act
盯紧江北大桥等_8个重大项目                  what eyes are kept on
每个乡镇抽查不少于_30户                     how an inspection shall be done
任务分为_两块:                              in how many parts a task is told
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import CONTEXT, FORECAST, Place, Said, only_with

_MORE_THAN = sought(
    r"(?:^|[,、;(])\s?(?:比|较)(?!重)[^,。;:()\d]{1,12}?(?:多|少|高|低|大|长|短)(?:出|了|安排|下达)?\s?$"
)
_WAITS = sought(
    r"^[,、;]?\s?(?:另有?|还有|其余)?(?:待(?:审核?|批复?|核|评审?|定|报|认定|入库|公示|命名|授牌)|公示中?|在[审批评]|送审|[审报][核批]中|评审中)\s?$"
)
_AT_PLACES = sought(r"^[,、;]?[^,。;\d]{1,20}(?:乡镇|镇街|街道|园区|社区|镇|乡|县|区|村)(?:的|有)?\s?$")
_NOT_YET = sought(r"(?:尚|还|仍|均)+未(?:能)?(?:全部)?(?:动工|开工|启动|完成|完工|建成|进场|竣工|招标)")
_SMALL = 10  # parts that a task is told in
_WHO_ACTS = sought(
    r"(?:[\u4e00-\u9fff]{0,4}(?:园区|片区|镇街|街镇|乡镇|街道|县区|县市|单位|部门|镇|乡|县))"
    r"(?:主要负责(?:人|同志))?(?:都|均)?(?:要|须|应|需|必须|务必)(?!求)(?:把|将|对照|对标|加快|抓紧|认真|切实|逐|进一步|强化|"
    r"严格|倒排|主动|迅速|尽快|深刻|查找|说明|书面|[于在]?\d{1,2}月[^,。;]{0,6}前[^,。;\d]{0,6}(?:报|说明|提交|整改|补齐))"
)
_WATCHED = sought(r"(?:盯住|盯紧|紧盯|盯牢|盯准|紧紧抓住)[^,。;\d]{0,40}$")
_WATCHED_KIND = sought(r"(?:重大|重点|续建|新建|在建|关键|薄弱|滞后|未开工)*(?:项目|工程|短板|环节|领域|指标)")
_EACH = sought(
    r"每(?:个|一)?(?:县市区|县区|乡镇|镇街|街道|社区|县|区|镇|乡|村|项目)[^,。;\d]{0,6}(?:不少于|至少|不低于|抽查?)\s?$"
)
_INSPECTS = sought(
    r"(?:组织|派出?|开展|安排|采取|进行|组成)[^。;]{0,20}(?:暗访|核查|抽查|验收|督[查导]|检查|复核|复查|回访)"
)
_PARTED = sought(r"分(?:为|成)?\s?$")
_PARTS = {
    "块": sought(r"\s?[:,。;]"),
    "部": sought(r"分\s?[:,。;]"),
    "类": sought(r"\s?[:,。;]"),
    "项": sought(r"\s?[:]"),
    "个": sought(r"(?:方面|部分|层次|板块)\s?[:,。;]"),
}
_BOOKS = sought(r"(?:政府|财政)?(?:预算|账|帐)")
_MORE_LATER = sought(
    r"(?:下半年|四季度|三季度|后[一两三四五六]个?月|下一?阶段|下一?步)(?:还|将|拟|计划|要|力争|打算|准备|预计|争取)*"
    r"再(?:次)?(?:新|争|建|培|引|签|改|完|发|申|筹|投)[^,。;\d]{0,12}$"
)


_HANDED = sought(r"(?:中央|国家|上级|[省市县旗区州]级?|财政)(?:财政)?(?:已|共|累计)*下达(?:了|共|资金)?\s?$")
_PAID = sought(r"[,、;]\s?[^,。;\d]{0,10}?(?:兑付|拨付|支付|支出|发放|兑现)(?:了|资金)?\s?\d")


@only_with(_HANDED)
def handed_money(p: Place) -> Said | None:
    """省级下达_1.3亿元,各县已兑付7800万元: money that came from above, and what of it was handed on."""
    if not p.r.quantity.noun.endswith("元") or _HANDED.search(p.clause_lead) is None:
        return None
    return _aside(p.r) if _PAID.match(p.s.text, p.r.quantity.end) else None


def compared(p: Place) -> Said | None:
    """计划52公里(比市里少_3公里): how far a plan is from somebody else's."""
    if not p.r.bracket or p.r.quantity.is_percent or _MORE_THAN.search(p.clause_lead) is None:
        return None
    return _aside(p.r)


def waits(p: Place) -> Said | None:
    """入库15家,待审_6家: what waits for somebody's word is neither planned nor done."""
    if not p.s.promising or p.r.bracket or p.last is None or _WAITS.match(p.r.lead) is None:
        return None
    return _aside(p.r) if p.last.quantity.noun == p.r.quantity.noun else None


def not_yet_at(p: Place) -> Said | None:
    """改造26家,完成19家,河西等镇_7家尚未动工: where they are still to be done."""
    last = p.last
    if last is None or last.quantity.noun != p.r.quantity.noun or last.sentence != p.r.sentence or p.r.bracket:
        return None
    found = _AT_PLACES.match(p.r.lead) and _NOT_YET.match(p.s.text, p.r.quantity.end)
    return _aside(p.r) if found else None


def who_acts(p: Place) -> Said | None:
    """城南、临江_三个园区要把欠账分解到月: who is told to act."""
    if p.r.quantity.noun not in ("个", "家", "园区", "镇", "乡", "县", "单位", "部门"):
        return None
    start = p.r.quantity.end if p.r.quantity.noun in ("个", "家") else p.r.quantity.end - len(p.r.quantity.noun)
    return _aside(p.r) if _WHO_ACTS.match(p.s.text, start) else None


@only_with(_WATCHED)
def watched(p: Place) -> Said | None:
    """盯紧江北大桥等_8个重大项目: what eyes are kept on."""
    if p.r.quantity.noun not in ("个", "项") or _WATCHED.search(p.clause_lead) is None:
        return None
    return _aside(p.r) if _WATCHED_KIND.match(p.s.text, p.r.quantity.end) else None


@only_with(_EACH)
def inspected(p: Place) -> Said | None:
    """县局将派核查组逐户验收,每个乡镇抽查不少于_30户: how an inspection shall be done."""
    found = _EACH.search(p.clause_lead) is not None and _INSPECTS.search(p.sentence_lead) is not None
    return _aside(p.r) if found else None


def parted(p: Place) -> Said | None:
    """任务分为_两块:…, 其他_三本预算: in how many parts a task is told, and how many books there are."""
    if p.r.quantity.noun == "本":
        return _aside(p.r) if _BOOKS.match(p.s.text, p.r.quantity.end) else None
    behind = _PARTS.get(p.r.quantity.noun)
    if behind is None or p.r.value > _SMALL or behind.match(p.s.text, p.r.quantity.end) is None:
        return None
    return _aside(p.r) if _PARTED.search(p.clause_lead) else None


@only_with(_MORE_LATER)
def more_later(p: Place) -> Said | None:
    """下半年计划再争取资金_300万元: what the months ahead shall add."""
    ended = p.s.cutoff_month is not None and p.s.cutoff_month < 12
    if not ended or p.s.promising or _MORE_LATER.search(p.clause_lead) is None:
        return None
    p.r.settled = True
    return FORECAST


def _aside(r: Reading) -> Said:
    r.settled = True
    return CONTEXT
