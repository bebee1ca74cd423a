"""Which number a goal in brackets is held against by its clause: 死亡2人、受伤5人,死亡人数在指标(4人)以内."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought


def named_in_clause(reading: Reading, before: Sequence[Reading]) -> Reading:
    """死亡11人、受伤14人,…,死亡人数控制在市下达指标(13人)以内: what a bracket's clause names, else the last number."""
    clause, last = reading.clause_lead, before[-1]
    if last.clause_start == reading.clause_start or sought(r"\d").search(clause):
        return last
    named = [
        b for b in before if b.measure == "amount" and b.quantity.noun == reading.quantity.noun and len(b.own) >= 2
    ]
    return next((b for b in reversed(named) if b.own in clause), last)


def of_projects(own: str, labelled: bool, clause_start: int, before: list[Reading]) -> bool:
    """333个续建项目完成投资598亿元: the investment is theirs, whatever investment was promised before.

    So is that of a work whose name begins the line: 滨河路改造工程:计划总投资3.1亿元,年度计划投资6000万元.
    """
    if own not in ("投资", "资金"):
        return False
    if labelled:
        return True
    last = before[-1] if before else None
    if last is None or last.clause_start != clause_start or last.bracket:
        return False
    return last.quantity.noun in ("个", "项") and len(last.own) > 2
