"""A document that tells the same tasks period by period: the newest section is read alone.

    2024年上半年民生实事进展 ⏎ 1.新建公园9个,已建成3个。 ⏎ 2024年前三季度民生实事进展 ⏎ 1.新建公园9个,已建成8个。

Both headings say the same but for the period, and every figured line of the older section has its plan (the same
words before the same number) in the newer one. Bare quarters whose figures fall are what each quarter gave: they stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.records import Edit
from extraction.report.period import PeriodMention, mentions_in
from extraction.sought import sought

_LINE = re.compile(r"[^\n]+")
_PART_OF_YEAR = sought(r"季度|半年|[1-9][0-2]?月")
_NUMBER = re.compile(r"(?P<before>[^\d\n]{1,6})(?P<figure>\d[\d,]*(?:\.\d+)?)(?P<unit>[万亿]?[\u4e00-\u9fff%]?)")
_OF_HEADING = sought(r"[\s()\[\]【】:、,.]|截[至止]|20\d\d年?|^[(]?[一二三四五六七八九十\d]{1,2}[、.)]")
_BARE_QUARTER = sought(r"(?:20\d\d年)?第?[一二三四1-4]季度$")
_LONGEST = 40  # characters of a heading
_MOST = 12  # sections of a document


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands below a heading with a period, up to the next one that says the same."""

    rank: tuple[int, int]  # year and month
    bare: bool  # 三季度 may be what that quarter alone gave
    start: int
    end: int
    lines: Sequence[Sequence[tuple[str, str]]]  # each with its numbers, and the words around them


def older_sections(text: str) -> Iterator[Edit]:
    """The edits that leave out, with its heading, each section whose tasks a newer one tells again."""
    if len(_PART_OF_YEAR.findall(text, 0, _REACH)) < 2:
        return
    sections = _sections(text)
    for first, second in pairwise(sections):
        older, newer = (first, second) if first.rank < second.rank else (second, first)
        if older.rank != newer.rank and _is_told_again(older, newer):
            yield older.start, older.end, ""


_REACH = 20000  # characters of a document in which such headings are sought


def _sections(text: str) -> list[_Section]:
    heads = [(m, *said) for m in _LINE.finditer(text, 0, _REACH) if (said := _heading(m.group())) is not None]
    if not heads:
        return []
    same = [head for head in heads if head[2] == heads[0][2]]
    if not 1 < len(same) <= _MOST or len(same) != len(heads):
        return []
    ends = [head[0].start() for head in same[1:]] + [len(text)]
    return [_section(text, line, mention, end) for (line, mention, _), end in zip(same, ends, strict=True)]


def _heading(line: str) -> tuple[PeriodMention, str] | None:
    """The latest period of a heading, and what else it says."""
    if len(line) > _LONGEST or line.rstrip()[-1:] in "。;" or _PART_OF_YEAR.search(line) is None:
        return None
    told = [m for m in mentions_in(line) if m.governs != "forecast"]
    if not told:
        return None
    rest = line
    for m in reversed(told):
        rest = rest[: m.start] + rest[m.end :]
    rest = _OF_HEADING.sub("", rest)
    if re.search(r"\d", rest) or not _NAMES_ACCOUNT.search(line):
        return None
    return max(told, key=lambda m: m.last_month), rest


_NAMES_ACCOUNT = sought(r"进展|情况|进度|完成|通报|总结|台账|统计|[月季]报|截[至止]")


def _section(text: str, line: re.Match[str], mention: PeriodMention, end: int) -> _Section:
    body = [m.group() for m in _LINE.finditer(text, line.end(), end)]
    figured = [numbers for said in body if (numbers := _numbers(said))]
    said = line.group()[mention.start : mention.end]
    bare = _BARE_QUARTER.match(said) is not None
    return _Section((mention.year or 0, mention.last_month), bare, line.start(), end, figured)


def _numbers(line: str) -> list[tuple[str, str]]:
    return [(m["before"].strip() + m["unit"], m["figure"].replace(",", "")) for m in _NUMBER.finditer(line)]


def _is_told_again(older: _Section, newer: _Section) -> bool:
    plans = {pair: numbers for numbers in newer.lines for pair in numbers}
    if not older.lines:
        return False
    for numbers in older.lines:
        again = next((plans[pair] for pair in numbers if pair in plans), None)
        if again is None:
            return False
        if older.bare and _falls(numbers, again):
            return False
    return True


def _falls(older: Sequence[tuple[str, str]], newer: Sequence[tuple[str, str]]) -> bool:
    """Whether any figure under the same words is less than it was."""
    now = dict(newer)
    return any(words in now and float(now[words]) < float(figure) for words, figure in older)
