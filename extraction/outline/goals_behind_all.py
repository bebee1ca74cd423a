"""Goals of several figures, in a sentence of their own behind them: what stands before it tells, and promises nothing.

2.增加值增长6.6%;投资增长9.4%。两项年度目标分别为7%、9%。
4.收入完成21亿元,增长4.3%;支出完成64亿元,增长2.8%。年初确定的目标分别是增长5%和6%。
"""

from __future__ import annotations

from extraction.outline.items import Item
from extraction.sought import sought

_GOALS = sought(
    r"\s?(?:(?:(?:上述|以上|这|后|前|其)?(?:主要)?(?:\d|[二两三四五六七八九])项|上述|以上)(?:主要)?(?:指标|增速|增幅|任务|收入)?的?"
    r"|(?:年初|[省市县旗区州](?:里|委|政府|级)*)(?:确定|下达|提出|安排|预定)的)"
    r"(?:全年|年度|年初|预期|考核|既定|预定)*(?:目标任务|目标|任务|计划)(?:值|数|增速)?(?:分别|依次)(?:为|是)[^,。;\d]{0,6}\d"
)
_FIGURE = sought(r"\d(?:[\d.]*)(?:%|[万亿]?[\u4e00-\u9fff])")


def end_at_goals(text: str, item: Item) -> None:
    """Take the headings from all sentences before such a one, in place."""
    found = item.sentences
    for number, sentence in enumerate(found):
        said = _GOALS.match(text, sentence.start, sentence.end) if number else None
        if said is None or text[found[number - 1].end - 1] != "。":
            continue
        told = _FIGURE.findall(text, found[0].start, found[number - 1].end)
        if len(told) >= len(_FIGURE.findall(text, said.end() - 1, sentence.end)):  # as many figures as goals
            for before in found[:number]:
                before.heading = False
