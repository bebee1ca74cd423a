"""One cell per line: which lines may be the headings of a table, and every way to read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extraction.grids.by_content import by_content
from extraction.grids.columns import MEASURED, Column, column, unit_in
from extraction.grids.fitting import is_place, only_sizes
from extraction.grids.laying import FIGURES, Layout
from extraction.grids.leaves import leaf_role, unfolded, unit_places
from extraction.grids.levels_and_growths import columns_under, unfolded_levels
from extraction.grids.plan_and_account import unfolded_account
from extraction.grids.values import unfolded_values
from extraction.sought import sought

NARROWEST, MOST_HEADINGS = 3, 44
HEADING_LENGTH = 24
_HALF = sought(
    r"(?:完成)?(?:比例|情况|进度|进展|时限|金额|率|数)|序时|达序时(?:进度)?|单位|领导|任务|目标|投资|原因|及存在问题"
)
ITEM = sought(r"\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、")  # (二)完成情况 heads an item, no column
_WHOLE = sought(r"[\u4e00-\u9fff]{2}(?:情况|进展)$")
_REMARK = sought(
    r"备\s?注|(?:情况)?说明|(?:存在|主要|突出)?的?(?:主要)?问题(?:及原因)?|(?:未[\u4e00-\u9fff]{2,7}|滞后|主要)?原因(?:分析|说明)?"
)
_TITLE = re.compile(
    r"^(?=.{12}).*(?:19|20)\d\d年|.{10}(?:情况|进展|进度)(?:\([^()]*\))?$|(?:情况|进展|进度|任务|统计|一览)表(?:\([^()]*\))?$"
)
_LEADING = ("owner", "unit", "department")
_NAMES = frozenset(("name", "owner", "category", "kind"))
_NO_HEADING = (*FIGURES, "sign", "empty", "story", "promise", "phone")


_LEADS = sought(r"(?:主要|重点)?(?:指标|项目|事项)(?:名称)?|县区|区县|乡镇|镇街|地区")
_NEAR = 3  # lines


def first_headings(pieces: list[str], starts: range) -> Iterator[int]:
    """Where the headings may begin: not with a title, and not behind 序号."""
    for start in starts:
        if any(_LEADS.fullmatch(p) for p in pieces[max(0, start - _NEAR) : start]):
            return  # nor behind 指标, which was left out as what follows it fits no table
        if not _TITLE.search(pieces[start]):
            yield start
        if column([pieces[start]]).role == "serial":
            return


def is_heading(piece: str, kind: str) -> bool:
    """Whether the line heads a column by its words."""
    return _may_be_heading(piece, kind) and (column([piece]).role != "other" or bool(unit_in(piece)))


def _may_be_heading(piece: str, kind: str) -> bool:
    """Whether the line may head a column, whatever it says; 10亿元以上项目 holds no figure but a size."""
    if len(piece) > HEADING_LENGTH or ITEM.match(piece):
        return False
    with_share = _WITH_GOAL.fullmatch(piece) or _AS_SHARE.fullmatch(piece)
    return kind not in _NO_HEADING or only_sizes(piece, kind) or with_share is not None


# 处置率(年度目标25%): its column is held to what its heading asks for
_WITH_GOAL = sought(r"[\u4e00-\u9fff]{2,16}率\((?:年度|全年)?(?:目标|任务|要求)(?:值|为)?:?\d[\d.]*%(?:以[上内])?\)")
# 目标人群数(按33%比例): how many the plan was reckoned to be
_AS_SHARE = sought(r"[\u4e00-\u9fff]{2,12}\((?:按|占|为)[^\d()]{0,8}\d[\d.]*%[^\d()]{0,6}\)")


def _is_unit_line(piece: str) -> bool:
    return bool(unit_in(f"({piece.strip('()')})")) and piece.startswith("(")


def layouts(pieces: list[str], kinds: list[str], start: int) -> Iterator[Layout]:
    """Every number of headings that may be meant, and every way to read them."""
    unknown = 0
    for stop in range(start, min(start + MOST_HEADINGS, len(pieces))):
        if not _may_be_heading(pieces[stop], kinds[stop]):
            return
        placed = stop > start + 1 and is_place(pieces[stop]) and is_heading(pieces[start], kinds[start])
        said = pieces[stop] in pieces[start:stop]
        unknown += not is_heading(pieces[stop], kinds[stop]) and not placed and not said
        width = stop + 1 - start
        if width == NARROWEST - 1 and (bare := _without_names(pieces[start : stop + 1], stop + 1)):
            yield bare
        if width >= NARROWEST and unknown * 2 <= width and not _heads_on(pieces, kinds, stop + 1):
            for layout in _readings(pieces[start : stop + 1], stop + 1):
                yield layout
                if told := by_content(layout.columns):
                    yield Layout(layout.headings, told, layout.begin, layout.plain)


def _heads_on(pieces: list[str], kinds: list[str], begin: int) -> bool:
    """Whether what is to be the first cell is a heading still: 排名, 备注, 完成率, or one before one that measures."""
    heads = [
        column([p])
        for p, kind in zip(pieces[begin : begin + 2], kinds[begin : begin + 2], strict=True)
        if kind == "text" and len(p) <= HEADING_LENGTH
    ]
    if not heads or pieces[begin] != heads[0].header:
        return False
    this, beside = heads[0], heads[-1] if len(heads) > 1 else None
    if this.role == "rank" or _REMARK.fullmatch(this.header):
        return True
    if beside is not None and this.role in (*MEASURED, "aside") and beside.role in MEASURED:
        return True
    if this.role in ("ratio", "rate") and "".join(kinds[begin + 1 : begin + 2]) in ("text", "body"):
        return True  # 收缴率, and the first row's place
    figure = "".join(kinds[begin + 1 : begin + 2]) in (*FIGURES, "empty")  # 计划, 1200: the label of a turned row
    return this.role in MEASURED and not this.tag and not figure


def _readings(heads: list[str], begin: int) -> Iterator[Layout]:
    units = next((i for i in range(len(heads)) if all(map(_is_unit_line, heads[i:]))), len(heads))
    words, below = heads[:units], heads[units:]
    if bare := _without_names(heads, begin):
        yield bare
    if joined := _joined(heads):
        yield Layout([[w] for w in joined], [column([w]) for w in joined], begin, False)
    if parts := _with_parts(heads):
        yield Layout(parts, _named(columns_under(parts)), begin, False)
    plain = [[w] for w in words]
    for parts in (plain, unfolded_levels(words), unfolded_values(words), *unfolded_account(words), *unfolded(words)):
        if parts is plain and below:
            parts = _with_units(plain, below)
        if parts and (parts is plain or parts != plain):
            yield Layout(parts, _named(columns_under(parts)), begin, parts is plain)


def _without_names(heads: list[str], begin: int) -> Layout | None:
    """年度任务, 已完成, 完成率 above 护理床位, 200张, 90张, 45%: what names the rows has no heading."""
    columns = [column([head]) for head in heads]
    roles = [c.role for c in columns]
    told = roles[0] == "target" and roles.count("target") == 1 and {"actual", "ratio"}.intersection(roles)
    if not told or any(role not in (*MEASURED, "rank", "remark", "flag", "department") for role in roles):
        return None
    names = column([""])
    names.role = "name"
    return Layout([[""], *([head] for head in heads)], [names, *columns], begin, False)


def _named(columns: list[Column]) -> list[Column]:
    """目标任务, 年度计划, 完成: of two plans, where nothing else names the rows, the first column does; in place.

    单位 before the plan is no unit of measure there, but whose the rows are; 县区, 任务, 完成: 任务 is the plan.
    """
    roles = [c.role for c in columns]
    first = next((c for c in columns if c.role != "serial"), None)
    for i, this in enumerate(columns[1:], 1):
        near = {c.role for c in columns[i - 1 : i + 2]}
        if "actual" in near and first is not None and first.role in _LEADING and leaf_role(this.header) == "target":
            this.role = "target"
    if first is not None and first.role == "unit" and _NAMES.isdisjoint(roles):
        first.role = "owner"
    elif roles.count("target") > 1 and roles.index("target") <= roles.count("serial") and _NAMES.isdisjoint(roles):
        plan = columns[roles.index("target")]
        plan.role = plan.role if plan.unit else "name"
    return columns


def _joined(heads: list[str]) -> list[str]:
    """Headings broken over two lines made whole: 完成 比例, 年度计划 (万元), 是否 达序时; empty where none is."""
    out: list[str] = []
    for head in heads:
        broken = out and (
            (_is_unit_line(head) and not _is_unit_line(out[-1])) or (_HALF.fullmatch(head) and len(out[-1]) <= 6)
        )
        if broken and not unit_in(out[-1]) and not _loses(out[-1], head):
            out[-1] += head
        else:
            out.append(head)
    return out if len(out) < len(heads) else []


def _with_parts(heads: list[str]) -> list[list[str]]:
    """计划面积, 其中:林网, 完成面积, 其中:林网: each part below the column that it is of; empty where there is none."""
    out: list[list[str]] = []
    for head in heads:
        whole = next((parts for parts in reversed(out) if len(parts) == 1), None)
        below = head.startswith("其中") and whole is not None and column(whole).role in ("target", "actual")
        out.append([*whole, head] if below and whole else [head])
    return out if any(len(parts) > 1 for parts in out) else []


def _loses(head: str, half: str) -> bool:
    """Whether the two made one would lose what the second measures: 责任部门 目标 are two, so are 进展情况 完成率."""
    if column([head]).role == "serial" or _WHOLE.search(head):
        return True
    return column([half]).role in ("target", "actual") and column([head + half]).role not in MEASURED


def _with_units(parts: list[list[str]], below: list[str]) -> list[list[str]]:
    """A line of units for every measured column belongs to them in turn."""
    places = unit_places(parts, below)
    if not places:
        return []
    units = dict(zip(places, below, strict=True))
    return [[p[0] + units.get(i, "")] for i, p in enumerate(parts)]


def may_head(columns: list[Column], turned: bool) -> bool:
    """Whether the columns name something and tell what became of it, or who does it by when."""
    roles = {c.role for c in columns}
    told = turned or roles & {"target", "ratio", "actual"}
    first = columns[0].role == "other" and not columns[0].unit and columns[1].role in MEASURED  # 重点企业, 产值目标
    led = columns[0].role == "target" or (columns[0].role == "serial" and columns[1].role == "target")
    named = first or led or roles & {"name", "owner", "category", "kind", "department"}
    if any(_REMARK.fullmatch(a.header) and b.role == "other" for a, b in pairwise(columns)):
        return False  # 备注 is the last heading, and a name follows
    if columns[-1].role in ("name", "category") and any(c.role in MEASURED for c in columns):
        return False  # the first row's name
    return len(columns) >= NARROWEST and bool(named and (told or {"serial", "name", "department"} <= roles))
