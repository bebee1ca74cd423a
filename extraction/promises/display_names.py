"""The name of an indicator as a table would show it."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

_LED_IN = sought(  # 要确保新开工安置住房, 而年初计划为造林: what leads a plan in is no part of its name
    r"^(?:(?:而|但)?(?:年初)?(?:计划|目标|任务)(?:为|是)|(?:要|应|须|为)?确保(?:完成)?(?=[\u4e00-\u9fff]{3})|对照(?:全年)?|要(?=[新改接完培建引发征降][\u4e00-\u9fff]{2}))+"
)

_CHANGED_FROM = sought(
    r"(?<=..)(?:要|应)?(?:[较比](?:20\d\d年|上年|去年))?(?:要|应)?(?:分别|依次)?(?:削减|压减|减少|降低)?$"
)

_LED_IN_BY_PLAN = sought(
    r"^我?[县旗市区镇乡街道局]{0,2}(?:全年|今年|年度|本年度)*的?(?:目标)?任务(?:是|为)(?=..)"
)  # 我镇全年任务为户厕改造
_ENDS_AS_CHANGE = sought(r"(?:增长|增速|增幅|涨幅|降幅|提高|提升|提标|[上下][调浮]|下降)$")

_RAISED = sought(r"(?<=[率比例重数度])(?:再|要|应)?提[高升]$")  # 利用系数提高到0.562

_PAIRED = (("“", "”"), ("(", ")"))
_BY_OFFICE = sought(r"(?<=..)\([^()]{1,10}(?:局|办|委|厅)(?:\)|(?:牵头|负责)\)?|$)")  # 户厕改造(农业农村局)


def _without_loose(name: str) -> str:
    """The name without marks at its ends that open or close nothing, and with the ones that were cut off: “家”活动."""
    base = _BY_OFFICE.sub("", name.strip(' ,、:/"|'))
    for opens, closes in _PAIRED:
        base = base.lstrip(closes).rstrip(opens)
        if base.startswith(opens) and base.endswith(closes) and base.count(opens) == 1:
            base = base[1:-1]
        missing = base.count(opens) - base.count(closes)
        if missing > 0:
            base = base[1:] if base.startswith(opens) else base + closes
        elif missing < 0:
            base = base[:-1] if base.endswith(closes) else opens + base
    return base.strip(' ,、:/"|')


_IN_QUOTES = sought(  # 低于市局“9月底前支付率不低于80%”要求: how far it is from what is quoted is no part of its name
    r"^(?:[低高]于|超过?|未?达到?|距|对照)[^“”]{0,8}“(?:\d{1,2}月(?:份|底|末)?前?)?(?=[^“”]{2,30}$)"
)


_HELD_BY = sought(  # 县道改造(责任领导:…: who answers for it is no part of its name
    r"(?<=..)[(（](?:责任|牵头|分管|包联|包保|包抓|联系|主办|承办|配合|协办|主管|挂钩|督导)(?:领导|单位|部门|科室|县领导|市领导|人|局)(?:[:：][^()（）]*)?[)）]?$"
)
_NUMBERED = sought(
    r"^(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十两级类等]))?(?:[本当]月)?(?=[\u4e00-\u9fff“]{2})"
)

_AGED = sought(r".*\d{3,}(?:-\d{1,2})?(?:周?岁|个?月龄)(?:及?以[上下]的?)?")  # 86465岁以上: a figure run into an age

_BEHIND = sought(r"[\s的]*(?P<name>[\u4e00-\u9fff“”、]{2,30}?)(?:[均都已]+|全部)*(?:[,。;:()\d]|[为占]|完[成工]|$)")
_TOLD_OF = 40  # characters behind a number that can name what it counts


def name_behind(text: str, reading: Reading) -> str:
    """51.2万符合条件的居民提供筛查服务: what stands behind the number, where nothing before it names it; or empty."""
    end = reading.quantity.end
    behind = _BEHIND.match(text, end, min(len(text), end + _TOLD_OF))
    return behind["name"] if behind else ""


def display_name(reading: Reading, reduction: bool = False) -> str:
    """The indicator's name as a table would show it."""
    base = (_without_loose(_IN_QUOTES.sub("", reading.name)) or reading.subject)[:200]
    base = _NUMBERED.sub("", _HELD_BY.sub("", base)) or base
    base = _LED_IN_BY_PLAN.sub("", _LED_IN.sub("", base) or base)
    base = (_AGED.sub("", base) or base) if "岁" in base or "月龄" in base else base
    base = sought(r"(?<=..)(?:年度|全年|提前|超额|(?<![退归偿返])还|仍|尚|(?<![平首])均|(?<![首成新])都)$").sub(
        "", base
    )
    base = (sought(r"\(第[^()]{1,8}[项条](?:\)|$)").sub("", base) or base) if "(第" in base else base
    base = (sought(r"^[零一二三四五六七八九十]{1,3}是").sub("", base) if "是" in base else base)[:60]
    base = base.removeprefix("以来") or base  # 2016年|以来的问题
    if reduction:
        base = (
            sought(r"(?<=..)(?:排放量)?(?:年度)?(?:减排|削减|压减|降低|下降|减少|缩减)(?:比例|比率|率|幅度)$")
            .sub("", base)
            .removesuffix("减排")
        )
    if reading.measure in ("growth", "change") and not _ENDS_AS_CHANGE.search(base):
        base = _CHANGED_FROM.sub("", base) or base
        return base + ("降幅" if reduction else "提升" if reading.measure == "change" else "增速")
    return base if reading.measure == "completion" else _RAISED.sub("", base)
