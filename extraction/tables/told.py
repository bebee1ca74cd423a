"""A row whose plan is told in words, read like a task: the plan's cell is its heading, the progress cell its story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.grids.cells import GridCell
from extraction.numbers import units
from extraction.outline.items import Item, Sentence
from extraction.outline.sentences import sentences
from extraction.promises.targets import tidy
from extraction.records import Actual, Claim, Indicator, Quantity
from extraction.sought import sought
from extraction.tables.benefited import with_benefited
from extraction.tables.by_share import by_share
from extraction.tables.cells import empty, in_unit_of, number, share
from extraction.tables.groups import Group
from extraction.tables.months_told import month_alone
from extraction.tables.node_cells import of_its_node, only_node
from extraction.tables.numbered_cells import side_by_side
from extraction.tables.open import answered, unsigned, with_plain
from extraction.tables.periods import newest
from extraction.tables.rates_told import is_rate_itself, says_of_plan
from extraction.tables.remarked import short_of_plan
from extraction.tables.rows import Named, Reported, Sheet, actual_of, state_of, unit_under
from extraction.tables.shares_in_turn import shares_in_turn
from extraction.tables.stages import early

ReadItem = Callable[[Item], list[Indicator]]
_ABOVE_US = sought(
    r"(?:全省|全国|全自治区)(?:今年|年度|共|计划|任务|目标|要|需)*(?:新增|新建|完成|改造|培育|实施|建设|下达|发展)"
    r"|(?:落实|承接|分解|对接)(?:全省|全国|国家|省)(?!级)"
)
_VERB_LENGTH = 2  # 安装2400台报警器
_ONLY_VERBS = sought(
    r"(?:新建|改建|扩建|改造|提升|建设|完成|维修|新增|实施|整治|更新|治理|升级|铺设|安装|更换|打造|建成|培育|投放|巩固|修复|加固|新改建|改扩建)+"
)
_BEHIND = re.compile(r"(?:以上|左右|以内)?的?([\u4e00-\u9fff]{2,20}?)(?=以上|左右|$|[\s,;。、()|])")
_ALL = re.compile(r"全部|均|各项|所有|全年|年度|目标任务|任务完成")


_FIGURE = sought(r"^[^\d%]*\d[\d.]*\s?[万亿\u4e00-\u9fff]")  # 已完成163座; 已改造736间,完成率92% among shares


def told(sheet: Sheet, row: Named, group: Group, promised: Sequence[GridCell], read_item: ReadItem) -> list[Indicator]:
    """The promises of a row in words with what its progress cell says of them."""
    order = newest(sheet.text, row.cells, sheet.columns, group.actuals, sheet.report)
    story = [cell for i, _ in order if (cell := row.cells[i]) is not None]
    if any(day is not None for _, day in order):
        story = story[:1]  # of several snapshots the newest
    story += [cell for i in group.ratios if (cell := row.cells[i]) is not None and _FIGURE.search(cell.of(sheet.text))]
    indicators = [_called(sheet.text, i, row) for i in read(sheet, promised, story, read_item)]
    indicators = [unsigned(sheet, i, story) for i in with_plain(sheet, row, promised, indicators)]
    if len(indicators) == 1 and indicators[0].actual is None and story:
        indicators = [_with_bare_figure(sheet, indicators[0], story[0])]
    indicators = with_benefited(sheet, answered(sheet, indicators, story), story)
    rate = is_rate_itself(row.name)  # 家庭医生签约率 | 41.7% under 10月底进度 tells the rate, and no share of it
    ratios = [i for i in group.ratios if not rate or says_of_plan(sheet.columns[i].header)]
    ratio = next((c for i in ratios if (c := share(sheet.text, sheet.raw, row.cells[i])) is not None), None)
    if ratio is not None and len(indicators) == 1:
        indicators = [by_share(sheet, indicators[0], ratio, story)]
    state = state_of(sheet, row)
    bare = _bare_share(sheet, row, story) if promised else None
    bare = ratio if bare is None and not story else bare
    if bare is not None and len(indicators) > 1:  # 80% is said of all that the row promises
        short = short_of_plan(sheet, row, indicators)
        indicators = [
            i if i.actual is not None or less else _claimed(i, bare, None, True)
            for i, less in zip(indicators, short, strict=True)
        ]
    out = [_claimed(i, ratio, state, len(indicators) == 1) for i in indicators]
    out = [of_its_node(sheet, row, group, i) for i in shares_in_turn(sheet, row, group, out)]
    return out or _shared(sheet, row, group, ratio or bare, state) or _planned_within(sheet, row, story, read_item)


_PLANNED = sought(r"(?:任务|目标|计划|应)[^,。;()]{0,6}\d|剩余|其余")


def _planned_within(sheet: Sheet, row: Named, story: Sequence[GridCell], read_item: ReadItem) -> list[Indicator]:
    """新建便民服务站 | 已建成9个(任务12个): the plan stands in the progress cell, and the row has the name."""
    if len(story) != 1 or not row.name or _PLANNED.search(sheet.text, story[0].start, story[0].end) is None:
        return []
    start, end = story[0].start, story[0].end
    item = Item("", 3, start, end, topic=row.name)
    item.sentences = [Sentence(a, b, 0, False) for a, b in sentences(sheet.text, start, end)]
    found = [i for i in read_item(item) if i.target is not None and i.kind != "qualitative"]
    return [replace(i, name=row.name, folded=tidy(row.name) or row.name, owner=row.owner) for i in found[:1]]


_TELLS = sought(r"已|目前|截至|累计|完成|建成|实际|去年|上年|其中|20\d\d年")


def read(sheet: Sheet, promised: Sequence[GridCell], story: Sequence[GridCell], read_item: ReadItem) -> list[Indicator]:
    """What the reader of tasks makes of the cells."""
    cells = sorted({*promised, *story}, key=lambda c: c.start)
    if not promised:
        return []
    if len(promised) == len(story) == 1 and (parts := side_by_side(sheet.text, promised[0], story[0])):
        return [i for plan, told_of in parts for i in read(sheet, [plan], told_of, read_item)]
    item = Item("", 3, cells[0].start, cells[-1].end, narrated=True)
    for told_in, heading in ((promised, True), (story, False)):
        for cell in told_in:
            only = heading and _TELLS.search(sheet.text, cell.start, cell.end) is None
            within = sentences(sheet.text, cell.start, cell.end)
            item.sentences += [Sentence(a, b, 0, heading, labelled=only) for a, b in within]
    found = [_within_its_cell(sheet, i, story) for i in read_item(item)]
    inside = [i for i in found if i.kind != "qualitative" and _stands_in(sheet.text, i, promised, cells)]
    return _unspread([i for i in inside if i.target is not None or i.stated_completion is not None])


def _within_its_cell(sheet: Sheet, indicator: Indicator, story: Sequence[GridCell]) -> Indicator:
    """19 | 县商务局: a figure takes no unit from the next cell."""
    actual = indicator.actual
    cell = next((c for c in story if actual is not None and c.start <= actual.start < c.end < actual.end), None)
    if actual is None or cell is None:
        return indicator
    return _with_bare_figure(sheet, replace(indicator, actual=None, refusal=None), cell)


def _called(text: str, indicator: Indicator, row: Named) -> Indicator:
    """A promise without a name of its own has the row's; a verb alone goes with the words behind the figure."""
    target = indicator.target
    if target is not None and target.end is not None and len(indicator.name) <= _VERB_LENGTH:
        behind = _BEHIND.match(text, target.end)
        if behind is not None and len(indicator.name) > 1 and behind[1] not in indicator.name:
            name = indicator.name + behind[1]
            return replace(indicator, name=name, folded=tidy(name) or name)
    if indicator.folded and len(indicator.name) > 1 and not (row.name and _ONLY_VERBS.fullmatch(indicator.name)):
        return indicator
    return replace(indicator, name=row.name or indicator.name, folded=tidy(row.name) or row.name or indicator.folded)


def _of_another(text: str, start: int) -> bool:
    """Whether the number is the province's or the nation's: 落实全省新增个转企10万户任务,我县新增350户."""
    lead = sought(r"[,;。、\n|]").split(text[max(0, start - 30) : start])[-1]
    return _ABOVE_US.search(lead) is not None


def _stands_in(text: str, indicator: Indicator, promised: Sequence[GridCell], cells: Sequence[GridCell]) -> bool:
    """The story promises nothing, and a column between plan and story (phone numbers, names) is no part of the task."""
    plan, done = indicator.target, indicator.actual
    planned = plan is None or plan.start is None or _within(promised, plan.start)
    if plan is not None and plan.start is not None and _of_another(text, plan.start):
        return False
    planned = planned or _with_its_share(text, indicator)
    return planned and (done is None or _within(cells, done.start))


_SHARE_OF = sought(r"占[^,。;\d]{0,12}(?:计划|目标|任务)[^,。;\d]{0,10}$")


def _with_its_share(text: str, indicator: Indicator) -> bool:
    """已采集样本2160份,占计划采样量3000份的72%: the story itself tells the plan, proved by the share of it."""
    plan, done, share_told = indicator.target, indicator.actual, indicator.stated_completion
    if plan is None or done is None or share_told is None or plan.start is None or not plan.value:
        return False
    part = done.value * done.magnitude / (plan.value * plan.magnitude)
    beside = done.start < plan.start and _SHARE_OF.search(text[max(0, plan.start - 26) : plan.start]) is not None
    return beside and abs(part - share_told) < Decimal("0.006")


def _within(cells: Sequence[GridCell], place: int) -> bool:
    return any(c.start <= place < c.end for c in cells)


def _unspread(indicators: list[Indicator]) -> list[Indicator]:
    """A word of completion in one part of the story is no word on every promise of the row."""
    shared = Counter(c.start for i in indicators for c in i.claims if c.status == "done")
    out = []
    for indicator in indicators:
        kept = tuple(c for c in indicator.claims if c.status != "done" or shared[c.start] < 2 or _ALL.search(c.text))
        out.append(replace(indicator, claims=kept))
    return out


def _claimed(indicator: Indicator, ratio: Claim | None, state: Claim | None, alone: bool) -> Indicator:
    """The row's share and flag are said of its only promise; of several they say nothing certain."""
    claims = indicator.claims
    if alone and ratio is not None and indicator.stated_completion is None:
        claims = (ratio, *claims)
    if state is not None and (alone or indicator.actual is not None) and indicator.stated_status is None:
        claims = (*claims, state)
        if state.status == "lagging" and indicator.actual is None:
            indicator = replace(indicator, refusal=None)  # it is behind, whatever stage its account tells of
    return replace(indicator, claims=claims)


def _bare_share(sheet: Sheet, row: Named, story: Sequence[GridCell]) -> Claim | None:
    """The progress cell of a plan without number is one percentage: 主体完工 | 65%; of a rate it is the rate itself."""
    if not story or is_rate_itself(row.name):
        return None
    quantity = number(sheet.text, story[0], "")
    return share(sheet.text, sheet.raw, story[0]) if quantity is not None and quantity.noun == "%" else None


def _shared(sheet: Sheet, row: Named, group: Group, ratio: Claim | None, state: Claim | None) -> list[Indicator]:
    """Only the source's own share of the plan is given: of the row, or of a place's thing that heads the column."""
    name = (row.name or (group.label if row.owner or row.total else ""))[:60]
    ratio = ratio or next((c for i in group.ratios if (c := _wholly(sheet, row.cells[i])) is not None), None)
    if ratio is None or not name:
        return []
    said = tuple(c for c in (ratio, state) if c is not None)
    reason = "the source gives its own share of the plan"
    folded = tidy(name) or name
    actual = _told_beside(sheet, row, group)
    return [
        Indicator(
            name, "cumulative", folded, (), "up", True, row.owner, due=only_node(sheet, group), actual=actual,
            claims=said, reason=reason, confidence=0.95,
        )
    ]  # fmt: skip


_WHOLLY = sought(
    r"(?:已|均)*(?:全部|全面)(?:已|实现)?(?:开工|动工|完工|竣工|建成|完成|交付|整改|销号)|已(?:完成|完工|竣工)"
)


def _wholly(sheet: Sheet, cell: GridCell | None) -> Claim | None:
    """全部开工 where the rate of it stands in the other rows."""
    if cell is None or _WHOLLY.fullmatch(cell.of(sheet.text)) is None:
        return None
    return Claim(Decimal(1), "done", sheet.raw[cell.start : cell.end], cell.start, cell.end)


def _told_beside(sheet: Sheet, row: Named, group: Group) -> Actual | None:
    """The one bare figure, in a unit, beside a share of a plan that nobody tells: 1-3月 8.6, 占年度目标27.3%."""
    filled = [i for i in group.actuals if (c := row.cells[i]) is not None and not empty(sheet.text, c)]
    cell = row.cells[filled[0]] if len(filled) == 1 else None
    quantity = number(sheet.text, cell, unit_under(sheet, row, filled[0], group)) if cell is not None else None
    if quantity is None or quantity.value is None or quantity.noun in ("", "%"):
        return None
    return actual_of(sheet, quantity, None)


def _with_bare_figure(sheet: Sheet, indicator: Indicator, cell: GridCell) -> Indicator:
    """A progress cell that is one number answers the row's one promise, in its unit where the cell names none."""
    target = indicator.target
    quantity = number(sheet.text, cell, "")
    if target is None or quantity is None or quantity.value is None:
        return indicator
    around = sheet.text[cell.start : quantity.start], sheet.text[quantity.end : cell.end]
    if reason := early(*around, indicator.name + sheet.text[(target.start or 2) - 2 : target.start or 0]):
        return replace(indicator, refusal=indicator.refusal or reason)
    part = quantity.base / (target.value * target.magnitude) if target.value and quantity.base is not None else None
    if part is not None and part > _TOO_MUCH and not quantity.noun:
        return indicator  # 管网30公里 | 完成710万: of something else
    if reason := month_alone(around[0], indicator.name, part):
        return replace(indicator, refusal=indicator.refusal or reason)
    answer = _bare(sheet, in_unit_of(quantity, target), target.unit, target.noun)
    if answer is None:
        claim = share(sheet.text, sheet.raw, cell) if quantity.noun == "%" and target.noun != "%" else None
        return replace(indicator, claims=(claim, *indicator.claims), refusal=None) if claim else indicator
    return replace(indicator, actual=answer.actual, refusal=None, reason="the row's progress cell")


_TOO_MUCH = 100  # times the plan


def _bare(sheet: Sheet, quantity: Quantity, unit: str, noun: str) -> Reported | None:
    if not quantity.unit:
        model = number("1" + unit, GridCell(0, 1 + len(unit)), "") if unit else None
        magnitude = model.magnitude if model else quantity.magnitude
        quantity = replace(quantity, unit=unit, noun=noun, magnitude=magnitude)
    return Reported(actual_of(sheet, quantity, None)) if units.fits(quantity.noun, noun) else None


def filled(indicator: Indicator, match: Indicator) -> Indicator:
    """The indicator with what a story told of it; its own word on its state stands."""
    claims = indicator.claims + tuple(c for c in match.claims if c.status != "lagging" or not indicator.stated_status)
    refusal = None if match.actual is not None else indicator.refusal or match.refusal
    return replace(indicator, actual=match.actual, claims=claims, refusal=refusal, reason=match.reason)
