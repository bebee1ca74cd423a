"""`duban extract`: one document in, what it says and how its indicators stand out. Nothing is stored."""

from __future__ import annotations

import mimetypes
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from connectors.readers import read
from extraction.reading import extract
from extraction.records import Extraction
from flows.jsonout import as_json as json_of
from flows.problems import CommandError
from warehouse.progress import assess_in_memory
from warehouse.records import Progress

MAX_BYTES = 20 * 2**20


def extract_one(where: str, as_of: date | None, *, as_json: bool) -> str:
    """The answer for a file, an address or standard input (`-`), as JSON or as lines for a person."""
    content, media_type, url = _opened(where)
    extraction = extract(read(content, media_type, url), as_of=as_of)
    rows = assess_in_memory(extraction)
    return json_of(extraction, rows) if as_json else "\n".join(lines(extraction, rows))


def lines(extraction: Extraction, rows: Sequence[Progress]) -> list[str]:
    """The report, its tasks, and one line for each indicator with its status and the reason."""
    report = extraction.report
    period = f"{report.year} {report.period}" if report.period else "period unknown"
    out = [report.title or "(no title)", f"{period}, figures to {report.cutoff or 'an unknown date'}"]
    assessed = iter(rows)
    for task in extraction.tasks:
        departments = f"  [{'、'.join(task.departments)}]" if task.departments else ""
        out += ["", f"{task.number} {task.title}{departments}"]
        out += [
            f"  {row.status:<14} {row.name}: {row.reason}" for row, _ in zip(assessed, task.indicators, strict=False)
        ]
    if extraction.findings:
        out += ["", "To be looked at:", *(f"  {finding.kind}: {finding.message}" for finding in extraction.findings)]
    return out


def _opened(where: str) -> tuple[bytes, str, str]:
    """Content, media type and address."""
    if where == "-":
        return sys.stdin.buffer.read(), "", "stdin"
    if where.startswith(("http://", "https://")):
        return _fetched(where)
    path = Path(where)
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise CommandError(f"{where}: larger than {MAX_BYTES // 2**20} MB; a report is smaller: see what the file is")
    return content, mimetypes.guess_type(path.name)[0] or "", path.absolute().as_uri()


def _fetched(url: str) -> tuple[bytes, str, str]:
    from flows.settings import load_settings
    from flows.visiting import client

    with client(load_settings()) as http:
        response = http.get(url)
    return response.content, response.media_type, response.url
