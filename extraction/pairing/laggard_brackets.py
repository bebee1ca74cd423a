"""What the brackets of a list of laggards tell: 未达序时进度的有:投资增长10%(1-10月增长6.8%)、改路160公里(完成112公里).

The list's head says that its tasks are behind, so that the number before such a bracket is the plan and the bracket's
figure of the same measure what came of it; a share of the plan in it leaves the plan where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_OPENS = sought(r"(?:以上|以内|以下|左右)?\(")
_COUNT = sought(r"\s?\d{1,3}[项件个]?\(")
_ANSWERS = sought(
    r"(?:截至[^,;()]{1,9}|\d{1,2}(?:-\d{1,2})?月[底末份]?|[前第]?[一二三四]季度|上半年|目前|今年以来|[,、])*"
    r"(?:[全我本]?[市县旗区省州])?(?:已|现|仅|只|才|实际|累计|同比|实现|完成|到位|到账|新增|新建|建成|改造|竣工|完工|增长|增速|下降|达到?|为|[了约近至])*[:]?\s?-?"
)
_DONE = sought(r"(?:已|仅|只|才|目前|累计|实际)[\u4e00-\u9fff]{0,6}\s?$")  # 800盏路灯已更换_410盏(51%)
_MEASURES = ("amount", "growth", "percent")


def mark_bracketed(text: str, listed: Sequence[Reading], found: Sequence[Reading]) -> None:
    """Give the plans of such a list and the figures in their brackets their voices, in place."""
    for plan in listed:
        inside = _inside(text, plan, found) if plan.voice in ("report", "promise") and not plan.bracket else []
        answer = next((r for r in inside if _answers(plan, r)), None)
        shared = any(r.voice == "claim" for r in inside)
        if (answer is None and not shared) or not _is_named(plan) or _DONE.search(plan.lead):
            continue
        plan.voice, plan.cued = "promise", True
        if answer is not None:
            answer.voice, answer.own, answer.subject, answer.cued = "report", "", plan.name, True


def name_behind_bracket(text: str, listed: Iterable[Reading]) -> None:
    """Begin the names of such a list behind the bracket of the one before, in place."""
    for plan in listed:
        if not plan.bracket and "、" in plan.own:
            own = behind_bracket(text, plan).strip()
            plan.own = plan.own[-len(own) :] if own and plan.own.endswith(own) else plan.own


def counted_bracket(text: str, start: int, end: int) -> tuple[int, int] | None:
    """推进缓慢的有3项(改建敬老院6所、...): where the list stands that opens behind its own count."""
    opened = _COUNT.match(text, start, end)
    close = text.find(")", opened.end(), end) if opened else -1
    return (opened.end(), close) if opened and close >= 0 else None


def behind_bracket(text: str, r: Reading) -> str:
    """The words before the number in its clause, those behind the last bracket that closed."""
    said = text[r.clause_start : r.start]
    closed = said.rfind(")")
    return said if closed < 0 else said[closed + 1 :].lstrip("、,;和及 ")


def _inside(text: str, plan: Reading, found: Sequence[Reading]) -> list[Reading]:
    opened = _OPENS.match(text, plan.quantity.end)
    end = text.find(")", opened.end()) if opened is not None else -1
    behind = (r for r in found if r.start > plan.start)
    return list(takewhile(lambda r: r.bracket and r.start < end, behind))


def _answers(plan: Reading, told: Reading) -> bool:
    alike = told.measure == plan.measure in _MEASURES and units.fits(told.quantity.noun, plan.quantity.noun)
    own = sought(r"[,;、]").split(told.lead.rpartition("(")[2])[-1]
    return alike and told.voice in ("context", "report") and _ANSWERS.fullmatch(own) is not None


def _is_named(plan: Reading) -> bool:
    return len(names.folded(plan.name)) >= 2
