"""A goal and its figure with an arrow between are told in words: 口袋公园 12个(力争15个)→8个 / 66.7%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit

_ARROW = r"\s{0,2}(?:→|⇒|➜|➡|=>|-{1,2}>|—>)\s{0,2}"
_AMOUNT = r"\d[\d,]{0,9}(?:\.\d{1,4})?\s?[万亿]{0,2}"
_LINE = re.compile(  # the words of a name, a blank, the goal, an arrow and the figure in the goal's unit
    rf"(?m)^[^\n→]{{2,40}}?[\u4e00-\u9fff)”][ \t\u3000:]{{1,3}}(?P<at>)(?:全年|年度)?{_AMOUNT}(?P<unit>{units.AMOUNTS})"
    rf"(?:[(（](?:挑战|力争|冲刺|争取|奋斗)[^()（）\n]{{1,12}}[)）])?(?P<arrow>{_ARROW})"
    rf"(?P<did>(?:已|共|累计|实际)*(?:[\u4e00-\u9fff]{{2}})?)(?P<figure>{_AMOUNT})(?P=unit)"
    rf"(?P<stroke>\s?/\s?(?=\d{{1,3}}(?:\.\d{{1,2}})?%))?(?P<share>(?(stroke)\d{{1,3}}(?:\.\d{{1,2}})?%))(?P<rest>\s?/\s?(?=\d))?"
)
_GOES_ON = re.compile(r"[ \t\u3000]{0,3}(?:[/,，。;；(（\n]|\Z)")
_PERIOD = re.compile(r"[月日年季]")
_CHANGED = re.compile(r"由|从|去年|上年|往年|同期|20\d\d年|名次|排名")  # of a change and no goal
_ENOUGH = 2  # such lines; one arrow may be of a change


def arrows(text: str) -> Iterator[Edit]:
    """The edits that call the goal a goal, and the figure behind the arrow what was done."""
    if not re.search(_ARROW, text):
        return
    found = [m for m in _LINE.finditer(text) if _is_told(text, m)]
    if len(found) < _ENOUGH:
        return
    for match in found:
        yield match.start("at"), match.start("at"), "目标"
        yield *match.span("arrow"), "," if match["did"] else ",完成"
        if match["stroke"]:
            yield *match.span("stroke"), ",完成率"
        if match["rest"]:
            yield *match.span("rest"), "。"
            ends = text.find("\n", match.end())
            ends = len(text) if ends < 0 else ends
            if text[ends - 1] not in "。;；":
                yield ends, ends, "。"


def _is_told(text: str, match: re.Match[str]) -> bool:
    name = text[match.start() : match.start("at")]
    goes_on = _GOES_ON.match(text, max(match.end(), match.end("share"))) or match["rest"]
    return bool(goes_on) and not (_PERIOD.search(match["did"]) or _CHANGED.search(name))
