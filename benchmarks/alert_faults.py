"""Plain processes killed with -9 at every step of deciding and sending, and a receiver that counts what arrives.

`python -m benchmarks.alert_faults --kills 200`. Each process decides what is next for two receivers, writes it to the
outbox, and sends what is due; it kills itself at a step drawn by lot: before, within and after the transaction of
the decision, the claim, the post and the record. Nothing due may be lost, and nothing may arrive under two names.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from alerting.history import lag_of
from alerting.telling import State, tell
from benchmarks.alerts import TODAY
from benchmarks.lags import lag
from connectors.channels import WebhookChannel
from flows import sending
from flows.alert_rules import office_of
from flows.keeping import writer
from flows.messages import message_of
from flows.sending import send_pending
from flows.settings import Settings
from flows.telling import named
from warehouse import alerts, outbox

RECEIVERS = ("one", "two")
# a process that is not killed passes some twenty steps
MOST_STEPS = 24


@dataclass
class Arrived:
    """What the receiver has seen: names by receiver and alert, and how often each name came."""

    names: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Outcome:
    """What was due, what came, how many processes were killed, and what came again under its name."""

    due: int
    arrived: Arrived
    killed: int
    alerts: int

    @property
    def untold(self) -> int:
        """Alerts that were recorded and that a receiver never heard of."""
        return self.alerts * len(RECEIVERS) - len(self.arrived.names)

    @property
    def lost(self) -> int:
        """Messages that were due and never came."""
        return self.due - len(self.arrived.times)

    @property
    def renamed(self) -> int:
        """Alerts that came to one receiver under two names."""
        return sum(len(names) > 1 for names in self.arrived.names.values())

    @property
    def repeated(self) -> int:
        """Times that a message came again, under its own name."""
        return sum(count - 1 for count in self.arrived.times.values())


def run(kills: int, data: Path, seed: int = 1) -> Outcome:
    """So many processes, one after the other, then one that is left alone."""
    lots = random.Random(seed)
    with receiver() as (arrived, port):
        codes = [process(data, port, lots.randint(1, MOST_STEPS)) for _ in range(kills)]
        assert process(data, port, 0) == 0
        with writer(settings_of(data, port)) as con:
            (due,) = con.execute("select count(*) from ops.outbox").fetchone() or (0,)
            count = len(alerts.alerts(con))
    return Outcome(due, arrived, codes.count(-signal.SIGKILL), count)


def process(data: Path, port: int, kill_at: int) -> int:
    """One process; how it ended."""
    words = [sys.executable, "-m", "benchmarks.alert_faults", "--child", str(data), str(port), str(kill_at)]
    return subprocess.run(words, check=False, timeout=120).returncode


def child(data: Path, port: int, kill_at: int) -> None:
    """Decide what is next, and send what is due; die at the step `kill_at` (0: live)."""
    count_steps(kill_at)
    settings = settings_of(data, port)
    with writer(settings) as con:
        known = alerts.alerts(con)
        # what was found before, and one lag more
        rows = [lag(f"k{number}", source_id="one", bureau="云川市科学技术局") for number in range(len(known) + 1)]
        findings = [found for row in rows if (found := lag_of(row))]
        office, at = office_of(settings), datetime.now(UTC)
        state = State(findings, known, alerts.told(con), rows)
        decision = tell(state, office.rules, office.routes, today=TODAY, at=at)
        messages = [message_of(bundle, settings) for bundle in decision.bundles]
        alerts.record(con, decision.steps, messages, "faults", at, named(decision, messages))
    send_pending(settings, early=True)


def count_steps(kill_at: int) -> None:
    """From now on every step of deciding and sending is counted, and the process dies at one of them."""
    passed = 0

    def step() -> None:
        nonlocal passed
        passed += 1
        if passed == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*values: Any, **named: Any) -> Any:
            step()
            result = function(*values, **named)
            step()
            return result

        return wrapped

    for place, name in (
        (alerts, "record"), (alerts, "_add_steps"), (alerts, "_add_messages"), (alerts, "_add_told"),
        (outbox, "claim"), (outbox, "record"), (WebhookChannel, "send"),
    ):  # fmt: skip
        setattr(place, name, watched(getattr(place, name)))
    sending.RECORD = 1


def settings_of(data: Path, port: int) -> Settings:
    """Two receivers on this machine."""
    channels = [{"kind": "webhook", "name": name, "url": f"http://hook.example/{name}"} for name in RECEIVERS]
    return Settings.model_validate({"data": data, "channels": channels, "hosts": {"hook.example": f"127.0.0.1:{port}"}})


@contextmanager
def receiver() -> Iterator[tuple[Arrived, int]]:
    """A web server that counts what it is sent."""
    arrived = Arrived()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = json.loads(self.rfile.read(int(self.headers["content-length"])))["data"]
            name = self.headers["webhook-id"]
            arrived.times[name] += 1
            for bureau in data["bureaus"]:
                for row in bureau["lagging"]:
                    arrived.names.setdefault((self.path, row["alert_id"]), set()).add(name)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *values: object) -> None:
            """Nothing: what counts is counted."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield arrived, server.server_port
    finally:
        server.shutdown()
        server.server_close()


def main() -> None:
    """Print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--child", nargs=3, metavar=("DATA", "PORT", "STEP"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        return child(Path(given.child[0]), int(given.child[1]), int(given.child[2]))
    with tempfile.TemporaryDirectory() as folder:
        found = run(given.kills, Path(folder))
    print(f"{given.kills} processes, {found.killed} killed with -9 at a step of deciding or sending")
    print(f"{found.alerts} alerts for {len(RECEIVERS)} receivers, {found.untold} never heard of")
    print(f"{found.due} messages due, {found.lost} lost, {found.renamed} under two names, {found.repeated} repeated")
    return None


if __name__ == "__main__":
    main()
