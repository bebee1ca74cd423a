"""A share that lost its sign, and maybe digits, beside the plan and the figure it is of: 完成6万亩,占任务的_10.

What the two come to says whether it is whole. Where they come to something else it tells nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading

_APART = 2  # points between the share and what the two come to


def leave_cut_shares(found: Sequence[Reading]) -> None:
    """Take the voice of a claim from such shares, in place."""
    for index, share in enumerate(found):
        if share.voice != "claim" or share.quantity.noun != "%" or "%" in share.quantity.text or index < 2:
            continue
        plan, of = found[index - 2 : index]
        beside = plan.sentence == of.sentence == share.sentence and plan.quantity.noun == of.quantity.noun
        told = plan.voice == "promise" and of.voice == "report" and plan.measure == of.measure == "amount"
        if beside and told and plan.base and abs(of.base / plan.base * 100 - share.value) > _APART:
            share.voice, share.settled = "context", True
