"""Lists of owners with plans and results of their own: 甲镇120户竣工97户,乙镇95户全部竣工,丙乡任务110户仅竣工41户.

The number right behind a name is the plan where another of its unit, or words of completion, stand behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extraction.owners.rows import Row
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_PLANNED = sought(r"任务|计划|目标|下达|分配|(?<![供响反效适感对相])应(?![急用])|需(?![求要])")
_NAKED = sought(r"[:\s]*")
_DID = sought(
    r"[,、;(\s]*(?:截至[^,。;\d]{1,8},?|目前,?)?(?:现|已|仅|只|累计|实际|共|实|均|分别|依次|完成(?=[\u4e00-\u9fff]))*(?P<verb>[\u4e00-\u9fff]{1,5}?)??(?:了|约|近)?\s?"
)
_NO_ANSWER = sought(
    r"去年|上年|同期|其中|待|未|剩余|其余|还|尚|差|余|再|拟|将|预计|涉及|另|(?<!新)(?<!净)增(?!设)|超|欠|少|多"
)
_REALLY = sought(r"[应实](?=建|收|发|种|征|培|改|招|播|拨|竣|开|完|到|新|筛|签|办|救).{1,3}")
_WHOLLY = sought(r"[,、]?\s?(?:已|均|现已|目前已)*(?:全部|全面)(?:已|提前|按期)?[\u4e00-\u9fff]{2,6}")


def answer_plans(text: str, before: Sequence[Reading], rows: Sequence[Row], thing: str) -> None:
    """Give the plan and the answer of each row their voices, in place; nothing where no row has both.

    The whole's figure before the list, told by the rows' own verb, answers as theirs do: 任务2274例,实施1451例.
    """
    verbs = Counter(_verb(r) for row in rows for r in row.readings)
    told: set[str | None] = {
        verb for verb, count in verbs.items() if verb is not None and (count > 1 or _is_verb(verb, thing))
    }
    pairs = [(row, plan) for row in rows if (plan := _plan(text, row, told)) is not None]
    if not any(_answers(row, plan, told) or _wholly(text, plan) for row, plan in pairs):
        return
    _answer_of_whole(before, told)
    called = {row.owner for row in rows}
    thing = thing or _said_alike([r for row, plan in pairs for r in _answers(row, plan, told)])
    for row, plan in pairs:
        answers = _answers(row, plan, told)
        plan.voice = "promise"
        for r in (plan, *answers):
            r.voice = "promise" if r is plan else "report"
            r.owner, r.cued, r.part = row.owner, True, False
            _call(r, thing, called)


def _said_alike(answers: Sequence[Reading]) -> str:
    """到位 of 到位3900万元, 到位资金为0: the word that the answers of a list under no name share."""
    verbs = sorted({sought(r"为$").sub("", _verb(r) or r.own) for r in answers}, key=len)
    shared = verbs[0] if verbs and all(verb.startswith(verbs[0]) for verb in verbs) else ""
    return shared if len(shared) >= 2 and not sought(r"完成|实现|达到").match(shared) else ""


def _answer_of_whole(before: Sequence[Reading], told: set[str | None]) -> None:
    plan, answer = (before[-2], before[-1]) if len(before) > 1 else (None, None)
    if plan is None or answer is None or answer.voice != "promise" or plan.voice != "promise":
        return
    alike = plan.quantity.noun == answer.quantity.noun and plan.sentence == answer.sentence
    if alike and _PLANNED.search(plan.lead) and _did(answer, told):
        answer.voice, answer.cued = "report", True


def _is_verb(verb: str, thing: str) -> bool:
    return not verb or names.is_bare(verb) or names.stage(verb) is not None or verb in thing


def _amounts(row: Row) -> list[Reading]:
    first = row.readings[0]
    same = first.measure == "amount"
    alike = [r for r in row.readings if same and r.measure == "amount" and r.quantity.noun == first.quantity.noun]
    return [r for r in alike if r.voice in ("promise", "report")]  # tasks that are counted, other years' figures: none


def _lead(r: Reading) -> str:
    """The words before the number, those before its bracket among them: 完成任务(4000户)."""
    return (r.clause_lead[-8:] if r.bracket else "") + r.lead


def _plan(text: str, row: Row, told: set[str | None]) -> Reading | None:
    amounts = _amounts(row)
    planned = [r for r in amounts if _PLANNED.search(_lead(r)) and not sought(r"超|差|欠|少|多").search(r.lead)]
    if not planned and amounts and _PLANNED.search(row.words) and not _NO_ANSWER.search(row.words):
        return amounts[0]  # 东陵县、白石县任务最重,分别为4.2万亩和3.6万亩
    if planned:
        return planned[0] if len(planned) == 1 else None
    if not amounts or not _NAKED.fullmatch(row.words):
        return None
    answered = len(amounts) > 1 and not amounts[1].bracket and _did(amounts[1], told)
    return amounts[0] if answered or _wholly(text, amounts[0]) else None


def _wholly(text: str, plan: Reading) -> bool:
    """95户全部竣工: the words right behind the number say that all of it is done."""
    return _WHOLLY.match(text, plan.quantity.end) is not None


def _answers(row: Row, plan: Reading, told: set[str | None]) -> list[Reading]:
    before = [r for r in _amounts(row) if r.start < plan.start]
    behind = [r for r in _amounts(row) if r.start > plan.start and not r.bracket]
    answers = [r for r in behind if _did(r, told)] or _zeros(row, plan)
    return answers or [r for r in before if not _NO_ANSWER.search(r.lead) and not r.bracket]


def _zeros(row: Row, plan: Reading) -> list[Reading]:
    """到位资金为0: none of what was planned, and in its unit."""
    behind = [r for r in row.readings if r.start > plan.start and r.sentence == plan.sentence and not r.bracket]
    bare = [r for r in behind if r.quantity.text == "0" and sought(r"[为是仅成]\s?$").search(r.lead)]
    for r in bare:
        r.measure, q = plan.measure, plan.quantity
        r.quantity = replace(r.quantity, unit=q.unit, noun=q.noun, magnitude=q.magnitude)
    return bare


def _did(r: Reading, told: set[str | None]) -> bool:
    return not _NO_ANSWER.search(r.lead) and _verb(r) in told


def _verb(r: Reading) -> str | None:
    """The verb that alone stands before the figure, empty for 已 and 仅; None where other words do."""
    said = _DID.fullmatch(r.lead) if r.lead.strip(" ,、;(") else None
    return None if said is None else said["verb"] or ""


def _call(r: Reading, thing: str, called: set[str]) -> None:
    """Name what has no name but a verb, or the name of an owner."""
    if not thing:
        return
    of_owner = any(name in r.own or name in r.subject for name in called)
    if of_owner or len(names.folded(r.own)) < 3 or names.is_bare(r.own) or _REALLY.fullmatch(r.own):
        stage = names.stage(r.own) is not None and r.voice == "report" and not of_owner
        r.own, r.subject = r.own if stage else "", thing or r.subject
