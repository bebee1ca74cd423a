"""A month's own plan and what came of it say nothing of the year's: 9月份计划改造200户,实际完成110户."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_OF_A_MONTH = sought(
    r"[,;。、:\s]?(?:[全我本][省市县旗区州镇局])?(?:[本当单]月|(?<![-至到\d、])(?P<month>\d{1,2})月)(?:份|度)?(?:的)?(?:原)?(?:计划|目标|任务|应)(?![^,;。]*(?:底|末|年))"
)
CUE = cue(_OF_A_MONTH)


def silence_months_plans(found: Sequence[Reading], cutoff_month: int | None) -> None:
    """Take their voices from such a plan and the figure that answers it right behind, in place."""
    for index, plan in enumerate(found):
        said = _OF_A_MONTH.match(plan.clause_lead) if plan.voice == "promise" and not plan.bracket else None
        if said is None or cutoff_month == 1:
            continue
        plan.voice, plan.settled = "context", True
        told = found[index + 1] if index + 1 < len(found) else None
        alike = told is not None and told.quantity.noun == plan.quantity.noun and told.sentence == plan.sentence
        if told is not None and alike and told.voice == "report" and told.period is None:
            told.voice, told.settled = "context", True
