"""What a document's reader adds to what was read of it: where things stand in their files, and what is not sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.document import Document, Doubt
from extraction.records import Extraction, Indicator, Task


def with_reader(read: Extraction, document: Document) -> Extraction:
    """The extraction with the reader's places and findings; no figure of a doubtful stretch is surer than that."""
    if not (document.places or document.findings):
        return read
    tasks = tuple(_capped(task, document.doubts) for task in read.tasks) if document.doubts else read.tasks
    findings = (*read.findings, *document.findings)
    return replace(read, tasks=tasks, places=document.places, findings=findings)


def _capped(task: Task, doubts: Sequence[Doubt]) -> Task:
    def capped(indicator: Indicator) -> Indicator:
        inside = [doubt.confidence for doubt in doubts if _stands_in(indicator, doubt)]
        return replace(indicator, confidence=min([indicator.confidence, *inside]))

    return replace(task, indicators=tuple(map(capped, task.indicators)))


def _stands_in(indicator: Indicator, doubt: Doubt) -> bool:
    figures = [figure.start for figure in (indicator.target, indicator.actual) if figure]
    starts = [*figures, *(claim.start for claim in indicator.claims)]
    return any(start is not None and doubt.start <= start < doubt.end for start in starts)
