"""How far 其中 reaches, and what it promises: 新建11.5万户,其中甲7.6万户、乙3.9万户,全年实际完成12.08万户.

The parts are a list behind 其中. The whole is back where a new clause begins with a time, a plan or a sum and holds
what no part of that list can be: another unit, or more than the part before it. The parts of a plan are plans
themselves, if the report tells them again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import islice, pairwise, takewhile

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import without_brackets
from extraction.words import names

_BACK = re.compile(
    r"[,、]?\s?(?:截至|截止|到\d|至\d|全年|年度|今年|本年|年初|上半年|[前第]?[一二三四]季度|(?:\d{1,2}-)?\d{1,2}月|目前|实际|累计|共计?|合计|总计|现?已|计划)"
)
_TOLD = re.compile(
    r"已|目前|截至|累计|实际(?!利用|使用|吸收)|现有|完成|建成|开工|竣工|完工|投用|占|同比|增长|下降|[高低]于"
)

ENDS = re.compile(r"(?:确保|力争|年内)?(?:基本|全部|主体)?(?:建成|竣工|完工|开工|交付|入住|投用|通车|验收){1,2}")
_DATED = re.compile(r"已|目前|截至|累计|实际|现有|占|同比|增长|下降|[高低]于")


def returns(raw: str, reading: Reading, before: Sequence[Reading]) -> bool:
    """Whether the number, whose clause so far is `raw`, is said of the whole again; `before` are the sentence's."""
    parts = [b for b in before if b.part and not b.bracket]
    if not parts or _BACK.match(without_brackets(raw)) is None:
        return False
    last = parts[-1]
    if last.voice == "promise" and last is before[-1] and _is_answered(before):
        return False  # 投资目标12%,增长21.3%,其中技改投资目标15%,实际增长16.8%
    if last.quantity.noun != reading.quantity.noun:
        return len(parts) > 1 and reading.measure == last.measure
    if len(parts) > 1 and len(names.folded(reading.own)) < 2:
        return True
    return reading.base > last.base


def _is_answered(before: Sequence[Reading]) -> bool:
    """Whether the whole has its goal and its figure."""
    whole = [b for b in before if not b.part and b.quantity.noun == before[-1].quantity.noun]
    return any(b.voice == "promise" for b in whole) and whole[-1].voice == "report"


def begins_another(reading: Reading, known: frozenset[str], before: Sequence[Reading]) -> bool:
    """甲完成20座,其中山区6座,乙治理87平方公里: a new clause that names another promise is of no part."""
    last = before[-1] if before else None
    if last is None or last.clause_start == reading.clause_start or len(names.folded(reading.own)) < 2:
        return False
    alike = {name for name in known if names.likeness(name, reading.own) >= 0.8}
    return bool(alike) and not any(names.likeness(name, b.name) >= 0.8 for name in alike for b in before)


def promise_parts(found: Sequence[Reading]) -> None:
    """Give the voice of a promise to the parts of a plan, in place; those that nothing answers fall away later."""
    _promise_shared(found)
    for index, whole in enumerate(found):
        if whole.bracket or whole.measure != "amount" or whole.part:
            continue
        bracketed = _parts_in_bracket(whole, found[index + 1 : index + 1 + _MEMBERS])
        _tell_by_parts(whole, bracketed, found[index + 1 :])
        if whole.voice != "promise":
            continue
        parts = _parts_of(whole, found[index + 1 :]) or bracketed
        later = [r for r in found if parts and r.start > parts[-1].start and r.voice == "report"]
        for part in parts:
            answers = [r for r in later if _answers(part, r)]
            if answers:
                part.voice, part.cued = "promise", whole.cued
            ends = ENDS.fullmatch(part.own) is not None
            finished = next((r for r in answers if ends and r.own.endswith(part.own)), None)
            if finished is not None:  # it is of the part that shall be finished, and not of the whole
                finished.of_plan, part.behind = whole.start, finished


def _tell_by_parts(whole: Reading, parts: Sequence[Reading], following: Sequence[Reading]) -> None:
    """造林3.2万亩(春季2万亩、秋季1.2万亩),春季完成2.05万亩: a plan whose parts are told by their names; in place."""
    planned = {p.own: p.base for p in parts if p.own}
    near = following[: 2 * _MEMBERS] if planned else ()
    same = (r for r in near if r.quantity.noun == whole.quantity.noun and r.sentence - whole.sentence <= 1)
    told = [r for r in same if r.voice == "report" and not r.bracket and r.own in planned]
    was_told = _TOLD.search(whole.lead) is not None
    other = any(r.base != planned[r.own] or (r.cued and not was_told) for r in told)  # else it is told twice alike
    if whole.voice not in ("promise", "report") or not other:
        return
    whole.voice, whole.settled = "promise", True
    for r in told:
        r.of_plan = whole.start
    for part in parts:
        part.voice, part.settled = "promise", True
    for r in (*parts, *told):
        r.own = r.subject = f"{whole.own}{r.own}"


_MADE_OF = re.compile(r"其中|包括|来源|分别(?:是|为)")
_FEWEST, _MOST = 3, 8  # sources that make up a plan


def _silence_made_of(text: str, found: Sequence[Reading]) -> None:
    """计划投资2.04亿元,其中:中央0.3亿元,省级0.4亿元,…: whose money it is, is what nobody did; in place."""
    for index, whole in enumerate(found):
        if whole.voice != "promise" or whole.quantity.noun != "元" or whole.bracket:
            continue
        parts, total = list[Reading](), Decimal(0)
        for r in found[index + 1 : index + 1 + _MOST]:
            alike = r.voice in ("report", "promise") and r.quantity.noun == "元" and r.sentence == whole.sentence
            if not alike or total >= whole.base or _TOLD.search(r.lead):
                break
            parts.append(r)
            total += r.base
        opened = len(parts) >= _FEWEST and _MADE_OF.search(text, whole.quantity.end, parts[0].start)
        if opened and total == whole.base:
            for part in parts:
                if part.voice == "report":
                    part.voice, part.of_plan = "context", whole.start


_ARRANGED = re.compile(r"(?:安排|下达|落实)[^,。;\d]{0,8}计划\s?$")
_CARRIED_OVER, _GOES_ON = re.compile(r"结转|结余"), re.compile(r"续建|跨年|延续")


def silence_sources(text: str, found: Sequence[Reading]) -> None:
    """投资计划6.69亿元,其中上年结转0.49亿元,今年下达6.2亿元: what makes up the plan is no plan of its own, in place."""
    _silence_made_of(text, found)
    for at, (whole, first, second) in enumerate(zip(found, found[1:], found[2:], strict=False), 3):
        told = first.lead + second.lead
        goes_on = _GOES_ON.search(told) and any(names.is_bare(r.own) for r in (first, second))  # 其中续建18项、新建24项
        goes_on = goes_on and not any(r.base in (first.base, second.base) for r in found[at : at + _MEMBERS])
        if whole.voice not in ("promise", "report") or not (goes_on or _CARRIED_OVER.search(told)):
            continue
        if first.sentence == second.sentence == whole.sentence and first.base + second.base == whole.base:
            first.voice = second.voice = "context"
            if _ARRANGED.search(whole.lead):  # 已安排投资计划6.69亿元
                whole.voice = "promise"


def promise_part_told_shortly(found: Sequence[Reading]) -> None:
    """托位420个(其中普惠托位250个),已新增196个,其中普惠142个: a part told again under its first word; in place."""
    for index, part in enumerate(found):
        whole = found[index - 1] if index and part.bracket and part.voice in ("report", "promise", "context") else None
        if whole is None or whole.voice != "promise" or whole.bracket or len(part.own) < 3:
            continue
        if part.quantity.noun != whole.quantity.noun or not SOME_OF_IT.match(part.lead) or part.base >= whole.base:
            continue
        behind = found[index + 1 : index + 1 + _MEMBERS]
        told = [r for r in behind if r.part and not r.bracket and r.quantity.noun == part.quantity.noun]
        again = [r for r in told if len(r.own) >= 2 and r.own != part.own and part.own.startswith(r.own)]
        if len(again) == 1 and again[0].voice == "report":
            part.voice, part.part, part.cued = "promise", True, whole.cued
            again[0].own = again[0].subject = part.own


SOME_OF_IT = re.compile(r"\(?(?:其中|含|包括|内含)")  # what a bracket that opens so tells is a part


_EARLY_STEP = re.compile(
    r"(?:已|均|全部|现)*(?:完成|确定|落实|明确)了?(?:全部)?(?:项目)?(?:选址|选点|点位|布点|摸底|立项|设计|招标|审批|方案|分解|前期工作|任务分解)"
)
_DID = re.compile(r"建成|完成|完工|竣工|投用|交付|新增|新建|改造|开通|运营|到位|培训|发放|安装|增加")
_ALL_DID = re.compile(
    r"[,、]?(?:现|目前)?(?:均|都|全部)已?(?:全部|正式)?(?:建成|完成|完工|竣工|投用|投入使用|交付|开通|运营|投入运营|开放)"
)


def mark_shared_out(text: str, found: Sequence[Reading]) -> None:
    """新增床位100张。已完成选址,分别为甲院40张、乙院60张: how the plan is shared out is no result, in place.

    甲院新增40张、乙院新增60张: what each gained makes it up.
    """
    headed = [r for r in found if r.voice == "promise" and r.heading and not r.bracket and r.of_plan is None]
    for whole in islice((r for r in headed if r.measure == "amount"), _MEMBERS):
        later = [r for r in found if r.sentence > whole.sentence]
        for index, first in enumerate(later):
            alike = first.quantity.noun == whole.quantity.noun
            parts = _shared_out(text, whole, islice(later, index, index + _MEMBERS)) if alike else []
            others = (p.own for p in headed if p is not whole)
            if not parts or any(names.likeness(name, r.own) >= _CALLED_SO for name in others for r in parts):
                continue  # 新建公园26个,改造市场12个。新建公园15个、改造市场11个: by chance they come to the first
            gained = all(_DID.search(r.lead) for r in parts) or _ALL_DID.match(text, parts[-1].quantity.end)
            told = _DID.search(_EARLY_STEP.sub("", text[first.clause_start : parts[-1].start]))
            again = any(r.owner in {p.owner for p in parts if p.owner} for r in later if r.start > parts[-1].start)
            for part in parts if gained or not (told or again) else ():
                part.voice, part.of_plan = ("report", whole.start) if gained else ("context", None)
                whole.of_plan = part.of_plan
            break


_CALLED_SO = 0.6  # likeness of a name to the plan's that it answers
_MEMBERS = 40  # numbers that share out a plan, plans of a heading, numbers behind a part that tell of it


_SUMMED = re.compile(r"累计|合计|共计|总计")


def _shared_out(text: str, whole: Reading, following: Iterable[Reading]) -> list[Reading]:
    """The numbers side by side, each of a thing or an owner, that come to just the plan; none where they don't."""
    parts, total = list[Reading](), Decimal(0)
    for r in following:
        same = r.quantity.noun == whole.quantity.noun and not r.bracket and r.of_plan is None and r.base < whole.base
        if _SUMMED.search(r.lead):
            return []  # 9月改造1个,累计改造5个: the second holds the first
        named = r.voice == "report" and len(names.folded(r.own)) >= 2
        named = named or (r.owner is not None and r.voice in ("report", "promise"))
        if not (same and named) or (
            parts and (text[parts[-1].quantity.end] not in "、,;" or r.sentence != parts[0].sentence)
        ):
            return []
        parts.append(r)
        total += r.base
        if total >= whole.base:
            break
    return parts if len(parts) > 1 and total == whole.base else []


def silence_untold(found: Sequence[Reading]) -> None:
    """目标:24座(一类6座、二类18座)。完工17座: parts in a bracket that nothing tells again are no plans; in place."""
    for index, (whole, beside) in enumerate(pairwise(found)):
        if whole.voice != "promise" or whole.bracket or not beside.bracket or whole.measure != "amount":
            continue
        parts = _in_bracket_behind(whole, found[index + 1 :])
        if len(parts) > 1 and sum(r.base for r in parts) == whole.base:
            behind = found[index + 1 + len(parts) :]
            if not any(_named_again(part, r) for part in parts for r in behind):
                for part in parts:
                    part.voice, part.of_plan = "context", whole.start


def _in_bracket_behind(whole: Reading, following: Sequence[Reading]) -> list[Reading]:
    """The numbers of its unit that a bracket right behind it holds, planned or nothing."""
    alike = (
        r.bracket
        and r.voice in ("promise", "context")
        and r.sentence == whole.sentence
        and r.quantity.noun == whole.quantity.noun
        for r in following
    )
    return [r for r, _ in zip(following, takewhile(bool, alike), strict=False)]


def _named_again(part: Reading, told: Reading) -> bool:
    """Whether a later number stands with the part's name, in whatever words."""
    name = names.folded(part.own)
    said = len(name) > 1 and name in names.folded(told.own)
    return said or len(part.own) < 2 or part.own in told.clause_lead


def _parts_of(whole: Reading, following: Sequence[Reading]) -> list[Reading]:
    """The named parts of its unit right behind it, before anything is told."""
    parts: list[Reading] = []
    for r in following:
        ends = whole.cued and ENDS.fullmatch(r.own) is not None  # 要求基本建成5000套,其中竣工3000套
        named = ends or (len(names.folded(r.own)) >= 2 and names.BARE_VERB.fullmatch(r.own) is None)
        listed = (
            r.sentence == whole.sentence and r.part and r.voice == "report" and r.measure == "amount" and not r.bracket
        )
        if not (named and listed and r.quantity.noun == whole.quantity.noun and r.base <= whole.base):
            break
        if (_DATED if ends else _TOLD).search(r.clause_lead):
            break
        parts.append(r)
    return parts


def _parts_in_bracket(whole: Reading, following: Sequence[Reading]) -> list[Reading]:
    """新建平台12个(创新中心3个、实验室5个、工作站4个): the named parts in the bracket behind it that make it up."""
    parts = _in_bracket_behind(whole, following)
    if len(parts) < 2 or any(r.measure != "amount" or len(r.own) < 2 for r in parts):
        return []
    return parts if sum(r.base for r in parts) == whole.base else []


def _promise_shared(found: Sequence[Reading]) -> None:
    """建设任务60万亩(新增节水灌溉7.5万亩)。…新增节水灌溉3.36万亩,完成44.8%: such a part was planned; in place."""
    for index, (plan, part) in enumerate(pairwise(found), 1):
        if not part.bracket or part.voice != "context" or plan.voice != "promise" or plan.bracket:
            continue
        if part.measure != "amount" or len(names.folded(part.own)) < 4 or not part.base:
            continue
        for told, share in pairwise(found[index : index + _MEMBERS]):
            if told.bracket or told.voice != "report" or share.voice != "claim":
                continue
            off = Decimal("0.06") if share.value % 1 else Decimal("0.6")
            exact = abs(told.base / part.base * 100 - share.value) < off
            if exact and _answers(part, told):
                part.voice, part.cued, part.bracket = "promise", True, False


def _answers(part: Reading, told: Reading) -> bool:
    alike = told.measure == part.measure and units.fits(told.quantity.noun, part.quantity.noun)
    shorter = told.part and len(told.own) >= 2 and part.own.startswith(told.own)  # 其中普惠托位250个…其中普惠142个
    return alike and (shorter or part.own == told.own or names.likeness(part.own, told.own) >= 0.8)
