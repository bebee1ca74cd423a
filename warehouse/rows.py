"""Records as rows of raw and core: one function for each table, columns in the table's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from extraction.records import Actual, Extraction, Indicator, Interval, Target
from warehouse.evidence import evidence
from warehouse.keys import indicator_keys, names_of
from warehouse.records import Revision

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """What `version` of the extraction read from a revision."""

    revision: Revision
    extraction: Extraction
    version: str


_TOO_LARGE = Decimal(10) ** 18  # what decimal(28, 9) and the sums over it hold with room to spare
_PLACES = Decimal("1e-9")


def revision_rows(revision: Revision, run_id: str, known_at: datetime) -> dict[str, list[Row]]:
    """The rows of a document, of its revision and of the files that it is published with."""
    names = names_of(revision, "")
    listed = (revision.fetched_at, revision.media_type, revision.listed_title, revision.published_on)
    return {
        "document": [(names.document_id, revision.source_id, revision.url, known_at)],
        "revision": [(names.revision_id, names.document_id, revision.sha256, *listed, run_id, known_at)],
        "attachment": [
            (names.revision_id, number, file.url, file.name, file.sha256, file.media_type, file.state, file.reason,
             known_at)
            for number, file in enumerate(revision.attachments)
        ],
    }  # fmt: skip


def rows_of(incoming: Iterable[Incoming], run_id: str, known_at: datetime) -> dict[str, list[Row]]:
    """Every row of the readings under its table; whether a report is baseline is for the loader to find out."""
    rows: dict[str, list[Row]] = {}
    for one in incoming:
        for table, found in _rows(one.revision, one.extraction, one.version, run_id, known_at).items():
            rows.setdefault(table, []).extend(found)
    return rows


def _rows(
    revision: Revision, extraction: Extraction, version: str, run_id: str, known_at: datetime
) -> dict[str, list[Row]]:
    names, report = names_of(revision, version), extraction.report
    row = (
        names.extraction_id, names.revision_id, revision.source_id, version, report.title, report.index_number,
        report.document_number, report.topic, report.issuer, report.region,
        report.published_on or revision.published_on, report.signed_on, report.year, report.period, report.cutoff,
        None, run_id, known_at,
    )  # fmt: skip
    read = _read_rows(extraction, names.extraction_id, revision.source_id, known_at)
    return revision_rows(revision, run_id, known_at) | {"report": [row]} | read


def _read_rows(extraction: Extraction, extraction_id: str, source_id: str, known_at: datetime) -> dict[str, list[Row]]:
    """What was read."""
    numbered = list(_numbered(extraction))
    keys = list(indicator_keys(source_id, extraction.report.year, extraction.tasks))
    rows: dict[str, list[Row]] = {
        "text": [(extraction.text,)],
        "place": [(place.start, place.end, place.words) for place in extraction.places],
        "task": [
            (task_no, task.number, task.title, task.start, task.end, list(task.clauses), list(task.departments))
            for task_no, task in enumerate(extraction.tasks)
        ],
        "indicator": [_indicator(extraction, no, task_no, keys[no], indicator) for no, task_no, indicator in numbered],
        "target": [(no, *_target(one.target), known_at) for no, _, one in numbered if one.target],
        "actual": [(no, *_actual(one.actual), known_at) for no, _, one in numbered if one.actual],
        "claim": [(no, *claim) for no, _, one in numbered for claim in _claims(one)],
        "quantity": list(_quantities(extraction)),
        "finding": [
            (finding_no, finding.kind, finding.message, finding.start, finding.end)
            for finding_no, finding in enumerate(extraction.findings)
        ],
    }
    return {table: [(extraction_id, *row) for row in found] for table, found in rows.items()}


def _numbered(extraction: Extraction) -> Iterator[tuple[int, int, Indicator]]:
    """(indicator_no, task_no, indicator), numbered through the report."""
    number = 0
    for task_no, task in enumerate(extraction.tasks):
        for indicator in task.indicators:
            yield number, task_no, indicator
            number += 1


def _indicator(extraction: Extraction, number: int, task_no: int, key: str, indicator: Indicator) -> Row:
    proof = evidence(extraction.text, extraction.tasks[task_no], indicator)
    magnitude = indicator.target.magnitude if indicator.target else Decimal(1)
    return (
        number, task_no, key, indicator.name, indicator.folded, list(indicator.qualifiers), indicator.kind,
        indicator.direction, indicator.accrues, indicator.owner, indicator.tier, indicator.due,
        storable(indicator.baseline), _base(indicator.baseline, magnitude), indicator.refusal, indicator.reason,
        indicator.confidence, proof.sentence, _lists(proof.marks), extraction.place_of_indicator(indicator),
    )  # fmt: skip


def _target(target: Target) -> Row:
    return (
        target.operator, storable(target.value), storable(target.upper), target.unit, target.noun,
        _base(target.value, target.magnitude), _base(target.upper, target.magnitude), target.countable,
        target.text, target.start, target.end, _lists(target.derived_from),
    )  # fmt: skip


def _actual(actual: Actual) -> Row:
    return (
        storable(actual.value), actual.unit, actual.noun, _base(actual.value, actual.magnitude),
        actual.qualifier, actual.cutoff, actual.text, actual.start, actual.end, _lists(actual.parts),
    )  # fmt: skip


def _claims(indicator: Indicator) -> Iterator[Row]:
    for number, claim in enumerate(indicator.claims):
        yield number, storable(claim.completion), claim.status, claim.text, claim.start, claim.end


def _quantities(extraction: Extraction) -> Iterator[Row]:
    for number, quantity in enumerate(extraction.quantities):
        yield (
            number, quantity.text, quantity.start, quantity.end, storable(quantity.value), storable(quantity.upper),
            quantity.unit, quantity.noun, storable(quantity.base), quantity.qualifier, quantity.role, quantity.task,
        )  # fmt: skip


def storable(value: Decimal | None) -> Decimal | None:
    """The value at nine places; None where it is too large for the column (its text is stored all the same)."""
    if value is None or not value.is_finite() or abs(value) >= _TOO_LARGE:
        return None
    return value.quantize(_PLACES)


def _base(value: Decimal | None, magnitude: Decimal) -> Decimal | None:
    return None if value is None else storable(value * magnitude)


def _lists(intervals: Sequence[Interval]) -> list[list[int]]:
    return [list(interval) for interval in intervals]
