"""Deciding and sending, killed with -9 at every step: nothing due is lost, nothing comes under two ids."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.alert_faults import RECEIVERS, run

KILLS = 200


def main(kills: int = KILLS, seed: int = 1) -> None:
    """Raises AssertionError where a receiver missed something, or heard of it under two names."""
    with tempfile.TemporaryDirectory() as folder:
        found = run(kills, Path(folder), seed)
    print(f"{kills} processes, {found.killed} killed with -9; {found.alerts} alerts for {len(RECEIVERS)} receivers")
    print(f"{found.due} messages due, {found.lost} lost, {found.renamed} under two names, {found.repeated} repeated")
    assert (found.lost, found.untold, found.renamed) == (0, 0, 0)
