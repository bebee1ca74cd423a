"""SQL that DuckDB 1.5 finds its way in: 2.0 keeps `if(...)` in a stored view as a function, which 1.5 does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

# a text, a quoted name or a comment may hold what is no bracket and no comma
_MARK = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|(?P<mark>(?<![\w.])if(?=\()|[(\[,)\]])")


def portable(sql: str) -> str:
    """The same with `case when a then b else c end` for every `if(a, b, c)`."""
    out, position = [], 0
    for start, kind in _marks(sql):
        if kind == "if" and start >= position:
            end, arguments = _arguments(sql, start + len("if("))
            when, then, otherwise = (portable(argument).strip() for argument in arguments)
            out += [sql[position:start], f"case when {when} then {then} else {otherwise} end"]
            position = end
    return "".join(out) + sql[position:]


def _arguments(sql: str, begin: int) -> tuple[int, list[str]]:
    """Where the call that opened before `begin` has ended, and what stands between its commas."""
    depth, commas = 0, [begin - 1]
    for position, kind in _marks(sql, begin):
        if kind in ("(", "["):
            depth += 1
        elif kind in (")", "]") and depth:
            depth -= 1
        elif kind == ")":
            ends = [*commas[1:], position]
            return position + 1, [sql[first + 1 : last] for first, last in zip(commas, ends, strict=True)]
        elif kind == "," and not depth:
            commas.append(position)
    raise ValueError(f"a bracket is not closed: {sql[begin : begin + 60]}")


def _marks(sql: str, begin: int = 0) -> Iterator[tuple[int, str]]:
    """Where an `if(`, a bracket or a comma stands that is no part of a text, a quoted name or a comment."""
    for found in _MARK.finditer(sql, begin):
        if found["mark"]:
            yield found.start(), found["mark"]
