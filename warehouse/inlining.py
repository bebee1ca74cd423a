"""Views as the steps of one statement that reads other rows than theirs: what is on its way in, or all there is."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from warehouse.view_files import View, views


def inlined(wanted: str, other: Mapping[str, str]) -> str:
    """A `with` clause of `wanted` and the views it reads, each called as it is without its schema.

    `other` names tables and views with what is read in their place; views that read none of those stay views.
    """
    steps: dict[str, str] = {}
    for view in _read_by(wanted, other):
        if any(re.search(rf"\b{re.escape(name)}\b", view.body) for name in (*other, *steps)):
            body = _renamed(view.body, dict(other) | {name: _step(name) for name in steps})
            steps[view.name] = f"{_step(view.name)} as not materialized (\n{body}\n)"
    return "with " + ",\n".join(steps.values())


def _read_by(wanted: str, other: Collection[str]) -> list[View]:
    """The view and those it reads, each after those that it reads itself; not what is read from elsewhere."""
    known = {view.name: view for view in views()}
    needed, waiting = set(), [wanted]
    while waiting:
        name = waiting.pop()
        needed.add(name)
        waiting += known[name].reads - needed - set(other)
    return [view for view in views() if view.name in needed]


def _step(name: str) -> str:
    return name.partition(".")[2]


def _renamed(body: str, other: Mapping[str, str]) -> str:
    """`body` reading the `other` names; the qualifier of a column is the name without its schema, which stays."""
    names = "|".join(re.escape(name) for name in sorted(other, key=len, reverse=True))
    return re.sub(rf"\b(from|join) ({names})\b", lambda found: f"{found[1]} {other[found[2]]}", body)
