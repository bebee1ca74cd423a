"""Words that are part of another word and say nothing of their own: 计划生育 is no plan, 虚拟 nothing intended.

A rule that seeks 计划, 拟, 共 or 现 would have to know each word that they may be part of. Here the character that
would speak is veiled once for all rules, one character for another, and shown again in what leaves the room.
"""

from __future__ import annotations

import re

from extraction.sought import sought

_VEIL = "龘"  # stands in no rule and hardly in any report
# 招募西部计划志愿者3153人: programmes that are called 计划, and plan nothing there
_NAMES = (
    "西部雨露特岗国培省培市培春蕾春晖英才优师强师名师专项强基双高星火火炬启明青蓝"
    "雏鹰头雁千人百人万人一扶蓝天朝阳微笑暖阳"
)
_PROGRAMMES = "|".join(f"(?<={name}计划)" for name in re.findall("..", _NAMES))
# words of which the second character is veiled, and those of one; conditions stand behind their beginnings
_OF_TWO = (
    r"计划(?=生育|免疫|单列)", r"计划(?<=营养改善计划)(?!任务|目标|\d)",
    rf"计划(?:{_PROGRAMMES})(?!任务|目标|指标|数|[的内外]|\d)",
    "虚拟", "模拟", r"任务(?=型)", r"目标(?=管理示|教学|人群(?!数)|群体)",
    r"公共(?!财政|预算|租赁|支出|收入|卫生)", r"全年(?=龄)",
)  # fmt: skip
_OF_ONE = (r"共(?=享(?!率)|青|和国|和村|治)", r"现(?=代(?!化率))", r"占(?=道|补)", r"近(?=零碳|视)")
_PART = sought("|".join((*_OF_TWO, *_OF_ONE)))
_SHOWN = {
    **{f"{first}{_VEIL}": first + second for first, second in ("计划", "虚拟", "模拟", "任务", "目标", "公共", "全年")},
    **{_VEIL + second: first + second for first, second in ("共享", "共青", "共和", "共治", "现代", "占道", "占补")},
    **{_VEIL + second: first + second for first, second in ("近零", "近视")},
}
_HIDDEN = re.compile("|".join(_SHOWN))


def _veil(match: re.Match[str]) -> str:
    return match.group()[:-1] + _VEIL


def veiled(text: str) -> str:
    """The text with such words veiled; same length, same positions."""
    return _PART.sub(_veil, text)


def is_veiled(words: str) -> bool:
    """Whether a word is veiled in it."""
    return _VEIL in words


def unveiled(words: str) -> str:
    """Words of a veiled text as they were."""
    return _HIDDEN.sub(lambda found: _SHOWN[found.group()], words) if _VEIL in words else words
