"""A work without a number that is under way, so far as its bracket says, stands apart from the works around it.

4所小学改建已封顶3所,体育馆扩建在施工(40%),12座公厕已建成7座(58%)
4所小学改建已封顶3所;体育馆扩建在施工(40%);12座公厕已建成7座(58%)

Only in a list whose works have such brackets: a part of the work before it (装修在施工) is no work of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_SHARE = r"\(\d{1,3}(?:\.\d{1,2})?%\)"
_UNDER_WAY = sought(
    r"(?<=[\u4e00-\u9fff\d)])(?P<before>[,、])"
    r"(?![其均都已正现目各全另并且但主二室内外]|装修|附属|配套|安装|机电|土建|绿化|道路)"
    rf"[\u4e00-\u9fff“”]{{4,20}}?(?<![正仍还])(?:正|仍|还)?在(?:施工|建(?!议))中?{_SHARE}(?P<behind>[,、]?)"
)
_BRACKET = sought(_SHARE)
_FEWEST = 2  # such brackets make a list


def works_in_progress(text: str) -> Iterator[Edit]:
    """The edits that set such a work apart."""
    for match in _UNDER_WAY.finditer(text) if "%)" in text else ():
        low, high = (text.rfind("。", 0, match.start()) + 1, text.find("。", match.end()))
        if len(_BRACKET.findall(text[low : high if high >= 0 else len(text)])) >= _FEWEST:
            yield *match.span("before"), ";"
            if match["behind"]:
                yield *match.span("behind"), ";"
