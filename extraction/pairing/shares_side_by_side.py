"""Shares without 分别 that stand side by side go by position, as many as the names before them.

就业、再就业、困难人员就业完成年度目标的82%、64%、71%      each is of its own
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from extraction.pairing.list_labels import EACH, parts_of
from extraction.sentences.readings import Reading


def name_shares(found: Sequence[Reading]) -> None:
    """Name such shares, in place."""
    for index, first in enumerate(found):
        name = first.own or first.subject  # 甲、乙、丙三项指标完成…
        if first.voice != "claim" or "、" not in name or first.owner or first.bracket:
            continue
        run = _run(found, index)
        parts = parts_of(name)
        alike = all(r.own in ("", first.own) and not (r.owner or r.bracket) for r in run)
        if len(run) == len(parts) > 1 and alike and not EACH.search(first.clause_lead):
            for member, part in zip(run, parts, strict=True):
                member.own = member.subject = part


def _run(found: Sequence[Reading], index: int) -> list[Reading]:
    """The shares of one clause from here on."""
    clause = found[index].clause_start
    return list(takewhile(lambda r: r.voice == "claim" and r.clause_start == clause, islice(found, index, None)))
