"""`duban bulletin`: the rows of the published copy as a supervision bulletin, written as Word and as HTML."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from alerting.bulletin import bulletin
from alerting.bulletin_document import Absent, Bulletin
from alerting.calendar import period_end
from alerting.speech import Language
from flows.checking import period_of
from flows.problems import CommandError
from flows.published import copy_of
from flows.settings import Settings
from flows.whole_file import whole_file
from warehouse.progress import progress
from warehouse.store import open_reader


def write_bulletin(
    settings: Settings,
    period: str,
    docx: Path | None,
    html: Path | None,
    region: str | None = None,
    language: Language | None = None,
) -> list[Path]:
    """Write the bulletin of a period; both files into the working directory where none is named. Raises MisuseError."""
    paper = made(settings, period, region, language)
    if docx is None and html is None:
        stem = f"bulletin-{re.sub(r'[^0-9A-Za-z]', '', period)}"
        docx, html = Path(f"{stem}.docx"), Path(f"{stem}.html")
    written = []
    if docx:
        from alerting.bulletin_docx import as_docx

        written.append(_written(docx, as_docx(paper)))
    if html:
        from alerting.rendering import render

        written.append(_written(html, render("bulletin.html.j2", paper=paper).encode()))
    return written


def made(settings: Settings, period_text: str, region: str | None = None, language: Language | None = None) -> Bulletin:
    """The bulletin, from the published copy, in the settings' language unless another is asked for.

    Raises CommandError where it has no report on the period.
    """
    year, period = period_of(period_text, settings.now_date())
    copy = copy_of(settings)
    with open_reader(copy) as con:
        rows = [row for row in progress(con, year=year, period=period, latest=False) if region in (None, row.region)]
        absent = _absent(con.execute(_ABSENT, [period_end(year, period), region, region]).fetchall())
    if not rows and not absent:
        known = f" of {region}" if region else ""
        raise CommandError(f"no report{known} on {year} {period} is on record; 'duban status' shows what is")
    return bulletin(
        rows,
        absent,
        year=year,
        period=period,
        made_on=settings.now_date(),
        copy=os.path.realpath(copy.parent).rsplit("/", 1)[-1],
        region=region,
        spoken=language or settings.language,
    )


_ABSENT = """
select
    missing.region, missing.bureau, missing.url,
    health.newest_year, health.newest_period, missing.last_good_visit_at is not null as was_read
from mart.missing_reports as missing
left join mart.source_health as health on missing.source_id = health.source_id
where missing.quarter_end = ? and (?::varchar is null or missing.region = ?)
order by missing.region, missing.bureau
"""


def _absent(rows: Sequence[tuple[str, str, str, int | None, str | None, bool]]) -> list[Absent]:
    return [
        Absent(region, bureau, url, (year, period) if year and period else None, was_read)
        for region, bureau, url, year, period, was_read in rows
    ]


def _written(path: Path, content: bytes) -> Path:
    with whole_file(path) as made:
        made.write_bytes(content)
    return path
