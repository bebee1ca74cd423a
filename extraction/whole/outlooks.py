"""Goals told only at the end, answers in the items before: 下一步,确保完成接待游客6200万人次的年度目标.

…软件业营业收入11.3亿元。新建基站141座。
下一步,围绕全年…的目标,逐月调度;确保新建基站300座以上;力争软件业营业收入达到20亿元。    in the same task as well
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.answers.same_measure import same_measure
from extraction.cues import cue
from extraction.outline.headings import AIMS_AHEAD, NEXT_STEPS
from extraction.outline.items import Item, Sentence
from extraction.promises import stages, stocks, targets
from extraction.promises.links import Link, Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_ALIKE = 0.8
_LOOKED_BACK = 240  # characters of its sentence before a goal of a list
_YEARLY = sought(r"(?:确保|力争|努力|奋力|实现|完成|达到)?(?:全年|年底|今年|年度目标|年初目标|全年目标)")
_OTHER_YEAR = sought(r"明年|来年|20\d\d年")
_THOUGHT = sought(r"预计|预测|有望|可望|谋划|储备|争取新开工")


_AIMS = sought(r"全年|年度(?:目标|任务)|年底|年初目标|年内")
_OF_THE_REST = sought(r"季度|\d月|再|还|预计|预测|有望|可望|谋划|储备|争取新开工|明年|来年")
_CUE_AHEAD = sought(r"下一?步|下阶段|下一阶段|接下来|今后|下半年|四季度")
_TURNS = sought(r"(?:下半年|四季度)(?=(?:全力)?(?:力争|确保|争取|努力))")  # 下半年力争全年出口增长6%以上
CUE = cue(_CUE_AHEAD)


def promise_next_steps(text: str, item: Item, found: Sequence[Reading]) -> None:
    """The same within one task, where the sentence that turns to the next steps speaks of the whole year; in place."""
    ahead = [n for n, s in enumerate(item.sentences) if _turns_ahead(text, s)]
    for first in ahead[-1:]:
        last = _end_of(text, item, first)
        start, end = item.sentences[first].start, item.sentences[last].end
        if _AIMS.search(text, start, end) is None:
            continue
        told = [r for r in found if r.sentence < first and _reports(r)]
        for r in found:
            if start <= r.start < end and r.voice in ("report", "forecast") and not (r.bracket or r.part):
                fitting = not _OF_THE_REST.search(r.clause_lead) and any(_is_told(r, other) for other in told)
                if fitting:
                    r.voice, r.outlook, r.cued = "promise", True, True


def _turns_ahead(text: str, sentence: Sentence) -> bool:
    return any(p.search(text, sentence.start, sentence.end) for p in (wording.PLANNED_NEXT, _TURNS))


def _end_of(text: str, item: Item, first: int) -> int:
    """The last of the parts that go on behind semicolons."""
    last = first
    while last + 1 < len(item.sentences) and text[item.sentences[last].end - 1] in ";,":
        last += 1
    return last


def _is_told(goal: Reading, other: Reading) -> bool:
    """Whether the earlier figure is of the goal's thing, and no more than it where it is an amount."""
    alike = goal.measure == other.measure and goal.quantity.noun == other.quantity.noun and goal.owner == other.owner
    if not alike or names.likeness(goal.name, other.name) < _ALIKE or names.conflict(goal.name, other.name):
        return False
    return goal.measure != "amount" or goal.base >= other.base


def promise_the_rest(scopes: Sequence[Scope], year: int | None) -> None:
    """四季度安排: 确保全年产值达到200亿元、增长8%以上,投资突破55亿元: what is listed and was told before, in place."""
    told: list[Reading] = []
    for scope in scopes:
        if _is_ahead(scope):
            fresh = [p for r in _listed(scope) if (p := _promised_of(r, told, year)) is not None]
            scope.promises[:] = sorted([*scope.promises, *fresh], key=lambda p: p.reading.start)
        elif scope.found:
            told += [r for r in scope.found if _reports(r)]


def _listed(scope: Scope) -> list[Reading]:
    """The numbers of the sentences that speak of the whole year."""
    out: list[Reading] = []
    for r in scope.found:
        lead = scope.text[max(scope.item.sentences[r.sentence].start, r.start - _LOOKED_BACK) : r.start]
        told = r.voice in ("report", "forecast") and r.quantity.unit and not r.bracket
        besides = _THOUGHT.search(lead) or _OTHER_YEAR.search(lead) or _MORE.search(r.clause_lead)
        if told and not besides and _is_of_the_year(lead):
            out.append(r)
    return out


_MORE = sought(r"再|还[要将需]|继续")
_LATER = sought(r"季度|(?<!\d)\d{1,2}月(?![底末])")
_RESOLVED = sought(r"确保|力争|全年|年底|努力|实现|冲刺")


def _is_of_the_year(lead: str) -> bool:
    """Whether the year is named, and no quarter with its own plan behind it: 围绕年度目标,四季度开发岗位60个."""
    yearly = _YEARLY.search(lead)
    later = _LATER.search(lead, yearly.end()) if yearly else None
    return yearly is not None and (later is None or _RESOLVED.search(lead, later.end()) is not None)


def _promised_of(r: Reading, told: Sequence[Reading], year: int | None) -> Promise | None:
    """The number as a promise, where what it promises was told."""
    voice, r.voice, r.outlook = r.voice, "promise", True
    made = targets.promise(r, year)
    if any(_answers(made, other) for other in told):
        r.cued = True
        return made
    r.voice, r.outlook = voice, False
    return None


def tell_elsewhere(scopes: Sequence[Scope]) -> None:
    """Give every task whose next steps promise what the tasks before it report, in place."""
    told: list[Reading] = []
    read = 0  # scopes whose figures are told so far: none is looked at where nothing looks ahead
    for index, scope in enumerate(scopes):
        if any(_looks_ahead(scope, p) for p in scope.promises):
            told += [r for s in scopes[read:index] for r in s.found if _reports(r) and not _promised(s, r)]
            scope.elsewhere, read = list(told), index


def answer_outlooks(scope: Scope, links: Sequence[Link]) -> None:
    """Answer the goals of the next steps that their own task does not, in place; where two figures could, none does."""
    for entry in links:
        promise = entry.promise
        if promise is None or entry.actual is not None or entry.shares or not _looks_ahead(scope, promise):
            continue
        fitting = [r for r in scope.elsewhere if _answers(promise, r) and not _of_a_month(scope.text, promise, r)]
        if promise.kind == "level" and len(fitting) > 1:
            fitting = [r for r in fitting if _STANDS_AT.search(r.clause_lead)]
        if fitting and len({r.base for r in fitting}) == 1:
            entry.actual, entry.refusal = fitting[0], None
            entry.reason = "told before the goal, in another task"


def _looks_ahead(scope: Scope, promise: Promise) -> bool:
    """Under a heading of next steps, or in a sentence that turns to them."""
    if promise.reading.outlook or _is_ahead(scope):
        return True
    sentence = scope.item.sentences[promise.reading.sentence]
    return wording.PLANNED_NEXT.search(scope.text, sentence.start, promise.reading.start) is not None


_ADDED = sought(
    r"(?:新(?=增|认定|培育|入库|登记|获|注册|建|评|命名|设)|净增|增加(?!到)|认定|获批|今年|本年|年内)[^,;\d]{0,20}$"
)
_STANDS_AT = sought(r"(?:总数|总量|总户数|有效期内|保有量|拥有量|现有|共有|累计|存量)[^,;\d]{0,12}$")
_ONE = sought(r"\d{1,2}月份?|第?[二三四]季度|[本当]月")
_SO_FAR = sought(r"目前|至今|现已|截至|以来|累计|总数|总量")


def _of_a_month(text: str, promise: Promise, r: Reading) -> bool:
    """9月份完成投资1.6亿元: what one month or quarter gave is not what the year has given so far."""
    p = r.period
    if p is None or promise.kind == "level" or p.start < r.clause_start - 12 or p.last_month == 1:
        return False
    alone = _ONE.fullmatch(text, p.start, p.end) is not None and text[p.start - 1 : p.start] not in ("于", "在")
    return alone and _SO_FAR.search(text, p.end, r.start) is None


def _is_ahead(scope: Scope) -> bool:
    """Whether the item's words, or a heading it stands under, turn to the next steps."""
    opens = not scope.item.level and AIMS_AHEAD.match(scope.text, scope.item.start, scope.item.end)
    return bool(opens) or any(NEXT_STEPS.search(title) for title in (*scope.item.above, scope.item.title))


def _reports(r: Reading) -> bool:
    return r.voice == "report" and not (r.bracket or r.part or r.heading)


def _promised(scope: Scope, r: Reading) -> bool:
    return any(same_measure(p, r) and names.likeness(p.name, r.name) >= _ALIKE for p in scope.promises)


def _answers(promise: Promise, r: Reading) -> bool:
    return (
        same_measure(promise, r)
        and r.owner == promise.reading.owner
        and names.likeness(promise.name, r.name) >= _ALIKE
        and not (names.conflict(promise.name, r.name) or stages.clash(promise, r) or stocks.stands(promise, r))
        and not (promise.kind == "level" and promise.measure == "amount" and _ADDED.search(r.clause_lead))
    )
