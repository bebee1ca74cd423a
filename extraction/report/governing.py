"""What a period expression governs: results, what lies ahead, or neither; the few characters beside it say so."""

from __future__ import annotations

import re
from typing import Literal

from extraction.sought import sought

Governs = Literal["cumulative", "forecast", "other"]

_BASE_BEFORE = sought(r"(?:[比较同与]|相比|低于|高于|对比|基数|去年|上年|往年)$")
_WAITED_FOR = (  # 待年终统计, 延至明年上半年: until when something has to wait
    "待", "有待", "留待", "须待", "等",
    *(word + to for word in ("延", "推迟", "延期", "推后", "延后", "顺延", "结转", "调整") for to in ("至", "到")),
)  # fmt: skip
_PUT_OFF = ("调整", "安排", "结转", "延后", "推后")  # 统一安排|至10月开班
_DUE = sought(  # 完成时限:|2024年12月底
    r"(?:(?:时|期)限|(?:[完建]成|办结|竣工|完工)(?:时间|日期)|时间(?:节点|要求))(?:要求)?[:为是]\s?$"
)
_COMPARED = sought(r"[的]?(?:同期|同比基数|基数)")
_AHEAD_BEFORE = re.compile(
    r"预计|预测|预期|力争|有望|确保|争取|计划|拟|将|可望|推迟|延期|顺延|延至|推至|定于|下一步|要在"
)
_LEFT_FOR = sought(
    r"剩余|其余|余下|剩下|尚余|(?:安排|列入|纳入|列为|转入|转到|放在|放到|留在|留到|结转)在?$"
)  # 其余29口放在|四季度实施
_PLANS = sought(r"(?:打算|(?:工作|下步|后续|推进|追赶)(?:安排|计划)):$")  # 打算:|四季度新增36万平方米
_NEXT_WORK = sought(r"(?:重点|主要)?工作(?:计划|安排|打算|要点|思路)")
_WORK = sought(r"(?:重点|主要)?工作(?:任务|重点|举措|措施)?(?P<what>是|为|将|:|[ \n]|$)")  # 四季度重点工作
_NUMBERED = re.compile(r"(?:^|[\n 。;])\(?[一二三四五六七八九十]{1,2}[、)]$")
_AHEAD_AFTER = sought(
    r"[,的还]?(?:预计|预测|力争|有望|可望|将|要|确保|争取|计划|拟|可(?!比)|安排|打算|工作(?:计划|安排|打算|要点)"
    r"|再(?![次度])|继续|加快|还?需(?=[完建新改])|[还尚]要|全力|冲刺)"
)
_GOAL = sought(
    r"(?:的|度|度的|各项|总|工作|既定|预期|投资|收入|生产|考核|奋斗|重点)*(?:目标|控制|任务|计划|预算|指标|预期"
    r"|数据?尚|需|应)"
)
_REACHED = re.compile(r"(?:完成|实现|达到|夺取)了?$")
_WHAT_IT_ASKS = sought(r"[\u4e00-\u9fff]{0,6}?(?:任务|目标|计划|指标)(?!.{0,3}[情进])|开门红")  # 完成首季征缴任务
_FIGURES = sought(r"(?:主要|重点|经济|部分|各项)+指标")  # 1-7月重点指标: what is told of, no yardstick
_EVENT = sought(  # 施工队3月才进场,目前完成80%; 5月份开工: when something began or came, no period of results
    r"份?(?:正式|全面)?(?:新?开工|动工|启动|开建|开班|完工|竣工|投用|交付|通车|开园)(?:建设)?(?:[,、;。]|$)"
    r"|份?(?:才|又|再|集中|统一|新)?(?:下达|交办|转办|分解|部署|追加|增补)(?:[,、;。]|$)"  # 追加的5月下达,已改造31户
    r"|份?(?:印发|出台|下发|签订|制定|部署|召开)的"  # 3月印发的方案提出: when it was set
    r"|份?,[\u4e00-\u9fff]{0,12}(?:签订|印发|召开|出台|下发)[\u4e00-\u9fff]{2,12}(?:[:,。]|$)"
    r"|份?(?:才|方才|始)|份?[^,。;\d]{0,6}(?:进场|进驻|出台|印发|获批|批复|到位|摘牌|开标|定标)[^,。;\d]{0,3}[,;]"
)
_DECISIVE = sought(  # 四季度是决战期: what the time is called, mostly before it is over
    r"(?:正?是|为|进入|属于|也是|又是|已是)[^,。;\d]{0,10}(?:期|关头|关口|窗口|时刻|节点|阶段|季|之战|收官)(?:[,、。;!]|$)"
)
_COUNTED = sought(r"[^,。;]{0,8}?\d")
_SENTENCE_END = re.compile(r"[。;!?\n]")
_ANSWERED = re.compile(r"情况|进展|进度|执行|落实|推进|总结|通报|报告|汇报|小结|[月旬季周快简]报|公示|督查|自评")
_GOES_ON = re.compile(  # 下半年|持续推进土地托管: what is still to be done
    r",?(?:持续|继续|着力|聚焦|深入|大力|积极|扎实|统筹|狠抓|抓[好实紧]|紧盯|突出|努力|坚持)"
)
_SHARED = re.compile(r"(?:占|完成|超|超过|达到?|为|相当于|距|达)$")
_HELD_TO = re.compile(r"(?:按照?|对照|对标|围绕|根据)$")  # 按照2020年度处理率95%的目标
_DEADLINE = sought(r"(?:之|以)?前(?![三两]|[0-9])|以内|内(?!容)")
_INTO_NEXT = sought(r"[-至到](?:[次明来翌]年|20\d\d年)")  # 10月至次年3月: a season of work
_RESULT = sought(r"[,:]|已|累计|共|全[省市县旗区]|我[省市县旗区]|实际|止|为止|(?:完成|建成|完工|竣工|新增|达到?)[0-9]")
_CELL_BEFORE, _CELL_AFTER = (
    re.compile(r"(?:^|[|\t\n])[ ]?$"),
    re.compile(r"(?:累计|完成|进度|进展|情况|数|止)*[ ]?(?:$|[|\t\n])"),
)
_AS_OF = re.compile(
    r"(?:统计|数据|进度|更新|截[止至])(?:统计|截[止至]|更新)?(?:时间|日期)[:]?[ ]?$"
)  # 统计时间:2023年9月25日
_HEADED = re.compile(
    r"(?:进度|进展|情况|完成数?|实绩|数据|表|台账|统计|汇总|一览|通报|[月旬季周快简]报|清单|排名|公示)"
    r"[ \n]{0,2}[(\[【]$"
)


def governs(folded: str, match: re.Match[str], year: int | None) -> Governs:
    near = folded[max(0, match.start() - 12) : match.start()]
    before, after = _clause(near), _SENTENCE_END.split(folded[match.end() : match.end() + 14], maxsplit=1)[0]
    if year == -1 or _BASE_BEFORE.search(before) or _COMPARED.match(after) or before.endswith(_WAITED_FOR):
        return "other"
    if _DUE.search(near) or _DECISIVE.match(after):
        return "other"
    if match["until"] in ("至", "到") and before.endswith(_PUT_OFF):
        return "other"
    if not match["to_month"] and (_DEADLINE.match(after) or _INTO_NEXT.match(after)):
        return "other"
    if _NEXT_WORK.match(after) or (match["quarter"] and _heads_next_work(near, after)):
        return "forecast"
    if _is_goal(match, before, after):
        return "other"
    answered = (_ANSWERED.search(before) and not before.endswith(_JOINED)) or _answers(after)
    ahead = _AHEAD_AFTER.match(after) or _AHEAD_BEFORE.search(before) or _PLANS.search(near.removesuffix(before))
    alone = not (match["to_month"] or match["counted"] or match["half"] or (match["until"] or "").startswith("截"))
    if year == 1 or (not answered and (ahead or (alone and _LEFT_FOR.search(before)))):
        return "forecast"
    if match["half"] and match["half"].startswith("下") and (not answered or _GOES_ON.match(after)):
        return "forecast"
    return "cumulative" if _tells(match, near, after) else "other"


def _heads_next_work(near: str, after: str) -> bool:
    """二、四季度重点工作; 四季度重点工作是加快剩余小巷整治: what comes next, unless the words go on to how it went."""
    said = _WORK.match(after)
    return said is not None and (said["what"] in ("是", "将") or _NUMBERED.search(near) is not None)


def _clause(text: str) -> str:
    """What stands behind the last punctuation mark."""
    return sought(r"[,。;、:!?》()|\[\]【】\t\n]").split(text)[-1]


_JOINED = ("及", "和", "与", "暨")  # 上半年完成情况及|下半年打算
_NAME_ENDS = sought(r"[,:]|\s\(?[一二三四五六七八九十]{1,2}[、)]")  # 下半年打算 一、完成情况: a page in one line


def _answers(after: str) -> bool:
    """Whether the clause goes on as the name of a report: 上半年计划执行情况."""
    return _ANSWERED.search(_NAME_ENDS.split(after, maxsplit=1)[0]) is not None


def _is_goal(match: re.Match[str], before: str, after: str) -> bool:
    """全年任务, 上半年目标, 占全年的32%: a yardstick, not a period of results."""
    if _GOAL.match(after) and not _answers(after):
        return not (match["to_month"] and _FIGURES.match(after))
    if not match["to_month"] and _REACHED.search(before) and _WHAT_IT_ASKS.match(after) and not _answers(after):
        return True
    return bool(match["full"] and (_SHARED.search(before) or _HELD_TO.search(before) or after.startswith("的")))


def _tells(match: re.Match[str], near: str, after: str) -> bool:
    """Whether a point in time closes a period of results, and is no event or date of a letter."""
    if match["dated"] or (match["until"] or "").startswith(("截", "年初")):
        return True
    if match["month"] and not (match["until"] or match["to_month"]) and _EVENT.match(after):
        return False
    if match["month"] and not (match["until"] or match["to_month"]) and near.endswith(("已于", "均于", "已在")):
        return _COUNTED.match(after) is not None  # 已于8月份提前完成: when it happened; 已于8月完成640个
    if match["from_day"] and not (match["from_month"] in ("1", "01", "一") and match["from_day"] in ("1", "01", "一")):
        return False
    if match["full"] and match["full"][-1] in "底末":
        return False
    if match["day"] or match["part"] or (match["to_month"] and match["to_part"]):
        if _HEADED.search(near) or _AS_OF.search(near) or sought(r"止|为止").match(after):
            return True
        in_cell = _CELL_BEFORE.search(near) and _CELL_AFTER.match(after)
        return bool(in_cell or (not match["day"] and _RESULT.match(after)))
    return True
