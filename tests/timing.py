"""Processor time for ratios between two sizes; never held against a clock."""

from __future__ import annotations

import time
from collections.abc import Callable


def best_of_three(work: Callable[[], object]) -> float:
    """Seconds of processor time, the best of three: what else the machine does counts for nothing."""
    times = []
    for _ in range(3):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)
