"""Whose a stated share of a plan is: the indicator of its figure, the promise before it, or one of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from extraction.answers.labelled_shares import labelled
from extraction.answers.nearness import ratio_of
from extraction.answers.other_setters import setter_of
from extraction.answers.plan_before_share import promise_of_share
from extraction.pairing.share_arithmetic import explains
from extraction.promises import stages
from extraction.promises.due_dates import due_of_share
from extraction.promises.links import Link, Scope, Share
from extraction.promises.parts_of_works import part_done
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names


def attach_shares(scope: Scope, links: list[Link], shares: Sequence[Share]) -> None:
    """Each share goes to the indicator it speaks of; one of a figure of its own makes a new one."""
    by_actual = {id(entry.actual): entry for entry in links if entry.actual is not None}
    for share in shares:
        if alone := labelled(scope, links, share):
            for each in alone:
                each.shares.append(share)
            continue
        if (works := _of_the_work(links, share)) is not None:
            works.shares.append(share)
            continue
        entry = by_actual.get(id(share.of)) if share.of is not None else None
        if entry is not None and (other := _of_another_goal(links, entry, share)) is not None:
            other.actual, other.refusal, other.refused = share.of, None, None
            other.reason = "the share that the source states is this figure's of this plan"
            entry = other
        if entry is None and share.of is None:
            entry = _of_plan_in_bracket(scope, links, share)
        if entry is None and share.of is None:
            entry = promise_of_share(scope, links, share)
        if entry is None and share.of is None and _of_the_whole(share) and (shared := _unanswered(links)):
            for each in _named_with(scope, shared, share):
                each.shares.append(share)
            continue
        if entry is not None and _of_two(entry, share):
            links.append(Link(None, share.of, shares=[share], reason=entry.reason))
            continue
        if entry is None:
            if share.reading.voice != "claim":
                continue
            if share.of is not None and (plan := _by_sum(links, share)) is not None:
                plan.actual, plan.refusal, plan.refused = share.of, None, None
                plan.reason = "the share that the source states is this figure's of this plan"
                plan.shares.append(share)
                by_actual[id(share.of)] = plan
                continue
            if share.of is not None and (known := _same_figure(links, share)) is not None:
                known.shares.append(share)
                continue
            entry = Link(None, share.of, reason="the source gives its own share of the plan")
            if share.of is None and not named_before(scope, share.reading):
                continue
            links.append(entry)
            if share.of is not None:
                by_actual[id(share.of)] = entry
        entry.shares.append(share)


_WORKS_WAY = sought(r"(?:总体|整体|形象|工程|施工|建设)+进度(?:已|约|为|达到?|完成)*\s?$")


def _of_the_work(links: Sequence[Link], share: Share) -> Link | None:
    """改造小区21个,21个全部开工,9个完成外墙粉刷,工程总体进度48%: how far all of it is, no share of a step."""
    of = share.of
    if of is None or _WORKS_WAY.search(share.reading.lead) is None:
        return None
    if not part_done("", of) and names.stage(stages.words(of)) != "started":
        return None
    open_ones = [e for e in links if e.promise is not None and e.actual is None and not e.shares]
    return next((e for e in reversed(open_ones) if e.promise and e.promise.target.noun == of.quantity.noun), None)


def _of_plan_in_bracket(scope: Scope, links: list[Link], share: Share) -> Link | None:
    """完成率仅41%(任务620户,改造254户): the share is of the plan that opens the bracket right behind it."""
    end = share.reading.quantity.end
    for entry in links:
        plan = entry.promise.reading if entry.promise is not None else None
        in_bracket = plan is not None and plan.bracket and not entry.shares
        if in_bracket and plan is not None and _OPENS_BRACKET.fullmatch(scope.text, end, plan.start):
            return entry
    return None


_OPENS_BRACKET = sought(r"(?:以上|左右)?\s?\([^()\d,。;]{0,6}")


_SOME_DAY = date(1, 1, 31)  # for whom only asks whether a share is of a part of the year


def _of_two(entry: Link, other: Share) -> bool:
    """占市下达任务的92%,占县下达目标的66%: shares of plans that two have set; also where one of them is numbered.

    占前三季度计划的93.4%,占年度计划的70.1%: or of a part of the year and of all of it.
    """
    plan, part = entry.promise, due_of_share(other.reading, 1, _SOME_DAY)
    numbered = plan is not None and explains(other.reading, other.of, plan.reading)
    if plan is not None and plan.due is None and part is not None and not numbered:
        return True
    if not entry.shares:
        return False
    last = entry.shares[-1].reading
    if plan is None and due_of_share(last, 1, _SOME_DAY) != part:
        return True
    mine, its = setter_of(other.reading), setter_of(last)
    if plan is not None and plan.tier == "stretch":
        its = "stretch"  # 占确保目标的48%,占力争目标80亿元的45%: the word stands before the number
    two = bool(mine and its) or "stretch" in (mine, its)  # 占岛城工作目标的77.1%,占岛城奋斗目标的70.4%
    return two and mine != its and not numbered


_BACK, _AHEAD = 8, 4  # numbers before a plan, and behind it, among which its figure is sought


def answer_by_share(scope: Scope, links: Sequence[Link]) -> None:
    """完成投资182亿元,…;年度计划280亿元,完成率65%: the figure before the plan that its share comes to.

    为全年任务(2600人)的53.4%,已筛查1388人: or the one behind the share, in the plan's sentence.
    """
    taken = {id(link.actual) for link in links if link.actual is not None and (link.promise or link.shares)}
    for link in links:
        if link.promise is None or link.actual is not None or len(link.shares) != 1:
            continue
        plan, share = link.promise.reading, link.shares[0].reading
        at = index_of(scope.found, plan.start)
        before = [r for r in scope.found[max(0, at - _BACK) : at] if r.voice == "report" and id(r) not in taken]
        told = [r for r in before if not r.bracket and plan.sentence - r.sentence <= 1 and explains(share, r, plan)]
        if not told:
            behind = scope.found[at : at + _AHEAD]
            told = [
                r for r in behind if _just_behind(scope, r, share) and id(r) not in taken and explains(share, r, plan)
            ]
        if len(told) == 1 and told[0].owner == plan.owner:
            link.actual, link.refusal, link.refused = told[0], None, None
            link.reason = "the share that the source states is this figure's of this plan"


def _just_behind(scope: Scope, r: Reading, share: Reading) -> bool:
    told = r.voice == "report" and not (r.bracket or r.part) and r.start > share.start
    goes_on = scope.text[share.quantity.end : share.quantity.end + 1] == ","
    return told and (r.sentence == share.sentence or (goes_on and r.sentence == share.sentence + 1))


_DELAYED = sought(  # 创新中心因图审滞后,仅完成年度计划的63.4%
    r"(?P<thing>[\u4e00-\u9fff]{3,20}?)(?:因|由于|受|进展|进度|推进|项目进展)[^,。;\d]{2,24},(?:[^,。;%]{0,20})$"
)
_PROBLEMS = sought(  # 困难职工帮扶 is work, no difficulty
    r"(?:问题(?!楼盘|线索)|(?<!经济)困难(?![重残职群家学党老户人妇儿企师生青村镇和、]|对象|救助|帮扶)|不足|短板|薄弱环节|差距)"
)


_EVERYTHING = sought(  # 规模以上工业, 亿元以上项目, 整体搬迁 are one thing
    r"(?<![模额元亿万吨人米亩岁级瓦户家年张名床个%)])以上|上述|总体(?!规划)|整体(?!搬迁|改造|迁建|提升|移交)|实事|民生(?:工程|项目)$|重点工作$|各项|平均|任务$"
)


_OF_THE_SITE = sought(r"(?:项目|工程)?(?:施工|建设)?总体?")  # 项目施工总|进度达到90% names no project


def named_before(scope: Scope, reading: Reading) -> bool:
    """Whether it is told what the lone share is of, which may stand before its clause, and that is one thing."""
    if reading.owner and len(names.folded(reading.subject)) < 2:
        reading.subject = _thing_of_others(scope, reading) or scope.item.topic
    named = _named_before(scope, reading) and _OF_THE_SITE.fullmatch(reading.subject) is None
    return named and len(names.folded(reading.subject)) >= 2 and _EVERYTHING.search(reading.subject) is None


def _thing_of_others(scope: Scope, reading: Reading) -> str:
    """甲县完成投资5亿元,占计划的57%;乙县完成年度计划的70%: what was told of the places before it, if of one thing."""
    before = (r for r in scope.found if r.start < reading.start and r.owner and not (r.bracket or r.part))
    told = {r.name for r in before if r.owner != reading.owner and r.voice in ("report", "promise") and r.name}
    return told.pop() if len(told) == 1 else ""


def _named_before(scope: Scope, reading: Reading) -> bool:
    """No section of problems is it; what is delayed is."""
    if len(names.folded(reading.own)) >= 2 or reading.owner:
        return True
    if _PROBLEMS.search(scope.item.title[:16]) and reading.subject in scope.item.title:
        return False
    sentence = scope.item.sentences[reading.sentence]
    if said := _DELAYED.match(scope.text, sentence.start, reading.start):
        reading.subject = said["thing"]
    return True


def _by_sum(links: list[Link], share: Share) -> Link | None:
    """新建18万亩。目前新建项目完工14.8万亩,占计划的82.2%: the one open plan of which it is that share."""
    assert share.of is not None
    fitting = [
        e
        for e in links
        if e.promise is not None
        and (e.actual is None and not e.shares)
        and e.promise.reading.sentence <= share.reading.sentence  # a later plan that fits is chance
        and e.promise.target.noun == share.of.quantity.noun != ""
        and (ratio := ratio_of(e.promise, share.of)) is not None
        and abs(ratio * 100 - share.reading.value) < Decimal("0.06")
    ]
    return fitting[0] if len(fitting) == 1 else None


def _of_another_goal(links: list[Link], entry: Link, share: Share) -> Link | None:
    """占省下达目标(36亿元)的58.9%,为市定目标的53%: the figure answers one goal, and the share is of an open other."""
    ratio = ratio_of(entry.promise, share.of) if entry.promise is not None and share.of is not None else None
    if ratio is None or entry.promise is None or explains(share.reading, share.of, entry.promise.reading):
        return None
    if abs(ratio * 100 - share.reading.value) >= 1 and (other := _by_sum(links, share)) is not None:
        return other
    # 开工率51.37% of the 10180 that the city set, where the province set 10020 of the same
    value, called = share.reading.quantity.value, entry.promise.name
    if value is None or value.as_tuple().exponent != -2:
        return None
    open_ones = ((e, e.promise) for e in links if e.promise is not None and e.actual is None and not e.shares)
    exact = [
        e
        for e, plan in open_ones
        if names.likeness(plan.name, called) >= _ALIKE and explains(share.reading, share.of, plan.reading)
    ]
    return exact[0] if len(exact) == 1 else None


_ALIKE = 0.6


def _of_the_whole(share: Share) -> bool:
    """目前总体进度80%: said of everything that the heading promised."""
    words = share.reading.clause_lead + share.reading.subject
    return sought(r"总体|整体|总的?进度|综合").search(words) is not None and not share.reading.bracket


def _unanswered(links: list[Link]) -> list[Link]:
    """The heading's promises where none of them has an answer of its own."""
    headed = [e for e in links if e.promise is not None and e.promise.reading.heading]
    told = any(e.actual is not None or e.shares or e.promise is None for e in links)
    return [] if told or any(e.promise and e.promise.measure != "amount" for e in headed) else headed


def _named_with(scope: Scope, shared: list[Link], share: Share) -> list[Link]:
    """高标准农田正在施工中,整体进度70%: those that its own sentence names, if it names any; else all of them."""
    sentence = scope.item.sentences[share.reading.sentence]
    before = scope.text[sentence.start : share.reading.start]
    named = [e for e in shared if e.promise is not None and _ends_in(names.folded(e.promise.name), before)]
    return named or shared


_TAIL = 3  # characters that tell a thing, whatever verb leads it


def _ends_in(name: str, words: str) -> bool:
    return len(name) > 2 and name[-_TAIL:] in words


def _same_figure(links: list[Link], share: Share) -> Link | None:
    """The indicator whose actual is this very figure told again, or the whole of this part (其中9月380户,完成率82%)."""
    assert share.of is not None
    for entry in links:
        if (
            entry.actual is not None
            and entry.promise is not None
            and entry.actual.quantity.unit == share.of.quantity.unit
            and (entry.actual.base == share.of.base or (share.of.part and entry.actual.sentence == share.of.sentence))
        ):
            ratio = ratio_of(entry.promise, entry.actual)
            if ratio is not None and abs(ratio * 100 - share.reading.value) < 1:
                return entry
    return None
