"""Numbers that a telling sentence holds all the same as plans, and those that somebody only said were done.

截至9月底,63个新开工项目,已有47个开工          a date opens the sentence, and 已有 parts the plan from what is told
高桥镇上报完成210亩,实际完成163亩            what was reported upwards is no plan, but what an inspection finds wrong
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

_HAVE = sought(r"[^,。;、()\d]{2,14},已有\d")
_DATE = sought(r"^.*截[至止][^,]{0,10},")
_SAID_DONE = sought(r"[上填自]报(?:已|完成|建成|竣工)")


def have_so_many(text: str, r: Reading) -> bool:
    """Whether 已有 and a count stand behind what the number counts."""
    return _HAVE.match(text, r.quantity.end) is not None


def undated_lead(text: str, r: Reading) -> str:
    """The words before the number, without the date that its answer is told at."""
    return _DATE.sub("", r.clause_lead) if have_so_many(text, r) else r.clause_lead


def said_done(r: Reading) -> bool:
    """上报完成_210亩: what somebody said."""
    return _SAID_DONE.search(r.clause_lead) is not None
