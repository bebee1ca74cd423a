"""Works in a row, each with its share and the plan that it is of in a bracket, are read apart.

改厕完成71%(任务2600户),改水完成48%(任务1900户)    reads as    改厕完成率71%(任务2600户);改水完成率48%(任务1900户)
改厕(任务2600户)完成71%,改水(任务1900户)完成48%    reads as    改厕任务2600户,完成71%;改水任务1900户,完成48%

Else the first work's name would go on to the others' plans.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_THING = r"(?:(?<=[,。;:、\n)])|^)(?:其中)?(?P<thing>[\u4e00-\u9fff“”]{2,14})"
_PLAN = r"(?:年度|全年)?(?:目标)?(?:任务|计划|目标)(?:数|量|为|面积|里程)?\d[\d.,]{0,9}[万亿]?[\u4e00-\u9fff]{1,4}"
_SHARE = r"\d{1,3}(?:\.\d{1,2})?%"
_BEHIND = sought(rf"{_THING}(?<!\d)(?P<did>率|完成率?|进度)(?:为|达到?|仅)?{_SHARE}\({_PLAN}\)(?P<ends>[,、;。]|$)")
_BEFORE = sought(
    rf"{_THING}(?P<opens>\(){_PLAN}(?P<closes>\))(?:目前|现)?(?:已|仅)?完成(?:率(?:为|达到?|仅)?)?{_SHARE}(?P<ends>[,、;。]|$)"
)


def plans_in_brackets(text: str) -> Iterator[Edit]:
    """The edits that part such works, where several stand in a row, and name a share as what it is."""
    if "%(" in text:
        yield from _apart(text, "%(")
    if ")" in text and "任务" in text:
        yield from _apart(text, ")")


def _apart(text: str, sign: str) -> Iterator[Edit]:
    found = list((_BEHIND if sign == "%(" else _BEFORE).finditer(text))
    for n, match in enumerate(found):
        goes_on = n + 1 < len(found) and found[n + 1].start() == match.end()
        if sign == "%(" and match["did"] == "完成":
            yield match.end("did"), match.end("did"), "率"
        if not goes_on and not (n and found[n - 1].end() == match.start()):
            continue
        if goes_on and match["ends"] in (",", "、"):
            yield *match.span("ends"), ";"
        if sign == ")":
            yield *match.span("opens"), ""
            yield *match.span("closes"), ","
