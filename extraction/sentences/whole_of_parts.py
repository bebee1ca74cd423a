"""What was divided, where a share or a distance stands behind its parts: 9000人,其中城镇5200人、农村3800人,占60%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

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


def of_the_whole(promised: Reading, told: Reading) -> bool:
    """其中三北工程造林3780亩,…,实际造林8871亩: what is told of the whole answers no part of the plan."""
    if told.of_plan is not None:
        return told.own != promised.own  # which part of a plan it tells is known
    if not promised.part or told.part or told.sentence != promised.sentence:
        return False
    if told.start < promised.start and told.owner is None and promised.own and promised.measure == "amount":
        return True  # 新开工和续建项目10个,其中…、计划开工项目6个: what stands before its parts is the whole
    done = _DONE_TO_THEM.match(told.tail) if not told.own else None
    if done is not None and done["verb"] in promised.own:
        return False  # 目前6个|项目已正式开工
    return names.folded(promised.own) not in names.folded(told.own)


_DONE_TO_THEM = sought(r"(?:项目|工程|小区)?(?:已|均|全部|正式)+(?P<verb>开工|竣工|完工|建成|投产|投用|签约)")
