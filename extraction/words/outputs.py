"""What a field gives, named by its crop: 小麦总产 is not 粮食总产, nor 番茄产量 that of 蔬菜."""

from __future__ import annotations

from extraction.sought import sought
from extraction.words.aliases import in_one_spelling

_SAID = r"(?:达到?|完成|为|约|稳定在|保持在|实现|超过?|突破|共)*\s?$"
_NAMED = sought(rf"(?P<kind>[\u4e00-\u9fff]{{2,8}}?)(?:总产量?|产量|(?:播种|种植|收获|收割)面积){_SAID}")
_NO_KIND = sought(
    r"(?:完成|全[年省市州县旗区]|今年|我[省市州县旗区]|累计|实现|预计|总|其中|已|平均|单位|[当本]年|农业|作物)$"
)
_LED = sought(r"^(?:今年|本年|年|全?[省市州县旗区])+")
_TELLING = 2  # characters of a kind that tell it from others


def other_output(promised: str, told: str) -> str | None:
    """The kind whose output is told, where both are named and neither name has the other's in it."""
    goal, answer = _NAMED.search(promised), _NAMED.search(told)
    if goal is None or answer is None or _NO_KIND.search(goal["kind"]) or _NO_KIND.search(answer["kind"]):
        return None
    one, other = in_one_spelling(goal["kind"]), in_one_spelling(answer["kind"])  # 原煤 is 煤炭
    alike = one[-_TELLING:] in other or other[-_TELLING:] in one
    return None if alike else _LED.sub("", other) or other
