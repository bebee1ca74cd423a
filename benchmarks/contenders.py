"""Who reads the reports in a comparison: each a function from a text to how many things it found.

JioNLP reads money and dates, Recognizers-Text numbers, money, measures and dates; neither says what answers what. They
are optional (`make bench` installs them into a place of their own); without them our own figures are printed alone.
"""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Callable

from extraction.document import Document
from extraction.reading import extract

Contender = Callable[[str], int]
_NOW = 1767196800.0  # what relative dates are counted from


def duban(text: str) -> int:
    """All of extraction, from a plain text to linked records."""
    return len(extract(Document.from_text(text)).quantities)


def contenders() -> dict[str, Contender]:
    """Those that are installed, ours first."""
    found: dict[str, Contender] = {"duban": duban}
    for name, load in (("jionlp", _jionlp), ("recognizers-text", _recognizers)):
        with contextlib.suppress(ImportError):
            found[name] = load()
    return found


def _jionlp() -> Contender:
    with contextlib.redirect_stdout(io.StringIO()):  # it greets
        import jionlp
    logging.getLogger().setLevel(logging.CRITICAL)  # it writes a traceback for each date it doubts: not counted here

    def read(text: str) -> int:
        return len(jionlp.ner.extract_money(text)) + len(jionlp.ner.extract_time(text, time_base=_NOW))

    return read


def _recognizers() -> Contender:
    import recognizers_suite as suite

    models = (suite.recognize_number, suite.recognize_percentage, suite.recognize_currency,
              suite.recognize_dimension, suite.recognize_datetime)  # fmt: skip

    def read(text: str) -> int:
        return sum(len(model(text, suite.Culture.Chinese)) for model in models)

    return read
