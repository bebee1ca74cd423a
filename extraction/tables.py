"""Tables -> tasks: which column promises, which reports, which states a share; every row's indicators.

A row whose target is told in words is read like a task: the target cell is its heading, the progress cell its story.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from extraction import names, units, wording
from extraction.document import Document
from extraction.grids import EMPTY, HEADER, NUMBER, Grid, GridCell, grids
from extraction.outline import Item, Sentence, sentences
from extraction.period import cutoff_of, period_mentions
from extraction.quantities import scan
from extraction.records import Actual, Claim, Indicator, Interval, Kind, Quantity, Report, Target, Task
from extraction.targets import is_countable, tidy

ReadItem = Callable[[Item], list[Indicator]]

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("serial", re.compile(r"^(?:序号|编号|No\.?|序)$")),
    ("flag", re.compile(r"是否|达序|状态|进度评价|评价结果|预警|亮灯")),
    ("department", re.compile(r"责任|牵头|分管|协同|配合|领导|联系人|电话|督办|主办|承办|实施主体|建设单位|部门|负责|挂钩|完成时限|时限|措施|成效|下一步|建设内容|建设规模|起止")),
    ("remark", re.compile(r"备注|说明|原因|问题|建议")),
    ("growth", re.compile(r"同比|增速|增幅|增长|±|排名|位次|排序")),
    ("ratio", re.compile(r"完成率|完成比|比例|比率|占.{0,6}(?:任务|计划|目标|年).{0,4}(?:比|%)|占年|百分比|完成.{0,4}%|[率](?:\(%\)|%)?$|之比|进度\(%\)|进度%|占比|时序进度|完成进度\(%")),
    ("target", re.compile(r"目标|计划(?!内)|任务(?:数|量|目标)?(?:\([^()]*\))?$|年度任务|全年任务|下达|指标值|预算数|应完成|预期|指标任务|安排数")),
    ("actual", re.compile(r"完成|进度|进展|实际|累计|已|落实|实施情况|推进情况|\d月|季度|截至|开工数|上半年|竣工数|到位|执行数|现状|进行")),
    ("unit", re.compile(r"^(?:计量)?单位$")),
    ("owner", re.compile(r"地区|县区|区县|县\(市|市州|乡镇|街道|市县|辖区|县市|各县|镇\(|区\(|单位名称|区域|^单\s*位$")),
    ("category", re.compile(r"类别|分类|类型|领域|板块")),
    ("name", re.compile(r"名称|指标|项目|事项|内容|任务|工作|实事|工程")),
)  # fmt: skip
_UNIT_IN = re.compile(r"\(([^()]{1,8})\)|(?:单位[::]?\s?)([^\s,。;)(]{1,6})")


@dataclass(slots=True)
class Column:
    """What a column is for, and what its heading says of unit and date."""

    role: str
    header: str
    unit: str = ""
    label: str = ""


@dataclass(slots=True)
class Group:
    """The columns that belong to one indicator of a row."""

    label: str
    targets: list[int] = field(default_factory=list)
    actuals: list[int] = field(default_factory=list)
    ratios: list[int] = field(default_factory=list)


def table_tasks(document: Document, text: str, report: Report, masked: Sequence[Interval], read_item: ReadItem) -> tuple[list[Task], tuple[Interval, ...]]:
    """The tasks of all tables, and the intervals that they cover (no prose is sought there)."""
    tasks: list[Task] = []
    holes: list[Interval] = []
    for grid in grids(text, document.tables, masked):
        found = _TableReader(text, document.text, grid, report, read_item).tasks()
        if found or document.tables and any(t.start == grid.start for t in document.tables):
            tasks += found
            holes.append((grid.start, grid.end))
    return tasks, tuple(holes)


class _TableReader:
    def __init__(self, text: str, raw: str, grid: Grid, report: Report, read_item: ReadItem) -> None:
        self.text, self.raw, self.grid, self.report, self.read_item = text, raw, grid, report, read_item
        match = re.search(r"单位\s?:\s?([^\s。;)|]{1,20})", grid.caption + "\n" + self._head_text())
        self.caption_units = [u for u in re.split(r"[、,/]", match[1])] if match else []

    def _head_text(self) -> str:
        return " ".join(c.of(self.text) for row in self.grid.rows[:1] for c in row)

    def tasks(self) -> list[Task]:
        header, rows = self._split_header()
        if not header or not rows:
            return []
        columns = self._columns(header)
        if columns is None:
            return []
        groups = self._groups(columns)
        out = []
        for row in rows:
            aligned = self._align(row, columns)
            task = self._row(aligned, columns, groups) if aligned else None
            if task is not None:
                out.append(task)
        return out

    # -- header ---------------------------------------------------------------------------------------------------

    def _split_header(self) -> tuple[list[list[GridCell]], list[list[GridCell]]]:
        rows = self.grid.rows
        count = 0
        for row in rows[:4]:
            pieces = [c.of(self.text) for c in row]
            numeric = sum(bool(NUMBER.fullmatch(p)) for p in pieces)
            words = sum(bool(HEADER.search(p)) and len(p) <= 24 for p in pieces)
            if numeric == 0 and words >= (2 if count == 0 else 1) and words * 2 >= len({p for p in pieces if p}) - 2:
                count += 1
            elif count == 0 and len({p for p in pieces if p}) <= 1:
                rows = rows[1:]
                return (rows[:1], rows[1:]) if rows else ([], [])
            else:
                break
        return rows[:count], rows[count:]

    def _columns(self, header: list[list[GridCell]]) -> list[Column] | None:
        if self.grid.ragged and len(header) == 1:
            header = [self._ungroup(header[0])]
            texts = [c if isinstance(c, str) else c.of(self.text) for c in header[0]]
        else:
            width = max(len(r) for r in header)
            texts = []
            for c in range(width):
                seen = [row[c].of(self.text) for row in header if c < len(row)]
                texts.append("".join(dict.fromkeys(seen)))
        columns = [self._column(re.sub(r"\s+", "", t)) for t in texts]
        roles = {c.role for c in columns}
        if not roles & {"target", "actual", "ratio"}:
            return None
        if "name" not in roles and "owner" not in roles:
            for column in columns:
                if column.role in ("category", "other"):
                    column.role = "name"
                    break
            else:
                if "target" in roles and "actual" in roles:
                    return columns
                return None
        return columns

    def _ungroup(self, cells: list[GridCell]) -> list[str]:  # type: ignore[override]
        """地区 A B C 目标任务 进度 比例 目标任务 进度 比例 ...: the repeated labels belong to A, B, C in turn."""
        pieces = [re.sub(r"\s+", "", c.of(self.text)) for c in cells]
        for size in range(1, 5):
            for at in range(1, len(pieces) - size):
                label = pieces[at : at + size]
                repeats = 1
                while pieces[at + repeats * size : at + (repeats + 1) * size] == label:
                    repeats += 1
                if repeats >= 2 and at + repeats * size == len(pieces) and at > repeats - 1 + 0 and any(self._column(p).role in ("target", "actual") for p in label):
                    lead, tops = pieces[: at - repeats], pieces[at - repeats : at]
                    owners = [p for p in lead if self._column(p).role == "owner"]
                    lead = owners[:1] or lead
                    return [*lead, *(top + "/" + part for top in tops for part in label)]
        return pieces

    def _column(self, header: str) -> Column:
        label, slash, part = header.rpartition("/")
        sought = part if slash else header
        bare = re.sub(r"\([^()]*\)", "", sought)
        role = "other"
        for name, pattern in _ROLES:
            if pattern.search(bare if name not in ("ratio", "owner") else sought) or (name in ("ratio",) and pattern.search(bare)):
                role = name
                break
        if role == "target" and re.search(r"名称|^(?:主要|重点|目标与|工作)?任务$|任务名称|任务内容|目标任务名称|项目名称|实施内容|^指标$|考核指标$|目标任务及", bare) and not re.search(r"全年|年度|数|值", bare):
            role = "name"
        if bare in ("目标任务", "任务", "目标"):
            role = "target"
        unit = ""
        for match in _UNIT_IN.finditer(header):
            candidate = match[1] or match[2]
            if candidate in units.ALL or re.fullmatch(r"(?:万|亿|千|百万)(?:元|人|户|套|亩|吨|平方米|人次|千瓦时|株|立方米|美元|册)?", candidate):
                unit = candidate
        tag = re.sub(r"目标任务|任务目标|年度|全年|目标|计划|任务数?|完成|累计|实际|已|进度|数|额|率|比例|情况|截至|\([^()]*\)|[\d-]+月|/|工作", "", header)
        return Column(role, header, unit, label or tag)

    def _groups(self, columns: list[Column]) -> list[Group]:
        labelled = [c for c in columns if "/" in c.header]
        groups: list[Group] = []
        for index, column in enumerate(columns):
            if column.role not in ("target", "actual", "ratio"):
                continue
            fresh = not groups
            if labelled:
                fresh = fresh or groups[-1].label != column.label
            elif groups and column.role == "target":
                fresh = bool(groups[-1].actuals or groups[-1].ratios)
            if fresh:
                groups.append(Group(column.label))
            last = groups[-1]
            {"target": last.targets, "actual": last.actuals, "ratio": last.ratios}[column.role].append(index)
        return groups

    # -- rows -----------------------------------------------------------------------------------------------------

    def _align(self, row: list[GridCell], columns: list[Column]) -> list[GridCell | None] | None:
        if len(row) == len(columns):
            return list(row)
        if len(row) > len(columns):
            return list(row[: len(columns)]) if not self.grid.ragged or len(row) - len(columns) <= 1 else None
        return _aligned(self.text, row, columns) if self.grid.ragged or len(row) >= 2 else None

    def _row(self, row: list[GridCell | None], columns: list[Column], groups: list[Group]) -> Task | None:
        cells = [c for c in row if c is not None]
        if not cells:
            return None
        start, end = min(c.start for c in cells), max(c.end for c in cells)
        by_role = {role: [row[i] for i, c in enumerate(columns) if c.role == role and row[i] is not None] for role in ("serial", "name", "owner", "department", "unit", "flag", "remark", "category")}
        name = self._words(by_role["name"])
        owner = self._words(by_role["owner"][:1])
        if not name and not owner:
            name = self._words(by_role["category"])
        if owner and re.fullmatch(r"(?:合计|总计|全[市县区省州]|小计)", owner):
            owner_key = None
        else:
            owner_key = owner or None
        unit = self._words(by_role["unit"][:1])
        indicators: list[Indicator] = []
        for group in groups:
            label = group.label if len(groups) > 1 else ""
            indicators += self._group(row, columns, group, (name + label if name else (label or self._caption_name())), owner, owner_key, unit, by_role)
        if not indicators:
            return None
        departments = tuple(dict.fromkeys(p for c in by_role["department"] if c for p in re.split(r"[、,\s]", c.of(self.text)) if re.search(r"(?:局|委|办|厅|处|科|中心|公司|镇|街道|院)$", p)))
        number = self._words(by_role["serial"][:1])
        title = (name or owner or "")[:80]
        return Task(number, title, start, end, (), departments, tuple(indicators))

    def _words(self, cells: Sequence[GridCell | None]) -> str:
        return re.sub(r"\s+", "", "".join(c.of(self.text) for c in cells if c is not None))

    def _caption_name(self) -> str:
        line = self.grid.caption.split("\n")[-1]
        line = re.sub(r"[((].*?[))]|单位.*|(?:19|20)\d\d年|\d{1,2}月|完成情况.*|进度.*|情况.*|表$|一览|统计|各[县市区]+", "", line)
        return line.strip()[:40]

    def _group(self, row: list[GridCell | None], columns: list[Column], group: Group, name: str, owner: str, owner_key: str | None, unit: str, by_role: dict[str, list[GridCell | None]]) -> list[Indicator]:
        target_cells = [(i, c) for i in group.targets if (c := row[i]) is not None and not EMPTY.fullmatch(c.of(self.text))]
        numeric = [(i, c, q) for i, c in target_cells if (q := self._number(c, columns[i], unit)) is not None]
        if not numeric:
            told = [c for _, c in target_cells] or [c for c in by_role["name"] if c is not None]
            return self._told(row, columns, group, told, by_role)
        actual, cutoff = self._latest(row, columns, group, unit)
        ratio = self._ratio(row, columns, group)
        out = []
        for position, (index, cell, quantity) in enumerate(numeric):
            stretch = bool(re.search(r"奋斗|力争|挑战|争取", columns[index].header))
            shared = ratio if position == 0 else None
            out.append(self._indicator(name, owner, owner_key, columns[index], cell, quantity, actual, cutoff, shared, stretch, by_role))
        return out

    def _number(self, cell: GridCell, column: Column, unit: str) -> Quantity | None:
        """The one number of a cell that is (nearly) nothing else, in the unit of cell, column, row or caption."""
        piece = self.text[cell.start : cell.end]
        found = [q for q in scan(piece) if q.value is not None]
        if not found:
            return None
        rest = piece[: found[0].start] + re.sub(r"\([^()]*\)|(?:以上|以下|以内|左右|及)+", "", piece[found[0].end :])
        rest = re.sub(r"[≥≤><=约近超]|不少于|不低于|不超过|达到|(?:增长|增幅|控制在|低于)", "", rest)
        if len(found) > 1 and not re.match(r"\s*[((]", piece[found[0].end :]):
            return None
        if len(re.sub(r"\s", "", rest)) > 3:
            return None
        quantity = found[0]
        given = quantity.unit or unit or column.unit or self._caption_unit(column.header + column.label)
        if not quantity.unit and given:
            model = next((q for q in scan("1" + given) if q.value is not None), None)
            if model is not None:
                quantity = replace(quantity, unit=given, magnitude=model.magnitude, noun=model.noun)
        qualifier = quantity.qualifier
        if re.match(r"\s*(?:≥|>)", piece):
            qualifier = "ge"
        if re.match(r"\s*(?:≤|<)", piece):
            qualifier = "le"
        return replace(quantity, start=cell.start + quantity.start, end=cell.start + quantity.end, qualifier=qualifier)

    def _latest(self, row: list[GridCell | None], columns: list[Column], group: Group, unit: str) -> tuple[Quantity | None, date | None]:
        """Of several dated columns the last that holds a number."""
        dated = []
        for order, index in enumerate(group.actuals):
            cell = row[index]
            if cell is None or EMPTY.fullmatch(cell.of(self.text)):
                continue
            quantity = self._number(cell, columns[index], unit) or self._leading_number(cell, columns[index], unit)
            if quantity is None:
                continue
            mention = next(iter(period_mentions(columns[index].header)), None)
            cutoff = cutoff_of(mention, self.report.year) if mention and self.report.year else None
            dated.append(((cutoff or date.min) if any(re.search(r"\d月|季度", columns[i].header) for i in group.actuals) else date.min, order, quantity, cutoff))
        if not dated:
            return None, None
        _, _, quantity, cutoff = max(dated, key=lambda d: (d[0], d[1]))
        return quantity, cutoff

    def _caption_unit(self, header: str) -> str:
        """单位:个、万元 above a table of counts and sums: the heading says which of them a column is in."""
        if re.search(r"[率%]$|\(%\)", header):
            return ""
        if len(self.caption_units) == 1:
            return self.caption_units[0]
        money = [u for u in self.caption_units if u.endswith("元")]
        other = [u for u in self.caption_units if not u.endswith("元") and u != "%"]
        about_money = re.search(r"投资|资金|金额|收入|支出|产值|额(?!度)", header) is not None
        chosen = money if about_money else other
        return chosen[0] if chosen else ""

    def _leading_number(self, cell: GridCell, column: Column, unit: str) -> Quantity | None:
        """已完成120个,其余在建: the first number of a telling cell, where it is reported in so many words."""
        piece = self.text[cell.start : cell.end]
        match = re.match(r"\s*(?:目前|截至[^,]{0,10},?|累计|现)?(?:已|累计|实际)?(?:完成|新增|建成|实现|投资|发放|开工|改造|培训)?(?:投资)?\s?(?=\d)", piece)
        if match is None:
            return None
        found = next((q for q in scan(piece) if q.value is not None and q.start >= match.end()), None)
        if found is None or found.start != match.end():
            return None
        moved = replace(found, start=cell.start + found.start, end=cell.start + found.end)
        given = found.unit or unit or column.unit
        if not found.unit and given and (model := next((q for q in scan("1" + given) if q.value is not None), None)):
            moved = replace(moved, unit=given, magnitude=model.magnitude, noun=model.noun)
        return moved

    def _ratio(self, row: list[GridCell | None], columns: list[Column], group: Group) -> Claim | None:
        for index in group.ratios:
            cell = row[index]
            if cell is None or EMPTY.fullmatch(cell.of(self.text)):
                continue
            quantity = next((q for q in scan(self.text[cell.start : cell.end]) if q.value is not None), None)
            if quantity is None or quantity.value is None:
                continue
            share = quantity.value / 100
            start = cell.start + quantity.start
            return Claim(share, None, self.raw[start : cell.start + quantity.end], start, cell.start + quantity.end)
        return None

    def _told(self, row: list[GridCell | None], columns: list[Column], group: Group, told: list[GridCell], by_role: dict[str, list[GridCell | None]]) -> list[Indicator]:
        """The row as a task in words."""
        story = [c for i in reversed(group.actuals) if (c := row[i]) is not None and not EMPTY.fullmatch(c.of(self.text))]
        ratio = self._ratio(row, columns, group)
        if not told:
            return []
        cells = sorted({*told, *story}, key=lambda c: c.start)
        item = Item("", 3, cells[0].start, cells[-1].end, narrated=True)
        for cell in told:
            item.sentences += [Sentence(a, b, 0, True) for a, b in sentences(self.text, cell.start, cell.end)]
        for cell in story[:1] if all(re.search(r"\d月", columns[i].header) for i in group.actuals) and len(group.actuals) > 1 else story:
            item.sentences += [Sentence(a, b, 0, False) for a, b in sentences(self.text, cell.start, cell.end)]
        indicators = [i for i in self.read_item(item) if i.kind != "qualitative"]
        indicators = self._bare_actual(indicators, story, columns, group)
        out = []
        for indicator in indicators:
            claims = indicator.claims
            if ratio is not None and not any(c.completion is not None for c in claims) and len(indicators) == 1:
                claims = (ratio, *claims)
            if not claims and (claim := self._flag(by_role)) is not None:
                claims = (claim,)
            out.append(replace(indicator, claims=claims))
        if not out and ratio is not None:
            name = self._words(told)[:60]
            out = [Indicator(name, "cumulative", tidy(name), accrues=True, claims=(ratio,), reason="the source gives its own share of the plan", confidence=0.95)]
        return out

    def _bare_actual(self, indicators: list[Indicator], story: list[GridCell], columns: list[Column], group: Group) -> list[Indicator]:
        """A progress cell that is one number answers the row's one promise, in its unit where the cell names none."""
        if len(indicators) != 1 or indicators[0].actual is not None or indicators[0].target is None or not story:
            return indicators
        target = indicators[0].target
        cell = story[0]
        index = next(i for i in group.actuals if True)
        quantity = self._number(cell, columns[index], "")
        if quantity is None or quantity.value is None:
            return indicators
        if quantity.noun == "%" and target.noun != "%":
            claim = Claim(quantity.value / 100, None, self.raw[quantity.start : quantity.end], quantity.start, quantity.end)
            return [replace(indicators[0], claims=(claim, *indicators[0].claims), refusal=None)]
        if not quantity.unit:
            quantity = replace(quantity, unit=target.unit, magnitude=target.magnitude, noun=target.noun)
        if not units.fits(quantity.noun, target.noun):
            return indicators
        return [replace(indicators[0], actual=self._actual(quantity, None), refusal=None, reason="the row's progress cell")]

    def _actual(self, quantity: Quantity, cutoff: date | None) -> Actual:
        return Actual(
            quantity.value or Decimal(0), quantity.unit, self.raw[quantity.start : quantity.end], quantity.start, quantity.end,
            cutoff=cutoff or self.report.cutoff, qualifier=quantity.qualifier, magnitude=quantity.magnitude, noun=quantity.noun,
        )

    def _flag(self, by_role: dict[str, list[GridCell | None]]) -> Claim | None:
        for cell in (*by_role["flag"], *by_role["remark"]):
            if cell is None:
                continue
            piece = cell.of(self.text)
            if re.fullmatch(r"否|×|未达|未达序时|滞后|红|红灯|黄灯", piece) or wording.BEHIND.search(piece):
                return Claim(None, "lagging", self.raw[cell.start : cell.end], cell.start, cell.end)
            if wording.DONE.search(piece) or re.fullmatch(r"已?完成|完成", piece):
                return Claim(None, "done", self.raw[cell.start : cell.end], cell.start, cell.end)
        return None

    def _indicator(self, name: str, owner: str, owner_key: str | None, column: Column, cell: GridCell, quantity: Quantity, actual: Quantity | None, cutoff: date | None, ratio: Claim | None, stretch: bool, by_role: dict[str, list[GridCell | None]]) -> Indicator:
        name = re.sub(r"\([^()]*\)", "", name) or owner
        value = quantity.value or Decimal(0)
        header = column.header + name
        lower = wording.LOWER_IS_BETTER.search(header) is not None
        ceiling = quantity.qualifier == "le" or re.search(r"低于|不超过|以内|控制", column.header + name) is not None or (lower and quantity.qualifier != "ge")
        percent = quantity.noun == "%" or (not quantity.noun and bool(re.search(r"率$|率\(|增速|增长|%", header)))
        if percent and not quantity.noun:
            quantity = replace(quantity, unit="%", noun="%")
        kind: Kind = "ceiling" if ceiling else "rate" if percent else "cumulative"
        if kind == "cumulative" and re.search(r"保有量|拥有量|总数|存量|余额|每万人|每千人|标准$", name):
            kind = "level"
        operator = "range" if quantity.upper is not None else "<=" if kind == "ceiling" else ">=" if quantity.qualifier in ("ge", "over") else "~" if quantity.qualifier == "near" else "=="
        target = Target(operator, value, quantity.unit, self.raw[quantity.start : quantity.end], quantity.start, quantity.end, quantity.upper, quantity.magnitude, quantity.noun, is_countable(quantity.noun, quantity.magnitude, value))
        found, claims, refusal = None, [ratio] if ratio else [], None
        if actual is not None:
            if actual.noun == "%" and quantity.noun != "%":
                if not claims:
                    claims = [Claim((actual.value or Decimal(0)) / 100, None, self.raw[actual.start : actual.end], actual.start, actual.end)]
            elif not actual.unit or units.fits(actual.noun, quantity.noun):
                if not actual.unit:
                    actual = replace(actual, unit=quantity.unit, magnitude=quantity.magnitude, noun=quantity.noun)
                found = self._actual(actual, cutoff)
            else:
                refusal = f"unit: {actual.unit} does not answer {quantity.unit}"
        if found is None and not claims and (claim := self._flag(by_role)) is not None:
            claims = [claim]
        accrues = kind == "cumulative" or (kind == "ceiling" and quantity.noun in ("起", "件", "人", "例"))
        shown = name + ("" if not re.search(r"增速|增幅|同比", column.header) or "增" in name else "增速")
        return Indicator(
            shown, kind, tidy(shown) or shown, names.qualifiers(shown), "down" if kind == "ceiling" else "up", accrues, owner_key,
            "stretch" if stretch else "firm", None, target, found, None, tuple(claims), refusal, "one row of a table", 0.95,
        )


def _aligned(text: str, row: list[GridCell], columns: list[Column]) -> list[GridCell | None] | None:
    """Fewer cells than columns: each cell to the first column left that its content fits, by least cost."""
    kinds = [_content(text, c) for c in row]
    n, m = len(row), len(columns)
    infinite = 10**6
    cost = [[infinite] * (m + 1) for _ in range(n + 1)]
    step: dict[tuple[int, int], bool] = {}
    cost[0] = [_skip(columns[:j]) for j in range(m + 1)]
    for i in range(1, n + 1):
        for j in range(i, m + 1):
            take = cost[i - 1][j - 1] + _misfit(text, row, i - 1, kinds, columns, j - 1)
            leave = cost[i][j - 1] + (2 if columns[j - 1].role in ("target", "actual", "name") else 1)
            cost[i][j], step[i, j] = min(take, leave), take <= leave
    if cost[n][m] >= 40:
        return None
    out: list[GridCell | None] = [None] * m
    i, j = n, m
    while i > 0 and j > 0:
        if step.get((i, j)):
            out[j - 1] = row[i - 1]
            i -= 1
        j -= 1
    return out


def _skip(columns: Sequence[Column]) -> int:
    return sum(2 if c.role in ("target", "actual", "name") else 1 for c in columns)


def _content(text: str, cell: GridCell) -> str:
    piece = cell.of(text)
    if NUMBER.fullmatch(piece):
        return "percent" if "%" in piece else "number"
    if piece in units.ALL or re.fullmatch(r"(?:万|亿)(?:元|人|户|亩|吨|人次)?", piece):
        return "unit"
    return "empty" if EMPTY.fullmatch(piece) else "text"


def _misfit(text: str, row: list[GridCell], i: int, kinds: list[str], columns: list[Column], j: int) -> int:
    kind, role = kinds[i], columns[j].role
    if kind == "empty":
        return 0
    if role == "serial":
        return 0 if re.fullmatch(r"\d{1,3}", row[i].of(text)) and i == 0 else 9
    if role in ("target", "actual"):
        return {"number": 0, "percent": 2, "text": 2, "unit": 8}[kind]
    if role == "ratio":
        return {"number": 0 if _is_share(text, row, i) else 3, "percent": 0, "text": 4, "unit": 8}[kind]
    if role == "growth":
        return {"number": 1, "percent": 0, "text": 4, "unit": 8}[kind]
    if role == "unit":
        return {"unit": 0, "text": 5, "number": 9, "percent": 9}[kind]
    return {"text": 0, "unit": 3, "number": 7, "percent": 7}[kind]


def _is_share(text: str, row: list[GridCell], i: int) -> bool:
    """Whether the cell is the share that the two before it make: 27800, 52242, 187.9."""
    if i < 2:
        return False
    try:
        plan, done, share = (Decimal(row[k].of(text).replace(",", "").rstrip("%")) for k in (i - 2, i - 1, i))
    except ArithmeticError:
        return False
    return plan != 0 and abs(done / plan * 100 - share) < max(Decimal("0.06"), share / 100)
