"""The numbers of a task, read sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from extraction.outline.items import Item, Sentence
from extraction.records import Quantity
from extraction.report.period import PeriodMention
from extraction.sentences.beside import beside, run_end
from extraction.sentences.bracket_names import bracket_subject, name_answered, name_work, opens_bracket
from extraction.sentences.carried import carried_on, of_label
from extraction.sentences.just_named import last_sentence
from extraction.sentences.measures import measure
from extraction.sentences.measures_agree import agree
from extraction.sentences.measures_before import by_what_stands_before, like_its_anchor
from extraction.sentences.next_verb import name_by_its_verb
from extraction.sentences.owners import NOBODY, owned, owners_in
from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sentences.subjects import (
    after_predecessor,
    counted_before,
    own_name,
    rate_of_count,
    shared_by,
    subject_of,
)
from extraction.sentences.topics import subject_of_topic, topic_of
from extraction.sought import sought
from extraction.voices.foreseen import foresee, is_foreseen
from extraction.voices.goals_behind import stand_behind, stand_behind_stop
from extraction.voices.over_the_plan import count_from_whole
from extraction.voices.plan_lists import back_along
from extraction.voices.rules import voice
from extraction.voices.slow_works import is_slow
from extraction.voices.target_cues import list_cue
from extraction.words import names, wording
from extraction.words.members import without_members
from extraction.words.other_times import is_of_later_year, up_to_other_year, year_of_sentence
from extraction.words.planned_within import without_plan_within

_CLAIM_TAIL = sought(
    r"(?:占(?!比(?:年度|全年|预期|控制)*目标(?!的))|为|完成|(?<!下)达到?(?![标率产]))[^,。;]{0,16}(?:目标|任务|计划|控制(?:指标|数)|预算(?!收入|支出))[^,。;]{0,6}$"
    r"|(?:任务|目标)?(?:完成率|完成比例|完成进度)[^,。;]{0,4}$|(?:工程|形象|总体|整体|建设|施工)?进度[^,。;]{0,4}$"
)


_DOWN_TO = sought(r"(?:下降|降低|回落|收窄|减少|压减|降)[到至]\s?$")  # 涨幅回落到2.4%: that is how high it is
_OF_A_PLAN = sought(r"目标|任务|计划|控制(?:指标|数)|预算")


def readings(
    text: str,
    item: Item,
    quantities: Sequence[Quantity],
    periods: Sequence[PeriodMention],
    promising: bool,
    cutoff_month: int | None,
    year: int | None = None,
) -> list[Reading]:
    """The readings of one task in order. `promising`: a heading without cues is a promise."""
    quantities = [q for q in quantities if q.role == "context" and q.value is not None]
    found: list[Reading] = []
    known: frozenset[str] = frozenset()  # the names promised so far, and the words of each
    promised: set[str] = set()
    claimed = answering = False  # a share of the plan was told; the item's heading has promised
    starts, period_starts = [q.start for q in quantities], [p.start for p in periods]
    tasks: dict[str, Decimal] = {}
    owners = owners_in(text)
    owners = owners if owners.side_by_side(item.start, item.end) else NOBODY
    carried = led = None
    topic = subject_of_topic(item.topic)
    main = ""
    foresees = planning = False
    headings = (*item.above, item.title)
    foreseen_item = any(is_foreseen(heading) for heading in headings)
    slow = item.announced is not None and is_slow(text, item.announced)
    later = any(is_of_later_year(heading[:40], year) for heading in headings)
    for index, sentence in enumerate(item.sentences):
        if not starts or sentence.start > starts[-1]:
            break  # what only words are said of is nothing that these readings know
        inside = list(_within(quantities, starts, sentence))
        spans = list(_within(periods, period_starts, sentence))
        if not inside:
            topic = topic_of(text, sentence) or topic
        if main and (text[sentence.start - 1] == "," or (text[sentence.start - 1] == ":" and len(promised) <= 1)):
            topic = main  # behind several goals a label tells of all
        told_year = year_of_sentence(text[sentence.start : sentence.start + 60])
        later = later if told_year is None or year is None else told_year > year
        goes_on = text[item.sentences[index - 1].end - 1] == ";" and sentence.point == item.sentences[index - 1].point
        foresees = foreseen_item or (foresees and goes_on and not spans)
        if index and text[sentence.start - 1] == "\n" and _LABEL.match(text, sentence.start, sentence.end):
            carried = None  # 城市书房:9月底建成5座。 景区:已评定4家: each line tells of its own time
        elif index and sentence.point != item.sentences[index - 1].point:
            carried = led  # 四是1-6月完成18亿元;五是: what one point is of, the next is not
        carried = of_label(text, sentence.start, periods) or carried
        if not inside:  # most sentences: they only say what the next ones are about
            planning, carried = False, carried_on(text, sentence, None, spans, cutoff_month, carried)
            led = carried if not sentence.point else led
            continue
        context = SentenceContext(
            text,
            sentence,
            index,
            inside,
            spans,
            carried,
            (promising and sentence.heading) or planning,
            topic,
            cutoff_month,
            main,
            year,
            known,
            claimed,
            owners,
            tasks,
        )
        context.just_told = last_sentence(found, index - 1, sentence.point)
        context.follows_plan = bool(found) and found[-1].voice == "promise"
        context.bare_goal = context.follows_plan and not found[-1].quantity.unit
        context.answering = answering
        context.listed_slow = slow
        context.still_next = goes_on and any(r.outlook and r.voice == "promise" for r in context.just_told)
        fresh = _read(context)
        ahead = sentence.end if later else up_to_other_year(text, sentence.start, sentence.end, year)
        for reading in fresh:
            if reading.start < ahead:
                reading.voice, reading.settled = "forecast", True
        planning = _goes_on_planning(text, sentence, fresh, planning)
        if foresees:
            foresee(text, sentence, fresh, foreseen_item)
        foresees = foresees or (
            cutoff_month != 12 and any(r.voice == "forecast" and r.measure in ("amount", "growth") for r in fresh)
        )
        found += fresh
        known |= _known(fresh)
        promised |= {r.name for r in fresh if r.voice == "promise"}
        claimed = claimed or any(r.voice == "claim" and _OF_A_PLAN.search(r.clause_lead) for r in fresh)
        answering = answering or any(r.voice == "promise" and r.heading for r in fresh)
        main = next(
            (r.subject for r in reversed(fresh) if r.subject and not r.part and r.voice in ("promise", "report")),
            main,
        )
        carried = carried_on(text, sentence, context.brackets, spans, cutoff_month, carried)
        led = carried if not sentence.point else led
    owned(owners, text, found)
    stand_behind_stop(text, found)
    agree(found)
    return found


T = TypeVar("T")


def _within(things: Sequence[T], starts: Sequence[int], sentence: Sentence) -> Sequence[T]:
    """What begins in the sentence; both are in order."""
    low = bisect_left(starts, sentence.start)
    return things[low : bisect_left(starts, sentence.end, low)]


_LABEL = sought(r"\s*[“A-Za-z\u4e00-\u9fff][^,。;:\d\n]{1,13}:(?!\n)")


def _known(found: Sequence[Reading]) -> frozenset[str]:
    """The names that are promised there, folded: by them a name of two characters (氨氮) is known for one."""
    promised = (r.own for r in found if r.voice == "promise")
    return frozenset(names.folded(part) for own in promised for part in (own, *sought(r"[、和及与]").split(own)))


_ACCOUNT_BEHIND = sought(r"[^\n]{0,300}?(?:实际)?(?:完成|执行|落实|进展)情况如下:?")


def _goes_on_planning(text: str, sentence: Sentence, fresh: list[Reading], planning: bool) -> bool:
    """全年目标为A 10家;B 20家: a list of promises goes on behind its semicolon, and up to 实际完成情况如下."""
    here = text[sentence.start : sentence.end]
    if "目标" in here or planning:  # 计划目标为:A 10家。B 20家。实际完成情况如下:
        promised = any(r.voice == "promise" for r in fresh) and (planning or list_cue(here) is not None)
        if promised and _ACCOUNT_BEHIND.match(text, sentence.end):
            return True
    if text[sentence.end - 1] != ";" or not fresh or any(r.voice != "promise" for r in fresh):
        return False
    return planning or list_cue(text[sentence.start : sentence.end]) is not None


def _read(s: SentenceContext) -> list[Reading]:
    out: list[Reading] = []
    previous: Quantity | None = None
    for quantity in s.inside:
        out.append(_reading(s, quantity, previous, out))
        back_along(out)
        if out[-1].voice == "report" and not out[-1].bracket:
            s.told = quantity.end
        if not out[-1].bracket:
            previous = quantity
    return out


@lru_cache(maxsize=8192)
def _own_name(lead: str, tail: str, noun: str) -> str:
    """The name that stands with a number of this noun, told from the words on both sides of it."""
    return without_plan_within(own_name(_CLAIM_TAIL.sub(_thing_of, lead), tail, noun))


_DONE_OF = sought(r"完成([^,。;\d]{2,12}?)(?:目标|任务|计划)(?:任务|目标)?")
_OF_ONE_WORK = sought(
    r"(?!目标|工作|任务|计划|考核|下达|序时|责任|相应)[^年月季度定级期项标全部各半上省市县旗区指]{2,3}"
)


def _thing_of(claim: re.Match[str]) -> str:
    """完成农房改造任务 names the thing that the task is, 完成年度目标任务 nothing."""
    named = _DONE_OF.fullmatch(claim.group().strip())
    if named is None:
        return ""
    return named[1] if len(names.folded(named[1])) >= 4 or _OF_ONE_WORK.fullmatch(named[1]) else ""  # 完成拆违任务


def _reading(s: SentenceContext, quantity: Quantity, previous: Quantity | None, before: list[Reading]) -> Reading:
    bracket = next((b for b in s.brackets if b[0] < quantity.start < b[1]), None) if s.brackets else None
    start, end = (
        (bracket[0] + 1, bracket[1] - 1)
        if bracket
        else (s.clause_start(quantity.start), s.clause_end(quantity.end - 1))
    )
    lead_start = max(start, previous.end) if previous and previous.start >= start else start
    if previous and not bracket and previous.end > start:
        lead_start = max(start, previous.end)
    if bracket and before and before[-1].bracket and before[-1].start >= start:
        lead_start = before[-1].quantity.end
    lead = s.text[lead_start : quantity.start].replace("\n", "")
    if lead.count('"') % 2:
        lead = lead.rpartition('"')[2]
    clause_lead = s.text[start : quantity.start].replace("\n", "")
    following = s.number_behind(quantity.end)
    behind = run_end(s.inside, quantity)
    until = end if following is None or behind != quantity.end else min(end, following.start)
    tail = s.text[behind:until]
    before_bracket = s.text[s.clause_start(bracket[0]) : bracket[0]] if bracket else ""
    lead = after_predecessor(lead, previous if previous and previous.start >= start else None, before)
    own = without_members(_own_name(lead, tail, quantity.noun), tail, quantity)
    share_of = counted_before(own, quantity, before)
    reading = Reading(
        quantity,
        s.index,
        s.sentence.point,
        start,
        lead,
        tail,
        own,
        "",
        "amount",
        quantity.value or Decimal(0),
        "report",
        s.period(quantity.start),
        bracket=bracket is not None,
        heading=s.sentence.heading,
        clause_lead=before_bracket if bracket else clause_lead,
    )
    subject_of(s, reading, start, before)
    if share_of is not None:
        reading.subject = share_of.name
    if (whole := shared_by(reading, lead, before)) is not None:
        reading.own, reading.subject, reading.part = "", whole.name + "占比", False
    reading.own = rate_of_count(reading, before)
    reading.measure = measure(s, reading)
    by_what_stands_before(reading, before, s.claimed, s.just_told)
    reading.voice = voice(s, reading, clause_lead, before_bracket, before)
    count_from_whole(reading, before)
    name_by_its_verb(reading, before)
    like_its_anchor(reading, before)
    beside(reading, before)
    stand_behind(s.text, reading, before)
    if (
        bracket
        and reading.voice == "claim"
        and not (reading.owner or reading.of_work)
        and (not before or before[-1].quantity.end < bracket[0] - 1)
    ):
        bracket_subject(s, reading, before_bracket)
    answered = bool(bracket) and reading.voice == "promise" and name_answered(s, reading, before_bracket, before)
    if (
        bracket
        and reading.voice == "promise"
        and not answered
        and not reading.own
        and opens_bracket(s, bracket[0], before)
    ):
        bracket_subject(s, reading, before_bracket)
        s.subject = reading.own or s.subject  # 农贸市场(任务12家),9家已完工
    elif bracket and reading.voice == "promise" and not answered:
        name_work(s, reading, before_bracket)
    if reading.measure in ("growth", "change") and wording.FALL.search(reading.lead):
        reading.value = reading.value if _DOWN_TO.search(reading.lead) else -abs(reading.value)
    return reading
