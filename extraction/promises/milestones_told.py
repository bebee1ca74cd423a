"""A date and how far the work has come, in one sentence: 扩容工程须于7月底前完工,现仅完成工程量的62%.

No heading promises it and no figure is planned, so nothing else reads it. Both halves must be there: what shall be
done by a month, of a name that stands right before it, and behind the comma a share of the work that is not yet all.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extraction.outline.items import Item
from extraction.promises.milestones import DONE, dated, due_of
from extraction.records import Claim, Indicator
from extraction.sought import sought

CUE = ("工程量", "形象进度", "工程进度", "施工进度", "建设进度")

_OF_WORK = r"(?:(?:总|全部|整体|建筑)?工程量|(?:工程|项目|总体)?形象进度|(?:工程|施工|建设)进度)"
_SAID = sought(
    r"(?:(?<=[。;:、\n)])|^)\s?(?!其中|该|第?[一二三四五]期|目前|已|截至)(?P<name>[\u4e00-\u9fff“”]{3,24}?)"
    r"(?:(?:年初)?(?:原)?(?:要求|计划|确保|定于)|应于?|须于?)(?:于|在)?(?:今年|本年|年内)?"
    rf"(?P<month>\d{{1,2}})月(?P<day>)(?P<at>)(?P<half>)(?:底|末)之?前?(?:全面|全部|正式)?(?P<what>{DONE})[,;]"
    r"(?:但|截至目前|目前|现|截至\d{1,2}月[底末]|,)*(?:仅|只|才|已|累计)*"
    rf"(?P<said>(?:完成了?{_OF_WORK}的?|{_OF_WORK}(?:仅|只|已)?(?:完成|为|达到?)?)(?P<share>\d{{1,2}}(?:\.\d{{1,2}})?)%)(?=[,。;\n]|$)"
)


def milestones_told(raw: str, text: str, item: Item, year: int | None, found: list[Indicator]) -> Iterator[Indicator]:
    """The milestones of such sentences, but where something that was found already has the share."""
    if year is None or not any(word in text[item.start : item.end] for word in CUE):
        return
    told = {c.start for i in found for c in i.claims} | {i.actual.start for i in found if i.actual is not None}
    for match in _SAID.finditer(text, item.start, item.end):
        start, end = match.span("said")
        if any(start <= place < end for place in told):
            continue
        name = match["name"] + match["what"]
        claim = Claim(Decimal(match["share"]) / 100, None, raw[start:end], start, end)
        reason = f"promised by {match['month']}月, and told how far it is"
        yield dated(name, due_of(match, year), (claim,), reason)
