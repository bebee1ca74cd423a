"""Who set a goal, and where: words that introduce it and are no part of its name.

对照市委一号文件确定的培育100家的目标        培育
年初政府工作报告提出的“新增规上企业60家”    新增规上企业
县里给定的秸秆利用指标                       秸秆利用
"""

from __future__ import annotations

from extraction.sought import sought

_WHO = (
    r"(?:[省市县区州盟旗厅局委办]|国家|上级|中央|政府|人代会|人大|两会|文件|报告|方案|责任[书状]|规划|纲要|年初"
    r"|会议|协议|通知)"
)
_SETS = (
    r"(?:确定|提出|给定|预定|制定|批准|签订|规定|明确|下达|核定|分解|自定|议定|设定|安排|部署|交办|定下|约定|要求"
    r"|列出|承诺|(?<![认评鉴审测稳固])定)"
)
_SET_BY = sought(
    rf"^(?:按照?|根据|依据|依照|对照|围绕|落实|距离?|比|较|与|和|在|而)?[^,。;:\d“”]{{0,12}}?{_WHO}[^,。;:\d“”]{{0,10}}?{_SETS}"
    r"(?:给)?(?:要求)?(?:的|“|我[省市县区州]|全[省市县区州]|$)“?"
)
_DEMANDS = sought(rf"^[^,。;:\d“”]{{0,8}}?{_WHO}[^,。;:\d“”]{{0,6}}?要求(?=[\u4e00-\u9fff]{{3}})")


def without_introduction(words: str) -> str:
    """The words without who set the goal; empty where nothing else stands there."""
    match = _SET_BY.match(words) or _DEMANDS.match(words)
    return words[match.end() :] if match else words
