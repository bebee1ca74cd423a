"""A plan under a word of intent, known by what is told of it behind.

    今年拟新建农村公路209公里,截至9月底完成117公里。
    力争全年培训技能人才9900人次、发放贷款6亿元;截至9月底,实际培训6831人次,发放贷款4.2亿元。

拟 and 力争 alone foresee, and 年内要 says nothing: the answer makes a plan of them. What is thought to come (预计,
有望) stays so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.pairing.echoes import echoes, listed_with
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.funds import came_in
from extraction.words import names

_SURE = (
    r"计划(?!生育|单列)|承诺(?!书|制|件|践)|拟(?!定)|年内|将(?!军)"
    r"|(?<![主重必只需紧供响反效适感对])(?:要|应|需|须)(?!求|急|收账|收款|付账|对|用|素|点|氧)"
)
_INTENT = sought(rf"{_SURE}|力争|争取(?!到)|确保|安排(?!资金|专项)|部署")
_FOR_SURE = sought(_SURE)  # 争取资金3亿元 tells of what came
_DONE = sought(r"[,;、\s]*(?:现|已|实际)?完成(?:了|约|近)?\s?")
_BY_THEN = sought(r"(?<![去上])年[底末](?=达|[要应需须]|实现|建成|完成)")  # 占比年底达到68.5%
_NOT_MEANT = sought(
    r"预计|预测|有望|可望|下一?步|下阶段|再|已|累计|实际(?!利用|使用|吸收)|目前|截至|同比|去年|上年|其中|另|还|占(?!比|地)|月|季度|半年|若|如果"
)
_TOLD = sought(
    r"已|目前|(?<![兑实])现(?!代|场|金)|截至|累计|实际(?!利用|使用|吸收)|共(?!享|建|同)|今年以来|月|季度|半年|完成|实现|到位(?!资金)|建成|竣工|交付|(?:为|达到?)\s?$"
)
_TOLD_SO_FAR = sought(r"已|目前|截至|累计|实际|月|季度|半年")
_FORESEEN = sought(r"预计|预测|有望|可望|将|力争|争取|确保|计划|拟")
_LED = sought(r"^(?:安排|部署|承诺|要|应(?!收账|收款|付账)|需|须)(?=...)")
_REACH = 2  # sentences after the plan


def mark_intended(text: str, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to such plans and to those listed with them, in place."""
    for index, plan in enumerate(found):
        if not _is_meant(plan) or _is_known(plan, found[:index]) or came_in(text, plan):
            continue
        plans = list(_listed(text, found[index:]))
        answers = list(_answers(plans[-1], [r for r in found[index:] if r.start > plans[-1].start]))
        answered = [p for p in plans if any(_answered(p, a, plans) for a in answers)]
        for meant in listed_with(text, plans, answered) if answered else ():
            meant.voice, meant.cued = "promise", True
            meant.own, meant.subject = _LED.sub("", meant.own), _LED.sub("", meant.subject)


def _is_meant(r: Reading) -> bool:
    if r.voice not in ("report", "forecast") or r.outlook or r.bracket or r.part or r.heading:
        return False
    by_then = _BY_THEN.search(r.clause_lead) or (r.voice == "forecast" and "全年" in r.clause_lead)
    if not (by_then or _INTENT.search(r.clause_lead)) or _NOT_MEANT.search(r.clause_lead):
        return False
    named = len(names.folded(r.own)) >= 2 and names.BARE_VERB.fullmatch(r.own) is None
    return named and names.stage(r.own) != "application"  # 经评审认定拟引进131名


def _is_known(plan: Reading, before: Sequence[Reading]) -> bool:
    """Whether the item has promised or told the same thing already: then it is how the rest will go."""
    return any(
        b.voice in ("promise", "report", "claim")
        and b.quantity.noun == plan.quantity.noun
        and (names.likeness(b.name, plan.own) >= 0.5 or b.heading)
        for b in before
    )


def _listed(text: str, following: Sequence[Reading]) -> Iterator[Reading]:
    """The plan and what is listed behind it, semicolons and all, until something is told."""
    end = following[0].quantity.end
    for r in following:
        told = r is not following[0] and (r.voice not in ("report", "forecast", "context") or _TOLD.search(r.lead))
        told = told and not _is_to_come_as_well(following[0], r)
        if r.bracket or told or r.point != following[0].point or "。" in text[end : r.start]:
            return
        end = r.quantity.end
        if r.voice != "context":
            yield r


def _is_to_come_as_well(plan: Reading, r: Reading) -> bool:
    """将开工安置房360套,建成_290套: foreseen with the plan (voices/then_finished.py), in its unit."""
    alike = r.voice == plan.voice == "forecast" and r.quantity.noun == plan.quantity.noun and r.measure == "amount"
    return alike and _TOLD_SO_FAR.search(r.lead) is None


def _says_how_far(r: Reading) -> bool:
    """完成率60%, without a name of its own: it can only be the plan's before it."""
    if r.measure != "completion" or r.voice not in ("claim", "forecast") or r.part or r.bracket or "超额" in r.lead:
        return False
    return (not r.own or names.is_bare(r.own)) and _FORESEEN.search(r.lead) is None


def _answered(plan: Reading, answer: Reading, plans: Sequence[Reading]) -> bool:
    """Whether it tells of the plan: what it counts, or, of a plan alone, how far it is (完成率60%)."""
    if answer.voice == "claim":
        return len(plans) == 1 and _FOR_SURE.search(plan.clause_lead) is not None
    return echoes(plan, answer, plans)


def _answers(last: Reading, following: Sequence[Reading]) -> Iterator[Reading]:
    """What is told behind the plans, in their sentence and the next ones of their point."""
    told = False
    for r in following:
        if r.voice == "promise" and r.sentence == last.sentence and not told:
            continue  # what is listed behind the plan under a cue of its own
        if r.sentence > last.sentence + _REACH or r.point != last.point or r.voice == "promise":
            return
        told = told or _TOLD.search(r.clause_lead) is not None
        if r.voice == "forecast" and _DONE.fullmatch(r.lead):
            r.voice = "report"  # 力争全年兑现385万元,完成365万元: the year is the plan's
        if told and r.voice == "report" and not r.part:
            yield r
        if r is following[0] and _says_how_far(r):
            r.voice = "claim"  # 今年将改造86个,完成率60%: the year is the plan's
            yield r
