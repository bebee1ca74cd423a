"""What a programme of several years plans is due when the last of them ends: “十四五”期间规划改造615个,已改造402个.

    三年行动计划(2024-2026年)新建公厕900座,累计建成700座      the years may be told beside the plan
    五年计划改造危房2万套(2021-2025年), 2024-2026年规划新建45所

    计划铺设150公里,截至去年底已铺设45公里,今年计划铺设60公里    or shown by what was done of it before the year began

Held against the pace of one year it would be behind, or ahead, by chance. Where the years are told, the plan is a sum
of them all: nobody knows how much of it the year began with. Where they are not, nobody knows when it ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_PROGRAMME = sought(  # “十四五”期间, “十四五”规划改造, 十四五任务为; but not “十四五”以来, 编制“十四五”规划3项
    r"(?<!(?:编制|制定|印发|纳入|列入)[“\"])(?<!(?:编制|制定|印发|纳入|列入))十(?P<which>[一二三四五六])五[”\"]?"
    r"(?:期间|时期|规划(?!编制)|期?末|计划|总?(?:目标|任务)|[\u4e00-\u9fff]{0,8}(?:任务|目标)(?:[为是]|$))"
)
_SPAN = r"(?P<first>20\d\d)年?[-—~至到](?P<last>20\d\d)年?"
_SPANS = sought(_SPAN)
_TOLD_BEFORE = sought(rf"[二两三四五2-5]年[^,。;:\d()]{{0,6}}(?:计划|规划|方案|行动|目标|任务)[”》\"]?\({_SPAN}\)")
_PLANNED_IN = sought(rf"(?<!\(){_SPAN}[^,。;:\d()]{{0,6}}(?:计划|规划)(?=[^,。;:\d])")  # 2024-2026年全市规划新建
_SEVERAL = sought(
    r"(?<![第\d.])[二两三四五2-5]年(?:[^,。;:\d()率均]{0,6}(?:计划|规划|行动|目标|任务)"
    r"|(?:时间)?(?:内|累计|共|要|将)?(?=[上下]降|增长|提高|减少|新[建增]|改造|完成|建成|治理|培育|培训|发展))"
)
_BEHIND = sought(rf"[^,。;()\d]{{0,6}}\({_SPAN}\)")
_OF_THIS_YEAR = sought(r"年度|今年|本年|全年|当年|20\d\d年|其中")
_SO_FAR = sought(r"截[至止]|[到至](?:去年|上年|20\d\d年)|[底末](?:[之以]?前)?[,]?(?:已|累计|共)")
_WHEN = sought(r"^(?:截[至止])?(?:去年|上年|上一年|20\d\d年)年?度?[底末]?[之以]?前?(?:已|累计|共)*")
_SAME = 0.8
_FIRST_ENDS = 2010  # the eleventh
_NEAR = 20  # characters behind a goal in which its years stand
_REACH = 120  # characters in which a programme's goals stand behind its name


def mark_programmes(text: str, found: Sequence[Reading]) -> None:
    """Note the programme's end on each goal behind its name in the sentence, in place."""
    if not found:
        return
    _leave_begun_before(found)
    near = max(0, found[0].start - _REACH), found[-1].quantity.end + _REACH  # no whole document for each of its tasks
    five, years = "五" in text, _SPANS.search(text, *near) is not None
    several = _SEVERAL.search(text, *near) is not None
    if not (five or years or several):
        return
    for index, r in enumerate(found):
        if several and _leads_to_this_years(text, found, index):
            r.voice, r.settled = "context", True
        if r.voice != "promise" or r.due_words or r.heading:
            continue
        low = max(0, r.start - _REACH)
        begin = max(low, *(text.rfind(mark, low, r.start) + 1 for mark in "。;\n"))
        said = _PROGRAMME.search(text, begin, r.start) if five else None
        if said is not None and not _OF_THIS_YEAR.search(text, said.end(), r.start):
            r.due_words = f"{_FIRST_ENDS + 5 * '一二三四五六'.index(said['which'])}年12月底前"
        elif years and (last := _last_year(text, begin, r)) is not None:
            r.due_words, r.stock = f"{last}年12月底前", r.measure == "amount"
        elif several and _ends_nobody_knows_when(text, begin, r):
            r.voice, r.settled = "context", True
            if (share := found[index + 1 : index + 2]) and share[0].voice == "claim" and not share[0].own:
                share[0].voice = "context"


def _leads_to_this_years(text: str, found: Sequence[Reading], index: int) -> bool:
    """两年完成改造360户,今年任务200户: what is planned of several years stands right before this year's plan."""
    r, behind = found[index], found[index + 1] if index + 1 < len(found) else None
    if (
        behind is None
        or behind.voice != "promise"
        or behind.sentence != r.sentence
        or r.voice not in ("report", "promise")
    ):
        return False
    said = _SEVERAL.search(text, r.clause_start, r.start)
    this_year = _THIS_YEARS.match(behind.lead) is not None and behind.quantity.noun == r.quantity.noun
    return said is not None and this_year and r.base > behind.base and "," not in text[said.end() : r.start]


_THIS_YEARS = sought(r"[,、;(]?\s?(?:其中,?)?(?:今年|本年|20\d\d年|年度)")


def _leave_begun_before(found: Sequence[Reading]) -> None:
    """Take their voice from plans of which a part was done before the year began, in place."""
    for plan, done in pairwise(r for r in found if not r.bracket and r.measure == "amount"):
        if done.voice != "base" or plan.voice != "promise" or done.sentence != plan.sentence or plan.due_words:
            continue
        of_it = done.quantity.noun == plan.quantity.noun and done.base < plan.base and _SO_FAR.search(done.clause_lead)
        own = _WHEN.sub("", done.own)
        same = not own or names.is_bare(own) or names.likeness(plan.name, own) >= _SAME
        if of_it and same and not _OF_THIS_YEAR.search(plan.clause_lead):
            plan.voice, plan.settled = "context", True


def _ends_nobody_knows_when(text: str, begin: int, goal: Reading) -> bool:
    """三年行动计划新建公厕900座: which of its years this one is stands nowhere in the sentence."""
    said = _SEVERAL.search(text, begin, goal.start)
    if said is None or _SPANS.search(text, begin, goal.quantity.end + _NEAR):
        return False
    return "," not in text[said.end() : goal.start] and not _OF_THIS_YEAR.search(text, said.end(), goal.start)


def _last_year(text: str, begin: int, goal: Reading) -> int | None:
    """The last year of the plan's own several, told before the goal in its sentence or right behind it."""
    said = _TOLD_BEFORE.search(text, begin, goal.start) or _PLANNED_IN.search(text, begin, goal.start)
    opens = said
    if said is None and (opens := _SEVERAL.search(text, begin, goal.start)):
        said = _BEHIND.match(text, goal.quantity.end)
    if said is None or opens is None or _OF_THIS_YEAR.search(text, opens.end(), goal.start):
        return None
    first, last = int(said["first"]), int(said["last"])
    return last if first < last else None
