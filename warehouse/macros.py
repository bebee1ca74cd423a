"""The macros: queries with parameters, one file each in warehouse/macros, made together with the views."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from warehouse.portable import portable
from warehouse.quoting import quoted

_HEAD = re.compile(r"^create or replace macro ([\w.]+)\(.*?\) as (table)?", re.M)


@dataclass(frozen=True, slots=True)
class Macro:
    """One file of warehouse/macros; its first line explains it in both languages."""

    name: str
    kind: str
    create: str

    @property
    def comment(self) -> str:
        """The statement that keeps the first line in the database."""
        words = self.create.splitlines()[0].removeprefix("-- ")
        return f"comment on {self.kind} {self.name} is {quoted(words)};"


@cache
def macros() -> tuple[Macro, ...]:
    """The macros of this program, each after those that it calls; scalar ones first."""
    bodies = (entry.read_text("utf-8") for entry in files("warehouse").joinpath("macros").iterdir())
    found = [_macro(body) for body in bodies]

    def calls(macro: Macro) -> int:
        return sum(f"{other.name}(" in macro.create for other in found if other.name != macro.name)

    return tuple(sorted(found, key=lambda macro: (macro.kind, calls(macro), macro.name)))


def _macro(body: str) -> Macro:
    head = _HEAD.search(body)
    if head is None:
        raise ValueError(f"no macro begins here: {body[:80]}")
    return Macro(head[1], "macro table" if head[2] else "macro", portable(body))
