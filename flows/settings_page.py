"""The tables of docs/settings.md, from the model: `python -m flows.settings_page` writes them, a test holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from flows.settings import Channel, SecondReaderSettings, Settings

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"
MADE = re.compile(r"(<!-- (\w+): made by .*? -->\n).*?(\n<!-- end -->)", re.S)
COMMON = ("kind", "name", "language")


def main() -> None:
    """Write the tables into the page."""
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")


def filled(page: str) -> str:
    """The page, with each table between its two comments made anew."""
    tables = {"settings": fields(Settings), "channels": channels(), "second_reader": fields(SecondReaderSettings)}
    return MADE.sub(lambda found: found[1] + "\n".join(tables[found[2]]) + found[3], page)


def fields(model: type[BaseModel]) -> Iterator[str]:
    """A row for each key: its default, what it decides."""
    yield "| key | default | what it decides |"
    yield "|---|---|---|"
    for name, field in model.model_fields.items():
        yield f"| `{name}` | {default_of(field)} | {described(field)} |"


def channels() -> Iterator[str]:
    """A row for each kind of channel: its keys, with their defaults; those that it must be given first."""
    yield "| kind | keys |"
    yield "|---|---|"
    union, _ = get_args(Channel)
    for model in get_args(union):
        kinds = ", ".join(f"`{kind}`" for kind in get_args(model.model_fields["kind"].annotation))
        keys = [(name, field) for name, field in model.model_fields.items() if name not in COMMON]
        keys.sort(key=lambda item: not item[1].is_required())
        yield f"| {kinds} | {', '.join(_key(name, field) for name, field in keys) or 'none'} |"


def default_of(field: FieldInfo) -> str:
    """The default as the page shows it."""
    if field.is_required():
        return "needed"
    value = field.get_default(call_default_factory=True)
    if value is None or value == {}:
        return "none"
    if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        return f"one `{value[0].kind}`"  # type: ignore[attr-defined]
    return f"`{plain(value)}`"


def plain(value: Any) -> str:
    """A default as it is written in YAML."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(plain, value))}]"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def described(field: FieldInfo) -> str:
    """What it decides, in one line."""
    return " ".join((field.description or "").split())


def _key(name: str, field: FieldInfo) -> str:
    if field.is_required():
        return f"`{name}` (needed)"
    default = default_of(field)
    return f"`{name}`" if default == "none" else f"`{name}` ({default})"


if __name__ == "__main__":
    main()
