"""The noun behind a counted number: 4所_幼儿园_建成投用."""

from __future__ import annotations

import re

from extraction.numbers import units
from extraction.sought import sought
from extraction.words import names

_TAIL_STOP = re.compile(
    r"\n|已|可(?!比|再生|持续|循环|降解|追溯)|现已|在|正|完成|全部|平均|均|被|得到|通过|实现|达到|获|入选|纳入|,|;|。|:|\)|\(|、|”|投入|为|的\d|任务的|列"
    r"|占|同比|增长|较|比|开展|进行|参加|落户|、|和(?=\d)|及(?=\d)|以上|以内|左右|陆续|基本|顺利|预计|将|未(?!供|利用)|尚|仅|[只才](?=[完建开改新有])"
    r"|建成|建设(?=完)|改造(?=完)|推进|正在|进[展度](?=[较比偏缓滞慢迟明严不])"
)
# 32座_以及治理水土流失: what comes next, not what is counted
_NEXT = re.compile(r"(?:以及|和|及|与|并|同时)(?!美乡村|谐)")
_GOAL = sought(r"(?:年度|全年|[国省市县旗区]定|控制|调控|预期|约束性?|考核)+(?:目标|指标|任务|要求|数)")
_NEXT_STAGE = sought(r"(?:新?开工|在建|完工|竣工|建成|投用|封顶|签约|落地|投产|交付|入住|结业|上岗)")
_WHERE = sought(r"(?:点位|站点|布点|项目点|选点)")  # 其中3个点位已建成: where they are, not what
_BOUND = sought(r"^(?:以上|左右|以内)(?=[\u4e00-\u9fff“]{2})")  # 实施358户左右_农村危房改造
_AGED = sought(r"^(?:\d{1,3}(?:-\d{1,3})?(?:周岁|岁)(?:及?以[上下])?的?)")  # 5万名65岁以上老年人


_ON = sought(r"(?<=....)(?<![饱缓祥总平温共])(?:和|与|以?及)$")  # 7座小型水库除险加固和6个河段治理


_FUNDS = sought(  # 发放8600万元_创业贷款、3200万元_助学贷款
    r"(?:的)?(?P<name>[\u4e00-\u9fff]{2,8}(?:贷款|补贴|补助|债券|救助金|奖补|消费券))(?=[,。;、]|[和及已均全]|$)"
)


def counted_noun(tail: str, noun: str) -> str:
    """4所_幼儿园_建成投用: the noun behind a counted number."""
    counted = noun in units.COUNTED or noun in units.AREA or noun in (*units.LENGTH, "吨") or not noun
    if noun == "元" and (funds := _FUNDS.match(tail)):
        return funds["name"]
    tail = _AGED.sub("", _BOUND.sub("", tail))
    if not counted or not tail or sought(r"[\s,;。:、)”(]|以上|以下|以内|左右|余|多").match(tail):
        return ""
    if _NEXT.match(tail):
        return ""
    stop = _TAIL_STOP.search(tail)
    right = sought(r"^(?:的|个)").sub("", tail[: stop.start()] if stop else _ON.sub("", tail))
    if _GOAL.match(right) or _NEXT_STAGE.fullmatch(right) or (stop is not None and _WHERE.fullmatch(right)):
        return ""  # 低于103的控制目标; 完工26所开工9所
    right = sought(r"(?<=..)(?:共|总|累计)+$").sub("", right)  # 333个续建项目共|完成投资
    return right if len(names.folded(right)) >= 2 else ""
