"""Two records in one row: 乡镇 | 任务 | 完成 | 乡镇 | 任务 | 完成, as a long list is folded to fit the page.

The headings are the same ones again, a name's first; what stands below the second run of them is a row of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.cells import GridCell
from extraction.grids.columns import MEASURED, Column

_NAMES = ("serial", "name", "owner", "category", "unit")

Row = list[GridCell]


def unfolded_rows(text: str, columns: list[Column], rows: list[Row]) -> tuple[list[Column], list[Row]]:
    """The columns once, and a row for every record; as they are where the headings don't come round again."""
    wide = _width(columns)
    if not wide:
        return columns, rows
    parts = [row[at : at + wide] for at in range(0, len(columns), wide) for row in rows if len(row) > at]
    parts = [part for part in parts if any(cell.of(text) for cell in part)]
    torn = any(len(part) < wide for part in parts) or any(len(row) > len(columns) for row in rows)
    return (columns, rows) if torn else (columns[:wide], parts)


def _width(columns: Sequence[Column]) -> int:
    """How many headings there are before all come round again; 0 where they don't, or name or measure nothing."""
    heads = [c.header for c in columns]
    for wide in range(2, len(heads) // 2 + 1):
        if len(heads) % wide or heads != heads[:wide] * (len(heads) // wide):
            continue
        first = columns[:wide]
        measured = any(c.role in MEASURED for c in first)
        return wide if first[0].role in _NAMES and measured and len(set(heads)) == wide else 0
    return 0
