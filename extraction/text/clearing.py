"""The text that the rules read: folded, with what is hard to see made plain; same length, same places.

· 进展情况 ·            进展情况:
【进展情况】             (is known as it is)
"""

from __future__ import annotations

import re

from extraction.numbers.numbering import part_numbers
from extraction.outline.labels import ALONE
from extraction.text.plans_by_months import by_months
from extraction.text.veiling import veiled
from extraction.words.folding import fold

_MARKS = r"[【】\[\]·•●■◆◇□★☆▲△▼※*~=|<>《》\-]"
_LABEL = re.compile(
    rf"^(?P<before>[ \t]{{0,8}}(?:{_MARKS}{{1,4}}[ \t]?)?)(?P<label>{ALONE})"
    rf"(?P<after>[ \t]?{_MARKS}{{1,4}}[ \t]*|[ \t]*)(?P<end>\n|\Z)",
    re.MULTILINE,
)
_ORNAMENT = re.compile(  # ★第3项 新建公园5个: the number says what the star does
    r"^[●■◆◇□★☆▲△▼※*](?=[ ]?(?:第[\d一二三四五六七八九十]{1,3}[项条件]|[一二三四五六七八九十]{1,3}、"
    r"|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]))",
    re.MULTILINE,
)
_TWICE = re.compile(r"(?<=[务标划算])的(?=\([^()\n]{1,12}\)的)")  # 任务的(41.2亿元)的96.8% reads as 任务数(41.2亿元)的
# 竣工226个……记者昨日获悉: a list that breaks off ends its sentence
_BROKEN_OFF = re.compile(r"(?<=[\u4e00-\u9fff%])……(?=[\u4e00-\u9fff“]{2})")
_ENDED = re.compile(r"[。;!][ \t]*\n[ \t]*\Z")
_TELLS = re.compile(r"\n[^\n]{6,}[。;!][ \t]*(?:\n|\Z)")
_NEAR = 12  # characters in which a line's end is sought


def cleared(text: str) -> str:
    """The text of a document as every rule of this room is written for."""
    plain = _BROKEN_OFF.sub("。 ", _TWICE.sub("数", _ORNAMENT.sub(" ", by_months(veiled(fold(text))))))
    return part_numbers(_labels_alone(plain))


def _labels_alone(text: str) -> str:
    """A label that has a line to itself, in ornaments or between sentences, opens what stands below it."""
    return _LABEL.sub(_with_colon, text)


def _with_colon(match: re.Match[str]) -> str:
    before, label, after, end = match["before"], match["label"], match["after"], match["end"]
    if not (after.strip() and before.strip()) and not _between_sentences(match):
        return match.group()
    if after or not end:
        return f"{' ' * len(before)}{label}{':' if after else ''}{' ' * (len(after) - 1)}{end}"
    return f"{' ' * len(before)}{label}:"  # the line goes on with what is told


def _between_sentences(match: re.Match[str]) -> bool:
    text = match.string
    ended = _ENDED.search(text[max(0, match.start() - _NEAR) : match.start()]) or match["label"].endswith("任务")
    return bool(ended) and _TELLS.match(text, match.end() - len(match["end"])) is not None
