"""The files of warehouse/views: each a view, or in core without `v_` a table of the rows that such a view gave."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files

from warehouse.macros import macros
from warehouse.portable import portable
from warehouse.quoting import quoted
from warehouse.zh import sources, zh_names

_QUALIFIED = re.compile(r"\b\w+\.\w+\b")
_COMMENT_BEHIND = re.compile(r"^ +(?:\w+\.)?(?:.* as )?(\w+),? -- (.+)$", re.M)
_COMMENT_ABOVE = re.compile(r"^ +-- (\S[^|\n]* \| .+)\n(?:(?! +--).*\n)*? *(?:.* )?as (\w+),?$", re.M)


@dataclass(frozen=True, slots=True)
class View:
    """One file of warehouse/views: its query, and its comments as statements."""

    name: str
    body: str
    comments: str
    reads: frozenset[str]

    @property
    def kind(self) -> str:
        """`view`, or `table` for one whose rows are kept: of core it is called without v_."""
        return _kind(self.name)

    @property
    def kept_as(self) -> str:
        """Its entry in ops.view_set: a view by its name, all else with its kind before it."""
        return self.name if self.kind == "view" else f"{self.kind} {self.name}"

    @property
    def as_empty_table(self) -> str:
        """A table of the view's columns without a row."""
        return f"create or replace table {self.name} as\n{self.body} limit 0;"

    @property
    def create(self) -> str:
        """The statement that makes it, without rows where it is a table."""
        return self.as_empty_table if self.kind == "table" else f"create or replace view {self.name} as\n{self.body};"


@cache
def views() -> tuple[View, ...]:
    """The views of this program, each after those it reads."""
    bodies = {
        entry.name.removesuffix(".sql"): entry.read_text("utf-8")
        for entry in files("warehouse").joinpath("views").iterdir()
        if entry.name.endswith(".sql")
    }
    found = {name: _view(name, body, bodies) for name, body in sorted(bodies.items())}
    order = TopologicalSorter({name: sorted(view.reads) for name, view in found.items()}).static_order()
    return tuple(found[name] for name in order)


def view_set() -> str:
    """SHA-256 over everything that this program's views and macros are made from."""
    return hashlib.sha256((script() + sources()).encode()).hexdigest()


def entries() -> list[str]:
    """What the set makes, as ops.view_set names it."""
    return [view.kept_as for view in views()] + zh_names() + [f"{one.kind} {one.name}" for one in macros()]


def script() -> str:
    """The statements that make all views and macros anew, with their comments."""
    of_views = (f"{view.create}\n{view.comments}" for view in views())
    return "\n".join([*of_views, *(f"{macro.create}\n{macro.comment}" for macro in macros())])


def closure(wanted: Iterable[str]) -> set[str]:
    """The views wanted, and those that they read."""
    reads = {view.name: view.reads for view in views()}
    needed: set[str] = set()
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        needed.add(name)
        waiting += reads[name] - needed
    return needed


def _view(name: str, body: str, bodies: Iterable[str]) -> View:
    reads = (set(_QUALIFIED.findall(body)) & set(bodies)) - {name}
    return View(name, portable(body.rstrip()), _comments(name, body), frozenset(reads))


def _kind(name: str) -> str:
    return "table" if name.startswith("core.") and not name.startswith("core.v_") else "view"


def _comments(name: str, body: str) -> str:
    """The file's first line explains the view; `-- 中文 | english` behind (or above) a column explains that."""
    columns = dict(_COMMENT_BEHIND.findall(body)) | {column: text for text, column in _COMMENT_ABOVE.findall(body)}
    statements = [f"comment on {_kind(name)} {name} is {quoted(body.splitlines()[0].removeprefix('-- '))};"]
    statements += [f"comment on column {name}.{column} is {quoted(text)};" for column, text in columns.items()]
    return "\n".join(statements)
