"""Progress in the columns that supervision offices use, as text and numbers; nothing in it can become a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import IO

from alerting.calendar import chinese_date
from alerting.cleaning import readable
from alerting.wording import severity_word, status_name
from flows.visible import visible
from warehouse.records import Progress

COLUMNS = ("序号", "任务", "牵头单位", "年度目标", "进展", "完成率", "序时进度", "状态", "依据")
# what Excel takes for the beginning of a formula, also in its full-width form
_FORMULA = tuple("=+-@\t\r＝＋－＠")
Cell = int | Decimal | str | None


def office_rows(rows: Iterable[Progress]) -> Iterator[tuple[Cell, ...]]:
    """One row for each promise, numbered from 1: shares are shares (0.433), absent ones None."""
    for number, row in enumerate(rows, start=1):
        yield (
            number, _task(row), _lead(row), _target(row), _progress(row), row.completion, row.pace,
            status_word(row), _evidence(row),
        )  # fmt: skip


def status_word(row: Progress) -> str:
    """The status as it is said in a mail."""
    return severity_word(row) if row.status == "lagging" else status_name(row.status)


def write_csv(file: IO[str], rows: Iterable[Progress]) -> None:
    """CSV as Excel opens it: a byte order mark, CRLF, percentages, a quote before what looks like a formula."""
    file.write("\ufeff")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_csv_cell(cell) for cell in row] for row in office_rows(rows))


def harmless(text: str) -> str:
    """The text, with a quote before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv_cell(cell: Cell) -> str | int | None:
    if isinstance(cell, Decimal):
        return f"{100 * cell:.1f}%"
    # judged as it came: what acts on a screen is drawn only afterwards
    return visible(harmless(cell)) if isinstance(cell, str) else cell


def _task(row: Progress) -> str:
    name = row.name if not row.owner else f"{row.name}（{row.owner}）"
    stretch = "（力争）" if row.tier == "stretch" else ""
    return (row.task_title if row.name in row.task_title and not row.owner else f"{row.task_title}：{name}") + stretch


def _lead(row: Progress) -> str:
    return f"{row.bureau}（{'、'.join(row.departments)}）" if row.departments else row.bureau


def _target(row: Progress) -> str | None:
    due = chinese_date(row.due) + "前" if row.due else ""
    return f"{row.target_text or ''}{'，' if row.target_text and due else ''}{due}" or None


def _progress(row: Progress) -> str | None:
    return row.actual_text or row.claim_text


def _evidence(row: Progress) -> str:
    said = f"\n自评：{row.claim_text}" if row.claim_text and row.actual_text else ""
    return f"{row.reason}{said}\n原文：{row.sentence}\n{readable(row.url)}"
