"""The stage that a list of goals says once, for answers that say theirs once as well.

新签约外资项目30个、内资项目50个,目前分别签约26个、41个: 内资项目 is to be signed as 外资项目 is.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_NUMBER = sought(r"\d")


def stage_of_list(goal: Reading, answer: Reading) -> str | None:
    """The stage before the first goal of the goal's list; None where the answer's own list says none for all."""
    if not answer.said_of_all or names.BARE_VERB.match(goal.own):
        return None  # 新开工学校4所、改造幼儿园6所
    return names.promised_stage(_NUMBER.split(goal.clause_lead)[0])
