"""Headings of two lines: which of the upper ones stand alone, and which head a group of the lower ones.

地区 桥梁 道路 排名 over 计划 完成 完成率 计划 完成: a group begins where a plan does, so that the groups need not
be equally wide; what is over none of them is a column of its own, before them or behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from extraction.grids.columns import MEASURED, PLAN, Role, column
from extraction.grids.fitting import content, is_place
from extraction.sought import sought

Headings = list[list[str]]
_NEVER_OVER = ("serial", "owner", "unit", "department", "remark", "flag", "rank")
_BEFORE = ("serial", "owner", "name", "category", "kind", "unit", "department", "other")
_BEHIND = ("rank", "flag", "remark", "department", "aside")
_LEAF = (*MEASURED, "rank", "aside")
_FIRST = ("target", "actual")
_IN_WORDS = sought(r"形象|进展|情况|说明")


def parted(leaves: Sequence[str], wanted: int = 0) -> Headings:
    """The leaves group by group; empty where they are no such thing, or each names what it measures.

    So many groups as are `wanted` may be told by their plans alone: 计划投放, 实际投放, 计划, 兑现.
    """
    roles = [leaf_role(leaf) for leaf in leaves]
    plans = [i for i, role in enumerate(roles) if role == "target"]
    if len(plans) < 2 or not roles or roles[0] not in _FIRST or any(role not in _LEAF for role in roles):
        return []
    again = [i for i, leaf in enumerate(leaves) if without_unit(leaf) == without_unit(leaves[0])]
    tagged = any(column([leaves[i]]).tag for i in plans)
    sure = len(again) == len(plans) or not tagged or len(plans) == wanted
    ways = [plans] if not plans[0] and sure else []
    for begins in (*ways, again):
        groups = [list(leaves[a:b]) for a, b in pairwise([*begins, len(leaves)])]
        if len(groups) > 1 and all(_is_group(g) for g in groups):
            return groups
    return []


def _is_group(leaves: Sequence[str]) -> bool:
    """Whether no two of them are called alike and one is a plan."""
    alike = len({without_unit(leaf) for leaf in leaves}) < len(leaves)
    return len(leaves) > 1 and not alike and any(leaf_role(leaf) == "target" for leaf in leaves)


def leaf_role(leaf: str) -> Role:
    """What a heading is for that stands below another: 任务 alone names the rows, below a thing it is its plan."""
    role = column([leaf]).role
    return "target" if role == "name" and PLAN.fullmatch(without_unit(leaf)) else role


@lru_cache(maxsize=4096)
def without_unit(leaf: str) -> str:
    """The heading without what stands in brackets: 目标任务(件) -> 目标任务."""
    return sought(r"\([^()]*\)|\s").sub("", leaf)


def unfolded(pieces: Sequence[str]) -> Iterator[Headings]:
    """Every way to read one list of headings, one per line, as an upper line and a lower one."""
    roles = [leaf_role(p) for p in pieces]
    start = len(pieces)
    while start and roles[start - 1] in _LEAF:
        start -= 1
        groups = parted(pieces[start:]) if roles[start] in _FIRST else []
        if groups and start > len(groups) and not {p for g in groups for p in g}.intersection(pieces[:start]):
            yield from _laid(_without_offices(pieces[:start]), groups)
    for wide in range(2, len(pieces) // 2):
        begin = next((i for i in range(2, len(pieces) - 2 * wide + 1) if things_again(pieces[i:]) == wide), 0)
        if begin and (laid := below_measures(pieces[:begin], pieces[begin:])):
            yield laid
    if told := _told_each(pieces, roles):
        yield told
    headings = _nested(pieces, roles)
    if headings or (headings := _planned(pieces, roles)):
        yield headings


def _without_offices(above: Sequence[str]) -> Sequence[str]:
    """地区, 新增就业, 再就业, 市人社局, 市总工会: who answers for the things heads no column."""
    named = len(above)
    while named > 2 and content(above[named - 1]) == "body" and not is_place(above[named - 1]):
        named -= 1
    return above[:named] if column([above[0]]).role in ("owner", "unit") else above


def things_again(leaves: Sequence[str]) -> int:
    """How many things the lower line names before it names them again, in the same order, to its end; 0 if it does not.

    改厕, 修渠, 改厕, 修渠 below 任务, 完成: a plan and its answer of each.
    """
    bare = [without_unit(leaf) for leaf in leaves]
    wide = next((i for i in range(2, len(bare) // 2 + 1) if bare[i] == bare[0]), 0)
    if not wide or len(bare) % wide or bare != bare[:wide] * (len(bare) // wide) or len(set(bare)) < wide:
        return 0
    known = any(not bare_leaf or (leaf_role(bare_leaf) in _FIRST and not column([bare_leaf]).tag) for bare_leaf in bare)
    return 0 if known or any(sought(r"^-?\d[\d.,]*%?$").match(leaf) for leaf in bare) else wide


def below_measures(above: Sequence[str], leaves: Sequence[str]) -> Headings:
    """The headings of things below their measures, each thing made the upper one; empty where that is not so."""
    wide = things_again(leaves)
    measures = [a for a in above if leaf_role(a) in MEASURED]
    if not wide or len(measures) * wide != len(leaves) or len(set(measures)) < len(measures):
        return []
    first, last = above.index(measures[0]), above.index(measures[-1])
    roles = [column([a]).role for a in above]
    if not first or last - first >= len(measures) or any(r not in _BEFORE for r in roles[:first]):
        return []
    if any(r not in _BEHIND for r in roles[last + 1 :]):
        return []
    told = [[leaves[n * wide + i], m] for n, m in enumerate(measures) for i in range(wide)]
    return [*([a] for a in above[:first]), *told, *([a] for a in above[last + 1 :])]


_MOST_THINGS = 4


def _told_each(pieces: Sequence[str], roles: Sequence[str]) -> Headings:
    """县区, 年度任务, 眼科筛查, 口腔筛查, 人数, 完成率, 人数, 完成率: one plan, and what came of each thing."""
    end = len(pieces)
    while end and roles[end - 1] in _BEHIND:
        end -= 1
    bare = [without_unit(p) for p in pieces[:end]]
    for things in range(2, _MOST_THINGS + 1):
        lead, below = end - 3 * things, end - 2 * things
        pair = bare[below : below + 2]
        again = lead > 1 and bare[below:] == pair * things and len(set(pair)) == 2
        if not again or leaf_role(pair[1]) not in ("ratio", "rate"):
            continue
        if not {leaf_role(pair[0]), *roles[lead:below]} <= {"other", "name", "actual"}:
            continue
        if roles[:lead].count("target") == 1 and roles[lead - 1] == "target":
            told = [[thing, pieces[below + i]] for thing in pieces[lead:below] for i in range(2)]
            return [*([p] for p in pieces[:lead]), *told, *([p] for p in pieces[end:])]
    return []


def _nested(pieces: Sequence[str], roles: Sequence[str]) -> Headings:
    """县区, 造林, 任务, 完成, 抚育, 任务, 完成: each thing with its leaves behind it; empty where they are not so."""
    bare = [without_unit(p) for p in pieces]
    first = next((i for i, role in enumerate(roles) if role in _FIRST and bare.count(bare[i]) > 1), 0)
    heads = [i for i, below in enumerate(bare[1:]) if below == bare[first] and bare.count(bare[i]) == 1]
    if any(roles[i] in _LEAF and not (roles[i] in MEASURED and column([pieces[i]]).tag) for i in heads):
        return []  # 实际利用外资 names a thing, 完成率 does not
    if first < 2 or len(heads) < 2 or heads[0] != first - 1 or any(roles[i] in _NEVER_OVER for i in heads):
        return []
    stop = next((i for i in range(heads[-1] + 1, len(pieces)) if roles[i] not in _LEAF), len(pieces))
    groups = [pieces[a + 1 : b] for a, b in pairwise([*heads, stop])]
    known = all(role in _BEFORE for role in roles[: heads[0]]) and all(role in _BEHIND for role in roles[stop:])
    if not known or not all(_is_group(g) and all(leaf_role(leaf) in _LEAF for leaf in g) for g in groups):
        return []
    told = [[pieces[i], leaf] for i, g in zip(heads, groups, strict=True) for leaf in g]
    return [*([p] for p in pieces[: heads[0]]), *told, *([p] for p in pieces[stop:])]


def _planned(pieces: Sequence[str], roles: Sequence[str]) -> Headings:
    """乡镇, 护林员, 应聘, 实聘, 补偿金, 应发, 实发: each thing with a plan and its answer behind it, by any words."""
    lead = next((i for i, role in enumerate(roles) if role not in _BEFORE or (i and _is_head(roles, i))), 0)
    out: Headings = [[p] for p in pieces[:lead]]
    at, groups = lead, 0
    while lead and at < len(pieces) and _is_head(roles, at):
        stop = next((i for i in range(at + 3, len(pieces)) if roles[i] not in ("actual", "ratio", "rate")), len(pieces))
        out += [[pieces[at], leaf] for leaf in pieces[at + 1 : stop]]
        at, groups = stop, groups + 1
    known = groups > 1 and all(role in _BEHIND for role in roles[at:])
    return [*out, *([p] for p in pieces[at:])] if known else []


def _is_head(roles: Sequence[str], i: int) -> bool:
    """Whether the heading is no measure and a plan and its answer stand behind it."""
    return roles[i] in ("other", "name", "category") and list(roles[i + 1 : i + 3]) == ["target", "actual"]


def _laid(above: Sequence[str], groups: Headings) -> Iterator[Headings]:
    """The groups under as many neighbours of the upper line; what remains stands before and behind them.

    What is called neither number nor place may be a heading over all of them: 地区, 就业工程, 新增就业, 再就业; so may
    what measures something and heads no group: 县区, 年度目标任务, 开工情况, 建成情况.
    """
    roles = [column([a]).role for a in above]
    if (alone := _rate_behind(above, roles, len(groups))) is not None:
        yield under(above, [0 < i < alone for i in range(len(above))], groups)
        return
    for lead in range(len(above) - len(groups), 0, -1):
        behind = lead + len(groups)
        beside = all(role in _BEHIND or "形象" in a for a, role in zip(above[behind:], roles[behind:], strict=True))
        shaped = any("形象" in a for a in above[lead:behind])  # 形象进度 is told in words
        if beside and not shaped and not any(role in _NEVER_OVER for role in roles[lead:behind]):
            over_all = lead > 1 and roles[lead - 1] in MEASURED
            if not all(role in (*_BEFORE, "aside") for role in roles[: lead - over_all]):
                continue
            if not over_all:
                yield under(above, [lead <= i < behind for i in range(len(above))], groups)
            if "owner" in roles[:lead] and not {"serial", "owner"}.issuperset(roles[:lead]):
                kept = [i for i in range(len(above)) if i >= lead or roles[i] in ("serial", "owner")]
                yield under([above[i] for i in kept], [lead <= i < behind for i in kept], groups)


_RATE = sought(r"[\u4e00-\u9fff]{2,}(?:率|比例|比重)$")


def _rate_behind(above: Sequence[str], roles: Sequence[str], groups: int) -> int | None:
    """县区, 造林, 植树, 处置率: where each thing behind the place has its group, a rate left over stands alone."""
    behind = 1 + groups
    if len(above) <= behind or roles[0] not in ("owner", "serial", "name"):
        return None
    rate = _RATE.fullmatch(without_unit(above[behind])) is not None
    alike = any(_RATE.fullmatch(without_unit(a)) for a in above[1:behind])
    return behind if rate and not alike and all(role in _BEHIND for role in roles[behind + 1 :]) else None


def unit_places(parts: Sequence[Sequence[str]], below: Sequence[str]) -> list[int]:
    """Which columns a line of units is of, in their order: (万元) (万元) (%) below 计划, 完成, 完成率, 形象进度.

    Of fewer units than measures each goes to one that it may measure, and none to what is told in words; empty where
    that leaves a choice.
    """
    measured = [i for i, p in enumerate(parts) if column(p).role in (*MEASURED, "other")]
    strict = [i for i in measured if column(parts[i]).role in MEASURED]
    for places in (strict, measured):
        if len(places) == len(below):
            return places
    ways = [way for way in combinations(strict, len(below)) if all(map(_measures, (parts[i] for i in way), below))]
    plain = [way for way in ways if not any(_IN_WORDS.search(parts[i][-1]) for i in way)]
    found = ways if len(ways) == 1 else plain
    return list(found[0]) if len(found) == 1 else []


def _measures(parts: Sequence[str], unit: str) -> bool:
    """Whether a column so headed may be in the unit."""
    return ("%" in unit) == (column(parts).role in ("ratio", "rate", "growth"))


def best_laid(above: Sequence[str], groups: Headings) -> Headings | None:
    """The headings where the number of groups is known: as few lone ones behind them as their words allow."""
    return next(_laid(above, groups), None)


def under(above: Sequence[str], over: Sequence[bool], groups: Headings) -> Headings:
    """The headings of every column: `over` says which of the upper line head the groups, in turn."""
    parts = iter(groups)
    out: Headings = []
    for head, heads_group in zip(above, over, strict=True):
        out += [[head, leaf] for leaf in next(parts)] if heads_group else [[head]]
    return out
