"""So many of all there are have it, and all shall have it: 112个行政村中有79个村完成产权改革,年底前实现全覆盖.

All there are become the plan by the words behind, with what they shall have as its name; those that have it answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought

_OF = sought(r"[\u4e00-\u9fff]{0,10}?中,?(?:目前)?(?:已|现)?(?:共)?有?\s?")
_HAVE = sought(
    r"\s?[\u4e00-\u9fff]{0,4}?(?:已|均|全部)?(?:完成|建成|建立|设立|开展|实现|开通|接通|通上?|建有|配备|安装)(?:了)?(?P<name>[^,。;:、()\d]{2,20}),"
    r"(?:计划|力争|争取|确保|要求|将|拟)*(?:于|在|到)?(?:今年|20\d\d年)?(?:年[底内末]|1[0-2]月[底末]?)(?:之?前)?[,]?(?:要|须|应|将|力争|确保)*"
    r"(?:实现|做到|达到)?(?:全覆盖|全部(?:完成|建成|覆盖|开通|接通|配备|安装)|[村镇乡户][村镇乡户](?:通|有|建))(?=[,。;]|$)"
)
COVERED = sought(r"全覆盖|全部(?:完成|建成|覆盖|开通|接通|配备|安装)|[村镇乡户][村镇乡户](?:通|有|建)")
_OPEN = ("report", "context", "promise")


def mark_all_covered(text: str, found: Sequence[Reading]) -> None:
    """Give such numbers and those that have it their voices, in place."""
    for plan, told in pairwise(found):
        alike = plan.measure == told.measure == "amount" and plan.quantity.noun == told.quantity.noun
        fits = alike and told.base <= plan.base and plan.voice in _OPEN and told.voice in _OPEN
        if not fits or plan.bracket or _OF.fullmatch(text, plan.quantity.end, told.start) is None:
            continue
        if (have := _HAVE.match(text, told.quantity.end)) is None:
            continue
        name = have["name"]
        plan.voice, plan.cued, plan.part, plan.own, plan.subject = "promise", True, False, name, name
        told.voice, told.cued, told.part, told.own, told.subject = "report", True, False, "", name
