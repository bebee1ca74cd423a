"""What was divided, where a share or a distance stands behind its parts: 9000人,其中城镇5200人、农村3800人,占60%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.sentences.readings import Reading, index_of
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


_NAMES_PARTS = sought(r"\s?(?:其中|包括|包含|含|分别为|分别是)")
_MOST_PARTS = 12


def whole_of_districts(share: Reading, found: Sequence[Reading]) -> Reading | None:
    """造林3.2万亩,其中东山镇1.8万亩、西河镇1.4万亩,占任务的71%: not the last district's, but of what they did together.

    建成500个。包括甲车场310个,乙车场190个,占计划的56%: or of what parts that make it up come to.
    """
    if share.bracket:
        return None
    at = index_of(found, share.start)
    if at + 1 < len(found) and found[at + 1].quantity.noun == "%" and found[at + 1].clause_start == share.clause_start:
        return None  # 分别竣工41户、35户,完成率仅为38%、29%: as many shares as places
    before = found[max(0, at - _MOST_PARTS - 1) : at]
    parts: list[Reading] = []
    for r in reversed(before):
        if r.bracket or r.measure != "amount" or r.voice not in ("report", "context"):
            return None
        parts.insert(0, r)
        named = len(parts) > 2 and _NAMES_PARTS.match(parts[1].clause_lead) is not None
        if named and not _NAMES_PARTS.match(r.clause_lead) and parts[1].sentence - r.sentence <= 1:
            break
    else:
        return None
    whole, *parts = parts
    if share.own and names.folded(share.own).rstrip("数量额")[-2:] not in whole.own:
        return None
    together = sum(p.base for p in parts)
    alike = all(p.quantity.noun == whole.quantity.noun and p.sentence == share.sentence for p in parts)
    if not alike or share.clause_start == parts[-1].clause_start or together > whole.base * _ROUNDED:
        return None
    placed = whole.owner is None and all(p.owner is not None for p in parts)
    return whole if placed or together * _ROUNDED >= whole.base else None


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
