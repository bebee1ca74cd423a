"""What the place and the words around a reading add to its likeness to a promise, or take from it."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from extraction.answers.growth_of_part import is_growth_of_it
from extraction.answers.very_part import is_part_of_it
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names


@lru_cache(maxsize=1024)
def _verb(lead: str) -> str:
    """The verb that the number stands under: 应实施860公里 and 已实施812.5公里 share theirs."""
    match = sought(
        r"(?:完成|实施|建成|完工|竣工|验收|新增|改造|发放|培训|开工|交付|销售|引进|争取|到位|治理|种植|安装"
        r"|取得|实现)(?=(?:约|近|超过?|达到?|了)?$)"
    ).search(
        lead.rstrip(),
    )
    return match.group() if match else ""


_BUILDS, _BUILT = sought(r"^(?:新建|建设|续建|改建|扩建|新改建)"), sought(r"(?:建成|完工|竣工)(?:约|近|了)?\s?$")


_TOTAL = sought(r"(?:总数|总量|总计)(?:已)?(?:达到?|为|有)?\s?$")


def nearness(scope: Scope, promise: Promise, reading: Reading) -> float:
    """What is added to the likeness: place, cues and verbs for it, parts and odd sizes against it."""
    apart = reading.sentence - promise.reading.sentence
    bonus = 0.12 if apart == 0 else -0.015 * min(abs(apart), 6)
    if (
        apart == 0
        and reading.start > promise.reading.start
        and sought(r"已|现|目前|实际(?!利用|使用|吸收)|累计").search(reading.clause_lead)
    ):
        bonus += 0.1
    if reading.cued:
        bonus += 0.06
    if sought(r"累计|总计|共|达").search(reading.clause_lead[-10:]):
        bonus += 0.03
    if promise.kind == "level" and _TOTAL.search(reading.lead):
        bonus += 0.2  # 达到95个: 新创建21个,总数92个
    if reading.estimated:
        bonus -= 0.04
    if (verb := _verb(reading.lead)) and verb == _verb(promise.reading.lead):
        bonus += 0.05
    if _BUILDS.search(promise.name) and _BUILT.search(reading.lead):
        bonus += 0.08  # 新建260座: 建成187座, before 开通165座
    if "新增" in promise.name and "新增" not in reading.lead and sought(r"累计|总数|达到?\s?$").search(reading.lead):
        bonus -= 0.06
    if "新增" in promise.name and "新增" in reading.lead:
        bonus += 0.05
    named_part = (reading.part and _named_like(scope, promise, reading)) or is_part_of_it(scope, promise, reading)
    named_part = named_part or is_growth_of_it(scope, promise, reading)
    if reading.part and not named_part:
        bonus -= (
            0.06
            if names.BARE_VERB.fullmatch(reading.own or "x")
            else 0.25
            if not reading.own or names.likeness(promise.name, reading.own) < 0.99
            else 0.12
        )
    if named_part:
        bonus += 0.13
    elif reading.bracket and not _is_its_growth(scope, promise, reading):
        bonus -= 0.2
    if reading.part and not named_part and not promise.reading.part and _has_whole(scope, reading):
        bonus -= 0.3
    if reading.period and scope.cutoff_month and reading.period.last_month < scope.cutoff_month:
        bonus -= 0.02
    if promise.target.noun and promise.target.noun == reading.quantity.noun:
        bonus += 0.04
    elif _in_its_unit(scope, promise):
        bonus -= 0.15  # 民宿67家,床位1600张 beside a promise of 1500张
    ratio = ratio_of(promise, reading)
    if ratio is not None and reading.base and not Decimal("0.005") <= ratio <= 40:
        bonus -= 0.15
    return bonus


_GREW = sought(r"\((?:同比)?(?:增长|上升|下降|增|降)?\s?[+-]?")


def _is_its_growth(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """工业投资262.8亿元(同比增长_7.2%): nothing but how what stands before the bracket grew."""
    if not promise.measure == reading.measure == "growth":
        return False
    opens = scope.text.rfind("(", 0, reading.start)
    bare = opens >= 0 and _GREW.fullmatch(scope.text, opens, reading.start) is not None
    return bare and names.likeness(promise.name, reading.subject) >= 0.8


def _in_its_unit(scope: Scope, promise: Promise) -> bool:
    """Whether another figure has the very unit of the promise, and a name that is in the promise's."""
    known, noun = scope.in_its_unit, promise.target.noun
    if id(promise) not in known:
        known[id(promise)] = promise.measure == "amount" and any(
            r.quantity.noun == noun and r.voice == "report" and len(r.own) >= 2 and r.own in promise.name
            for r in scope.found
        )
    return known[id(promise)]


def _named_like(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """新增托位371个,其中普惠托位312个 beside 新增普惠托位350个: the part is what was promised, the whole is more."""
    alike = names.likeness(promise.name, reading.own) if reading.own else 0.0
    mark = _marks(reading.own, _whole(scope, reading))
    marked = len(mark) >= 2 and promise.name.startswith(mark)  # 重点人群签约率82.6% for 重点人群家庭医生签约率
    return (alike >= 0.95 or (alike >= 0.8 and marked)) and (reading.bracket or (bool(mark) and mark in promise.name))


def _marks(own: str, whole: Reading | None) -> str:
    """The word by which the part's name says more than the whole's: 普惠 of 普惠托位 and 托位."""
    if whole is None:
        return ""
    name = names.folded(own)
    end = next((n for n in range(len(name) - 1, 0, -1) if names.folded(whole.name).endswith(name[-n:])), 0)
    if end < 2:  # 区领导外出招商19批次,其中主要领导带队4批次: called otherwise than the whole
        return name if len(name) >= 3 and name not in names.folded(whole.name) else ""
    return name[: len(name) - end]


def _whole(scope: Scope, part: Reading) -> Reading | None:
    return next(
        (
            r
            for r in reversed(scope.found)
            if r.sentence == part.sentence
            and r.start < part.start
            and not (r.part or r.bracket)
            and r.voice == "report"
            and r.quantity.noun == part.quantity.noun
        ),
        None,
    )


def _has_whole(scope: Scope, part: Reading) -> bool:
    """已建成36座,其中三类公厕22座: the number that this one is a part of stands just before it."""
    return any(
        r.sentence == part.sentence
        and r.start < part.start
        and not (r.part or r.bracket)
        and r.voice == "report"
        and r.quantity.noun == part.quantity.noun
        and r.base >= part.base
        and names.BARE_VERB.fullmatch(r.own or "完成")
        and names.stage(r.lead + r.own + r.tail[:10]) is None
        for r in scope.found
    )


def ratio_of(promise: Promise, reading: Reading) -> Decimal | None:
    """The figure over the promised one; None where it makes no sense."""
    if promise.measure != "amount":
        return None
    base = promise.target.value * promise.target.magnitude
    return reading.base / base if base else None
