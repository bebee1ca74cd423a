"""Who set a goal, and by which verb, says nothing of what was promised.

责任书要求|农村自来水普及率达到93%; 省人代会提出今年|新增高速公路通车里程300公里; 省安委会下达的全年|死亡人数;
对照市委一号文件确定的|培育100家的目标; 年初政府工作报告提出的“|新增规上企业60家”; 县里给定的|秸秆利用指标.
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.words import names

_SET = sought(
    r"[^,。;:、\d]{0,14}?(?:书|状|会|大会|会议|报告|方案|文件|规划|纲要|意见|通知|要点|清单|合同|协议|自治[区州]|[国省市县旗区州厅局委办部处镇乡]|政府|上级|国家|长|我们)》?"
    r"(?:里|上|中|级)?(?:给[我全本][国省市县旗区州镇乡局委办]{1,2}(?=[定下安确核]))?(?:定(?=的|了)|明确|要求|提出|核定|下达|确定|规定|部署|安排|布置|交办|约定|承诺)(?:的|给|了)*"
    r"(?:[我全本][国省市县旗区州镇乡局])?(?:的)?(?:硬|主要|考核|约束性)?(?:任务|目标|指标)?(?:是|为)?(?:今年|全年|年度|本年度?|年内)?(?:要|应|须|需)?"
)
_OPENED = sought(
    r"要求(?=..)|(?:确定|核定)(?=[\u4e00-\u9fff]{3})|(?:确定|核定|明确|提出|部署)(?:了|的)?(?=[新改扩建培引创完解])"
)


def without_setter(name: str) -> str:
    """The name from the verb of setting on, where enough of it is left: 责任书要求普及率 -> 普及率."""
    said = _SET.match(name) or _OPENED.match(name)
    rest = name[said.end() :] if said else name
    return rest if len(names.folded(rest)) >= 2 else name


THAT_ALONE = sought(  # 眼下这一数字为78.5%
    r"(?:眼下|目前|现在?|如今)?(?:这一?|该项?|上述|此项?)(?:数字|数据|数值|比例|比率|比重|指标)"
)
GOAL_ALONE = sought(  # 死亡4人,不突破年度控制指标7人: what a goal is called says nothing of what it is of
    r"(?:完成|实现)?(?:(?:[不未没]有?(?:突破|超过|超出?)|控制在|年度|全年|年初|今年|本年|常年|[国省市县旗区州]定|[省市县旗]级|上级|国家)|“?十[一二三四]五”?|期间|规划"
    r"|控制|调控|管控|约束性|考核|预期|预算|目标|任务|计划|指标|要求|达标|红线|底线|线|标准|值|数|保持|累计|年)*"
    r"(?:预算|指标|控制数|控制线|控制|目标值|目标|规划|达标线|达标|红线|底线|“?十[一二三四]五”?|常年(?:保持)?)"
    r"(?:保持|下降|增长|累计|在|为|是)*"
)


SETTER_ALONE = sought(  # 距国家要求的年底100%; 按照市委、市政府“确保27亿元、力争28亿元”的要求
    r"(?:按照?|根据|对照|围绕|紧扣)(?:(?:国家|中央|上级|[省市县旗区州](?:里|级|委|政府|局)?)[、和]?)*"
    r"|国家|中央|上级|自治[区州]|[省市县旗区州](?:里|级|委|政府)?"
)


_WHO = (
    r"(?:[省市县区州盟旗厅局委办]|国家|上级|中央|政府|人代会|人大|两会|文件|报告|方案|责任[书状]|规划|纲要|年初"
    r"|会议|协议|通知)"
)
_SETS = (
    r"(?:确定|提出|给定|预定|制定|批准|签订|规定|明确|下达|核定|分解|自定|议定|设定|安排|部署|交办|定下|约定|要求"
    r"|列出|承诺|(?<![认评鉴审测稳固])定)"
)
_SET_BY = sought(
    rf"^(?:按照?|根据|依据|依照|对照|围绕|落实|距离?|比|较|与|和|在|而)?[^,。;:\d“”]{{0,12}}?{_WHO}(?:第\d{{1,3}}[条项款])?[^,。;:\d“”]{{0,10}}?{_SETS}"
    r"(?:给)?(?:要求)?(?:的|“|我[省市县旗区州]|全[省市县旗区州]|$)“?"
)
_DEMANDS = sought(rf"^[^,。;:\d“”]{{0,8}}?{_WHO}[^,。;:\d“”]{{0,6}}?要求(?=[\u4e00-\u9fff]{{3}})")


SET_ALONE = sought(  # 完成省政府年初下达考核|目标任务98亿元: who set it, when and for what is no name
    rf"[^,。;:\d“”]{{0,8}}?{_WHO}(?:年初|今年|本年|全年|给)*{_SETS}(?:给|的|我[省市县旗区州])*(?:考核|控制|工作|年度|预期|既定|约束性|今年|全年|年内|全|年)*"
)
PACE_ALONE = sought(r"(?:欠|超|落后|滞后|低于|高于)?按?(?:时序|序时|时间)(?:进度)?(?:要求)?应?")  # 时序应完成26.4亿元
NAMES_NOTHING = (THAT_ALONE, GOAL_ALONE, SETTER_ALONE, SET_ALONE, PACE_ALONE)
_NAMED_FIRST = sought(  # 固定资产投资年初下达|任务245.7亿元
    r"([\u4e00-\u9fff]{4,20}(?<![会府委局厅办部书状案划告件知要议里省市县旗区州]))(?:(?:年初|全年)(?:下达|确定|核定|安排)的?|[国省市县旗区州](?:定|下达))"
)


_SET_AT_STAGE = sought(  # 危房改造任务为|开工
    r"(?<=..)(?:目标)?任务(?:分别|主要)?[为是]:?(?=(?:新?开工|动工|(?:基本)?建成|竣工|完工|交付|入住|完成投资)$)"
)


def without_introduction(words: str) -> str:
    """The words without who set the goal; empty where nothing else stands there, or no name before it."""
    words = _SET_AT_STAGE.sub("", words) if "任务" in words else words
    if named := _NAMED_FIRST.fullmatch(words):
        return named[1]
    match = _SET_BY.match(words) or _DEMANDS.match(words)
    return words[match.end() :] if match else words
