"""The language of a message: Chinese as it stands in the code, English from alerting/locale/en.po by gettext.

The catalogue is compiled when it is first needed, so that there is nothing to build and nothing compiled to ship.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Language = Literal["zh", "en"]
_SPOKEN: ContextVar[Language] = ContextVar("language", default="zh")


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Everything that is worded inside is worded in this language."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def language() -> Language:
    """The language that is spoken now."""
    return _SPOKEN.get()


def say(words: str, /, **values: Any) -> str:
    """The words in the language that is spoken, `{name}` filled from `values`; what fills them is never translated."""
    said = words if language() == "zh" else _catalogue().gettext(words)
    return said.format(**values) if values else said


@cache
def _catalogue() -> gettext.NullTranslations:
    from babel.messages.mofile import write_mo  # here: Chinese needs neither
    from babel.messages.pofile import read_po

    text = files("alerting").joinpath("locale", "en.po").read_bytes()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text), locale="en"))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
