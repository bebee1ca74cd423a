"""What a heading, or a few words that stand alone, say that the numbers behind them are about."""

from __future__ import annotations

from functools import lru_cache

from extraction.outline.items import Sentence
from extraction.sought import sought

_NUMBERED = sought(r"\(第[\d一二三四五六七八九十、-]{1,8}[项条件]\)?")  # 外贸出口(第10项)
_SAID_OF_IT = sought(  # 行业扶贫情况, 争取上级资金成效明显: how it is told of is no part of what it is
    r"(?<=...)(?:(?:进展|完成|落实|推进|工作|执行)*情况|(?:成效|效果|进展|增势|运行|态势|势头)(?:较为|比较|十分|持续|更加|总体)?"
    r"(?:明显|显著|突出|顺利|良好|平稳|较好|强劲))$"
)


@lru_cache(maxsize=4096)
def subject_of_topic(topic: str) -> str:
    return _SAID_OF_IT.sub("", _NUMBERED.sub("", topic))


def topic_of(text: str, sentence: Sentence) -> str:
    piece = text[sentence.start : sentence.end].strip()
    bare = sought(r"^[一二三四五六七八九十]{1,3}是").sub("", piece)
    pointed = bare != piece or piece.endswith(":") or (piece.endswith("。") and len(piece) <= 14)
    bare = bare.strip(" 。;:,")
    if bare.endswith(("看", "如下", "牵头", "负责", "承办", "主办", "配合", "督办")):
        return ""  # 分行业看, 县住建局牵头: names nothing
    bare = subject_of_topic(bare)
    return bare if pointed and 2 <= len(bare) <= 20 and not sought(r"(?<![A-Za-z\d])\d").search(bare) else ""
