"""What was divided, where a share or a distance stands behind its parts: 9000人,其中城镇5200人、农村3800人,占60%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.sentences.readings import Reading

_ROUNDED = Decimal("1.005")  # parts are rounded each by itself


def whole_of_parts(share: Reading, before: Sequence[Reading]) -> Reading | None:
    """新增就业9000人,其中城镇5200人、农村3800人,占任务的60%: no last part of a list alone, but what was divided."""
    first = next((i for i in range(len(before), 0, -1) if not before[i - 1].part), 0)
    parts = before[first:]
    if not first or len(parts) < 2 or share.own or share.clause_start == parts[-1].clause_start:
        return None
    whole = before[first - 1]
    listed = all(p.lead.startswith("、") and p.clause_start == parts[0].clause_start for p in parts[1:])
    alike = all(p.quantity.noun == whole.quantity.noun and p.sentence == whole.sentence for p in parts)
    held = alike and sum(p.base for p in parts) <= whole.base * _ROUNDED
    return whole if listed and held and parts[0].lead.startswith("其中") else None
