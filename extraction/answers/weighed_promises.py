"""Promises whose verb or order no rule knows, and what rules took for one, by the weight of all their words.

The rules come first. Where all the words together say otherwise beyond doubt (weighing/model.py), the weights are
heard:

县定8所,已揭牌7所                         a promise whose verb no rule knows
分别建成4.1万亩、4.2万亩                  no promises, whatever the plan before them

The bounds are those at which texts that nothing was learned from were read best.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.answers.placed_promises import LIKELY, is_placed, is_proved
from extraction.answers.promised_beside import promise_beside
from extraction.answers.same_verb_beside import is_same_verb_beside
from extraction.answers.set_after_told import is_set_behind
from extraction.answers.told_whatever import is_told, tells_of_no_plan
from extraction.answers.weighed_candidates import (
    THOUGH_CALLED_OTHERWISE,
    called_otherwise,
    candidates,
)
from extraction.outline.items import Item
from extraction.pairing.ends_told import is_dated_telling
from extraction.pairing.opening_plans import HEADLINE
from extraction.pairing.periods_told import told_in_steps
from extraction.sentences.readings import Reading, Voice
from extraction.sought import sought
from extraction.weighing.model import Weigher
from extraction.words import names

_ALL_OF_IT = sought(r"(?:开工|动工|竣工|完工|建成|完成|入住|落实|办结|合格|普及|达标)率$")  # and no 拨备覆盖率达到150%
_ALONE = 0.97  # a promise, whether anything answers it or not
_RATE_ALONE = 0.99
_TOLD_IN_WORDS = 0.5  # where the next clause says without a number what became of it


_WITH_ITS_ANSWER = 0.6  # the two chances together


_LIKELY_RATE = 0.6  # a growth or a share of something has many neighbours that are called nearly so


_AMONG_GOALS, _GOALS = 0.15, 3  # what opens its part of a list, where so many other parts open with goals


_PART = 200  # characters in which a part of a list begins


_AGAINST_A_RULE = 0.9  # where rules heard another year, another's figure, a forecast


_TOLD_APART = ("context", "base", "forecast")


_NO_PROMISE = 0.05  # below it what rules called a promise is none


def reports_by_weight(weigher: Weigher, item: Item, found: Sequence[Reading]) -> None:
    """Take the voice of a promise from what none of its words makes one, in place; what its place promises stays."""
    for index, r in enumerate(found):
        if r.voice != "promise":
            continue
        if is_placed(weigher, item, found, index):
            continue
        if (
            _is_no_promise(weigher, r)
            and not _among_promises(weigher, found, index)
            and not is_proved(weigher.text, found, r)
        ):
            told: Voice = (
                "claim"
                if r.measure == "completion" and _is_of_a_plan(found[max(0, index - _NEAR) : index], r)
                else "report"
            )
            r.voice = "forecast" if _STRIVEN_FOR.search(r.lead) else told


def _is_no_promise(weigher: Weigher, r: Reading) -> bool:
    return weigher.promised(r.start, thorough=True) <= _NO_PROMISE


_JOINED = sought(r"[、和及与]")


def _among_promises(weigher: Weigher, found: Sequence[Reading], index: int) -> bool:
    """增速分别为8%、5%: numbers with nothing between them speak alike; half of them may speak for all."""
    run = [found[index]]
    for r in found[index + 1 :]:
        if not _is_joined(weigher.text, run[-1], r):
            break
        run.append(r)
    for r in reversed(found[:index]):
        if not _is_joined(weigher.text, r, run[0]):
            break
        run.insert(0, r)
    return len(run) > 1 and sum(not _is_no_promise(weigher, r) for r in run) * 2 >= len(run)


def _is_joined(text: str, one: Reading, other: Reading) -> bool:
    same = one.quantity.noun == other.quantity.noun
    return same and _JOINED.fullmatch(text, one.quantity.end, other.start) is not None


def _is_of_a_plan(before: Sequence[Reading], share: Reading) -> bool:
    """Whether the share has no name of its own, or that of a plan before it."""
    if len(names.folded(share.own)) < 2:
        return True
    plans = (p for p in before if p.voice == "promise" and p.measure == "amount")
    return any(names.likeness(p.own, share.own) >= _CALLED_SO for p in plans)


_NEAR, _CALLED_SO = 8, 0.5  # numbers before a share among which its plan stands; likeness of their names


_STRIVEN_FOR = sought(  # 力争开工项目1个, 计划6月底前到资1200万美元 tell of nothing done
    r"(?:(?:力争|争取|拟|预计)(?:\d{1,2}月[^,。;\d]{0,3})?|计划\d{1,2}月[^,。;\d]{0,3}前)[^,。;\d]*$"
)


def promises_by_weight(weigher: Weigher, item: Item, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to what all its words make one, in place."""
    headed = {r.quantity.noun for r in found if r.voice == "promise" and r.heading}
    if headed:
        reports_by_weight(weigher, item, found)  # below a heading that promises, rules took wholes and parts for plans
    opens = _openers(weigher.text, found)
    headed_so = {(r.base, r.quantity.noun) for r in found if r.voice == "promise" and r.heading and not r.bracket}
    last_set = {(n, r.quantity.noun): r.start for r in found if r.voice == "promise" for n in (r.own, r.subject) if n}
    in_steps = told_in_steps(found)
    held = {id(p.behind) for p in found if p.voice == "promise"}  # against a goal behind them
    for index, r in enumerate(found):
        told_apart = r.voice in _TOLD_APART
        if (r.voice != "report" and not told_apart) or (
            r.voice in ("context", "base") and tells_of_no_plan(weigher.text, r)
        ):
            continue
        if r.settled or id(r) in held or id(r) in in_steps or _is_nameless(r):
            continue
        if HEADLINE.match(weigher.text, r.quantity.end):
            continue
        if r.measure == "percent" and r.value > 100 and _ALL_OF_IT.search(r.own):
            continue  # 危房改造开工率达102%: nobody promises more than all
        likely = weigher.promised(r.start)
        # of most numbers the weights say no, and each other question asks for words that most have not
        if likely < (_AMONG_GOALS if id(r) in opens else LIKELY) or is_told(weigher.text, found, index):
            continue
        if (r.base, r.quantity.noun) in headed_so:
            continue  # 本年度项目36万亩全部开工, below the heading that promised them
        if last_set.get((r.own, r.quantity.noun), 0) > r.start or is_set_behind(found, index):
            continue  # a goal of the very name is set behind it
        if r.part and index and _is_part_beside(found[index - 1], r):
            continue  # 其中市级450场,县级1350场: parts of one list speak alike, and its first was no plan
        # what a heading promises in this unit, the story tells of; 今年以来,引进企业12家、建成8家 tells all it lists
        told_of = told_apart or r.quantity.noun in headed or is_dated_telling(weigher.text, item, r)
        if id(r) not in opens and likely < (
            _AGAINST_A_RULE if told_of else _LIKELY_RATE if r.quantity.is_percent else LIKELY
        ):
            continue
        alone = _TOLD_IN_WORDS if _IN_WORDS.match(weigher.text, r.quantity.end) else _ALONE
        alone = max(alone, _RATE_ALONE) if r.quantity.is_percent else alone
        alone = min(alone, _AMONG_GOALS) if id(r) in opens else alone
        if likely >= alone or likely * _best_answer(weigher, found, r) >= _WITH_ITS_ANSWER:
            r.voice = "promise"
            promise_beside(found, index)


def _is_part_beside(before: Reading, r: Reading) -> bool:
    alike = before.part and before.voice == "report" and before.quantity.noun == r.quantity.noun
    return alike and before.sentence == r.sentence and before.measure == r.measure == "amount"


def _openers(text: str, found: Sequence[Reading]) -> set[int]:
    """Numbers that open a part of a list, bare, as goals open the others: …300处,完成231处;广告整治100处,…"""
    if sum(r.voice == "promise" and not r.heading for r in found) < _GOALS:
        return set()
    first: dict[int, Reading] = {}
    measured: set[int] = set()
    for r in found:
        low = max(0, r.start - _PART)
        start = max(low - 1, *(text.rfind(mark, low, r.start) for mark in ";。\n"))
        measured |= {start} if r.voice in ("claim", "gap") else set()
        if not r.bracket:
            first.setdefault(start, r)
    goals = sum(r.voice == "promise" and not r.heading for r in first.values())
    if goals < _GOALS or goals * 2 < len(first):
        return set()
    bare = {start: r for start, r in first.items() if r.voice == "report" and r.measure == "amount" and not r.part}
    return {
        id(r)
        for start, r in bare.items()
        if r.quantity.unit and start not in measured and _OPENS_BARE.fullmatch(text, start + 1, r.start) is not None
    }


def _is_nameless(r: Reading) -> bool:
    """木县 600 588: a bare number of nothing."""
    return not (r.quantity.noun or r.own or r.subject)


def _best_answer(weigher: Weigher, found: Sequence[Reading], promise: Reading) -> float:
    text = weigher.text
    reports = [r for r in candidates(text, found, promise) if r.voice == "report"]
    reports = [r for r in reports if not is_same_verb_beside(text, promise, r)]
    likely = [(weigher.answers(promise.start, r.start), r) for r in reports]
    return max((a for a, r in likely if a >= THOUGH_CALLED_OTHERWISE or not called_otherwise(promise, r)), default=0.0)


_IN_WORDS = re.compile(  # 积水点改造18处--汛前全部完成; 草原围栏85万亩,草籽尚在采购
    r"[^,;。\d\n]{0,8}[,:;。-]{1,2}[^,;。\d\n]{0,12}(?:完成|建成|投用|投入使用|落实|到位|竣工|完工|完毕|实现|启动|开工|尚|待|正在?|未|暂|评审|招标|采购|反馈|公布"
    r"|核算|统计|调查|审[查核批]|施工|选址)[^,;。\d\n]{0,16}(?:[,;。\n]|$)"
)


_OPENS_BARE = re.compile(
    r"\s?(?:[一二三四五六七八九十]是|[(]?[\d一二三四五六七八九十]{1,3}[.、)])?"
    r"(?:(?!已|累计|共|完成|目前|截至|同比|其中|实际|上年|去年|今年以来|\d月|季度|半年|另)[^,;。\n\d]){3,30}"
)
