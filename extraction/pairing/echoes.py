"""A plan told without a word of planning: what follows it, dated, tells the same things again with what became of them.

    安排我市新改建农村公路360公里、改造危桥42座。截至7月底,新改建农村公路完工188公里,危桥改造完工19座。
    新建改造公厕36座。已建成36座,其中三类以上公厕22座。
    改造农村户厕5900户,其中城郊3000户。目前已完成4730户,其中城郊2100户。

No word of the first sentence decides, but its answer: the same things in the same units, under a word of reporting.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from extraction.numbers import units
from extraction.numbers.counted_alike import counts_alike
from extraction.outline.items import Item, Sentence
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.voices.funds import is_told_money
from extraction.words import names, wording

_TOLD = sought(
    r"已|目前|截至|截止|累计|现有|现已|实际(?!利用|使用|吸收)|全部|(?<![平户人年月日])均(?![衡价值线])|同比|环比|上年|去年|正在|完工|竣工|建成(?!区)|"
    r"今年以来|年初以来|前[一二三四五六七八九十\d]{1,2}个月|(?<![到在至])完成了|占(?!地|道|比|规上|GDP|[^,。;\d]{2,14}(?:比重|比例))|排名|居全|分别为|增长\d|下降\d|到位(?!(?:[市省县旗区境]外|[内外])?资金)|[本当]月(?![底末]?前)|(?:\d月|季度|半年)(?!底?前|末?前|底?要)"
)
_DATED = sought(
    r"\s?(?:[“\"]?)(?:截至|截止|目前|至今|现已|已|现|实际|经|上半年|前[一二三]季度|全年(?:共|累计|实际)"
    r"|至?\d{1,2}(?:-\d{1,2})?月|今年以来|累计|共)"
)
_TO = sought(r"达到?\s?$")  # 普及率达到52%。1-9月完成53.8%
_BUILT = sought(r"\s?(?:[一二三四五六七八九十]是|\(?\d{1,2}[.、)])?(?:建成|竣工)(?!了)")
_REACH = 2  # sentences after the plan
_FEWEST, _MOST = 2, 40  # goals of one sentence that the next tells again
_LOOKED_AT = sought(wording.LOOKED_AT)
_LONGEST_LIST = 12  # points between a plan and the account of them all


def mark_echoed(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to the numbers of a sentence that a dated one tells again, in place."""
    by_sentence = {number: list(group) for number, group in groupby(found, key=lambda r: r.sentence)}
    for number, planned in list(by_sentence.items())[:-1]:  # behind the last nothing is told again
        open_ones = [
            r for r in planned if _may_promise(r) and not is_told_money(text, r) and not is_news(text, found, r)
        ]
        shared = any(
            r.voice in ("claim", "gap") or _is_bracketed_goal(r) for r in planned
        )  # 分别完成6540人和1378人,为任务的109%、91.9%
        if not shared:
            _told_again_in_full(text, item, by_sentence, number)
        if not open_ones or shared or not _tells_nothing(text, item, number):
            continue
        answers = _answers(text, item, by_sentence, number) or _behind_list(text, item, by_sentence, number)
        answers = [a for a in answers if not _has_another_goal(a, found, open_ones)]
        echoed = [
            r for r in open_ones if any(echoes(r, a, open_ones) and not _is_headings(a, r, found) for a in answers)
        ]
        if echoed:
            for reading in listed_with(text, open_ones, echoed):
                reading.voice, reading.cued = "promise", True


def _has_another_goal(answer: Reading, found: Sequence[Reading], plans: Sequence[Reading]) -> bool:
    """普及率达到73% (a title). 达到73%,比年度目标提高了3个百分点: by the sum its goal is none of these."""
    at = index_of(found, answer.start) + 1
    gap = found[at] if at < len(found) else None
    if gap is None or gap.voice != "gap" or gap.sentence != answer.sentence or answer.quantity.noun != "%":
        return False
    return all(abs(abs(answer.value - p.value) - abs(gap.value)) > abs(gap.value) / 10 for p in plans)


_TITLE_ENDS, _SECOND_TITLE = 8, 28  # characters behind its figure
_STORY = 6  # sentences below the title in which it is told again, and its goal
_SO_FAR = sought(r"今年以来|上半年|前[一二三]季度|前[一二三四五六七八九十\d]{1,2}个月|1-\d{1,2}月|截至")


def is_news(text: str, found: Sequence[Reading], r: Reading) -> bool:
    """全市新增就业3.4万人 as a title, 前九个月新增就业3.4万人 below it: what is told again as done was no plan."""
    # 新增床位3180张 民生答卷“超纲”: behind a blank the title goes on
    reach = _SECOND_TITLE if text[r.quantity.end : r.quantity.end + 1].isspace() else _TITLE_ENDS
    if r.sentence or r.bracket or text.find("\n", r.quantity.end, r.quantity.end + reach) < 0:
        return False
    behind = [o for o in found if 1 <= o.sentence <= _STORY and o.quantity.noun == r.quantity.noun and not o.bracket]
    again = any(o.base == r.base and _SO_FAR.search(o.clause_lead) and echoes(r, o, [r]) for o in behind)
    return again and any(o.base != r.base and echoes(r, o, [r]) for o in behind)


def _told_again_in_full(text: str, item: Item, by_sentence: dict[int, list[Reading]], number: int) -> None:
    """投资增长10%,达标率达到85%,货运量664万吨。1-9月,投资增长…,达标率为…: goals of every kind, in place."""
    named = [r for r in by_sentence[number] if _is_named(r)]
    if len(named) < _FEWEST or not any(number + n in by_sentence for n in range(1, _REACH + 1)):
        return
    sentence = item.sentences[number]
    told = _TOLD.search(text, sentence.start, sentence.end)
    while told is not None and told.group()[:2] in ("增长", "下降"):
        told = _TOLD.search(text, told.end(), sentence.end)
    if told is not None or _DATED.match(text, sentence.start, sentence.end) or _is_labelled(text, sentence):
        return
    answers = [r for r in _answers(text, item, by_sentence, number) if r.voice == "report" and _is_named(r)]
    again: list[Reading] = []
    behind = 0
    for r in named if len(named) <= _MOST else ():
        like = (n for n in range(behind, len(answers[:_MOST])) if _is_same(r, answers[n]))
        if (found := next(like, None)) is not None:
            again.append(r)
            behind = found + 1
    if len(again) >= _FEWEST and len(again) * 3 >= len(named) * 2:
        for r in again:
            r.voice, r.cued = "promise", True


def _is_same(plan: Reading, answer: Reading) -> bool:
    return plan.measure == answer.measure and names.likeness(plan.own, answer.own) >= 0.8


def _is_named(r: Reading) -> bool:
    plain = r.measure in ("amount", "percent", "growth") and not (r.bracket or r.part or r.settled)
    return plain and r.voice in ("report", "promise") and len(names.folded(r.own)) >= 2


def _is_bracketed_goal(r: Reading) -> bool:
    """接种2.18万名(任务数2.4万名): the goal behind it says that the figure tells."""
    return r.bracket and r.voice == "promise"


def _may_promise(r: Reading) -> bool:
    measured = r.measure == "amount" or (r.measure == "percent" and _TO.search(r.lead) is not None)
    return r.voice == "report" and measured and not (r.bracket or r.part or r.settled) and len(names.folded(r.own)) >= 2


def _tells_nothing(text: str, item: Item, number: int) -> bool:
    sentence = item.sentences[number]
    opens = _BUILT.match(
        text, sentence.start, sentence.end
    )  # 建成高标准农田8万亩。目前已建成6万亩: its verb, no report
    if _TOLD.search(text, opens.end() if opens else sentence.start, sentence.end) is not None:
        return False
    return not _is_labelled(text, sentence)


def _is_labelled(text: str, sentence: Sentence) -> bool:
    line = text.rfind("\n", max(0, sentence.start - _LINE), sentence.start) + 1
    return _PERIOD.match(text, line, sentence.end) is not None


_PERIOD = sought(
    r"\s*(?:截至)?(?:第?[一二三]季度|本季度?|(?:1-)?\d{1,2}月份?|本月|上半年|前三季度)[末底]?(?:工作|任务|目标)?"
    r"(?:完成|进展|推进|落实|实施|执行)?(?:情况)?:"
)  # 三季度:…;办班42场。 上半年完成情况:…
_LINE = 240  # characters of its line before a sentence


def _answers(text: str, item: Item, by_sentence: dict[int, list[Reading]], number: int) -> list[Reading]:
    """The reports of the next sentences, from the first that is dated or begins with a word of reporting."""
    out: list[Reading] = []
    left = _REACH
    for following in range(number + 1, min(number + 1 + _LONGEST_LIST, len(item.sentences))):
        sentence = item.sentences[following]
        goes_on = bool(out) and text[item.sentences[following - 1].end - 1] == ";"  # …16个;8家…;3家…: one account
        left -= not goes_on
        if left < 0 or sentence.point != item.sentences[number].point:
            break
        if out or _DATED.match(text, sentence.start, sentence.end):
            told = [r for r in by_sentence.get(following, []) if r.voice == "report"]
            out += [r for r in told if not goes_on or len(names.folded(r.own)) >= 2]
    return out


def _behind_list(text: str, item: Item, by_sentence: dict[int, list[Reading]], number: int) -> list[Reading]:
    """一是新建…;二是改造…。目前,…: the account of all points of a list, behind the last; by name only."""
    point = item.sentences[number].point
    for following in range(number + 1, min(number + 1 + _LONGEST_LIST, len(item.sentences)) if point else 0):
        sentence = item.sentences[following]
        if _DATED.match(text, sentence.start, sentence.end):
            told = [r for n in (following, following + 1) for r in by_sentence.get(n, [])]
            return [r for r in told if r.voice == "report" and r.own and not names.BARE_VERB.fullmatch(r.own)]
        if sentence.point == point or not _tells_nothing(text, item, following):
            return []
    return []


def _is_headings(answer: Reading, plan: Reading, found: Sequence[Reading]) -> bool:
    """改造小区86个 over 协调难题52个。已完成改造67个: a verb alone answers what the heading promised, not the story."""
    bare = not answer.own or names.BARE_VERB.fullmatch(answer.own)
    return bool(bare) and any(
        p.heading
        and p.voice == "promise"
        and p.measure == answer.measure
        and p.start < plan.start
        and units.fits(p.quantity.noun, answer.quantity.noun)
        and (p.quantity.noun == answer.quantity.noun or plan.quantity.noun != answer.quantity.noun)
        for p in found
    )


def echoes(plan: Reading, answer: Reading, plans: Sequence[Reading]) -> bool:
    """Whether the answer tells of the same thing: by its name, or nameless where only one of the plans has its unit."""
    if answer.measure != plan.measure or not counts_alike(plan.own, plan.quantity.noun, answer.quantity.noun):
        return False
    if answer.bracket or answer.base > plan.base * 20:
        return False
    if _LOOKED_AT.search(plan.own) and not _LOOKED_AT.search(answer.lead):
        return False  # 走访摸排意向机构22家。已备案4家: what was looked at is no plan of what came of it
    if not answer.own or names.BARE_VERB.fullmatch(answer.own):
        if answer.own and plan.voice == "forecast" and plan.own.startswith(answer.own):
            return True  # 将开工安置房360套,建成290套。已开工310套,建成170套: each verb its own
        return sum(counts_alike(p.own, p.quantity.noun, answer.quantity.noun) for p in plans) == 1
    return names.likeness(plan.own, answer.own) >= 0.6


def listed_with(text: str, plans: list[Reading], echoed: list[Reading]) -> list[Reading]:
    """With one member of a list 、 the others: 改造公厕36座、更新公交车60辆; with most of a sentence all of it."""
    if len(echoed) > 1 and len(echoed) * 2 > len(plans):
        return plans
    first, last = echoed[0], echoed[-1]
    inside = [p for p in plans if first.start <= p.start <= last.start]
    for plan in plans[plans.index(last) + 1 :]:
        if sought(r"[^,;。]{0,6}、.*").fullmatch(text[inside[-1].quantity.end : plan.start]) is None:
            break
        inside.append(plan)
    return inside
