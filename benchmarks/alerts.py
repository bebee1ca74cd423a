"""How long it takes to tell: 10,000 alerts for 500 recipients, one digest each, through a mail server on loopback.

`make bench-alerts`. Composing, writing to the outbox of a warehouse on disk, and sending with its sheet are timed; the
server counts what arrives, to whom and under which names.
"""

from __future__ import annotations

import argparse
import socket
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from alerting.bundle import Bundle, Part
from alerting.decide import decide
from benchmarks.lags import lag
from flows.keeping import writer
from flows.messages import message_of
from flows.sending import send_pending
from flows.settings import Settings
from warehouse import alerts

TODAY = date(2026, 10, 22)


@dataclass
class Inbox:
    """What a mail server has taken: recipients, Message-IDs and bytes."""

    recipients: Counter[str] = field(default_factory=Counter)
    names: set[bytes] = field(default_factory=set)
    size: int = 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name
        content = envelope.content or b""
        assert isinstance(content, bytes)
        self.recipients.update(envelope.rcpt_tos)
        self.names.update(line for line in content.split(b"\r\n\r\n", 1)[0].splitlines() if line[:10] == b"Message-ID")
        self.size += len(content)
        return "250 taken"


@dataclass(frozen=True)
class Measured:
    """Seconds of each step, and what arrived."""

    composed_s: float
    written_s: float
    sent_s: float
    processor_s: float  # of this process, whatever else the machine does meanwhile
    inbox: Inbox

    @property
    def total_s(self) -> float:
        """All of it."""
        return self.composed_s + self.written_s + self.sent_s


def measure(recipients: int, each: int, data: Path) -> Measured:
    """Tell each recipient of so many alerts of a bureau of their own."""
    with served() as (inbox, port):
        names = tuple(f"office{number}@x.example" for number in range(recipients))
        server = {"host": "127.0.0.1", "port": port, "security": "none", "sender": "d@x.example"}
        channel = {"kind": "smtp", **server, "recipients": names}
        settings = Settings.model_validate({"data": data, "channels": [channel]})
        bundles = [bundle(name, number, each) for number, name in enumerate(names)]
        started, busy = time.perf_counter(), time.process_time()
        messages = [message_of(one, settings) for one in bundles]
        composed = time.perf_counter()
        with writer(settings) as con:
            alerts.record(con, [], messages, "bench", datetime.now(UTC))
        written = time.perf_counter()
        delivery = send_pending(settings)
        ended, busy = time.perf_counter(), time.process_time() - busy
    assert delivery.sent == recipients, delivery.problems
    return Measured(composed - started, written - composed, ended - written, busy, inbox)


def bundle(recipient: str, number: int, each: int, channel: str = "smtp") -> Bundle:
    """So many lags of one bureau, all of them new."""
    rows = [lag(f"{number}-{at}", source_id=f"s{number}", bureau=f"第{number}局") for at in range(each)]
    decision = decide(rows, [], today=TODAY)
    return Bundle(channel, recipient, TODAY, (Part(f"s{number}", f"第{number}局", "云川市", "first", decision),))


@contextmanager
def served() -> Iterator[tuple[Inbox, int]]:
    """A mail server on loopback that takes everything, in a process of its own: its work is not what is measured.

    The inbox is filled when the block ends.
    """
    inbox, spawning = Inbox(), get_context("spawn")
    ours, theirs = spawning.Pipe()
    server = spawning.Process(target=_serve, args=(theirs,), daemon=True)
    server.start()
    try:
        yield inbox, ours.recv()
        ours.send("stop")
        found = ours.recv()
        inbox.recipients, inbox.names, inbox.size = found.recipients, found.names, found.size
    finally:
        server.terminate()
        server.join()


def _serve(pipe: Connection) -> None:
    inbox = Inbox()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = int(listener.getsockname()[1])
    controller = Controller(inbox, hostname="127.0.0.1", port=port, data_size_limit=2**25)
    controller.start()
    pipe.send(port)
    pipe.recv()
    controller.stop()
    pipe.send(inbox)


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, default=500)
    parser.add_argument("--each", type=int, default=20, help="alerts for each of them")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(given.recipients, given.each, Path(folder))
    inbox = found.inbox
    print(f"{given.recipients * given.each} alerts for {given.recipients} recipients")
    print(f"composed {found.composed_s:.1f} s, written {found.written_s:.1f} s, sent {found.sent_s:.1f} s")
    print(f"total {found.total_s:.1f} s, of them {found.processor_s:.1f} s of processor time")
    once = sum(count == 1 for count in inbox.recipients.values())
    print(f"{once} recipients have one mail each, {len(inbox.names)} names, {inbox.size / 2**20:.1f} MB")


if __name__ == "__main__":
    main()
