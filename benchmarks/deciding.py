"""How long the decision takes: 10,000 alerts for 500 recipients, decided, recorded, and decided again.

`python -m benchmarks.deciding`. The warehouse is on disk; what is timed is the pure decision, its transaction, and what
the next run reads and decides, which must be nothing.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from alerting.addresses import Addresses
from alerting.history import lag_of
from alerting.routes import Routes
from alerting.rules import AlertRules
from alerting.telling import State, tell
from benchmarks.lags import lag
from warehouse import alerts
from warehouse.records import Finding, Progress
from warehouse.store import open_writer

TODAY, AT = date(2026, 10, 22), datetime(2026, 10, 22, 1, tzinfo=UTC)


def many(count: int, people: int) -> tuple[AlertRules, Addresses, list[Finding], list[Progress]]:
    """So many lags of as many bureaus as people, each of whom is told of one bureau."""
    tells = [{"sources": [f"s{number}"], "to": [f"p{number}@city"]} for number in range(people)]
    rules = AlertRules.model_validate({"rules": {"lagging": {"tell": tells}}})
    rows = [
        lag(f"k{number}", source_id=f"s{number % people}", bureau=f"第{number % people}局") for number in range(count)
    ]
    return rules, {"mail": tuple(f"p{number}@city" for number in range(people))}, [_found(row) for row in rows], rows


def main() -> None:
    """Print what each step took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alerts", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=500)
    asked = parser.parse_args()
    rules, channels, findings, rows = many(asked.alerts, asked.people)
    routes = Routes(rules, channels)
    with tempfile.TemporaryDirectory() as folder, open_writer(Path(folder) / "warehouse.duckdb") as con:
        with _timed("decided"):
            decision = tell(State(findings, [], [], rows), rules, routes, today=TODAY, at=AT)
        print(f"{len(decision.steps)} steps, {len(decision.bundles)} bundles")
        told = [replace(one, message_id="/".join(to)) for to, every in decision.told.items() for one in every]
        with _timed("recorded"):
            alerts.record(con, decision.steps, [], "run", AT, told)
        with _timed("read again"):
            state = State(findings, alerts.alerts(con), alerts.told(con), rows)
        with _timed("decided again"):
            again = tell(state, rules, routes, today=TODAY, at=AT)
        print(f"{len(again.steps)} steps, {len(again.bundles)} bundles")


def _found(row: Progress) -> Finding:
    found = lag_of(row)
    assert found is not None
    return found


@contextmanager
def _timed(name: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    print(f"{name:<16}{time.perf_counter() - began:6.2f} s")


if __name__ == "__main__":
    main()
