"""Tables -> tasks: every row of data becomes a task with the indicators that its columns promise and report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extraction.document import Document
from extraction.grids.cells import NUMBER, Grid, GridCell
from extraction.grids.columns import MEASURED, is_unit, unit_in
from extraction.grids.fitting import content
from extraction.grids.shapes import grids
from extraction.outline.lines import explains
from extraction.records import Claim, Indicator, Interval, Report, Task
from extraction.sought import sought
from extraction.tables.aligning import align, kinds_seen, like_siblings
from extraction.tables.beyond_belief import beyond_belief
from extraction.tables.by_share import by_share
from extraction.tables.cells import caption_units, empty, names_itself
from extraction.tables.content_told import with_content
from extraction.tables.demands import Demand, demand_on, held_to
from extraction.tables.done_words import done_in_words
from extraction.tables.form_names import plain, settle_names
from extraction.tables.groups import Group, groups
from extraction.tables.headed import behind_above, of_places, settle_by_title, settle_stage_rates, with_word_above
from extraction.tables.headed_goals import HeadedGoal, headed_goals, held_to_headings
from extraction.tables.headers import Body, body
from extraction.tables.interim import only_interim, with_interim
from extraction.tables.many_years import over_years, spans_of
from extraction.tables.nodes import set_nodes_aside, with_deadline
from extraction.tables.periods import due_of, newest
from extraction.tables.rates_told import settle_rates
from extraction.tables.rows import Named, Sheet, numeric, plans
from extraction.tables.second_stages import with_second_stages
from extraction.tables.settled_columns import settle
from extraction.tables.shared_plan import with_common_plan, with_shared_plan
from extraction.tables.shares import Aligned, shares_marked
from extraction.tables.side_by_side import unfolded_rows
from extraction.tables.slashed import slashed
from extraction.tables.states import settle_states
from extraction.tables.steps import set_pace_aside, steps
from extraction.tables.subject import subject
from extraction.tables.told import ReadItem, filled, read, told
from extraction.tables.told_below import with_accounts_below
from extraction.tables.told_of_cell import told_only
from extraction.tables.units import shared_out, unit_below
from extraction.tables.unnamed import name_rows
from extraction.tables.unread import unread_rows
from extraction.words.owner_names import OFFICE

_DEPARTMENT = re.compile(r"(?:局|委|办|厅|处|科|中心|公司|镇|街道|院|会|委员会|集团|支队)$")
_TOTAL = re.compile(r"(?:合计|总计|全[市县旗区省州]|小计|总数|合\s计)")
_DISTRICT = sought(r"[\u4e00-\u9fff]{1,4}(?:镇|乡|县|市|旗|街道)|[\u4e00-\u9fff]{1,2}区|合计|全[市县旗区省州]")
_NOTE = sought(r"\s*(?:附?注|说明|备注)\s?[::]?\s?[:1][^\n]*")  # explains the table and promises nothing
_LEADING = sought(
    r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|其中[::]?|\d{1,2}[.、](?!\d)|\(\d{1,2}\))"
)


def table_tasks(
    document: Document, text: str, report: Report, masked: Sequence[Interval], read_item: ReadItem
) -> tuple[list[Task], tuple[Interval, ...]]:
    """The tasks of all tables, and the intervals that they cover (no prose is sought there)."""
    tasks: list[Task] = []
    holes: list[Interval] = []
    marked_up = {table.start for table in document.tables}
    for grid in grids(text, document.tables, masked):
        reader = _reader(document.text, text, grid, report, read_item)
        if reader is None:
            continue
        found, aligned = reader.tasks()
        if found or (grid.start in marked_up and aligned):
            tasks += found
            holes += reader.below
            note = at if (at := _NOTE.match(text, grid.end)) and explains(text, *at.span()) else None
            holes.append((grid.start, note.end() if note and found else grid.end))
    return tasks, tuple(sorted([*holes, *unread_rows(text, holes)]))


def _reader(raw: str, text: str, grid: Grid, report: Report, read_item: ReadItem) -> _Reader | None:
    found = body(text, grid)
    if found is None:
        return None
    caption = grid.caption + "\n" + found.above
    if apart := slashed(text, caption, found.columns, found.rows):
        found = Body(*apart, found.above)
    found.columns, found.rows = unfolded_rows(text, found.columns, found.rows)
    settle_by_title(text, caption, found.columns, found.rows)
    settle_states(text, found.columns, found.rows)
    settle_stage_rates(found.columns)
    settle_names(found.columns)
    if not settle(text, found, report.year):
        return None
    below = with_accounts_below(text, grid.end, found)
    settle_rates(text, caption, found.columns, found.rows)
    set_pace_aside(text, found.columns, found.rows, report.cutoff)
    set_nodes_aside(text, found.columns, found.rows, report)
    name_rows(text, found.columns, found.rows)
    about = subject(caption, report, found.columns)
    demand = demand_on(text, found.columns, found.rows, grid.start, about, read_item)
    headed = headed_goals(text, grid.start, found.columns, found.rows, read_item)
    found_groups = of_places(found.columns, groups(found.columns))
    found_groups = with_common_plan(text, found.columns, found.rows, found_groups)
    planned = [g for g in found_groups if g.targets or g.actuals]
    for group in planned:
        group.steps = steps(text, found.columns, group, found.rows)
    above = caption_units(caption) or caption_units(unit_below(text, grid.end))
    shared_out(found.columns, planned, above, _broken(text, found))
    sheet = Sheet(text, raw, report, found.columns, above, len(planned) <= 1, spans_of(found.columns, caption))
    behind = behind_above(raw, text, grid.start)
    return _Reader(sheet, found, found_groups, about, read_item, behind, demand, headed, below)


def _broken(text: str, found: Body) -> set[int]:
    """The columns that hold fractions."""
    whole = [row for row in found.rows if len(row) == len(found.columns)]
    return {i for i in range(len(found.columns)) if any(sought(r"\d\.\d").search(row[i].of(text)) for row in whole)}


class _Reader:
    """Reads one table's rows; an owner named once goes on to the rows below."""

    def __init__(
        self, sheet: Sheet, found: Body, found_groups: list[Group], subject: str, read_item: ReadItem,
        behind: Claim | None, demand: Demand | None, headed: list[HeadedGoal], below: list[Interval],
    ) -> None:  # fmt: skip
        self.sheet, self.columns, self.rows, self.groups = sheet, found.columns, found.rows, found_groups
        self.subject, self.read_item, self.behind, self.demand = subject, read_item, behind, demand
        self.headed, self.below = headed, below
        self.owner = self.category = self.thing = ""
        roles = [c.role for c in found.columns]
        self.things_first = "name" in roles and "owner" in roles[roles.index("name") :]  # named once for several owners
        self.plan_only = not any(c.role in ("actual", "ratio", "target") for c in found.columns)

    def tasks(self) -> tuple[list[Task], int]:
        """The tasks of all rows, and how many rows could be laid under the columns."""
        text, marked = self.sheet.text, shares_marked(self.sheet.text, self.rows, self.columns)
        seen = kinds_seen(text, self.rows, self.columns)
        laid = like_siblings(text, self.rows, [align(text, row, self.columns, marked, seen) for row in self.rows])
        aligned = self._unmerged([told_only(text, cells, self.columns) for cells in laid if cells is not None])
        read = [task for cells in aligned if (task := self.task(cells)) is not None]
        return [] if beyond_belief(read) else read, len(aligned)

    def _unmerged(self, aligned: list[Aligned]) -> list[Aligned]:
        """Without figures in merged cells: one number over several rows or columns is the number of none of them."""
        figures = [i for i, c in enumerate(self.columns) if c.role in MEASURED]
        cells = [c for row in aligned for i in figures if (c := row[i]) is not None and c.end > c.start]
        counts = Counter(c.start for c in cells)
        for row in aligned:
            for i in figures:
                cell = row[i]
                if cell is not None and counts[cell.start] > 1:
                    row[i] = None
        return aligned

    def task(self, cells: Aligned) -> Task | None:
        """The row as a task, or None where it promises nothing."""
        row = self._named(cells)
        filled = [c for c in cells if c is not None and c.of(self.sheet.text)]
        if not filled or (len({c.of(self.sheet.text) for c in filled}) < 2 and not self._goes_on(cells, filled)):
            return None
        roles = {c.role for c in self.columns}
        numbers = all(NUMBER.fullmatch(c.of(self.sheet.text)) for c in filled)
        if ("owner" in roles and numbers) or ("department" in roles and _OFFICE.fullmatch(row.name or "")):
            return None  # nobody's: the rest of a row that was cut; an office named where its task was lost
        told = held_to(self.sheet, row, self.demand) if self.demand else []
        told = told if told or self.plan_only else [i for g in self.groups for i in self._paced(row, g)]
        indicators = self._planned(row) if self.plan_only else with_shared_plan(told)
        indicators = [*indicators, *held_to_headings(self.sheet, row, self.headed)]
        indicators = with_word_above(self._beside(row, indicators), self.behind)
        indicators = with_deadline(self.sheet.text, self.columns, cells, indicators, self.sheet.report)
        if not indicators:
            return None
        own = [c for c in filled if all(not low <= c.start < high for low, high in self.below)]
        start, end = min(c.start for c in own), max(c.end for c in own)
        title = (row.name or row.owner or "")[:80]
        return Task(self._words(cells, "serial"), title, start, end, (), self._departments(cells), tuple(indicators))

    def _goes_on(self, cells: Aligned, filled: list[GridCell]) -> bool:
        """新增学位810个 | | |: what the numbered row above promises as well, and nothing tells."""
        own = self._cells(cells, "name")
        numbered = self.columns[0].role == "serial" and empty(self.sheet.text, cells[0])
        said = own[0].of(self.sheet.text) if own == filled else ""
        return numbered and content(said) == "promise" and not _LEADING.match(said)

    def _named(self, cells: Aligned) -> Named:
        category = self.category = self._words(cells, "category") or self.category
        name = self._words(cells, "name") or ("" if self._words(cells, "owner") else self._words(cells, "category"))
        name = self.thing = name or (self.thing if self.things_first and self._words(cells, "owner") else "")
        name = category if name == "小计" and category not in ("", "小计") else name
        owner = self.owner = self._words(cells, "owner") or (self.owner if name else "")
        unit = self._words(cells, "unit")
        name_unit = unit_in(name)
        if name_unit:
            name = name.replace(f"({name_unit})", "")
        name = _LEADING.sub("", plain(name))
        name = self.subject or name if _TOTAL.fullmatch(name) and name != "小计" else name
        total = _TOTAL.fullmatch(owner) is not None
        return Named(cells, name, None if total else owner or None, unit if is_unit(unit) else "", name_unit, total)

    def _paced(self, row: Named, group: Group) -> list[Indicator]:
        return over_years(self.sheet, row, group, self._group(row, group))

    def _group(self, row: Named, group: Group) -> list[Indicator]:
        text = self.sheet.text
        if sought(r"小计").fullmatch(row.name):
            return []
        row, group = self._owned(row, group)
        named = row if row.name or group.label else replace(row, name=self.subject)
        if content(row.name) == "promise" and only_interim(self.sheet, group):
            of_year = told(self.sheet, row, replace(group, targets=[]), self._cells(row.cells, "name"), self.read_item)
            if any(i.target is not None for i in of_year):
                return with_interim(self.sheet, row, group, of_year)
        planned = [(i, q) for i, q in plans(self.sheet, named, group) if q.noun == "%" or not group.shared]
        if not row.name and any(names_itself(text, row.cells[i], q, self.columns[i].header) for i, q in planned):
            planned = []
        if planned or group.shared:
            told_here = [self._answered(named, group, i) for i in numeric(self.sheet, named, group, planned)]
            return list(with_second_stages(self.sheet, named, group, told_here))
        promised = [c for i in group.targets if (c := row.cells[i]) is not None and not empty(text, c)]
        if not promised and (not group.targets or content(row.name) == "promise"):
            promised = self._cells(row.cells, "name")  # also where the plan's own cell was lost
        bare = named if (row.owner or row.total) and not promised else row  # 一分局 | 56.8%
        return told(self.sheet, bare, group, promised, self.read_item)

    def _owned(self, row: Named, group: Group) -> tuple[Named, Group]:
        """A group of columns that is headed by a district is the district's: 全县 | 东镇 | 西乡."""
        heads = [g.label for g in self.groups]
        if not row.name or len(heads) < 2 or not all(_DISTRICT.fullmatch(h) for h in heads):
            return row, group
        owner = None if _TOTAL.fullmatch(group.label) else group.label
        return replace(row, owner=owner), replace(group, label="")

    def _answered(self, row: Named, group: Group, indicator: Indicator) -> Indicator:
        """A number planned and a story told: the reader of tasks finds the figure in the story."""
        text, target = self.sheet.text, indicator.target
        order = newest(text, row.cells, self.columns, group.actuals, self.sheet.report)
        stories = [c for i, _ in order if (c := row.cells[i]) is not None]
        stories = stories[:1] if any(day is not None for _, day in order) else stories
        share = next((c for c in indicator.claims if c.completion is not None), None)
        if share is not None and indicator.actual is None and indicator.refusal is None:
            return by_share(self.sheet, indicator, share, stories)
        settled = (
            indicator.actual is not None or indicator.stated_completion is not None or indicator.refusal is not None
        )
        if settled or not stories or target is None:
            return indicator
        worded = self._in_words(row, group, order[0][0], indicator)
        if worded is not indicator:
            return worded
        places = [c for i in group.targets if (c := row.cells[i]) is not None and self._of_same_time(c, i, indicator)]
        promised = [GridCell(c.start, c.end) for c in [*self._cells(row.cells, "name"), *places]]
        match = next(
            (
                i
                for i in read(self.sheet, promised, stories, self.read_item)
                if i.target and i.target.start == target.start
            ),
            None,
        )
        if match is None or (match.actual is None and not match.claims):
            return indicator
        return filled(indicator, match)

    def _in_words(self, row: Named, group: Group, place: int, indicator: Indicator) -> Indicator:
        start = indicator.target.start if indicator.target is not None else None
        held = [i for i in group.targets if (c := row.cells[i]) is not None and c.start <= (start or -1) < c.end]
        return done_in_words(self.sheet, row, held[0], place, indicator) if held else indicator

    def _of_same_time(self, cell: GridCell, place: int, indicator: Indicator) -> bool:
        """Whether the cell plans for what the promise does: beside the year's, 形象进度50% of a node tells nothing."""
        start = indicator.target.start if indicator.target is not None else None
        own = start is not None and cell.start <= start < cell.end
        return own or due_of(self.columns[place], self.sheet.report) == indicator.due

    def _beside(self, row: Named, indicators: list[Indicator]) -> list[Indicator]:
        if self.plan_only:
            return indicators
        return with_content(self.sheet, row, self.groups, indicators, self.read_item)

    def _planned(self, row: Named) -> list[Indicator]:
        """A table of tasks and who leads them, without progress: what the year promises."""
        found = told(self.sheet, row, Group(), self._cells(row.cells, "name"), self.read_item)
        return [i for i in found if i.target is not None]

    def _cells(self, cells: Aligned, role: str) -> list[GridCell]:
        found = [cells[i] for i, c in enumerate(self.columns) if c.role == role]
        return [c for c in dict.fromkeys(found) if c is not None and not empty(self.sheet.text, c)]

    def _words(self, cells: Aligned, role: str) -> str:
        return sought(r"\s+").sub("", "".join(c.of(self.sheet.text) for c in self._cells(cells, role)))

    def _departments(self, cells: Aligned) -> tuple[str, ...]:
        pieces = [p for c in self._cells(cells, "department") for p in sought(r"[、,;\s]").split(c.of(self.sheet.text))]
        return tuple(dict.fromkeys(p for p in pieces if _DEPARTMENT.search(p)))


_OFFICE = sought(OFFICE)
