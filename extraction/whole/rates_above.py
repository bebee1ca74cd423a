"""So many indicators grew so much, in a sentence of its own: the growths promised before it, one by one.

    产值增长8%,技改投资增长7%,零售额增长6%。1-9月,三项指标分别增长8.4%、4.7%、6.3%。

As many as were promised before it, and as many as it says. Where the numbers differ nobody knows whose each is: then
none of them answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from extraction.cues import cue
from extraction.numbers.numerals import small_count
from extraction.outline.items import Item
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_COUNTED = r"(?P<many>[两二三四五六七八2-8])[项个大]"
_OPENS = sought(
    r"(?:(?:今年)?(?:截[至止](?:目前|\d{1,2}月[底末]?)|目前|1-\d{1,2}月(?:份)?|前?[一二三]季度|上半年|今年以来"
    rf"|[全我][市县区州旗镇乡]),?)*(?:(?:以上|上述|这)(?:{_COUNTED.replace('many', 'so_many')})?|{_COUNTED})"
    r"(?:主要|经济|核心|重点|约束性|预期)*(?:指标|目标)(?:增速|增幅|同比|实际|已)*(?:分别|依次)(?:为|是|达到?|同比|增长|下降|上升|提高)*\s?"
)
CUE = cue(sought(r"[项个大上述这][^,。;\d]{0,6}(?:指标|目标)[^,。;\d]{0,6}(?:分别|依次)"))
_AND = sought(r"[、,和及与]\s?(?:同比)?(?:增长|下降|上升)?\s?")
_TOLD = sought(r"已|目前|截至|累计|实际(?!利用|使用|吸收)|\d月|季度|半年|同比|去年|上年")
_MOST = 8


def answer_rates_above(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Give growths that such a sentence tells one by one the names of what was promised before it, in place."""
    for index, first in enumerate(found):
        if first.measure not in ("growth", "percent") or first.bracket or first.voice == "promise":
            continue
        said = _OPENS.fullmatch(text, item.sentences[first.sentence].start, first.start)
        if said is None:
            continue
        run = [first, *_behind(text, found, index)]
        plans = list(_planned(found[:index], first))[-_MOST:]
        many = said["many"] or said["so_many"]
        sure = len(plans) == len(run) > 1 and (many is None or small_count(many) == len(run))
        for figure in run:
            figure.voice, figure.settled, figure.measure = "report" if sure else "context", True, "growth"
        for plan, figure in zip(plans, run, strict=True) if sure else ():
            plan.voice, plan.cued, plan.settled = "promise", True, True
            figure.own = figure.subject = plan.name


def _behind(text: str, found: Sequence[Reading], index: int) -> Iterator[Reading]:
    """The figures of the list behind its first."""
    last = found[index]
    for r in islice(found, index + 1, index + _MOST):
        if r.sentence != last.sentence or _AND.fullmatch(text, last.quantity.end, r.start) is None:
            return
        yield r
        last = r


def _planned(before: Sequence[Reading], first: Reading) -> Iterator[Reading]:
    """The named growths of the sentences right before it that nothing tells."""
    near = [r for r in before[-2 * _MOST :] if r.measure == "growth" and not (r.bracket or r.part)]
    for r in near:
        open_one = r.voice in ("report", "promise", "forecast") and _TOLD.search(r.clause_lead) is None
        if open_one and r.sentence != first.sentence and r.point == first.point and len(names.folded(r.name)) >= 2:
            yield r
