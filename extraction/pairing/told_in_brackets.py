"""A list of plans whose brackets tell, some in figures and some in words alone.

新建公厕20座(已建成16座)、改造公园3个(均已完工)、新增停车场5处(正在施工)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_IN_WORDS = sought(
    r"\((?:目前|现)?(?:(?:均|都|已|现已|全部)+[\u4e00-\u9fff]{2,8}|(?:正在|正|仍在|尚在|尚未|未)[\u4e00-\u9fff]{2,8}|在建|施工中|筹备中)\)"
)
CUE = cue(_IN_WORDS)
_DONE = sought(r"已|累计|共|目前|完成|建成|其中|去年|上年")


def mark_told_in_brackets(text: str, found: Sequence[Reading]) -> None:
    """Make promises of figures that words in a bracket tell of, beside plans whose brackets hold figures; in place."""
    answered = {a.sentence for a, b in pairwise(found) if a.voice == "promise" and b.bracket and b.voice == "report"}
    told = [r for r in found if r.sentence in answered or r.voice == "report"]
    worded = [r for r in told if _is_worded(text, r)]
    several = {a.sentence for a, b in pairwise(worded) if a.sentence == b.sentence}
    for r in worded:
        if r.sentence in answered or r.sentence in several:
            r.voice = "promise"


def mark_made_up(found: Sequence[Reading]) -> None:
    """筛查3万人(甲、乙各1.5万人): what the plans of a bracket add up to answers none of them; in place."""
    for index, whole in enumerate(found):
        parts = list(takewhile(lambda r: r.bracket and r.voice == "promise", found[index + 1 : index + _MOST]))
        if len(parts) < 2 or whole.voice != "report" or whole.measure != "amount" or whole.bracket:
            continue
        alike = all(r.quantity.noun == whole.quantity.noun and r.sentence == whole.sentence for r in parts)
        if alike and not _DONE.search(whole.lead) and sum(r.base for r in parts) == whole.base:
            whole.voice = "context"


_MOST = 8  # numbers behind a plan in which its bracket ends


def _is_worded(text: str, r: Reading) -> bool:
    plain = r.voice == "report" and r.measure == "amount" and not (r.bracket or r.part) and bool(r.own)
    end = r.quantity.end + (r.tail.find("(") if "(" in r.tail[:12] else 0)
    return plain and not _DONE.search(r.lead) and _IN_WORDS.match(text, end) is not None
