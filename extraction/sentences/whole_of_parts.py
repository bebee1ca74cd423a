"""What was divided, where a share or a distance stands behind its parts: 9000人,其中城镇5200人、农村3800人,占60%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_ROUNDED = Decimal("1.005")  # parts are rounded each by itself


def whole_of_parts(share: Reading, before: Sequence[Reading]) -> Reading | None:
    """新增就业9000人,其中城镇5200人、农村3800人,占任务的60%: no last part of a list alone, but what was divided.

    完成造林4.4万亩,其中云山镇1.9万亩、白沙镇1.1万亩,占任务的71%; 建成480个。包括甲车场300个,乙车场180个,占计划的36%.
    """
    before = [r for r in before if r.voice != "promise" or r.clause_start != share.clause_start]  # 占任务6.2万亩的71%
    first = next((i for i in range(len(before) - 1, 0, -1) if _NAMES_PARTS.match(before[i].lead)), 0)
    if not first or len(before) - first < 2:
        return None
    whole, parts = before[first - 1], before[first:]
    if share.clause_start == parts[-1].clause_start or whole.owner != share.owner:
        return None
    if share.own and names.folded(share.own).rstrip("数量额")[-2:] not in whole.own:
        return None
    near = parts[0].sentence - whole.sentence <= 1 and parts[-1].sentence == share.sentence
    alike = all(p.quantity.noun == whole.quantity.noun and p.sentence == parts[0].sentence for p in parts)
    together = sum(p.base for p in parts)
    if not (near and alike) or together > whole.base * _ROUNDED:
        return None
    listed = all(p.lead.startswith("、") and p.clause_start == parts[0].clause_start for p in parts[1:])
    placed = all(p.owner is not None for p in parts)
    return whole if listed or placed or together * _ROUNDED >= whole.base else None


_NAMES_PARTS = sought(r"[,、]?\s?(?:其中|包括|包含|含)")


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
