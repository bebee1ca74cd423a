"""Which actual answers which target, or why none does.

Inside one task every promise looks for the reading that answers it: same unit, same measure (a growth answers a
growth), same stage (申报 never answers 认定), same qualifiers, likest name, nearest place. What was near but refused is
kept as the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction import names, part_names, stages, units
from extraction.links import Link, Scope, Share
from extraction.readings import Reading
from extraction.sums import sum_places, sum_steps
from extraction.targets import Promise

ACCEPT = 0.6  # of the score below which a candidate does not answer


def link(scope: Scope, shares: list[Share]) -> list[Link]:
    """Every promise with its answer, then what has only a stated share."""
    links = [_denominated(share, scope) for share in shares if share.plan is not None]
    settled = {id(entry.promise) for entry in links}
    used = {
        id(entry.actual): entry.promise for entry in links if entry.actual is not None and entry.promise is not None
    }
    open_promises = [p for p in scope.promises if id(p) not in settled]
    links += _answers(scope, open_promises, used)
    answering = {id(entry.actual) for entry in links}
    _attach_shares(scope, links, [s for s in shares if s.plan is None and id(s.reading) not in answering])
    for entry in links:
        sum_steps(scope, entry)
        sum_places(scope, entry, answering)
    return sorted((entry for entry in links if not _incidental(entry)), key=_place)


_SIZE = re.compile(r"(?:涉及|惠及|受益|覆盖(?!率))")


def _incidental(entry: Link) -> bool:
    """计划造林8520亩,其中三北工程3780亩; ...,涉及居民2.1万户: details that nothing answers promise nothing."""
    if entry.promise is None or entry.actual is not None or entry.shares:
        return False
    place = entry.promise.reading
    return (place.part and not place.heading) or _SIZE.match(place.subject) is not None


def _place(entry: Link) -> int:
    if entry.promise is not None:
        return entry.promise.reading.start
    if entry.actual is not None:
        return entry.actual.start
    return entry.shares[0].reading.start if entry.shares else 0


def _denominated(share: Share, scope: Scope) -> Link:
    assert share.plan is not None
    entry = Link(share.plan, share.of, [share], reason="the source states the share of this plan")
    if share.of is not None and (_names_it(share.of) or not share.plan.reading.own):
        share.plan.name = share.of.name or share.plan.name
    return entry


def _names_it(reading: Reading) -> bool:
    """Whether the figure has a name of its own, and no mere verb (已入库11家)."""
    return len(names.folded(reading.own)) > 2 and names.BARE_VERB.fullmatch(reading.own) is None


def _answers(scope: Scope, promises: list[Promise], used: dict[int, Promise]) -> list[Link]:
    ranked: list[tuple[float, int, int, Promise, Reading, str]] = []
    refused: dict[int, tuple[float, Reading, str]] = {}
    for order, promise in enumerate(promises):
        for reading in scope.found:
            verdict = consider(scope, promise, reading)
            if verdict is None:
                continue
            score, why, ok = verdict
            if ok and score >= ACCEPT:
                ranked.append((score, -order, reading.start, promise, reading, why))
            elif (not ok or score >= ACCEPT - 0.25) and score > refused.get(id(promise), (float("-inf"),))[0]:
                refused[id(promise)] = (score, reading, why)
    ranked.sort(key=lambda row: (-row[0], -row[1], row[2]))
    chosen: dict[int, Link] = {}
    takers: dict[int, Promise] = dict(used)
    for score, _, _, promise, reading, why in ranked:
        if id(promise) in chosen:
            continue
        if id(reading) in takers and not _two_tiers(promise, takers[id(reading)]):
            continue
        chosen[id(promise)] = Link(promise, reading, reason=why, score=score)
        takers.setdefault(id(reading), promise)
    for score, _, _, promise, reading, _ in reversed(ranked):
        rivalled = chosen.get(id(promise))
        if rivalled is None or rivalled.actual is None or id(reading) in takers:
            continue
        if reading.base != rivalled.actual.base:
            rivalled.rival = score
    for entry in chosen.values():
        _latest_snapshot(scope, entry, set(takers))
    out = []
    for promise in promises:
        entry = chosen.get(id(promise)) or Link(promise, reason="no figure in the task answers this promise")
        if entry.actual is None and id(promise) in refused:
            score, reading, why = refused[id(promise)]
            if id(reading) not in takers or why.startswith("stage"):
                entry.refusal, entry.refused = why, reading
        out.append(entry)
    return out


def _latest_snapshot(scope: Scope, entry: Link, used: set[int]) -> None:
    """7月底建成34个,10月底建成64个: of several dated readings of one thing the last counts."""
    first = entry.actual
    if first is None or first.period is None or entry.promise is None:
        return
    for later in scope.found:
        same = (
            later.sentence == first.sentence
            and later.start > first.start
            and later.quantity.noun == first.quantity.noun
            and later.voice == "report"
        )
        if not same or later.period is None or later.period is first.period or later.part or id(later) in used:
            continue
        grown = later.base >= first.base and later.period.last_month > first.period.last_month
        nameless = not later.own or names.BARE_VERB.fullmatch(later.own) or later.own == first.own
        if grown and nameless and not _blocked(scope, entry.promise, later):
            entry.actual = first = later
            entry.reason += "; the latest of its dates"


def _two_tiers(a: Promise, b: Promise) -> bool:
    """确保12%、奋斗14%: two promises of one thing share its actual."""
    if a.reading.interim and b.reading.interim:
        return True
    near = abs(a.reading.start - b.reading.start) < 60 or a.tier != b.tier
    return (
        near
        and a.measure == b.measure
        and units.fits(a.target.noun, b.target.noun)
        and (a.tier != b.tier or a.due != b.due)
        and names.likeness(a.name, b.name) > 0.8
    )


def consider(scope: Scope, promise: Promise, reading: Reading) -> tuple[float, str, bool] | None:
    """How well the reading answers the promise: (score, reason, may it answer); None when it is no candidate at all."""
    if (
        promise.reading.interim
        and reading.voice == "claim"
        and reading.sentence == promise.reading.sentence
        and not reading.part
    ):
        return 0.9, "an interim goal for the stated share", True
    if promise.reading.bracket and reading.voice == "report" and _anchors(scope, promise, reading):
        return 0.95, "its target stands in brackets behind it", True
    rate = promise.measure == "completion" or (
        promise.measure == "percent" and re.search(r"率|进度", promise.name + promise.reading.lead)
    )
    if (
        rate
        and reading.voice == "claim"
        and not reading.bracket
        and max(names.likeness(promise.name, reading.own), names.likeness(promise.name, reading.lead)) >= 0.5
    ):
        return 0.85, "the rate of completion that was promised", True
    if reading is promise.reading or reading.voice not in ("report", "forecast"):
        return None
    if not _same_measure(promise, reading):
        return None
    if reading.voice == "forecast":
        return _foreseen(promise, reading)
    if not _in_scope(scope, promise, reading):
        return None
    if reading.owner != promise.reading.owner and (reading.owner or promise.reading.owner):
        return None
    likeness, how = _likeness(scope, promise, reading)
    if likeness < 0.5 and likeness > 0.15 and _only_of_its_unit(scope, promise, reading):
        likeness, how = 0.58, "the only figure of this unit in the task"
    blocked = _blocked(scope, promise, reading)
    score = likeness + _nearness(scope, promise, reading)
    if blocked:
        return (score, blocked, False) if likeness >= 0.4 else None
    return score, how, True


def _anchors(scope: Scope, promise: Promise, reading: Reading) -> bool:
    if promise.reading.behind is not None:
        return promise.reading.behind is reading
    index = scope.found.index(promise.reading)
    before = [
        r
        for r in scope.found[:index]
        if not r.bracket and r.sentence == promise.reading.sentence and r.voice == "report"
    ]
    fitting = [r for r in before if _same_measure(promise, r)]
    return bool(fitting) and fitting[-1] is reading and promise.reading.start - reading.quantity.end <= 24


def _foreseen(promise: Promise, reading: Reading) -> tuple[float, str, bool] | None:
    if names.likeness(promise.name, reading.name) < 0.6 and reading.own:
        return None
    return (
        (0.3, "forecast: the figure is foreseen, not reached", False) if reading.own and not reading.outlook else None
    )


def _same_measure(promise: Promise, reading: Reading) -> bool:
    a, b = promise.measure, reading.measure
    if promise.reduction and b in ("growth", "change"):
        return a == b
    if a == "completion":
        return b in ("percent", "completion")
    if a != b:
        return False
    if a != "amount":
        return True
    return units.fits(promise.target.noun, reading.quantity.noun)


def _in_scope(scope: Scope, promise: Promise, reading: Reading) -> bool:
    place = promise.reading
    if place.outlook or place.heading or (scope.item.level and place.point == 0):
        return True
    if place.point != reading.point:
        return False
    if scope.item.level:
        return True
    apart = abs(reading.sentence - place.sentence)
    return apart <= 1 or (apart <= 4 and len(names.folded(reading.own or reading.subject)) >= 2)


_STAGE_VERB = re.compile(r"新?(?:开工|动工|签约|征收|启动|落户|申报|申请|认定|封顶)")


def _likeness(scope: Scope, promise: Promise, reading: Reading) -> tuple[float, str]:
    bare = _bare_verb(scope, reading.own, reading.lead)
    general = reading.own in ("投资", "资金") and not _tells_apart(scope, promise, reading.own)
    own = "" if bare or general else reading.own
    if _follows(scope, promise, reading):
        return 0.7, "plan and answer in one sentence"
    if part := part_names.answers(promise, scope.promises, reading):
        return 0.7, part
    if _STAGE_VERB.fullmatch(reading.own or "") and reading.own in promise.name:
        return 0.68, f"{reading.own!r} is the verb of the promise"
    verb = names.folded(reading.own)
    if bare and len(verb) >= 2 and verb in names.folded(promise.name):
        return 0.68, f"{verb!r} is the verb of the promise"
    if own and len(names.folded(own)) >= 2:
        direct = names.likeness(promise.name, own)
        if direct < 0.9 and _tells_apart(scope, promise, own):
            return 0.72, f"{own!r} tells this promise from the others"
        if direct < 0.78 and own != reading.subject and names.likeness(promise.name, reading.subject) >= 0.6:
            return 0.62, "name continued from the words before it"
        if direct >= 0.5:
            return direct * 0.8, f"name {own!r} answers {promise.name!r}"
        return direct * 0.6, f"name {own!r} is not {promise.name!r}"
    topical = bool(scope.item.topic) and not reading.own and reading.subject.startswith(scope.item.topic)
    if reading.subject and not topical and not (bare and reading.subject == reading.own):
        inherited = names.likeness(promise.name, stages.without_stage(reading.subject.removesuffix(reading.own)))
        if inherited >= 0.5:
            return 0.5 + inherited * 0.2, "named by the words before it"
        if (bare or not own) and stages.follows_early(scope.found, reading) and _first_after(scope, promise, reading):
            return 0.64, "the finished ones of those counted before at an earlier stage"
        if len(names.folded(reading.subject)) >= 3:
            return inherited * 0.5, f"belongs to {reading.subject!r}"
    if _first_after(scope, promise, reading):
        return 0.62, "the first figure of its unit after the promise"
    return 0.4, "a figure without a name"


def _tells_apart(scope: Scope, promise: Promise, own: str) -> bool:
    """吸纳19.3亿元: a short word that stands in this promise's name and in no other's."""
    word = re.sub(r"^(?:获批|获评|新增|提供|检查|完成|建成|新建|改造|认定|培育|创建)+", "", names.folded(own))
    if not 2 <= len(word) <= 4 or word not in names.folded(promise.name):
        return False
    others = [p for p in scope.promises if p is not promise and p.measure == promise.measure and p.name != promise.name]
    return bool(others) and not any(word in names.folded(p.name) for p in others)


def _bare_verb(scope: Scope, own: str, lead: str) -> bool:
    """完工11个: a verb of completion names nothing, unless the promises of the task differ by it."""
    if not own or not names.is_bare_verb(own, lead):
        return False
    verb, promised = names.folded(own), scope.called()
    return not verb or len(promised) < 2 or not any(verb in name for name in promised)


def _only_of_its_unit(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """One promise and one figure in 起: they belong together when their names share anything."""
    noun = promise.target.noun
    if noun in ("", "个", "项", "家", "%", "元", "次") or promise.measure != "amount" or reading.quantity.noun != noun:
        return False
    promised = [p for p in scope.promises if p.target.noun == noun]
    told = [r for r in scope.found if r.voice == "report" and r.quantity.noun == noun and not r.bracket and not r.part]
    return len(promised) == 1 and len(told) == 1


def _follows(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """计划建成200公里农村公路,已铺设路面216公里: the next number, in the same unit, under 已."""
    if id(promise) not in scope.followers:
        scope.followers[id(promise)] = _follower(scope, promise)
    following = scope.followers[id(promise)]
    apart = reading.sentence - promise.reading.sentence
    if following is not reading or reading.part or not (apart == 0 or (apart == 1 and promise.reading.heading)):
        return False
    named = len(names.folded(reading.own)) >= 3 and not names.BARE_VERB.fullmatch(reading.own)
    if named and names.likeness(promise.name, reading.own) < 0.3 and _summed_up(scope, reading):
        return False  # 争取债券25亿元,已储备项目资金需求91亿元,累计发行18.6亿元
    between = scope.between(promise.reading, reading)
    same = promise.target.noun == reading.quantity.noun
    return (
        same and bool(re.search(r"已|现有|实际(?!利用|使用|吸收)|目前", between)) and not re.search(r"[;。]", between)
    )


def _summed_up(scope: Scope, reading: Reading) -> bool:
    """Whether the same sentence goes on to a sum in the same unit: 累计发行18.6亿元."""
    return any(
        r.sentence == reading.sentence
        and r.start > reading.start
        and r.quantity.noun == reading.quantity.noun
        and re.search(r"累计|共计|总计", r.lead) is not None
        for r in scope.found
    )


def _follower(scope: Scope, promise: Promise) -> Reading | None:
    index = scope.found.index(promise.reading)
    return next((r for r in scope.found[index + 1 :] if not r.bracket and stages.clash(promise, r) is None), None)


def _first_after(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether no promise of the same unit stands between, and no earlier report of it."""
    if reading.start < promise.reading.start:
        return False
    for other in scope.promises:
        if (
            other is not promise
            and promise.reading.start < other.reading.start < reading.start
            and _same_measure(other, reading)
            and (other.target.noun == reading.quantity.noun or promise.target.noun != reading.quantity.noun)
        ):
            return names.likeness(other.name, promise.name) > 0.8
    return True


_MONTHLY = re.compile(r"(?:当月|本月|单月|[\d一二三四五六七八九十]月(?:份)?(?:当月|新增|完成|,)|当季|本季度)")


def _blocked(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    if stage := stages.clash(promise, reading):
        return stage
    if part := stages.narrower(promise, scope.item.title, reading):
        return part
    if stock := stages.stands(promise, reading):
        return stock
    clash = names.conflict(promise.name, reading.name if reading.own else reading.subject)
    if clash:
        return f"qualifier: {clash}"
    if stages.repeats_ongoing(promise, reading):
        return "the promised number repeated with an ongoing verb"
    if promise.kind == "level":
        return None
    if (
        reading.period
        and reading.period.start >= reading.clause_start - 12
        and reading.period.last_month > 1
        and re.fullmatch(r"\d{1,2}月份?", scope.text[reading.period.start : reading.period.end])
        and not re.search(r"累计|共", reading.clause_lead)
        and promise.measure != "percent"
    ):
        return "one month's figure, not the year's"
    if (
        _MONTHLY.search(reading.clause_lead)
        and not re.search(r"累计|1-|至", reading.clause_lead)
        and reading.period
        and reading.period.first_month == reading.period.last_month
        and (scope.cutoff_month or 0) > 1
    ):
        return "one month's figure, not the year's"
    return None


def _verb(reading: Reading) -> str:
    """The verb that the number stands under: 应实施860公里 and 已实施812.5公里 share theirs."""
    match = re.search(
        r"(?:完成|实施|建成|完工|竣工|验收|新增|改造|发放|培训|开工|交付|销售|引进|争取|到位|治理|种植|安装"
        r"|取得|实现)(?=(?:约|近|超过?|达到?|了)?$)",
        reading.lead.rstrip(),
    )
    return match.group() if match else ""


def _nearness(scope: Scope, promise: Promise, reading: Reading) -> float:
    apart = reading.sentence - promise.reading.sentence
    bonus = 0.12 if apart == 0 else -0.015 * min(abs(apart), 6)
    if (
        apart == 0
        and reading.start > promise.reading.start
        and re.search(r"已|现|实际(?!利用|使用|吸收)|累计", reading.clause_lead)
    ):
        bonus += 0.1
    if reading.cued:
        bonus += 0.06
    if re.search(r"累计|总计|共|达", reading.clause_lead[-10:]):
        bonus += 0.03
    if reading.estimated:
        bonus -= 0.1
    if (verb := _verb(reading)) and verb == _verb(promise.reading):
        bonus += 0.05
    if "新增" in promise.name and "新增" not in reading.lead and re.search(r"累计|总数|达到?\s?$", reading.lead):
        bonus -= 0.06
    if "新增" in promise.name and "新增" in reading.lead:
        bonus += 0.05
    if reading.part:
        bonus -= (
            0.06
            if names.BARE_VERB.fullmatch(reading.own or "x")
            else 0.25
            if not reading.own or names.likeness(promise.name, reading.own) < 0.99
            else 0.12
        )
    if reading.bracket:
        bonus -= 0.2
    if reading.part and not promise.reading.part and _has_whole(scope, reading):
        bonus -= 0.3
    if reading.period and scope.cutoff_month and reading.period.last_month < scope.cutoff_month:
        bonus -= 0.02
    if promise.target.noun and promise.target.noun == reading.quantity.noun:
        bonus += 0.04
    ratio = _ratio(promise, reading)
    if ratio is not None and not Decimal("0.005") <= ratio <= 40:
        bonus -= 0.15
    return bonus


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


def _ratio(promise: Promise, reading: Reading) -> Decimal | None:
    if promise.measure != "amount":
        return None
    base = promise.target.value * promise.target.magnitude
    return reading.base / base if base else None


def _attach_shares(scope: Scope, links: list[Link], shares: Sequence[Share]) -> None:
    by_actual = {id(entry.actual): entry for entry in links if entry.actual is not None}
    for share in shares:
        entry = by_actual.get(id(share.of)) if share.of is not None else None
        if entry is None and share.of is None:
            entry = _promise_of_share(scope, links, share)
        if entry is None:
            if share.reading.voice != "claim":
                continue
            if share.of is not None and (known := _same_figure(links, share)) is not None:
                known.shares.append(share)
                continue
            entry = Link(None, share.of, reason="the source gives its own share of the plan")
            if share.of is None and (
                len(names.folded(share.reading.subject)) < 2
                or re.search(r"以上|总体|整体|实事|各项|平均|任务$", share.reading.subject)
            ):
                continue
            links.append(entry)
            if share.of is not None:
                by_actual[id(share.of)] = entry
        entry.shares.append(share)


def _same_figure(links: list[Link], share: Share) -> Link | None:
    """The indicator whose actual is this very figure, told again (标题与正文, 前后两节)."""
    assert share.of is not None
    for entry in links:
        if (
            entry.actual is not None
            and entry.promise is not None
            and entry.actual.base == share.of.base
            and entry.actual.quantity.unit == share.of.quantity.unit
        ):
            ratio = _ratio(entry.promise, entry.actual)
            if ratio is not None and abs(ratio * 100 - share.reading.value) < 1:
                return entry
    return None


def _promise_of_share(scope: Scope, links: list[Link], share: Share) -> Link | None:
    """在施工(90%): the share of the promise just before it, or of the task's only promise."""
    open_links = [
        e
        for e in links
        if e.promise is not None and e.actual is None and not e.shares and e.promise.measure == "amount"
    ]
    same = [
        e
        for e in open_links
        if e.promise is not None
        and e.promise.reading.sentence == share.reading.sentence
        and e.promise.reading.start < share.reading.start
    ]
    for entry in reversed(same):
        assert entry.promise is not None
        between = scope.text[entry.promise.reading.quantity.end : share.reading.start]
        if not re.search(r"[;。]", between) and (
            not share.reading.own
            or names.likeness(entry.promise.name, share.reading.name) >= 0.5
            or share.reading.bracket
        ):
            return entry
    heading = [e for e in open_links if e.promise is not None and e.promise.reading.heading]
    if len(heading) == 1 and heading[0].promise is not None:
        promise = heading[0].promise
        if not share.reading.own or names.likeness(promise.name, share.reading.name) >= 0.5:
            return heading[0]
    return None
