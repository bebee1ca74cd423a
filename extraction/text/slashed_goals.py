"""A figure and its goal with a stroke between read as the figure and a bracket: 已认定480人/目标800人."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought
from extraction.words import names

_NUMBER = r"\d[\d,.]{0,11}[万亿]{0,2}"
_SLASHED = sought(
    rf"(?:(?<=[\u4e00-\u9fff”]:)(?P<did>已[^,。;:、()\d\n]{{1,4}}))?(?<![\d.]){_NUMBER}(?P<of>{units.AMOUNTS}|%)\s?(?P<stroke>/)\s?(?:年度|全年|年初)?(?:目标|任务|计划|应|已)[^/,。;:()\n\d]{{0,8}}"
    rf"{_NUMBER}(?P<to>{units.AMOUNTS}|%)(?=[,。;、\n]|\Z)"
)
_STROKES = sought(r"/\s?(?:年度|全年|年初)?(?:目标|任务|计划|应|已)[^/,。;:()\n\d]{0,8}\d")


def slashed_goals(text: str) -> Iterator[Edit]:
    """The edits that put what stands behind the stroke in a bracket, where both have one unit."""
    for match in _SLASHED.finditer(text) if _STROKES.search(text) else ():
        if match["of"] != match["to"] or (match["did"] and names.stage(match["did"])):
            continue
        if match["did"]:
            yield *match.span("did"), "完成"  # the label names it
        yield *match.span("stroke"), "("
        yield match.end("to") - 1, match.end("to"), match["to"][-1] + ")"
