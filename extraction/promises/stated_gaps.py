"""An indicator whose target is the figure and the stated gap to it: 低于目标0.9个百分点."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extraction.promises.display_names import display_name
from extraction.promises.figures import actual_of
from extraction.promises.gaps import Gap, reduces
from extraction.promises.targets import accrues, tidy
from extraction.records import Claim, Indicator, Report
from extraction.words import names
from extraction.words.directions import lower_is_better

_LIMITED = re.compile(r"控制(?:目标|指标|数|线|值|计划)|限额|红线|上限")

_GAP_REASON = "the target is the figure and the stated gap to it"
_TOLD_REASON = "how far it is of its plan is told, the plan nowhere"


def from_gap(raw: str, gap: Gap, report: Report) -> Indicator:
    """The indicator of a figure and its stated gap; where a smaller figure is better it is a limit."""
    reading, target, claim = gap.of, gap.target, _of_pace(gap, report)
    name = display_name(reading, reduces(reading)) or "?"
    rate = reading.measure in ("growth", "change", "percent")
    if target is not None and (lower_is_better(name) or _LIMITED.search(claim.text)) and not reduces(reading):
        limit = replace(target, operator="<=")
        return Indicator(
            name,
            "ceiling",
            tidy(name),
            names.qualifiers(name),
            "down",
            accrues("ceiling", name, reading),
            reading.owner,
            target=limit,
            actual=actual_of(raw, reading, report),
            claims=(claim,),
            reason="the limit is the figure and the stated gap to it",
            confidence=0.9,
        )
    share = reading.voice == "claim"
    claims = (
        [
            Claim(
                reading.value / 100,
                None,
                reading.quantity.text,
                reading.start,
                reading.quantity.end,
            )
        ]
        if share
        else []
    )
    return Indicator(
        name,
        "rate" if rate and not share else "cumulative",
        tidy(name),
        names.qualifiers(name),
        "up",
        not rate,
        reading.owner,
        target=target,
        actual=None if share else actual_of(raw, reading, report, reduces(reading)),
        claims=(*claims, claim),
        reason=_GAP_REASON if target is not None else _TOLD_REASON,
        confidence=0.9,
    )


def _of_pace(gap: Gap, report: Report) -> Claim:
    """入库96.4万元,超序时进度5.3个百分点 in a report of September: 80.3 % of a plan whose size nobody tells.

    Who is behind says so in words, and nothing is reckoned for him.
    """
    if gap.ahead is None or gap.ahead < 0 or gap.of.measure != "amount" or report.cutoff is None:
        return gap.claim
    share = Decimal(report.cutoff.month) / 12 + gap.ahead / 100
    return replace(gap.claim, completion=share.quantize(Decimal("0.001")))
