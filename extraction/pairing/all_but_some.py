"""All but some: 除32户正在施工外,其余288户均已竣工.

What stands between 除 and 外 is not done, nor are the parts of it that a bracket tells; the rest is, and the two make
the plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.cues import cue
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import wording

_BUT_FOR = sought(
    r"(?<![拆清排解扣消])除了?(?![险尘草雪])[^。;\n]{1,60}?(?:之|以)?外[,、]?(?P<rest>(?:其[余它他]|剩余|余下|另外)的?)?"
)
CUE = cue(_BUT_FOR)
_UNDONE = sought(r"未|没有|尚|正|在建|待|仍|因|受|停|缓|结转|推迟")
_REACH = 30  # characters behind the rest's number in which it is called done
_BEFORE = 40  # numbers before it among which the plan stands


def mark_all_but_some(text: str, start: int, end: int, found: Sequence[Reading]) -> None:
    """Take their voice from the numbers that are left out, and note them on the figure of the rest, in place."""
    for said in _BUT_FOR.finditer(text, start, end):
        if _UNDONE.search(said.group()) is None:
            continue
        first, behind = index_of(found, said.start()), index_of(found, said.end())
        out = [r for r in found[first:behind] if r.measure == "amount"]
        rest = found[behind] if behind < len(found) else None
        for r in out:
            r.voice, r.settled, r.of_some = "context", True, r.name or "除外"
        if rest is None or not out or said["rest"] is None or text[said.end() : rest.start].strip():
            continue
        done = wording.DONE.search(text, rest.quantity.end, rest.quantity.end + _REACH)
        if rest.quantity.noun == out[0].quantity.noun and done is not None:
            rest.voice, rest.own, rest.subject, rest.cued = "report", "", "", True
            rest.rest = sum((r.base for r in out if not r.bracket), Decimal(0))
            plan = next((r for r in found[max(0, first - _BEFORE) : first] if _is_plan(r, rest)), None)
            if plan is not None:
                plan.voice, plan.cued, plan.settled = "promise", True, True


def _is_plan(r: Reading, rest: Reading) -> bool:
    """Whether the number is what the two make up."""
    whole = rest.base + (rest.rest or Decimal(0))
    return r.voice == "report" and not r.bracket and r.quantity.noun == rest.quantity.noun and r.base == whole
