"""The three sectors in one breath, each a name of its own: 三次产业增加值分别增长3.2%、7.4%、4.1%.

第一、二、三产业, 一二三产业, 第二、三产业 and 第一产业、第二产业、第三产业增加值 are told so as well.
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.words.words_around import without_leading

_SHORT = sought(
    r"^(?P<led>[^、,;]{0,12}?)(?:(?P<all>[三3](?:次|大|个)|第?一、?第?二[、和]?第?三次?)|(?P<last>第?二[、和]第?三次?))产业(?!链|园|化|集群|项目|结构|工人)(?P<thing>.*)$"
)
_FULL = sought(
    r"^(?P<led>[^、,;]{0,12}?)(?P<list>第[一二三]产业(?:[、和]第[一二三]产业){1,2})(?P<thing>[^、,;和]{2,12})$"
)
_CLAUSE = sought(r"[,;:。]")
_EACH = sought(r"第[一二三]产业")


def sectors_of(name: str) -> list[str]:
    """The names of the sectors that the words tell together; none where they tell no such list."""
    name = _CLAUSE.split(name)[-1] if "产业" in name else ""
    short = _SHORT.search(name)
    if short is not None and not without_leading(short["led"]):
        return [f"第{n}产业{short['thing']}" for n in ("一二三" if short["all"] else "二三")]
    full = _FULL.search(name) if short is None else None
    if full is not None and not without_leading(full["led"]):
        return [sector + full["thing"] for sector in _EACH.findall(full["list"])]
    return []
