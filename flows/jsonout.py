"""`duban extract --json`: one object, every Decimal as a JSON number with the digits of the text.

The standard encoder knows no Decimal and a float would lose digits, so that numbers are written here; strings and
containers are the standard encoder's, but what would act on a terminal or could not be written is escaped as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from extraction.records import Actual, Extraction, Finding, Indicator, Quantity, Report, Target, Task
from warehouse.records import Progress

# C1 controls (U+009B begins a terminal's commands as ESC [ does), direction marks, unseen line ends, half characters
_UNSEEN = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def as_json(extraction: Extraction, assessed: Sequence[Progress]) -> str:
    """The extraction and what the warehouse's rule says of each of its indicators, in the same order."""
    rows = iter(assessed)
    return dumps(
        {
            "report": _report(extraction.report),
            "text": extraction.text,
            "tasks": [_task(extraction, task, rows) for task in extraction.tasks],
            "quantities": [_quantity(extraction, quantity) for quantity in extraction.quantities],
            "findings": [_finding(finding) for finding in extraction.findings],
        }
    )


def dumps(value: Any) -> str:
    """JSON text of mappings, sequences, strings, numbers, dates, booleans and None."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{dumps(str(key))}: {dumps(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(dumps, value)) + "]"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False, allow_nan=False))


def _report(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "index_number": report.index_number,
        "document_number": report.document_number,
        "topic": report.topic,
        "issuer": report.issuer,
        "published_on": report.published_on,
        "signed_on": report.signed_on,
        "region": report.region,
        "year": report.year,
        "period": report.period,
        "cutoff": report.cutoff,
    }


def _task(extraction: Extraction, task: Task, rows: Iterator[Progress]) -> dict[str, Any]:
    return {
        "number": task.number,
        "title": task.title,
        "clauses": task.clauses,
        "departments": task.departments,
        "start": task.start,
        "end": task.end,
        "indicators": [_indicator(extraction, indicator, next(rows)) for indicator in task.indicators],
    }


def _indicator(extraction: Extraction, indicator: Indicator, row: Progress) -> dict[str, Any]:
    return {
        "name": indicator.name,
        "kind": indicator.kind,
        "owner": indicator.owner,
        "tier": indicator.tier,
        "target": indicator.target and _target(indicator.target),
        "actual": indicator.actual and _actual(indicator.actual),
        "stated_completion": indicator.stated_completion,
        "stated_status": indicator.stated_status,
        "completion": row.completion,
        "pace": row.pace,
        "gap_pp": row.gap_pp,
        "status": row.status,
        "severity": row.severity,
        "reason": row.reason,
        "confidence": row.confidence,
        "place": extraction.place_of_indicator(indicator),
    }


def _target(target: Target) -> dict[str, Any]:
    common = {
        "operator": target.operator,
        "value": target.value,
        "upper": target.upper,
        "unit": target.unit,
        "text": target.text,
    }
    if target.start is None:
        return common | {"derived_from": target.derived_from}
    return common | {"start": target.start, "end": target.end}


def _actual(actual: Actual) -> dict[str, Any]:
    return {
        "value": actual.value,
        "unit": actual.unit,
        "qualifier": actual.qualifier,
        "cutoff": actual.cutoff,
        "text": actual.text,
        "start": actual.start,
        "end": actual.end,
        "parts": actual.parts,
    }


def _quantity(extraction: Extraction, quantity: Quantity) -> dict[str, Any]:
    return {
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "value": quantity.value,
        "upper": quantity.upper,
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "role": quantity.role,
        "task": quantity.task,
        "place": extraction.place_of(quantity.start),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {"kind": finding.kind, "message": finding.message, "start": finding.start, "end": finding.end}
