"""Words of newspapers and of talk where bureaus have theirs.

打算开办45家, 原定增设9处       计划开办45家, 计划增设9处
学位拟增加3600个,已增加3815个  计划增加3600个
骑行道建好的有4.35公里         已建好4.35公里
悉数通过验收, 市里验收全部过关 全部通过验收
年度任务已告完成, 已按计划完成任务 已完成年度任务
全部做完                       已全部完成
近1.5万人喝上了安全水          解决饮水安全近1.5万人
计划更新40辆,已完成任务10辆    已完成10辆
房屋3200套,已签征收协议2105份  已签约2105份
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought
from extraction.text.plainer import Plainer, in_plain_words

_NUMBER = r"\d[\d,]{0,9}(?:\.\d{1,4})?\s?[万亿]{0,2}"
_MEANT = sought(  # what somebody meant to do, right before what is counted
    rf"(?<![\u4e00-\u9fff])(?P<lead>(?:今年|年初|全年|原本?|本|早先|起初|年前){{0,2}}(?:打算|原定|准备|拟定))"
    rf"(?=(?:要|再|先)?[\u4e00-\u9fff]{{1,4}}{_NUMBER}(?:{units.AMOUNTS}))"
    rf"|(?<=[\u4e00-\u9fff])(?P<inside>(?:年初|今年|原本?)?(?:打算|原定|拟定))(?=(?:要|再)?[\u4e00-\u9fff]{{1,4}}{_NUMBER}(?:{units.AMOUNTS}))"
)
_MEANT_AND_DID = sought(  # 学位拟增加3600个,已增加3815个
    rf"(?<=[\u4e00-\u9fff])(?P<inside>拟(?:再|要)?)(?=[\u4e00-\u9fff]{{1,4}}{_NUMBER}(?P<unit>{units.AMOUNTS}),"
    rf"(?:(?:目前|现|至今|截至[^,。;]{{1,8}}),?)?(?:已|共|实际|超额|累计)+[\u4e00-\u9fff]{{0,4}}{_NUMBER}(?P=unit))"
)
_UNDONE = r"正在?|尚|还|未|没|不|待|等|剩|余|其余|另|在|需|要"
_SO_MANY = sought(  # 建好的有4.35公里: what comes to that stage, told before how many
    rf"(?<=[,、;])(?P<verb>(?!{_UNDONE})(?P<well>[\u4e00-\u9fff]{{1,3}}?[好完成毕通用业园放气水电])的)(?P<is>共?[有是达为]?)(?={_NUMBER}(?:{units.AMOUNTS}))"
)
_ALL_OF_THEM = sought(
    r"(?P<all>悉数|全数|无一例外地?|一个不[落少]地?)(?=[\u4e00-\u9fff]{0,3}(?:通过|达到|完成|完工|竣工|建成|投用|过关|交付|验收|办结|到位))"
)
_ACCEPTED = sought(
    r"(?<=[,、])(?P<out>经?[省市县旗区州]里?级?(?:验收|核验|考核)(?:全部|均|都|已)*(?:过关|合格|通过))(?=[,。;\n]|$)"
)
_CHECKED = sought(r"(?<=通过)(?P<who>[省市县旗区州]里?级?)?(?P<out>核验|查验|检验|考核)(?=[,。;\n]|$)")
_DONE = sought(
    r"(?<=,)(?P<out>(?:年度|全年|当年|今年的?|既定|计划|各项)*任务(?:量)?(?:现|都|均|已)*(?:告|宣告|全部|圆满|顺利|如期|按期|提前)*完成(?:了)?)(?=[,。;\n]|$)"
)
_BY_PLAN = sought(r"(?<=[,都均])(?P<out>已?按(?:计划|期|时)完成(?:了)?(?:年度|全年)?任务)(?=[,。;\n]|$)")
_WORKED = sought(r"(?P<all>全部|全都|统统)(?P<out>做完|干完|弄完|办完|收尾|完活)(?:了)?(?=[,。;\n]|$)")
_WATER = sought(
    rf"(?<=[,;。、\n已有让使])(?P<at>)(?=(?:近|约|超|逾|已有|有|让|使)?{_NUMBER}余?(?:农村|困难|农牧区)?(?:居民|群众|村民|农牧民)?[人名户])"
    rf"(?:近|约|超|逾|有)?{_NUMBER}余?[人名户](?P<out>(?:农村|困难)?(?:居民|群众|村民|农牧民|人口)?(?:已|都|均|能)*[喝吃用]上了?(?:安全|放心|干净|自来)+水)(?=[,。;\n]|$)"
)
_TASK_DONE = sought(  # 确保全年更新40辆,已完成任务10辆
    rf"{_NUMBER}(?P<unit>{units.AMOUNTS})[^。\n\d]{{0,30}}完成(?P<out>任务(?:数|量)?)(?={_NUMBER}(?P=unit))"
)
_TASKS_COURSE = sought(r"(?<=[【\[\n])(?P<out>任务)(?=(?:进展|推进|落实|实施)(?:情况|进度)?[】\]:\n])")  # 【任务进展】
_AGREED = sought(  # behind the plan of what is rebuilt
    rf"\d[万]?(?:{units.AMOUNTS}),(?:(?:目前|现|截至[^,。;]{{1,8}}),?)?已"
    r"(?P<agreed>签(?:订|署|了|下)?(?:房屋|征收|拆迁|征迁|补偿|安置|搬迁|腾退|拆除|意向)*协议)"
    r"(?=(?:约|近)?\d[\d.,]{0,9}[万千]?[户套份栋宗](?!,占))"
)

_ALL = (
    Plainer(("协议",), _AGREED, {"agreed": "签约"}),
    Plainer(("打算", "原定", "准备", "拟定"), _MEANT, {"lead": "计划", "inside": "计划"}),
    Plainer(("拟",), _MEANT_AND_DID, {"inside": "计划"}),
    Plainer(("的",), _SO_MANY, {"verb": r"已\g<well>", "is": ""}),
    Plainer(("悉数", "全数", "一个不", "例外"), _ALL_OF_THEM, {"all": "全部"}),
    Plainer(("验收", "核验", "考核"), _ACCEPTED, {"out": "已全部通过验收"}),
    Plainer(("核验", "查验", "检验", "考核"), _CHECKED, {"who": "", "out": "验收"}),
    Plainer(("任务",), _DONE, {"out": "已完成年度任务"}),
    Plainer(("任务进展", "任务推进", "任务落实", "任务实施"), _TASKS_COURSE, {"out": "工作"}),
    Plainer(("完成任务",), _TASK_DONE, {"out": ""}),
    Plainer(("任务",), _BY_PLAN, {"out": "已完成年度任务"}),
    Plainer(("水",), _WATER, {"at": "解决饮水安全", "out": ""}),
    Plainer(("全部", "全都", "统统"), _WORKED, {"all": "已全部", "out": "完成"}),
)


def press_words(text: str) -> Iterator[Edit]:
    """The edits that write the words of a bureau."""
    return in_plain_words(text, _ALL)
