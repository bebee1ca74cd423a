"""What was promised, told by its kinds side by side and by no sum: 新增就业110人,已安置按比例就业31人、集中就业12人.

Each kind ends with the word that the promise ends with, and none of them is what was promised itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_ITSELF = 0.7  # likeness of a name that is the promise's own
_MOST = 2  # times the plan


def kinds_told(promise: Promise, found: Sequence[Reading], actual: Reading) -> list[Reading]:
    """The figures of such a list that holds the answer, in order; none where it is no such list."""
    run = _listed(found, actual) if _is_kind(actual, promise) else []
    distinct = len({r.own for r in run}) == len(run) > 1
    whole = distinct and all(_is_kind(r, promise) for r in run)
    return run if whole and sum(r.base for r in run) <= promise.reading.base * _MOST else []


def both_told(promise: Promise, found: Sequence[Reading], actual: Reading) -> list[Reading]:
    """衡器和三表7500台件,前者2810台件、后者3126台件: the former and the latter of what one number promises."""
    near = _near(found, actual)
    said = [r for r in near if r.sentence == actual.sentence and r.start > promise.reading.start and not r.bracket]
    both = [r for r in said if _EITHER.match(r.lead) and r.quantity.noun == promise.target.noun and r.voice == "report"]
    rivals = [r for r in near if r.voice == "promise" and r is not promise.reading and not r.bracket]
    between = [r for r in rivals if r.quantity.noun == promise.target.noun and r.start < actual.start]
    former_first = [r.lead.strip(" ,、;")[:1] for r in both] == ["前", "后"]
    return both if former_first and actual in both and not between else []


def each_of_them(promise: Promise, found: Sequence[Reading], actual: Reading) -> list[Reading]:
    """建成基站1200个,其中…,三家分别完成410个、388个、263个: what each of them did is, together, what was done."""
    said = _EACH.search(actual.clause_lead)
    run = _listed(found, actual) if said is not None and promise.reading.start < actual.start else []
    plain = all(r.voice == "report" and not (r.bracket or r.owner) for r in run)
    many = run and len(run) == _MANY.index(said["many"]) % 7 + 2 if said is not None else False
    return run if many and plain and not promise.reading.part and promise.measure == "amount" else []


_MANY = "两三四五六七八2345678"
_EACH = sought(rf"(?P<many>[{_MANY}])(?:家|个|者|方)(?:单位|企业|公司)?(?:分别|依次)[^,。;\d]{{0,6}}(?:\d|$)")
_EITHER = sought(r"[,、;\s]*[前后]者")


def is_one_of_several(promise: Promise, found: Sequence[Reading], actual: Reading, others: Sequence[Promise]) -> bool:
    """造林12万亩,完成人工造林4.1万亩、退化林修复1.9万亩: one kind beside what nobody promised tells not of all."""
    if not _is_kind(actual, promise):
        return False
    beside = [r for r in _listed(found, actual) if not _is_kind(r, promise) and len(names.folded(r.own)) >= 2]
    return any(not any(p is not promise and names.likeness(p.name, r.own) >= _ITSELF for p in others) for r in beside)


def is_one_of_clauses(promise: Promise, found: Sequence[Reading], actual: Reading, others: Sequence[Promise]) -> bool:
    """任务12万亩,早稻完成5.1万亩,晚稻完成6.4万亩: one of several done in one verb, none called as the plan."""
    did = actual.lead.strip(" ,;").removeprefix(actual.own)
    if not did or not _is_something_else(actual, promise):
        return False
    beside = [
        r
        for r in _near(found, actual)
        if (r.sentence == actual.sentence or _is_sibling(r, actual))
        and r.clause_start != actual.clause_start
        and r.own != actual.own
        and _is_something_else(r, promise)
        and r.lead.strip(" ,;").removeprefix(r.own) == did
    ]
    return any(not any(p is not promise and names.likeness(p.name, r.own) >= 0.5 for p in others) for r in beside)


def _is_sibling(r: Reading, actual: Reading) -> bool:
    """北片完成3口。南片完成9口: sentences one behind the other, of names that end alike."""
    alike = len(r.own) == len(actual.own) and r.own[-1:] == actual.own[-1:]
    return alike and abs(r.sentence - actual.sentence) == 1 and r.point == actual.point


def _is_something_else(r: Reading, promise: Promise) -> bool:
    plain = r.voice == "report" and not (r.bracket or r.part or r.owner) and r.quantity.noun == promise.target.noun
    named = len(names.folded(r.own)) >= 2 and not names.BARE_VERB.fullmatch(r.own)
    return plain and named and promise.measure == "amount" and names.likeness(promise.name, r.own) < 0.5


_FAR = 16  # numbers on each side of one among which its list stands


def _near(found: Sequence[Reading], actual: Reading) -> Sequence[Reading]:
    """The numbers around it; `found` is in order."""
    at = index_of(found, actual.start)
    return found[max(0, at - _FAR) : at + _FAR + 1]


def _listed(found: Sequence[Reading], actual: Reading) -> list[Reading]:
    """The figures of its unit that stand in one list with it, in order."""
    near = _near(found, actual)
    same = [r for r in near if r.clause_start == actual.clause_start and r.quantity.noun == actual.quantity.noun]
    at = next((n for n, r in enumerate(same) if r is actual), 0)
    first = at
    while first and same[first].lead.startswith("、"):
        first -= 1
    last = at
    while last + 1 < len(same) and same[last + 1].lead.startswith("、"):
        last += 1
    return same[first : last + 1]


def _is_kind(r: Reading, promise: Promise) -> bool:
    thing, kind = names.folded(promise.name)[-2:], names.folded(r.own)
    plain = r.voice == "report" and not (r.bracket or r.part or r.owner) and r.quantity.noun == promise.target.noun
    if not plain or promise.measure != "amount" or len(thing) < 2 or not kind.endswith(thing):
        return False
    if names.is_bare(thing) or names.stage(thing) is not None:
        return False  # 新增入库35家,已申报22家、审核入库14家: one verb is no thing
    bare = names.folded(promise.name) == thing and len(kind) >= 2 * len(thing)  # 人工造林 of 造林
    return len(kind) > len(thing) and (bare or names.likeness(promise.name, r.own) < _ITSELF)
