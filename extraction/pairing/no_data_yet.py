"""A rate to be reached of which the text says that nobody has its figure yet: it is promised, and not reported.

研发经费投入强度提高到2.6%,2024年为2.43%,2025年数据尚未公布
体质健康优良率提升至55%。今年测试在11月进行,暂无数据
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_NO_DATA = sought(
    r"(?:数据|结果|指标)[^,。;\d]{0,4}(?:尚未|暂未|还未|仍未|[未待])(?:经)?(?:[省市国]?[^,。;\d]{0,4})(?:公布|发布|反馈|核定|出炉|下发|认定|评估)"
    r"|(?:暂|尚|目前|还没|没)[无有]+(?:数据|结果)|数据暂缺"
)
CUE = cue(_NO_DATA)
_REACHES = sought(r"(?:提[高升][到至]|达到|不低于|增长到|上升到|稳定在|保持在)\s?$")
_TOLD = sought(r"已|目前|截至|累计|实际|现|同比|\d月|季度|上半年|去年|上年|由|从")
_BASE = sought(r"(?:20\d\d年|去年|上年)(?:度|底|末)?(?:的)?(?:为|是|达)?\s?")
_RISES = sought(r"(?<=...)(?:提[高升]|增长|上升)$")
_FAR = 60  # characters from the rate to the end of what says so
_MEASURES = ("percent", "growth")


def mark_no_data(text: str, found: Sequence[Reading]) -> None:
    """Give such rates the voice of a promise, in place."""
    for index, r in enumerate(found):
        plain = r.voice == "report" and r.measure in _MEASURES and not r.bracket and len(names.folded(r.own)) >= 3
        if not plain or _REACHES.search(r.lead) is None or _TOLD.search(r.clause_lead):
            continue
        said = _NO_DATA.search(text, r.quantity.end, min(len(text), r.quantity.end + _FAR))
        if said is None or "\n" in text[r.quantity.end : said.start()] or ";" in text[r.quantity.end : said.start()]:
            continue
        between = [b for b in found[index + 1 :] if b.start < said.start()]
        if all(b.measure == r.measure and _BASE.search(b.lead) for b in between):
            r.voice, r.cued = "promise", True
            r.own = _RISES.sub("", r.own)
