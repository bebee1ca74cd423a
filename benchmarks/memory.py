"""How much memory is resident while report after report is read: it must stay flat."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from benchmarks.reports import CHARS, report
from extraction.document import Document
from extraction.reading import extract

_SAMPLES = 10


def over_many(count: int, chars: int = CHARS) -> list[tuple[int, float]]:
    """(reports read, MiB resident), at the start and at ten points; no two of the reports are the same."""
    samples = [(0, resident_mib())]
    for number in range(1, count + 1):
        extract(Document.from_text(report(number, chars)))
        if number * _SAMPLES // count != (number - 1) * _SAMPLES // count:
            samples.append((number, resident_mib()))
    return samples


def resident_mib() -> float:
    """What the process holds now; where the system does not say, the most it has held."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)
