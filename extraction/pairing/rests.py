"""What is done and what is left make the plan, by the sum, whatever the figure is called.

新建幼儿园6所。东门、柳溪2所已开园;其余4所主体施工中。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.numbers import units
from extraction.promises import stages
from extraction.promises.targets import Promise
from extraction.records import Target
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

LEFT = sought(r"(?:^|[,;、。:])\s?(?:其余|剩余|余下|剩下|另外?|还有|尚有|[还尚]剩|[还尚]?余)(?:的)?\s?$")
CUE = cue(LEFT)


def mark_rests(found: Sequence[Reading]) -> None:
    """Note on each figure how many of its unit are left right behind it, in place."""
    last: Reading | None = None
    for r in found:
        if r.bracket or r.measure != "amount":
            continue
        if LEFT.search(r.lead):
            near = last is not None and last.quantity.noun == r.quantity.noun and r.sentence - last.sentence <= 1
            if last is not None and near and last.voice == "report":
                last.rest = r.base
        elif last is None or r.quantity.noun == last.quantity.noun or r.sentence != last.sentence:
            last = r


_PART = sought(r"[^,。;、:()\d]{0,6}中?,?(?:已?有|已|仅|只)?")  # 余下7件中5件
_NEXT = sought(r"[,、](?:另|还)?有?")  # 其余9项中有4项进入测试、5项待批


def silence_parts_of_rests(text: str, found: Sequence[Reading]) -> None:
    """余下7件中5件已完成流程再造: what came of those that are left answers nothing, in place."""
    for index, rest in enumerate(found):
        if rest.measure != "amount" or rest.bracket or not LEFT.search(rest.lead):
            continue
        between, at, told = _PART, rest.quantity.end, rest.base
        for r in found[index + 1 :]:
            right_behind = between.fullmatch(text, at, r.start) is not None
            if not right_behind or r.quantity.noun != rest.quantity.noun or r.base > told:
                break
            rest.voice = r.voice = "context"
            told, at, between = told - r.base, r.quantity.end + len(_told_of(r)), _NEXT


_OF_IT = re.compile(r"[^,。;、:()\d]*")


def _told_of(r: Reading) -> str:
    told = _OF_IT.match(r.tail)
    return told[0] if told else ""


def make_it(promise: Promise, reading: Reading) -> bool:
    """Whether the figure and what is left behind it are what was promised."""
    if reading.rest is None or promise.measure != "amount" or promise.target.noun != reading.quantity.noun:
        return False
    if names.stage(stages.words(reading)) is not None:
        return False  # 主体工程已完工8个,其余4个正在施工
    return reading.base + reading.rest == promise.target.value * promise.target.magnitude


_UNDER_WAY = re.compile(
    r"[^,。;]{0,6}(?:正|在|[因由受]|结转|推迟|延至|顺延|转[入到]|未|预计|将|计划|力争|年底|\d{1,2}月|室外|主体|暑期|秋季|陆续|尚)"
)
_SHORT = sought(
    r"[,;、]\s?(?:距(?:离)?(?:全年|年度)?(?:目标|任务))?(?:[还尚仍]差|[还尚仍]缺|尚欠|仍欠)(?:了)?\s?"
)  # 新建食堂7个,还差5个


def _left_behind(text: str, done: Reading, left: Reading) -> bool:
    """已完工3所,其余5所正在施工; 已建成96口,还有34口结转下年."""
    did = sought(r"已|完成|建成|完工|竣工").search(done.lead) is not None
    return did and bool(LEFT.search(left.lead)) and _UNDER_WAY.match(text, left.quantity.end) is not None


def rests(text: str, found: Sequence[Reading]) -> Iterator[tuple[Reading, Target]]:
    """已完工3所,其余5所正在施工: where no plan stands, what is done and what is left make it: 8所."""
    for done, left in pairwise(found):
        between = text[done.quantity.end : left.start]
        if (
            done.voice != "report"
            or done.bracket
            or left.bracket
            or done.measure != "amount"
            or done.sentence != left.sentence
            or done.quantity.noun not in units.COUNTED
            or left.quantity.noun != done.quantity.noun
            or not (_SHORT.fullmatch(between) or _left_behind(text, done, left))
            or len(names.folded(done.name)) < 2
            or names.stage(stages.words(done)) is not None
            or _DEALT_WITH.fullmatch(done.name)
            or any(_plans(r, done, left) or _were_found(r, done, left) for r in found)
        ):
            continue
        quantity = done.quantity
        yield (
            done,
            Target(
                "==",
                done.value + left.base / quantity.magnitude,
                quantity.unit,
                f"{quantity.text}+{left.quantity.text}",
                None,
                None,
                magnitude=quantity.magnitude,
                noun=quantity.noun,
                countable=True,
                derived_from=((done.start, quantity.end), (left.start, left.quantity.end)),
            ),
        )


_DEALT_WITH = sought(r"(?:整改|核查|核实|查处|处置|办结|办理|销号|答复|回复|调处)(?:到位|完毕)?")  # what came in


def _were_found(r: Reading, done: Reading, left: Reading) -> bool:
    """发现问题27个,已整改8个,其余19个正在整改: as many as were found are what nobody planned."""
    told = r.voice == "context" and r.start < done.start and r.quantity.noun == done.quantity.noun
    return told and r.base == done.base + left.base


def _plans(r: Reading, done: Reading, left: Reading) -> bool:
    """Whether this number is the plan that what is done and what is left make up."""
    same = r.voice == "promise" and r.quantity.noun == done.quantity.noun
    return same and (r.base == done.base + left.base or r.sentence == done.sentence)
