"""市考核增速_6.5%,我区自加压力目标8%: the rate by which somebody is judged is a goal, though no word says 目标."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import PROMISE, Place, Said, only_with

_ASSESSED = sought(
    r"(?:自治[区州]|国家|上级|[省市县旗区州](?:委|政府|里|级)?)(?:下达|分解)?(?:给[我本][省市县旗区州])?考核(?:增速|增幅|增长)(?:为|是|不低于)?\s?$"
)


@only_with(_ASSESSED)
def assessed_rate(p: Place) -> Said | None:
    """省考核增速_7%: what is asked of the place."""
    return PROMISE if p.r.quantity.is_percent and _ASSESSED.search(p.clause_lead) else None
