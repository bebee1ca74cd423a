"""Sites told one by one, of which none is all that was done: 滨河一处、街角一处已开放;湖滨路一处已建成;另一处正在清表.

Where two clauses or more each say of so few that they are done, how many there are in all would have to be added up
from words that may name the same site twice: none of them answers the plan alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words.one_by_one import FINISHED

_DONE = sought(FINISHED)
_DEED = sought(
    r"新建|改造|建设|扩建|改建|创建|引进|新增|完成|实施|打造|提升|维修|计划|任务"
)  # 新建水厂1座已投用: a plan itself
CUE = cue(sought(r"[处个座家所条户]"))


def silence_sites_one_by_one(text: str, found: Sequence[Reading]) -> None:
    """Leave such counts out where two clauses or more tell them as done, in place."""
    few = [
        r for r in found if r.quantity.base is not None and r.base <= _MOST and r.measure == "amount" and not r.bracket
    ]
    for _, alike in groupby(few, key=lambda r: r.quantity.noun):
        told = list(alike)
        done = {r.clause_start: r for r in told if _DONE.match(text, r.quantity.end) and not _DEED.search(r.lead)}
        near = [r for r in done.values() if r.sentence - told[0].sentence <= _REACH]
        if len(near) >= _CLAUSES and not any(r.heading for r in near):
            for r in told:
                r.voice, r.settled, r.of_some = "context", True, "one by one"


_REACH, _CLAUSES, _MOST = 4, 2, 2  # sentences in which they are told; clauses that say so; how many each may tell
