"""A plan without a grade told grade by grade: 选派特派员200名 ... 选派省级特派员68名、市级特派员124名.

Each figure is of one member of a family whose members exclude each other; side by side they are the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.promises import stages
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_JOINED = sought(r"\s?[、,;和及]")
# families of which each thing belongs to one member; stages and measures are none of them
_APART = sought(
    r"(?:国家级|[省市县旗区校]级|城[镇市]|农村|乡村|[公民]办|[小中]学|幼儿园|高中|新建|改造|续建|改扩建)≠"
    r"(?:国家级|[省市县旗区校]级|城[镇市]|农村|乡村|[公民]办|[小中]学|幼儿园|高中|新建|改造|续建|改扩建)"
)


_GOT = sought(
    r"^(?:已|通过|获得?|认定|新增|获批|创建|创成|培育|招引|引进|签订|新签|签)+(?=..)"
)  # 通过省级验收3个、市级验收4个


_OR_ABOVE = sought(r"[省市县旗区]级及?以上")  # 市级以上龙头企业10家: 省级4家、市级3家


def side_by_side(promise: Promise, first: Reading, found: Sequence[Reading]) -> list[Reading]:
    """The figures of all members in one list that begins with `first`; none where it is of no such list."""
    start = found.index(first)
    if _OR_ABOVE.search(promise.name):  # 省级4家、市级3家 of 市级以上: the grade that it names comes last
        while start and _goes_on(found[start - 1], found[start]):
            start -= 1
    run = [found[start]]
    for before, r in pairwise(found[start:]):
        if not _goes_on(before, r) or not all(_of_two_members(one, r, promise.name) for one in run):
            break
        run.append(r)
    whole = len(run) > 1 and promise.measure == "amount" and not any(stages.clash(promise, r) for r in run)
    return run if whole else []


def _goes_on(before: Reading, r: Reading) -> bool:
    near = 0 <= r.clause_start - before.quantity.end <= 1  # 国家级1个,省级4个: a clause each
    joined = (near or _JOINED.match(r.lead) is not None) and r.sentence == before.sentence
    plain = r.voice == before.voice == "report" and not (r.part or r.bracket or before.part or before.bracket)
    return joined and plain and (r.quantity.noun, r.owner) == (before.quantity.noun, before.owner)


def _said(r: Reading) -> str:
    """The figure's name, or the words before it where they only say who attested it."""
    return r.own or r.lead.strip("、,;和及 ")


_OPPOSITES = (
    ("内资", "外资"),
    ("内贸", "外贸"),
    ("干渠", "支渠"),
    ("公办", "民办"),
    ("公立", "民营"),
    ("室内", "室外"),
)
_OPPOSED = sought("|".join(word for pair in _OPPOSITES for word in pair))


def _opposed(one: str, other: str) -> str:
    """内资≠外资: a pair of which each thing is one; empty where the words tell of no such pair."""
    if not (_OPPOSED.search(one) and _OPPOSED.search(other)):
        return ""
    pairs = ((a, b) for pair in _OPPOSITES for a, b in (pair, pair[::-1]))
    return next((f"{a}≠{b}" for a, b in pairs if a in one and b in other), "")


def _of_two_members(one: Reading, other: Reading, promised: str) -> bool:
    """省级特派员 and 市级特派员 where 特派员 were promised: the same thing, and the promise chooses neither member."""
    mine_said, other_said = _said(one), _said(other)
    clash = names.conflict(mine_said, other_said) or ""
    clash = clash if _APART.fullmatch(clash) else _opposed(mine_said, other_said)
    if not clash:
        return False
    mine, theirs = clash.split("≠")
    a, b = (_GOT.sub("", w.replace(grade, "")) for w, grade in ((mine_said, mine), (other_said, theirs)))
    bare = not names.folded(a) and not names.folded(b)
    chosen = (mine in promised) != (theirs in promised) and not _OR_ABOVE.search(promised)
    return not chosen and (bare or names.likeness(a, b) >= 0.8)
