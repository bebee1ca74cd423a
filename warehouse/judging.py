"""The rule over the reports on the stage: the same views as everywhere, reading other rows.

Whatever the warehouse has grown to, a new report is judged in the same time.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache

from warehouse.inlining import inlined
from warehouse.staging import HOME, KNOWN, MEASURED, Stage

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
_STAGED = {home: f"temp.{table}" for table, home in HOME.items()} | {
    "core.promised": _PROMISED,
}


def judge(stage: Stage, known_at: datetime) -> None:
    """Measure every indicator on the stage, and write what the rule says of it to core.assessment; none was judged."""
    _find_known(stage)
    stage.filled.add("measurement")
    measures = f"{over_the_stage(MEASURED, KNOWN)} select * from measurement"
    judges = over_the_stage("core.v_assessment", KNOWN, is_measured=True)
    answers = f"{judges} select *, $1::timestamptz as known_at from v_assessment"
    moment = f"('{known_at.isoformat()}'::timestamptz)"
    stage.ask("measure_stage", measures, into="insert into temp.measurement by name")
    stage.keep("measurement")
    stage.ask("judge_stage", answers, into="insert into core.assessment by name", given=moment)


def _find_known(stage: Stage) -> None:
    """What people and the register have said of what is on the stage; mostly that is nothing."""
    is_there = {question: bool(stage.con.execute(question).fetchall()) for question in set(_IS_THERE.values())}
    for number, view in enumerate(KNOWN):
        if is_there[_IS_THERE[view]]:
            stage.filled.add(view)
            found = over_the_stage(f"core.{view}", KNOWN[:number])
            stage.con.execute(f"insert into temp.{view} {found} select * from {view}")


@cache
def over_the_stage(wanted: str, known: tuple[str, ...], is_measured: bool = False) -> str:
    """`wanted` over what the stage has in the place of the tables; of the `known` views it has the rows."""
    staged = _STAGED | {f"core.{view}": f"temp.{view}" for view in known}
    return inlined(wanted, staged | ({MEASURED: "temp.measurement"} if is_measured else {}))
