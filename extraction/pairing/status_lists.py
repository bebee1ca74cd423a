"""Lists of tasks that are all behind, all done or all not begun: 未达序时进度的任务包括:新增企业20家;建公厕30座."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.outline.items import Item
from extraction.pairing.all_done_behind import ALL_DONE
from extraction.pairing.behind_laggards import is_no_laggard
from extraction.pairing.laggard_accounts import accounts_of
from extraction.pairing.laggard_brackets import behind_bracket, counted_bracket, mark_bracketed, name_behind_bracket
from extraction.pairing.quoted_sections import in_quotes, quoted_sections, section_at
from extraction.pairing.verdicts_before import VERDICT, status_of, verdicts_before
from extraction.pairing.verdicts_behind import StatusList, verdicts_behind
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.brackets import told_in_bracket
from extraction.words import names


def status_list(text: str, item: Item, position: int) -> StatusList | None:
    """The list that the place is in: 未达序时进度的包括:..., to the next list; what is done only to its line's end."""
    lists = verdicts_before(text, item.start, item.end)
    found = next((listed for listed in reversed(lists) if listed.start <= position), None)
    if found is not None and position < found.end:
        return found
    for listed in verdicts_behind(text, item.start, item.end):
        if listed.start <= position < listed.end:
            return listed
    section = section_at(text, item, position)
    if section is not None and section.state in ("done", "lagging") and in_quotes(text, section.start, position) >= 0:
        return StatusList("done" if section.state == "done" else "lagging", section.words, section.start, section.end)
    if item.announced and ALL_DONE.match(text, *item.announced):
        return StatusList("done", item.announced, item.start, item.end)
    words = VERDICT.match(text, *item.announced) if item.announced else None
    end = _own_end(text, item) if words is not None else 0
    return (
        StatusList(status_of(words), words.span(), words.end(), end) if words is not None and position < end else None
    )


_UNTOLD = sought(r"(?:未|没有?)(?:按[期时])?(?:报送|上报|反馈|报告|提供)")


def is_untold(text: str, start: int) -> bool:
    """Whether the words there head a list of what nobody told of: it is not said to lag either."""
    return _UNTOLD.match(text, start) is not None


def _own_end(text: str, item: Item) -> int:
    """二是危桥改造,任务18座,完成9座。⏎购置公交车60辆,已到位: a line below one that tells all is on no list."""
    line = text.find("\n", item.start, item.end)
    if line <= 0 or text[line - 1] != "。":
        return item.end
    plan = _FIGURE.search(text, item.start, line)
    return line if plan and _FIGURE.search(text, plan.end(), line) else item.end


_FIGURE = sought(r"\d[\d.]*(?=[万亿%\u4e00-\u9fff])(?![年月日])")


def _is_its_goal(figure: Reading, goal: Reading) -> bool:
    """新增规上企业11家(目标20家), 城镇化率54.6%,未达到55%的目标, 建成3座,年度任务9座: the figure before it tells."""
    held = goal.bracket or (goal.compared and not goal.own and figure.sentence == goal.sentence)
    alike = figure.quantity.noun == goal.quantity.noun and figure.base < goal.base and not goal.own
    held = held or (alike and figure.sentence == goal.sentence and _GOAL_BEHIND.fullmatch(goal.lead) is not None)
    return held and goal.voice == "promise" and goal.measure == figure.measure and not figure.bracket


_GOAL_BEHIND = sought(
    r"(?:[,、]\s?(?:而|其)?)?(?:全年|年度|年初|今年|年)?(?:目标任务|任务目标|目标|任务|计划)(?:总?[数量值])?(?:为|是|:)?\s?"
)
_STEP_BEHIND = sought(  # 22所主体封顶,7所竣工验收: how far some of them are
    r"(?:已|均|正在|正)?(?:主体|封顶|竣工|完工|建成|开工|动工|投用|在建|施工|验收|交付|通过|签约|完成)"
)


_COUNTED = sought(r"\d{1,3}[项件个]?(?=[,。:;(])")
_PLAN = sought(r"任务|计划|目标|涉及")  # 涉及54个村,完工31个: voices/extents_told.py
_SORTED_BY = sought(
    r"\s*(?:[(]?[\d一二三四五六七八九十]{1,3}[.、)])?[^。\d\n]{1,8}(?:类|方面|指标|工程|项目)(?:\d{1,2}[项个])?。"
)


def _begins(text: str, item: Item) -> int:
    """Where the item's own list begins: (一)指标类。新增企业60家 only sorts by its first words."""
    sorts = _SORTED_BY.match(text, item.start, item.end)
    return sorts.end() if sorts else item.start


def _named(share: Reading) -> bool:
    """到位资金完成年度目标的71%: a share under a name of its own says nothing of what stands before it."""
    listed = share.voice == "claim" and sought(r"[、;]").search(share.lead) is not None
    return listed and len(names.folded(share.own)) >= 3


def _counts_them(text: str, item: Item, r: Reading) -> bool:
    """推进缓慢的有3项(...): how many the list has. What its bracket names is no remark, but the list; in place."""
    words = next(
        (w.words[1] for w in verdicts_before(text, item.start, item.end) if w.words[1] <= r.start < w.end), None
    )
    if words is None:
        return False
    if not text[words : r.start].strip():
        r.voice = "context" if _COUNTED.match(text, r.start) else r.voice
        return r.voice == "context"
    inside = counted_bracket(text, words, item.end)
    if inside is not None and inside[0] <= r.start and r.bracket and len(names.folded(r.own)) >= 3:
        r.bracket, r.voice = False, "report"
    return False


def _is_done(text: str, item: Item, r: Reading) -> bool:
    """已完成子项目7个,分别是安保工程18.5公里已完工: on a list of what is done, how far each is says the same."""
    listed = status_list(text, item, r.start)
    return listed is not None and listed.status == "done"


def _counts_names(r: Reading) -> bool:
    """绕城快速路、文化中心2个项目: the number counts the names that stand before it, and plans nothing."""
    return r.own.count("、") + 1 == r.value > 1 and r.tail.startswith(("项目", "工程", "任务", "指标", "单位"))


_STATE = sought(
    r"[、,]?\s?(?:已|均|正)?(?:在建|施工|建成|完工|竣工|开工|未开工|投用|完成|签约|落地|投产|入库|注册|开业)\s?$"
)


def _is_step(found: Sequence[Reading], r: Reading) -> bool:
    """改造老旧小区24个,开工9个、在建6个: a bare verb behind a number of the same unit tells how far that is."""
    at = next((n for n, other in enumerate(found) if other is r), 0)
    alike = (b for b in reversed(found[:at]) if b.sentence == r.sentence and b.quantity.noun == r.quantity.noun)
    before = next(alike, None)
    if before is None:
        return False
    if not r.own or names.is_bare(r.own):
        said = r.lead.rpartition("、")[2] if "、" in r.lead else r.lead
        if _STATE.fullmatch(said) is not None:
            return True
    if not r.own:
        return False
    bare = names.is_bare(r.own) or (len(r.own) <= 4 and names.stage(r.own) is not None)
    return bare and r.lead.strip(" ,、") == r.own and r.clause_start >= before.quantity.end


_ENTRY = 300  # characters in which an entry of a list begins


def _is_of_a_plan(text: str, found: Sequence[Reading], r: Reading) -> bool:
    """泥草房改造,任务6200户,开工4105户,竣工1930户: the entry says itself what is planned, and what came of it."""
    low = max(0, r.start - _ENTRY)
    entry = max(low, *(text.rfind(mark, low, r.start) + 1 for mark in ";。\n"))
    return any(entry <= p.start < r.start and p.voice == "promise" and _PLAN.search(p.lead) for p in found)


_EXTENT = sought(r"(?:全长|总长|长|占地(?:面积)?|总?建筑面积|总?概算|总投资)(?:为|约|共|达)?\s?$")


def _is_extent(found: Sequence[Reading], r: Reading) -> bool:
    """大桥全长1.8公里,年度计划投资1.5亿元: how large the work is, where its plan is told as one."""
    if _EXTENT.search(r.lead) is None:
        return False
    return any(p.sentence == r.sentence and p.voice == "promise" and _PLAN.search(p.lead) for p in found if p is not r)


_TOLD_OF = sought(
    r"已|[当本单]月|目前|截至|通过[^,。;\d]{0,8}(?:验收|认定|评审|考核)|获[批评]|现仅|^[^,]{0,3}[,、]?(?:仅|只|才)|[仅只才](?:有|建成|完成|改造|新增|开工|完工|整治|发放|培训)|实际(?!使用|利用|到位|到账|吸收)|同比|低于|占(?!比达到)"
)
_DID = sought(  # 路基完成12公里, 完成路面8公里; but 、完成防护工程320公里 is what such a list says is to be done
    r"(?<=[^、为即是:内年])完成(?:了|约|近)*$|完成(?:了)?(?:路[基面]|主体|基础|桩基|土石?方|前期|设计|招标|征[地拆]|拆迁|工程量)"
)


_FOR_THE_YEAR = sought(r"^[、,;和]?\s?(?:全年|年内)(?![^\d]*(?:预计|预测|有望|力争|确保|将))")  # 、全年完成投资20亿元


def _tells(text: str, r: Reading) -> bool:
    """Whether the words up to the number tell; that something was done, its own words only, since the number before."""
    return _TOLD_OF.search(behind_bracket(text, r)) is not None or _DID.search(r.lead) is not None


_REALLY = sought(r"实(?:际)?[\u4e00-\u9fff]{1,3}$")


def _is_a_places(r: Reading) -> bool:
    """较慢的有:城关镇应参保8.2万人,实参保6.3万人,参保率76.8%: what came of it at one of the places."""
    rate = r.measure in ("percent", "completion")
    if r.owner is not None:
        return rate or _REALLY.search(r.lead) is not None
    return rate and _PLACES_RATE.fullmatch(r.own) is not None


_PLACES_RATE = sought(r"(?![全城农])[\u4e00-\u9fff]{1,5}(?:乡|镇|街道|[县区市旗])[^,。;\d]{2,8}率")  # 白马乡参保率79.9%


def _is_rate_of(found: Sequence[Reading], r: Reading) -> bool:
    """应参保8.2万人,实参保6.3万人,参保率_76.8%: what the two numbers before it come to."""
    at = next((n for n, other in enumerate(found) if other is r), 0)
    if at < 2 or r.quantity.noun != "%" or found[at - 2].sentence != r.sentence or not found[at - 2].base:
        return False
    whole, part = found[at - 2 : at]
    alike = whole.quantity.noun == part.quantity.noun and whole.measure == part.measure == "amount"
    return alike and abs(part.base / whole.base * 100 - r.value) < 1


def _leave_part(text: str, item: Item, r: Reading) -> None:
    """其中6个已完成全年任务:为5310名…: the 其中 before the list is of its count, and not of what it lists; in place.

    A part of what is listed (培训2600人,其中女性1200人) neither is on the list nor tells what came of the whole.
    """
    within = status_list(text, item, r.start)
    if r.part and within is not None and text.find("其中", within.words[1], r.start) < 0:
        r.part = False
    if r.part and item.announced is not None and r.voice == "report" and not _tells(text, r):
        r.voice = "context"


_ENDED = sought(r"(?:已)?(?:建成|完成|竣工|完工|投用|交付|到位|办结|开通|改造|安装|发放)$")


def _answers_one(listed: Sequence[Reading], r: Reading) -> bool:
    """…新增城区停车位600个、…。其中,城区停车位建成402个: a later sentence tells of one on the list, by its name."""
    thing = _ENDED.sub("", r.own)
    if thing == r.own or len(names.folded(thing)) < 2:
        return False
    before = (b for b in listed if b.voice == "promise" and b.sentence < r.sentence and b.base >= r.base)
    same = [b for b in before if b.quantity.noun == r.quantity.noun and names.likeness(b.own, thing) >= 0.5]
    return len(same) == 1


def mark_listed(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Make each number of such a list a promise of which nothing but its status is told, in place."""
    behind_them = verdicts_behind(text, item.start, item.end)

    def judged(r: Reading) -> bool:
        return any(listed.start <= r.start < listed.end for listed in behind_them)

    apart = quoted_sections(text, item.start, item.end) or verdicts_before(text, item.start, item.end)
    if item.announced is None and not behind_them and not apart:
        return
    # what an item's next sentence says is told
    stop = text.find("。", _begins(text, item), item.end) if item.announced else -1
    listed = [r for r in found if status_list(text, item, r.start) and (judged(r) or not -1 < stop < r.start)]
    behind = {id(a) for a, b in pairwise(found) if _is_its_goal(a, b)}
    listed = [r for r in listed if not _counts_them(text, item, r)]
    name_behind_bracket(text, listed)
    accounts = accounts_of(text, item, listed)
    measured = {r.sentence: r.start for r in found if r.voice in ("gap", "claim") and not r.bracket and not _named(r)}
    for reading in listed:
        _leave_part(text, item, reading)
        told = (
            id(reading) in behind
            or id(reading) in accounts
            or reading.voice in ("claim", "gap")
            or reading.start < measured.get(reading.sentence, 0)  # 增长6.8%,低于目标1.7个百分点
            or (item.announced is not None and reading.sentence in measured)  # …,其中8月下降3.2%
            or (_STEP_BEHIND.match(reading.tail) and not _is_done(text, item, reading))
            or is_no_laggard(text, status_list(text, item, reading.start), found, reading)
            or _counts_names(reading)
            or _is_step(found, reading)
            or _answers_one(listed, reading)
            or reading.quantity.noun == "层"  # 主体施工至3层: how high it is
            or _is_of_a_plan(text, found, reading)
            or _is_extent(found, reading)
            or _is_a_places(reading)
            or _is_rate_of(found, reading)
            or (reading.measure == "percent" and not reading.own)  # 85公里,57%(两处偏慢): how far it is
            or (not judged(reading) and _tells(text, reading))
        )
        yearly = reading.voice == "forecast" and _FOR_THE_YEAR.search(reading.lead) is not None
        if (
            (reading.voice == "report" or yearly)
            and not told
            and not reading.bracket
            and reading.measure in ("amount", "growth", "percent", "change")
        ):
            reading.voice = "promise"
    for promised, answer in pairwise(found):
        if promised.voice == "promise" and promised in listed and told_in_bracket(promised, answer):
            answer.voice, answer.own, answer.subject, answer.cued = "report", "", promised.name, True
    mark_bracketed(text, [r for r in listed if not _is_step(found, r)], found)
