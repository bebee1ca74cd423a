"""Headings that hold the thing and what is told of it: 农田·下达(万亩) | 农田·建成 | 建成占比."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sought import sought

# 撂荒地整治进度: a thing of its own and its share; 建成占比 is of the thing before it
_OWN_SHARE = sought(
    r"(?P<thing>(?!完成|建成|筹集|达|序时|时序|形象)[\u4e00-\u9fff“”]{4,12})(?P<share>进度|完成率|达标率)"
)
_SHARE = sought(r"[\u4e00-\u9fff]{0,4}(?:占比|完成率|比例|进度)(?:\(?%\)?)?")


def parted_by_dots(pieces: Sequence[str]) -> list[list[str]]:
    """Each heading as the thing and its part; of 人才保租房·下达 and 保租房·筹集 the second is the first's."""
    out: list[list[str]] = []
    thing = ""
    for piece in pieces:
        above, dot, leaf = piece.partition("·")
        if dot:
            thing = thing if above in thing else above
            out.append([thing, leaf])
        elif own := _OWN_SHARE.fullmatch(piece):
            thing = own["thing"]
            out.append([thing, own["share"]])
        else:
            out.append([thing, piece] if thing and _SHARE.fullmatch(piece) else [piece])
    return out
