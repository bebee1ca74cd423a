"""How sure a link is, as a share: of the links with this confidence so many are right.

A circumstance that was seen to separate right links from wrong ones multiplies the odds; the factors are measured by
`make calibration`, which prints the reliability table. Below the threshold an indicator goes to review, and raises
nothing.
"""

from __future__ import annotations

from decimal import Decimal

from extraction.promises.links import Link

BASE = 0.955  # of all links with nothing against them
_BOUND = 10  # times the plan
# what the figures and the words around them say for or against a link: factors on its odds
AGREES = 1.6  # the bureau's own share of the plan is what the two figures give
RATE = 2.0  # a growth or a share answers its like: seldom confused
UNHERALDED = 0.4  # neither heading nor word of planning: only its answer made it a promise
SHARE_ONLY = 0.22  # a share of a plan that is not told, so no sum can be checked
FAR = 0.2  # four sentences or more between promise and answer
ODD_SIZE = 0.11  # under a tenth or over twice the target
ABSURD = 0.03  # over ten times the plan: a damaged text, or another thing, whatever agrees with it
RIVAL = ((0.1, 0.08), (0.2, 0.2))  # another figure would answer nearly as well: (margin, factor)
WEIGHED = 0.26  # no rule but all the words say that it answers


def confidence(entry: Link) -> float:
    """The confidence of a link that has a figure or a share; 1.0 where nothing was linked."""
    if entry.actual is None and not entry.shares:
        return 1.0
    factors = (_figures(entry), _place(entry), _rivalry(entry), _weighed(entry))
    strongest = min(factors)  # objections come together: counted twice they would say too much
    odds = BASE / (1 - BASE) * (strongest if strongest < 1 else max(factors))
    return round(odds / (1 + odds), 3)


def _figures(entry: Link) -> float:
    if any(share.reading.value > _BOUND * 100 for share in entry.shares):
        return ABSURD
    if entry.promise is None or entry.actual is None:
        return SHARE_ONLY
    if entry.promise.measure in ("growth", "percent", "change"):
        return RATE
    plan = entry.promise.target.value * entry.promise.target.magnitude
    value = entry.total if entry.total is not None else entry.actual.base
    if not plan:
        return 1.0
    done = value / plan
    if done > _BOUND:
        return ABSURD
    if any(abs(done * 100 - share.reading.value) <= 1 for share in entry.shares):
        return AGREES
    return 1.0 if Decimal("0.1") <= done <= 2 else ODD_SIZE


def _place(entry: Link) -> float:
    if entry.promise is None or entry.actual is None:
        return 1.0
    promised = entry.promise.reading
    if abs(entry.actual.sentence - promised.sentence) >= 4:
        return FAR
    return 1.0 if promised.heading or promised.cued else UNHERALDED


def _rivalry(entry: Link) -> float:
    if not entry.rival or entry.shares:
        return 1.0
    return next((factor for margin, factor in RIVAL if entry.score - entry.rival < margin), 1.0)


def _weighed(entry: Link) -> float:
    return WEIGHED if entry.weighed else 1.0
