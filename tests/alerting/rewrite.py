"""Writes the golden files from the code as it is: `python -m tests.alerting.rewrite`, then read the difference."""

from __future__ import annotations

from pathlib import Path

from alerting.digest import digest
from alerting.overdue import overdue_digest
from tests.alerting.quarter import AT, city, message, silent_quarter

GOLDEN = Path(__file__).parent / "golden"

if __name__ == "__main__":
    silent = overdue_digest(silent_quarter(), channel="office", recipient="dcs@yunchuan.example", at=AT)
    for name, sent in (("digest", message()), ("city", digest(city(), at=AT)), ("overdue", silent)):
        for part in ("text", "html"):
            (GOLDEN / f"{name}.{part}").write_text(getattr(sent, part), encoding="utf-8")
