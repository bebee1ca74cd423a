"""The supervision bulletin (督查通报) of a quarter in its customary form; pure, from rows of the warehouse.

It is a draft for the office that signs it: counts, what is on pace, what is behind by bureau, what the bureaus say
themselves, and next steps left blank. Every figure carries a note to the words it comes from; counts carry one to
the copy of the warehouse that they were counted in. It is written in Chinese, whatever the mails' language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from alerting.bar import percent
from alerting.calendar import chinese_date, label, period_end, span_label
from alerting.cleaning import clean, excerpt, plain, readable
from alerting.speech import speaking
from alerting.spoken import claim_words, promise_words, result_words
from alerting.wording import gap_words, severity_word, status_name, unit_name
from warehouse.records import STATUSES, Progress, Status

ADDRESS = "各有关单位："
DISCLAIMER = "本通报稿由系统按各单位公开发布的文字自动生成，非官方评价，签发前请逐项核对原文。"
UNSEEN = "“未见报送”指在所见报告中未找到对应内容，不表示工作未开展或任务未完成。"
BLANK_LINES = 4
_UNDECIDED = frozenset[Status]({"not_reported", "not_comparable", "unknown"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `note` is the number of the note behind it."""

    text: str
    note: int | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a table (rows of cells, the first its header), or lines left blank for a person."""

    heading: str = ""
    runs: tuple[Run, ...] = ()
    table: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The document; `notes` are numbered from 1."""

    title: str
    number: str
    address: str
    blocks: tuple[Block, ...]
    signature: tuple[str, ...]
    notes: tuple[str, ...]
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """A bureau of which no report on the period is on record."""

    region: str
    bureau: str
    url: str
    newest: str = ""  # what is on record instead


@dataclass(slots=True)
class _Notes:
    """The notes so far; the same words are one note."""

    texts: list[str] = field(default_factory=list)

    def of(self, words: str) -> int:
        if words not in self.texts:
            self.texts.append(words)
        return self.texts.index(words) + 1

    def source(self, row: Progress) -> int:
        return self.of(_source(row))


def bulletin(
    rows: Sequence[Progress],
    absent: Sequence[Absent],
    *,
    year: int,
    period: str,
    made_on: date,
    copy: str,
    region: str | None = None,
) -> Bulletin:
    """The bulletin of a period. `copy` names the copy of the warehouse; `region` is in the title where it is given."""
    with speaking("zh"):
        notes = _Notes()
        counted = notes.of(f"据数据仓库只读副本 {copy} 中视图 mart.progress 统计（{label(year, period)}）。")
        blocks = tuple(_blocks(rows, absent, notes, counted, (year, period)))
        regions = {row.region for row in rows}
        place = region or (next(iter(regions)) if len(regions) == 1 else "")
        return Bulletin(
            title=f"关于{clean(place, 30)}{span_label(year, period)}目标任务进展情况的督查通报",
            number=f"〔{made_on.year}〕第　　期",
            address=ADDRESS,
            blocks=blocks,
            signature=("（签发单位）", f"{made_on.year}年　　月　　日"),
            notes=tuple(notes.texts),
            foot=(UNSEEN, DISCLAIMER),
        )


def _blocks(
    rows: Sequence[Progress], absent: Sequence[Absent], notes: _Notes, counted: int, when: tuple[int, str]
) -> Iterator[Block]:
    bureaus = _by_bureau(rows)
    yield Block(runs=(Run(f"现将截至{chinese_date(period_end(*when))}各单位公开报告的目标任务进展情况通报如下。"),))
    yield Block(heading="一、总体情况")
    yield Block(runs=_counts(rows, len(bureaus), counted))
    if bureaus:
        yield Block(table=_scoreboard(bureaus, counted))
    yield Block(heading="二、达到序时进度的事项")
    yield from _items(bureaus, ("achieved", "on_track"), notes, _on_pace)
    yield Block(heading="三、滞后事项")
    yield from _items(bureaus, ("lagging",), notes, _behind)
    yield Block(heading="四、单位自评情况")
    yield from _claims(bureaus, notes)
    yield Block(heading="五、未能判定的事项")
    yield from _undecided(bureaus, absent, notes)
    yield Block(heading="六、下一步工作")
    yield Block(blank=BLANK_LINES)


def _by_bureau(rows: Sequence[Progress]) -> dict[str, list[Progress]]:
    """The rows of each bureau, the one with most behind first."""
    found: dict[str, list[Progress]] = {}
    for row in rows:
        found.setdefault(unit_name(row.region, row.bureau), []).append(row)
    return dict(sorted(found.items(), key=lambda item: (-sum(map(_binds, item[1])), item[0])))


def _binds(row: Progress) -> bool:
    """Whether it lags behind what was firmly promised."""
    return row.status == "lagging" and row.tier != "stretch"


def _counts(rows: Sequence[Progress], bureaus: int, counted: int) -> tuple[Run, ...]:
    if not rows:
        return (Run("本期未收录到报告。", counted),)
    counts = Counter(row.status for row in rows)
    stretched = sum(row.status == "lagging" and row.tier == "stretch" for row in rows)
    severe = sum(row.severity == "severe" and row.tier != "stretch" for row in rows)
    judged = counts["achieved"] + counts["on_track"] + counts["lagging"]
    parts = [f"{status_name(status)}{counts[status]}项" for status in STATUSES if counts[status]]
    said = f"共收录{bureaus}个单位的报告，识别指标{len(rows)}项：{'、'.join(parts)}。"
    if judged:
        well = counts["achieved"] + counts["on_track"]
        said += f"能够判定的{judged}项中，达到序时进度或已完成的{well}项，占{well * 100 / judged:.1f}%；"
        said += f"滞后{counts['lagging']}项，其中严重滞后{severe}项"
        said += f"、力争目标{stretched}项。" if stretched else "。"
    return (Run(said, counted),)


def _scoreboard(bureaus: dict[str, list[Progress]], counted: int) -> tuple[tuple[tuple[Run, ...], ...], ...]:
    """One line for each bureau: how many indicators stand how."""
    shown = [status for status in STATUSES if any(row.status == status for rows in bureaus.values() for row in rows)]
    head = ("单位", "指标数", *(status_name(status) for status in shown))
    lines = [tuple((Run(word, counted if not at else None, bold=True),) for at, word in enumerate(head))]
    for unit, rows in bureaus.items():
        counts = Counter(row.status for row in rows)
        lines.append(tuple((Run(str(cell)),) for cell in (unit, len(rows), *(counts[status] for status in shown))))
    return tuple(lines)


def _items(
    bureaus: dict[str, list[Progress]], statuses: Sequence[str], notes: _Notes, wording: Callable[[Progress], str]
) -> Iterator[Block]:
    """By bureau what stands so, each with its figures and the note to its words."""
    is_empty = True
    for unit, rows in bureaus.items():
        found = [row for row in rows if row.status in statuses]
        if not found:
            continue
        is_empty = False
        yield Block(runs=(Run(f"{unit}（{len(found)}项）", bold=True),))
        for number, row in enumerate(sorted(found, key=_worst_first), 1):
            yield Block(runs=(Run(f"{number}．{wording(row)}", notes.source(row)),))
    if is_empty:
        yield Block(runs=(Run("无。"),))


def _worst_first(row: Progress) -> tuple[int, float]:
    order = {"severe": 0, "behind": 1, "slight": 2}
    return order.get(row.severity or "", 3), float(row.gap_pp) if row.gap_pp is not None else 0.0


def _on_pace(row: Progress) -> str:
    words = [f"{_name(row)}：目标{promise_words(row)}", _result(row), status_name(row.status)]
    return "，".join(filter(None, words)) + "。"


def _behind(row: Progress) -> str:
    lead = f"（牵头：{clean('、'.join(row.departments), 60)}）" if row.departments else ""
    words = [f"{_name(row)}{lead}：目标{promise_words(row)}", _result(row), severity_word(row), gap_words(row) or ""]
    return "，".join(filter(None, words)) + "。"


def _result(row: Progress) -> str:
    result = result_words(row)
    share = f"（完成{percent(row.completion)}）" if row.completion is not None and row.kind == "cumulative" else ""
    return f"实绩{result}{share}" if result else ""


def _claims(bureaus: dict[str, list[Progress]], notes: _Notes) -> Iterator[Block]:
    """What a bureau says of what is behind, beside what its figures show."""
    lines = [
        (
            unit,
            _name(row),
            severity_word(row) + (f"，{gap}" if (gap := gap_words(row)) else ""),
            claim,
            notes.source(row),
        )
        for unit, rows in bureaus.items()
        for row in rows
        if row.status == "lagging" and (claim := claim_words(row))
    ]
    if not lines:
        yield Block(runs=(Run("滞后事项的报告中未见单位自评。"),))
        return
    yield Block(runs=(Run("以下为滞后事项中各单位报告的自评原话，与数据并列，供核实。"),))
    head = tuple((Run(word, bold=True),) for word in ("单位", "指标", "按数据", "单位自评"))
    body = [
        ((Run(unit),), (Run(name),), (Run(shown),), (Run(claim, note),)) for unit, name, shown, claim, note in lines
    ]
    yield Block(table=(head, *body))


def _undecided(bureaus: dict[str, list[Progress]], absent: Sequence[Absent], notes: _Notes) -> Iterator[Block]:
    """What was not found or cannot be compared: said as that, and never as not done."""
    if absent:
        yield Block(runs=(Run(f"未检索到本期报告的单位（{len(absent)}个）", bold=True),))
    for one in absent:
        note = notes.of(f"检索栏目：{clean(readable(one.url), 300)}")
        yield Block(
            runs=(Run(f"{unit_name(one.region, one.bureau)}{f'：{one.newest}' if one.newest else ''}。", note),)
        )
    for status in sorted(_UNDECIDED, key=STATUSES.index):
        found = [(unit, row) for unit, rows in bureaus.items() for row in rows if row.status == status]
        if found:
            yield Block(runs=(Run(f"{status_name(status)}（{len(found)}项）", bold=True),))
        for number, (unit, row) in enumerate(found, 1):
            said = f"{number}．{unit}　{_name(row)}：目标{promise_words(row)}；{clean(row.reason, 120)}。"
            yield Block(runs=(Run(said.replace("。。", "。"), notes.source(row)),))
    if not absent and not {row.status for rows in bureaus.values() for row in rows} & _UNDECIDED:
        yield Block(runs=(Run("无。"),))


def _name(row: Progress) -> str:
    name, owner = clean(row.name, 60) or clean(row.task_title, 60), clean(row.owner or "", 20)
    return f"{name}（{owner}）" if owner and owner not in name else name


def _source(row: Progress) -> str:
    """The note of a row: the report, its day, the words, where they stand, the address, and the archived bytes."""
    title = clean(row.report_title, 80).strip("《》") or "报告原文"
    published = f"，{chinese_date(row.published_on)}发布" if row.published_on else "，发布日期未注明"
    cutoff = f"，数据截至{chinese_date(row.cutoff)}" if row.cutoff else ""
    quote = plain(excerpt(row.sentence, row.marks))
    place = f"，{clean(row.place, 120)}" if row.place else ""
    words = f"，原文：“{quote}”" if quote else ""
    return (
        f"《{title}》{published}{cutoff}{words}{place}，{clean(readable(row.url), 300)}（内容指纹 {row.sha256[:12]}）"
    )
