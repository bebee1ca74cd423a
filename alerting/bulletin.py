"""The supervision bulletin (督查通报) of a quarter in its customary form; pure, from rows of the warehouse.

It is a draft for the office that signs it: counts, what is on pace, what is behind by bureau, what the bureaus say
themselves, and next steps left blank. Every figure carries a note to the words it comes from; counts carry one to
the copy of the warehouse that they were counted in. What a report says is quoted as it says it, in either language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from alerting.bulletin_document import Absent, Block, Bulletin, Run
from alerting.bulletin_words import absence, behind, explained, full_name, on_pace, source
from alerting.calendar import chinese_date, label, period_end, span_label
from alerting.cleaning import clean, readable
from alerting.speech import Language, language, say, speaking
from alerting.spoken import claim_words, promise_words
from alerting.wording import gap_words, severity_word, status_name, unit_name
from warehouse.records import STATUSES, Progress, Status

BLANK_LINES = 4
_UNDECIDED = frozenset[Status]({"not_reported", "not_comparable", "unknown"})


@dataclass(slots=True)
class _Notes:
    """The notes so far; the same words are one note."""

    texts: list[str] = field(default_factory=list)

    def of(self, words: str) -> int:
        if words not in self.texts:
            self.texts.append(words)
        return self.texts.index(words) + 1

    def source(self, row: Progress) -> int:
        return self.of(source(row))


def bulletin(
    rows: Sequence[Progress],
    absent: Sequence[Absent],
    *,
    year: int,
    period: str,
    made_on: date,
    copy: str,
    region: str | None = None,
    spoken: Language = "zh",
) -> Bulletin:
    """The bulletin of a period. `copy` names the copy of the warehouse; `region` is in the title where it is given."""
    with speaking(spoken):
        notes = _Notes()
        of = label(year, period)
        counted = notes.of(
            say("据数据仓库只读副本 {copy} 中视图 mart.progress 统计（{period}）。", copy=copy, period=of)
        )
        blocks = tuple(_blocks(rows, absent, notes, counted, (year, period)))
        regions = {row.region for row in rows}
        place = region or (next(iter(regions)) if len(regions) == 1 else "")
        return Bulletin(
            title=_title(clean(place, 30), span_label(year, period)),
            number=say("〔{year}〕第　　期", year=made_on.year),
            address=say("各有关单位："),
            blocks=blocks,
            signature=(say("（签发单位）"), say("{year}年　　月　　日", year=made_on.year)),
            notes=tuple(notes.texts),
            foot=(
                say("“未见报送”指在所见报告中未找到对应内容，不表示工作未开展或任务未完成。"),
                say("本通报稿由系统按各单位公开发布的文字自动生成，非官方评价，签发前请逐项核对原文。"),
            ),
            language=spoken,
        )


def _title(place: str, period: str) -> str:
    if not place:
        return say("关于{period}目标任务进展情况的督查通报", period=period)
    return say("关于{place}{period}目标任务进展情况的督查通报", place=place, period=period)


def _blocks(
    rows: Sequence[Progress], absent: Sequence[Absent], notes: _Notes, counted: int, when: tuple[int, str]
) -> Iterator[Block]:
    bureaus = _by_bureau(rows)
    day = chinese_date(period_end(*when))
    yield Block(runs=(Run(say("现将截至{day}各单位公开报告的目标任务进展情况通报如下。", day=day)),))
    yield Block(heading=say("一、总体情况"))
    yield Block(runs=_counts(rows, len(bureaus), counted))
    if bureaus:
        yield Block(table=_scoreboard(bureaus, counted))
    yield Block(heading=say("二、达到序时进度的事项"))
    yield from _items(bureaus, ("achieved", "on_track"), notes, on_pace)
    yield Block(heading=say("三、滞后事项"))
    yield from _items(bureaus, ("lagging",), notes, behind)
    yield Block(heading=say("四、单位自评情况"))
    yield from _claims(bureaus, notes)
    yield Block(heading=say("五、未能判定的事项"))
    yield from _undecided(bureaus, absent, notes)
    yield Block(heading=say("六、下一步工作"))
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
        return (Run(say("本期未收录到报告。"), counted),)
    counts = Counter(row.status for row in rows)
    stretched = sum(row.status == "lagging" and row.tier == "stretch" for row in rows)
    severe = sum(row.severity == "severe" and row.tier != "stretch" for row in rows)
    judged = counts["achieved"] + counts["on_track"] + counts["lagging"]
    parts = [say("{word}{n}项", word=status_name(status), n=counts[status]) for status in STATUSES if counts[status]]
    said = [
        say("共收录{m}个单位的报告，识别指标{n}项：{parts}。", m=bureaus, n=len(rows), parts=say("、").join(parts)),
        _judged(judged, counts, severe, stretched) if judged else "",
    ]
    return (Run((" " if language() == "en" else "").join(filter(None, said)), counted),)


def _judged(judged: int, counts: Counter[Status], severe: int, stretched: int) -> str:
    well = counts["achieved"] + counts["on_track"]
    values = {"judged": judged, "well": well, "share": f"{well * 100 / judged:.1f}", "lagging": counts["lagging"]}
    if not stretched:
        return say(
            "能够判定的{judged}项中，达到序时进度或已完成的{well}项，占{share}%；滞后{lagging}项，其中严重滞后{severe}项。",
            **values, severe=severe,
        )  # fmt: skip
    return say(
        "能够判定的{judged}项中，达到序时进度或已完成的{well}项，占{share}%；滞后{lagging}项，其中严重滞后{severe}项、"
        "力争目标{stretched}项。",
        **values, severe=severe, stretched=stretched,
    )  # fmt: skip


def _scoreboard(bureaus: dict[str, list[Progress]], counted: int) -> tuple[tuple[tuple[Run, ...], ...], ...]:
    """One line for each bureau: how many indicators stand how."""
    shown = [status for status in STATUSES if any(row.status == status for rows in bureaus.values() for row in rows)]
    head = (say("单位"), say("指标数"), *(status_name(status) for status in shown))
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
        yield Block(runs=(Run(_counted(unit, len(found)), bold=True),))
        for number, row in enumerate(sorted(found, key=_worst_first), 1):
            yield Block(runs=(Run(_item(number, wording(row)), notes.source(row)),))
    if is_empty:
        yield Block(runs=(Run(say("无。")),))


def _counted(what: str, count: int) -> str:
    return say("{unit}（{n}项）", unit=what, n=count)


def _item(number: int, words: str) -> str:
    return say("{n}．{words}", n=number, words=words)


def _worst_first(row: Progress) -> tuple[int, float]:
    order = {"severe": 0, "behind": 1, "slight": 2}
    return order.get(row.severity or "", 3), float(row.gap_pp) if row.gap_pp is not None else 0.0


def _claims(bureaus: dict[str, list[Progress]], notes: _Notes) -> Iterator[Block]:
    """What a bureau says of what is behind, beside what its figures show."""
    lines = [
        (
            unit,
            full_name(row),
            say("，").join(filter(None, (severity_word(row), gap_words(row)))),
            claim,
            notes.source(row),
        )
        for unit, rows in bureaus.items()
        for row in rows
        if row.status == "lagging" and (claim := claim_words(row))
    ]
    if not lines:
        yield Block(runs=(Run(say("滞后事项的报告中未见单位自评。")),))
        return
    yield Block(runs=(Run(say("以下为滞后事项中各单位报告的自评原话，与数据并列，供核实。")),))
    head = tuple((Run(word, bold=True),) for word in (say("单位"), say("指标"), say("按数据"), say("单位自评")))
    body = [
        ((Run(unit),), (Run(name),), (Run(shown),), (Run(claim, note),)) for unit, name, shown, claim, note in lines
    ]
    yield Block(table=(head, *body))


def _undecided(bureaus: dict[str, list[Progress]], absent: Sequence[Absent], notes: _Notes) -> Iterator[Block]:
    """What was not found or cannot be compared: said as that, and never as not done."""
    if absent:
        yield Block(runs=(Run(say("未检索到本期报告的单位（{n}个）", n=len(absent)), bold=True),))
    for one in absent:
        note = notes.of(say("检索栏目：{url}", url=clean(readable(one.url), 300)))
        yield Block(runs=(Run(absence(one), note),))
    for status in sorted(_UNDECIDED, key=STATUSES.index):
        found = [(unit, row) for unit, rows in bureaus.items() for row in rows if row.status == status]
        if found:
            yield Block(runs=(Run(_counted(status_name(status), len(found)), bold=True),))
        for number, (unit, row) in enumerate(found, 1):
            promised = say("{unit}　{name}：目标{promise}", unit=unit, name=full_name(row), promise=promise_words(row))
            yield Block(runs=(Run(_item(number, explained(promised, row)), notes.source(row)),))
    if not absent and not {row.status for rows in bureaus.values() for row in rows} & _UNDECIDED:
        yield Block(runs=(Run(say("无。")),))
