"""The rule over the reports on the stage: the same views as everywhere, reading other rows.

Whatever the warehouse has grown to, a new report is judged in the same time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import datetime
from functools import cache

from warehouse.migrate import View, views
from warehouse.staging import HOME, KNOWN, Stage

# what else the rule reads, as far as it concerns the stage: people's corrections, and promises of the register
_CORRECTED = "select 1 from core.correction where source_id in (select source_id from temp.report) limit 1"
_PROMISED = (
    "(select * from core.promised where indicator_key in (select indicator_key from temp.indicator)) as promised"
)
_IS_THERE = {
    "v_report_correction": _CORRECTED,
    "v_correction": _CORRECTED,
    "v_promised": f"select 1 from {_PROMISED} limit 1",
}


def judge(stage: Stage, known_at: datetime) -> None:
    """Write what the rule says of every report on the stage, none of which was judged before, to core.assessment."""
    _find_known(stage)
    judgement = (
        f"insert into core.assessment by name {over_the_stage('core.v_assessment', KNOWN)}"
        " select *, $1::timestamptz as known_at from v_assessment"
    )
    stage.ask("judge_stage", judgement, f"('{known_at.isoformat()}'::timestamptz)")


def _find_known(stage: Stage) -> None:
    """What people and the register have said of what is on the stage; mostly that is nothing."""
    for number, view in enumerate(KNOWN):
        if stage.con.execute(_IS_THERE[view]).fetchall():
            stage.filled.add(view)
            found = over_the_stage(f"core.{view}", KNOWN[:number])
            stage.con.execute(f"insert into temp.{view} {found} select * from {view}")


@cache
def over_the_stage(wanted: str, known: tuple[str, ...]) -> str:
    """A `with` clause of `wanted` and the views it reads, with the stage in the place of the tables that it has.

    Of the `known` views the stage has the rows.
    """
    staged = {home: f"temp.{table}" for table, home in HOME.items()} | {"core.promised": _PROMISED}
    staged |= {f"core.{view}": f"temp.{view}" for view in known}
    steps: dict[str, str] = {}
    for view in _read_by(wanted, staged):
        if any(re.search(rf"\b{re.escape(name)}\b", view.create) for name in (*staged, *steps)):
            step = view.name.partition(".")[2]
            body = view.create.partition(" as\n")[2].rstrip(";")
            steps[view.name] = f"{step} as not materialized (\n{_renamed(body, staged | _unqualified(steps))}\n)"
    return "with " + ",\n".join(steps.values())


def _read_by(wanted: str, staged: Collection[str]) -> list[View]:
    """The view and those it reads, each after those that it reads itself; not what is on the stage."""
    known = {view.name: view for view in views()}
    needed, waiting = set(), [wanted]
    while waiting:
        name = waiting.pop()
        needed.add(name)
        waiting += known[name].reads - needed - set(staged)
    return [view for view in views() if view.name in needed]


def _unqualified(names: Collection[str]) -> dict[str, str]:
    return {name: name.partition(".")[2] for name in names}


def _renamed(body: str, other: Mapping[str, str]) -> str:
    """`body` reading the `other` names; the qualifier of a column is the name without its schema, which stays."""
    names = "|".join(re.escape(name) for name in sorted(other, key=len, reverse=True))
    return re.sub(rf"\b(from|join) ({names})\b", lambda found: f"{found[1]} {other[found[2]]}", body)
