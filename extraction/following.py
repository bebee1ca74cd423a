"""Whether two promises are one promise, told in another report or another year: by clause, then by lead and name.

Likeness of letters alone never decides: another level (省级, 市级), another measure (出口, 进出口), another stage
(申报, 认定) or another unit is another promise, however alike the names are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from extraction.numbers.units import fits
from extraction.sought import sought
from extraction.words import names

How = Literal["person", "clause", "lead", "name", "doubtful"]
_CLAUSE_IN_YEAR, _CLAUSE, _LEAD, _NAME = 60, 75, 85, 92  # of 100; a clause's number is another one next year
_DOUBT_NEAR, _DOUBT_FAR = 70, 85  # with and without a clause or a lead in common
_LETTERS = re.compile(r"[A-Za-z][A-Za-z\d.]*|\d+[A-Za-z]+")
_NUMBERS = re.compile(r"(?<![A-Za-z.\d])\d+(?:\.\d+)?(?![A-Za-z\d.年月日])")  # 10亿元以上项目, but not 2031年
_GROWING = sought(r"新增|净增|新发展|新引进")
_DOING = sought(
    r"新建|改造|新改扩建|改建|扩建|续建|培育|引进|救助|培训|转移|维修|整治|治理|修复|孵化|检查|筛查|安置|搬迁|资助|拆除"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A promise as one report, document or file tells it. `family` is its kind, a sum and a level being one."""

    name: str
    folded: str
    qualifiers: tuple[str, ...]
    family: str
    tier: str
    owner: str | None
    interim: int | None
    noun: str
    year: int
    clauses: frozenset[int]
    leads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kinship:
    """Why two promises are one, or may be (`doubtful`, with the reason); `score`, 0 to 100, is the likeness of names.

    `person` is never found, only said.
    """

    how: How
    score: float
    why: str = ""


def kinship(a: Told, b: Told) -> Kinship | None:
    """How the two belong together; None where they do not. The same for (b, a)."""
    if not _comparable(a, b):
        return None
    score, doubt = _score(a.folded, b.folded), _doubt(a, b)
    clause, lead = bool(a.clauses & b.clauses), bool(a.leads & b.leads)
    strangers = bool(a.leads and b.leads) and not lead
    if not doubt:
        if clause and score >= (_CLAUSE_IN_YEAR if a.year == b.year else _CLAUSE):
            return Kinship("clause", score)
        if lead and score >= _LEAD:
            return Kinship("lead", score)
        if score >= _NAME and not strangers:
            return Kinship("name", score)
    if score >= (_DOUBT_NEAR if clause or lead else _DOUBT_FAR):
        return Kinship("doubtful", score, doubt or ("牵头单位不同" if strangers else "名称相近而不相同"))
    return None


def _comparable(a: Told, b: Told) -> bool:
    """Whether nothing forbids that they are one."""
    if (a.family, a.tier, a.owner, a.interim) != (b.family, b.tier, b.owner, b.interim):
        return False
    if a.noun and b.noun and not fits(a.noun, b.noun):
        return False
    return _may_meet(*sorted((a.name, b.name))) and _letters(a.folded) == _letters(b.folded)


@lru_cache(maxsize=65536)
def _may_meet(a: str, b: str) -> bool:
    return names.conflict(a, b) is None and names.promised_stage(a) == names.promised_stage(b)


def _letters(folded: str) -> frozenset[str]:
    """5A, PM2.5, 5G: letters in a Chinese name are a name."""
    return frozenset(_LETTERS.findall(folded))


def _doubt(a: Told, b: Told) -> str:
    """What only one of them says, and a person must weigh; empty: nothing."""
    if set(a.qualifiers) != set(b.qualifiers):
        return "限定词不同：" + "、".join(sorted(set(a.qualifiers) ^ set(b.qualifiers)))
    for pattern, words in ((_NUMBERS, "名称中的数字不同"), (_GROWING, "只有一方是新增"), (_DOING, "做法不同")):
        if set(pattern.findall(a.name)) != set(pattern.findall(b.name)):
            return words
    return ""


@lru_cache(maxsize=65536)
def _score(a: str, b: str) -> float:
    """0 to 100; the same characters in another order (城镇新增就业, 新增城镇就业) are nearly the same name."""
    if not a or not b:
        return 0.0
    score = round(fuzz.ratio(a, b), 1)
    return max(score, 95.0) if len(a) >= 4 and sorted(a) == sorted(b) else score
