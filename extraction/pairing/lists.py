"""One predicate for several names: 专利申请量、授权量增幅均达11%以上; 两项指标分别增长20.2%、11.28%."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from extraction.outline.items import Item
from extraction.owners.figures import told_by_owners
from extraction.pairing.answers_in_order import answers_from
from extraction.pairing.for_several import figures_before
from extraction.pairing.goals_by_position import goals_by_position
from extraction.pairing.goals_for_each import goals_for_each
from extraction.pairing.goals_in_order import fall_as_told, name_in_order
from extraction.pairing.growths_in_order import name_growths_in_order
from extraction.pairing.held_against import mark_held_against
from extraction.pairing.laggards import named_laggards
from extraction.pairing.list_labels import EACH, labels_of, of_their_own, parts_of
from extraction.pairing.shares_side_by_side import name_shares
from extraction.pairing.sums import summed_up
from extraction.pairing.three_sectors import sectors_of
from extraction.sentences.readings import Reading, Voice
from extraction.sought import sought
from extraction.voices.works_told import name_parts
from extraction.words import names
from extraction.words.words_around import without_leading

_GOAL_BEHIND = sought(  # 事故起数和死亡人数控制指标分别为: the goal's own word is no part of the name
    r"(?<=..)(?:年度|全年|控制|考核|约束性|预期|工作|下达)*(?:指标|目标|任务|计划)(?:数|值)?(?:要求)?$"
)
_ALL = sought(r"(?<![平人户年])均|都(?!市)|各(?!类|项|级|地|种|界|单位|区|县|旗|镇|村)")


def spread(text: str, item: Item, found: list[Reading]) -> list[Reading]:
    """The readings with a name for each: 均 repeats the number, 分别 goes by position."""
    out: list[Reading] = []
    mark_held_against(text, found)
    found = goals_for_each(text, found)
    listed = named_laggards(text, told_by_owners(text, item, found))
    for reading, following in zip(listed, [*listed[1:], None], strict=False):
        alone = following is None or not _goes_on(text, reading, following)  # 均高于7.5%、8.5%的目标: one for each
        goal = reading.voice == "promise" and alone
        if goal:
            out += _for_each_before(text, reading, out)
        elif _ALL.search(reading.lead):
            out += _for_all(reading)
        else:
            out.append(reading)
    name_shares(out)
    _by_position(text, item, out)
    _name_behind(out)
    name_parts(text, out)
    goals_by_position(out)
    name_in_order(out)
    fall_as_told(out)
    name_growths_in_order(text, item, out)
    return out


def _goes_on(text: str, goal: Reading, following: Reading) -> bool:
    joined = goal.quantity.noun == following.quantity.noun and following.voice == "promise"
    return joined and _AND.fullmatch(text, goal.quantity.end, following.start) is not None


_AND = sought(r"\s?[、和与及]\s?")


def _for_all(reading: Reading) -> Iterator[Reading]:
    parts = (
        parts_of(_ALL.split(reading.own)[0])
        if _ALL.search(reading.lead)
        and (
            reading.measure in ("growth", "percent", "change", "completion")
            or sought(r"(?:均(?:为|达)|[^\d]{4}各)\s?$").search(reading.lead)
        )
        else []
    )
    if not parts:
        yield reading
        return
    for part in parts:
        yield replace(reading, own=part, subject=part)


def _for_each_before(text: str, goal: Reading, before: list[Reading]) -> Iterator[Reading]:
    """甲率63.4%、乙率61.7%,均超过60%的要求: one goal for each of the figures side by side before it."""
    run = figures_before(text, goal, before)
    alike = all(
        r.voice == "report"
        and (r.name or EACH.search(r.clause_lead))
        and r.sentence == goal.sentence
        and r.quantity.noun == goal.quantity.noun
        for r in run
    )
    if goal.measure == "growth" and len(run) > 1 and all(r.voice == "promise" and r.own for r in run):
        yield from (replace(goal, own=r.own, subject=r.name) for r in run)  # 游客1480万人次、收入142亿元,均增长12%
        return
    if len(run) < 2 or not alike:
        yield from _for_all(goal)
        return
    for figure in run:
        owner = figure.owner or goal.owner
        yield replace(goal, own="", subject=figure.name, measure=figure.measure, behind=figure, owner=owner)


_OF_THEIR_TASK = sought(
    r"完成了?(?P<thing>(?!年度|全年|年初|目标|计划|工作|各项)[\u4e00-\u9fff]{2,8}?)(?:目标)?任务的\s?$"
)


_ROSE = sought(r"分别[比较](?:上年|去年)(?:同期)?(?:净增|增加|减少|多|少)(?:了|约|近)?\s?$")


def _by_position(text: str, item: Item, found: list[Reading]) -> None:
    done: set[int] = set()
    for index, reading in enumerate(found):
        if id(reading) in done or reading.bracket:
            continue
        if _is_alone(found, index) and not EACH.search(reading.clause_lead):
            _silence_alone(found, index)
            continue
        if not EACH.search(reading.clause_lead) and not _listed_goals(found, index):
            _in_step(text, found, index, done)
            continue
        run = [
            r
            for r in found[index:]
            if r.sentence == reading.sentence
            and r.clause_start == reading.clause_start
            and not r.bracket
            and (r.voice == "claim") == (reading.voice == "claim")
        ]
        done |= {id(r) for r in run}
        if reading.voice == "claim" and all(r.owner and r.cued for r in run):
            continue  # each is its owner's, and named
        if reading.voice == "claim":
            before = sought(r"^.*[:;]").sub("", text[item.sentences[reading.sentence].start : reading.start])
            parts = parts_of(sought(r"[,;]").split(EACH.split(before)[0])[-1])
            if len(parts) == len(run) and of_their_own(run, parts, before, found[:index]):
                continue
            if len(parts) == len(run) and _to_districts(run, parts, found[:index]):
                _silence_count(found[:index], reading)
                continue
            if len(parts) == len(run) > 1 and not any(
                r.measure == "amount"
                and r.voice == "report"
                and r.quantity.noun not in ("个", "项")
                and r.sentence == reading.sentence
                and r.start >= reading.clause_start - 30
                for r in found[:index]
            ):
                of = _OF_THEIR_TASK.search(before)  # 文昌、临高分别只完成开工任务的46.5%、38.9%
                for member, label in zip(run, parts, strict=True):
                    member.own = member.subject = label + (of["thing"] if of is not None else "")
            continue
        if reading.voice == "base" and _ROSE.search(reading.lead):
            _settle(run)  # 分别比上年增加0.3万亩、0.05亿斤
            continue
        labels = [
            _GOAL_BEHIND.sub("", without_leading(label)) or label
            for label in labels_of(found, index, reading, len(run))
        ]
        if len(labels) == len(run) and _to_districts(run, labels, found[:index]):
            _silence_count(found[:index], reading)
            continue
        if len(labels) == len(run) > 1 and all(r.owner == label for r, label in zip(run, labels, strict=True)):
            continue  # whose they are says not what they are
        before = EACH.split(reading.clause_lead)[0]
        # 新认定企业10家、示范农场25家,申报材料分别为14家、31家: no answer to what shall be granted
        asked_for = names.stage(before) == "application" and reading.voice == "report"
        if asked_for or (len(labels) != len(run) and sectors_of(before)):  # 三次产业分别增长3.2%、7.4%: whose are they
            _settle(run, "context")
            continue
        for member, label in zip(run, _of_owners(run, labels), strict=False):
            member.own = member.subject = label


def _settle(run: list[Reading], voice: Voice = "base") -> None:
    for member in run:
        member.voice, member.settled = voice, True


def _silence_count(before: list[Reading], first: Reading) -> None:
    """大唐、小河、刘店三村进度分别为…: how many names there are is nothing told, in place."""
    for r in before:
        if r.clause_start == first.clause_start and r.quantity.noun in ("村", "个") and r.base < _FEW:
            r.voice = "context"


_FEW = 10


def _is_alone(found: list[Reading], index: int) -> bool:
    """Whether the number is the only one of its clause from here on, outside of brackets."""
    following = next((r for r in islice(found, index + 1, None) if not r.bracket), None)
    return following is None or following.clause_start != found[index].clause_start


def _silence_alone(found: list[Reading], index: int) -> None:
    """分别完成186亿元和92亿元,增长6.2%: one growth behind several levels is nobody's; in place."""
    growth = found[index]
    if index < 2 or growth.measure != "growth" or growth.voice != "report" or growth.own:
        return
    before, last = found[index - 2 : index]
    several = before.clause_start == last.clause_start and before.measure == last.measure == "amount"
    if several and last.sentence == growth.sentence and EACH.search(last.clause_lead):
        growth.voice, growth.settled = "context", True


_SEVERAL = sought(
    r"(?P<name>[\u4e00-\u9fff]{2,3})[两二三四五六七八2-8]个?(?P<kind>[县旗区市镇乡村]|街道|社区)区?(?P<thing>[^\d]{0,20})"
)


def _to_districts(run: list[Reading], labels: list[str], before: list[Reading]) -> bool:
    """平阳、青阳两县减贫任务分别为…: each number is a district's, of what stands behind them or was promised before."""
    last = _SEVERAL.fullmatch(labels[-1]) if len(labels) > 1 else None
    if last is None or any(sought(r"[\u4e00-\u9fff]{2,3}").fullmatch(label) is None for label in labels[:-1]):
        return False
    whole = next((p.name for p in reversed(before) if p.voice == "promise" and not (p.part or p.bracket)), "")
    thing = _GOAL_BEHIND.sub("", without_leading(last["thing"]))
    for member, label in zip(run, [*labels[:-1], last["name"]], strict=True):
        member.owner, member.own, member.subject = label + last["kind"], thing, thing or whole
    return True


def _of_owners(run: list[Reading], labels: list[str]) -> list[str]:
    """甲区、乙县、丙县造林任务依次为…: what stands behind the last of the districts is the name of all."""
    if len(labels) != len(run):
        return labels
    pairs = [(r.owner or "?", label) for r, label in zip(run, labels, strict=True)]
    if not all(label.startswith(owner) for owner, label in pairs):
        return labels
    things = [label.removeprefix(owner) for owner, label in pairs]
    return labels if any(things[:-1]) or len(names.folded(things[-1])) < 2 else [things[-1]] * len(run)


def _name_behind(found: list[Reading]) -> None:
    """What takes its name from figures before it: goals of both of two (分别增长…,均高于12%的目标), and their sums."""
    for r in found:
        if r.voice == "promise" and r.behind is not None and not r.own and EACH.search(r.behind.clause_lead):
            r.subject = r.behind.name
        elif r.voice == "report" and not r.own and not r.subject and (members := summed_up(found, r)):
            called = {m.name for m in members}
            r.subject = called.pop() if len(called) == 1 else ""


def _listed_goals(found: list[Reading], index: int) -> bool:
    """工业增加值、投资、零售额目标为8%、10%、7.5%: as many nameless goals as names before them."""
    first = found[index]
    run = [r for r in found[index:] if r.clause_start == first.clause_start and not r.bracket]
    goals = all(r.voice == "promise" and r.quantity.noun == first.quantity.noun for r in run)
    rates = all(r.voice == "report" and r.measure == first.measure == "growth" for r in run)  # 累计减排12.6%、13.3%
    alike = (goals or rates) and not any(r.own for r in run[1:])
    return len(run) > 1 and alike and len(parts_of(first.own)) == len(run)


def _in_step(text: str, found: list[Reading], index: int, done: set[int]) -> None:
    """收入27.6亿元、16.9亿元,同比增长14.1%、12.8%: as many growths as amounts before them, in their order."""
    first = found[index]
    if first.measure in ("amount", "growth", "percent") and index:
        _set_in_step(found, index, done)
        done |= {id(r) for r in answers_from(text, found, index)}
    if first.measure != "growth" or first.own or index == 0:
        return
    run = [r for r in found[index:] if r.clause_start == first.clause_start and r.measure == "growth" and not r.bracket]
    before = [r for r in found[:index] if r.sentence == first.sentence and not r.bracket]
    last = [r for r in before if r.clause_start == before[-1].clause_start] if before else []
    if (
        len(run) < 2
        or any(r.own for r in run[1:])
        or len(last) != len(run)
        or any(r.measure != "amount" or not r.own for r in last)
    ):
        return
    done |= {id(r) for r in run}
    for member, amount in zip(run, last, strict=True):
        member.own = member.subject = amount.name


def _set_in_step(found: list[Reading], index: int, done: set[int]) -> None:
    """省下达造林3.2万亩、抚育1.5万亩,县里自定4万亩、1.8万亩: the second goals of the same things, by position."""
    first = found[index]
    run = [r for r in found[index:] if r.clause_start == first.clause_start and not r.bracket]
    goals = [p for p in found[:index] if p.sentence == first.sentence and not p.bracket][-len(run) :]
    nameless = not any(r.own for r in run) and all(r.voice == "promise" for r in (*run, *goals))
    if len(run) < 2 or len(goals) != len(run) or not nameless or not all(p.own for p in goals):
        return
    if len({p.clause_start for p in goals}) == 1 and [p.quantity.noun for p in goals] == [r.quantity.noun for r in run]:
        done |= {id(r) for r in run}
        for member, goal in zip(run, goals, strict=True):
            member.subject = goal.name
