"""Writes the golden files from the code as it is: `python -m tests.alerting.rewrite`, then read the difference."""

from __future__ import annotations

from pathlib import Path

from alerting.digest import digest
from tests.alerting.quarter import AT, city, message

GOLDEN = Path(__file__).parent / "golden"

if __name__ == "__main__":
    for name, sent in (("digest", message()), ("city", digest(city(), at=AT))):
        for part in ("text", "html"):
            (GOLDEN / f"{name}.{part}").write_text(getattr(sent, part), encoding="utf-8")
