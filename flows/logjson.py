"""A line of the log as one JSON object: when, how bad, what, and of which source, for a log collector."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime

# what is said of a source begins with its name: `yunting-kjj: 2 reports listed`
SOURCE = re.compile(r"^([a-z0-9]+(?:-[a-z0-9]+)+): ")
ADDRESS = re.compile(r"https?://[^\s;]+")


class JsonLines(logging.Formatter):
    """`at` (UTC), `level`, `logger`, `message`; `source` and `document` (an address) where the message names them."""

    def format(self, record: logging.LogRecord) -> str:
        """One object in one line."""
        message = record.getMessage()
        content = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": message,
        }
        for key, found in (("source", SOURCE.match(message)), ("document", ADDRESS.search(message))):
            if found:
                content[key] = found[found.re.groups]
        return json.dumps(content, ensure_ascii=False)
