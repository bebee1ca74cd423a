"""The templates beside this file. HTML is escaped by rule; text is a single line per value before it comes here."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from alerting.speech import language, say


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("alerting", "templates"),
        autoescape=lambda name: name is None or not name.endswith(".txt.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["say"] = say
    environment.globals["language"] = language
    return environment


def render(template: str, **values: Any) -> str:
    """The template `template` of alerting/templates, filled."""
    return _environment().get_template(template).render(**values)
