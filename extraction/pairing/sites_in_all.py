"""How large a site is answers no promise of what shall be handed over of it: 项目共960套,…,年底前交付400套的任务."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_IN_ALL = sought(
    r"(?:项目|小区|公寓|工程|片区|地块|家园|安置[区点房]|花园|新村)(?:总?共有?|共计|总计|合计|总规模为?|规划)\s?$"
)
CUE = cue(sought(r"(?:共有?|共计|总计|合计|规模为?|规划)\s?\d"))
_HANDED_OVER = sought(r"(?:交付|交房|竣工|完工|建成|入住|投用|回迁)[^,。;\d]{0,6}$")
_NEAR = 6  # numbers behind the size of a site among which the promise stands


def silence_sites_in_all(found: Sequence[Reading]) -> None:
    """Leave out what a site comes to in all, where fewer of it are promised behind, in place."""
    for index, whole in enumerate(found):
        if whole.voice != "report" or whole.measure != "amount" or _IN_ALL.search(whole.lead) is None:
            continue
        behind = (p for p in found[index + 1 : index + 1 + _NEAR] if p.sentence - whole.sentence <= 1)
        if any(_is_of_it(p, whole) for p in behind):
            whole.voice, whole.settled = "context", True


def _is_of_it(p: Reading, whole: Reading) -> bool:
    """年底前交付400套: fewer of the same that are to be handed over."""
    alike = p.quantity.noun == whole.quantity.noun and p.base < whole.base
    return alike and p.voice == "promise" and _HANDED_OVER.search(p.clause_lead) is not None
