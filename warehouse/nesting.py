"""A `with` clause put into what it is for: DuckDB keeps the rows of each step apart unless its optimizer may think.

Where few rows are asked for, thinking takes longer than the rows do, and so do steps that are kept apart.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"('(?:[^']|'')*')|[ ]*--.*")
_TOKEN = re.compile(r"'(?:[^']|'')*'|[()]")
_STEP = re.compile(r"[\s,]*(?:with\s+)?(\w+) as (?:(?:not )?materialized )?\(")
# what is done once for all rows of a step: above a join everything would be set up again for each table it joins
_GATHERS = re.compile(r"\b(join|union|group by|qualify)\b")
_DEPTH = {"(": 1, ")": -1}


def nested(sql: str) -> str:
    """`sql`, a select behind a `with` clause, reading each step where it is named; steps that gather rows are kept."""
    return _nested(_COMMENT.sub(lambda found: found[1] or "", sql))


def _nested(sql: str) -> str:
    at, kept = 0, []
    steps: dict[str, str] = {}
    while found := _STEP.match(sql, at) if at or sql.lstrip().startswith("with ") else None:
        end = _closing(sql, found.end())
        body = sql[found.end() : end]
        if _gathers(body):
            kept.append(f"{found[1]} as materialized ({_placed(body, steps)})")
        else:
            steps[found[1]] = f"({_placed(_nested(body), steps)})"
        at = end + 1
    return (f"with {', '.join(kept)}" if kept else "") + _placed(sql[at:], steps)


def _gathers(body: str) -> bool:
    return not body.lstrip().startswith("with ") and _GATHERS.search(body) is not None


def _closing(sql: str, at: int) -> int:
    """Where the parenthesis is closed behind which `at` is."""
    depth = 1
    for token in _TOKEN.finditer(sql, at):
        depth += _DEPTH.get(token[0], 0)
        if not depth:
            return token.start()
    raise ValueError(sql[at:])


def _placed(sql: str, steps: dict[str, str]) -> str:
    """`sql` with the steps in the place of their names."""
    if not steps:
        return sql
    names = "|".join(steps)
    return re.sub(
        rf"\b(from|join) ({names})\b(?!\.)( as\b)?",
        lambda found: f"{found[1]} {steps[found[2]]}{found[3] or f' as {found[2]}'}",
        sql,
    )
