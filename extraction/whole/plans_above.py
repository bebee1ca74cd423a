"""A plan in a heading's own lines, told by the numbered lines below it.

    三、农田水利。全年计划新建灌渠42公里,整治山塘160座。
    1.灌渠已建成33公里。
    2.整治山塘已完成97座。

The lines below, up to those on problems and next steps, are the story of the heading's promises; one that promises
something else, and tells of it, is a task of its own. What a line tells of a thing of its own, what several lines tell
of their parts, and the plan said again answer nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from extraction.numbers import units
from extraction.outline.headings import NEXT_STEPS, PROBLEMS, VERB_PHRASE
from extraction.outline.items import Item
from extraction.outline.second_heading import promises
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_ALIKE, _SAME = 0.5, 0.8
_LINES = 60  # sentences below a task that are looked at
_FIGURE = sought(r"\d(?![\d-]*[年月日条项])")
_REPORTS = sought(r"已|截至|目前|累计|同比|去年|上年|季度|半年|\d月")
_MOST = 400  # numbers below a heading; more are no story


def told_below(scopes: Sequence[Scope], start: int) -> int | None:
    """The end of the lines below the item that tell what it promises; None where they tell nothing of it."""
    above = scopes[start]
    if not above.promises or not above.item.level:
        return None
    end = _end_of_lines(scopes, start)
    below = scopes[start + 1 : end]
    if sum(len(s.found) for s in below) > _MOST or not any(_tells_of(above, s) for s in below):
        return None
    return None if any(told_below(scopes, n) for n in range(start + 1, end)) else end


def settled(above: Scope, below: Sequence[Scope], told: Sequence[Scope]) -> tuple[list[Scope], list[Scope]]:
    """The lines below that tell of the promises above, as told or as they are by themselves, and the other lines."""
    chosen: list[Scope] = []
    apart: list[Scope] = []
    for by_itself, as_told in zip(below, told, strict=True):
        scope = by_itself if _has_own(by_itself, above) else as_told
        others = [r for r in scope.found if not _OF_ALL.search(scope.text, _sentence(scope, r), r.start)]
        if _is_of_its_own(scope.item, above):
            if len(others) == len(scope.found):
                apart.append(by_itself)
                continue
            _leave(others)
        else:
            _leave(r for r in scope.found if any(_repeats(scope, r, p) for p in above.promises))
            _leave(r for r in scope.found if _is_looked_at(r, above) or _is_money_of_another(scope, r, above))
        _name_after(scope, above)
        chosen.append(scope)
    for promise in above.promises:
        _leave_parts(promise, chosen)
    return chosen, apart


def label_tasks(text: str, items: Sequence[Item]) -> None:
    """12.实施公厕提升工程。新建公厕24座。(牵头单位:…)(1)已建成15座: what such a task counts is promised, in place."""
    for index, (item, following) in enumerate(pairwise(items)):
        if not (item.departments or item.clauses) or not _stands_below(following, item):
            continue
        told = list(islice(_told_of(text, item, items[index + 1 :]), _LINES))
        pieces = [text[s.start : s.end] for s in item.sentences]
        if any(promises(piece, told) for piece in pieces) and not any(map(_REPORTS.search, pieces)):
            for sentence, piece in zip(item.sentences, pieces, strict=True):
                sentence.labelled = sentence.labelled or _FIGURE.search(piece) is not None


def _told_of(text: str, above: Item, behind: Sequence[Item]) -> Iterator[str]:
    """The sentences of the lines below the item, up to those on problems and next steps."""
    for item in behind:
        if not _stands_below(item, above) or _turns(item):
            return
        yield from (text[s.start : s.end] for s in item.sentences)


def _end_of_lines(scopes: Sequence[Scope], start: int) -> int:
    above = scopes[start].item
    end = start + 1
    while end < len(scopes) and _stands_below(scopes[end].item, above) and not _turns(scopes[end].item):
        end += 1
    return end


def _stands_below(item: Item, above: Item) -> bool:
    depth = len(above.path)
    return 0 < depth < len(item.path) and item.path[:depth] == above.path


def _turns(item: Item) -> bool:
    return PROBLEMS.search(item.title) is not None or NEXT_STEPS.search(item.title) is not None


def _tells_of(above: Scope, below: Scope) -> bool:
    if any(_is_nameless_money(r) for r in below.found) and any(p.target.noun == "元" for p in above.promises):
        return True
    return any(_is_of(p, r, _ALIKE, below.item.topic) for r in below.found for p in above.promises)


def _is_nameless_money(r: Reading) -> bool:
    return r.voice == "report" and r.quantity.noun == "元" and names.folded(r.own) in ("", "投资", "资金")


def _is_of(promise: Promise, r: Reading, alike: float, topic: str = "") -> bool:
    fits = r.voice in ("report", "promise") and units.fits(promise.target.noun, r.quantity.noun)
    return fits and names.likeness(promise.name, r.name or topic) >= alike


def _has_own(scope: Scope, above: Scope) -> bool:
    """Whether the line promises a thing of which the heading does not, and tells of it."""
    own = [p for p in scope.promises if not any(_is_of(g, p.reading, _ALIKE) for g in above.promises)]
    return any(_answered(scope, p) for p in own)


def _answered(scope: Scope, promise: Promise) -> bool:
    at = promise.reading
    line = scope.text.find("\n", at.start, scope.item.end)
    end = line if line >= 0 else scope.item.end
    behind = [r for r in scope.found if at.start < r.start < end and r.sentence - at.sentence <= 1]
    return any(r.voice in ("report", "claim") and r.quantity.noun in (promise.target.noun, "%") for r in behind)


def _leave(readings: Iterator[Reading] | Sequence[Reading]) -> None:
    for r in readings:
        if r.voice in ("report", "claim"):
            r.voice = "context"


_PLAIN = sought(  # what a title says of no thing: 工程进展, 主要做法
    r"(?:主要|重点|工作|工程|项目|任务|目标|建设|施工|实施|投资|资金|要素|总体|整体|年度|当前|目前|进展|进度|情况|成效|成绩|完成|落实|推进|做法|举措|措施|亮点"
    r"|保障|调度|督导|力度|质量|的|及|和|与|、)+"
)


def _is_of_its_own(item: Item, above: Scope) -> bool:
    """2.高铁站房。完成投资7.2亿元: the title is of a thing that the heading did not promise."""
    topic = item.topic
    if not topic or VERB_PHRASE.match(topic) or _PLAIN.fullmatch(topic):
        return False
    return not _shares_word(topic, above)


_OF_ALL = sought(r"全[市县旗区省州]|我[市县旗区]|合计|总计")


def _sentence(scope: Scope, r: Reading) -> int:
    return scope.item.sentences[r.sentence].start


def _shares_word(words: str, above: Scope) -> bool:
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    telling = (pair for pair in pairs if not _PLAIN.fullmatch(pair) and not names.is_generic(pair))
    named = [p.name for p in above.promises]
    return any(pair in name for pair in telling for name in named)


_DONE = sought(r"已|完成|建成|竣工|完工|投用|全部(?!开工|启动)|累计|达到|实现")
_CLAUSE_END = sought(r"[,。;\n]")


def _repeats(scope: Scope, r: Reading, promise: Promise) -> bool:
    """1.新建公园18个。由市园林局牵头: the plan, said again."""
    if r.base != promise.reading.base or not _is_of(promise, r, _ALIKE, scope.item.topic):
        return False
    stop = _CLAUSE_END.search(scope.text, r.quantity.end)
    return _DONE.search(scope.text, r.clause_start, stop.start() if stop else len(scope.text)) is None


_LOOKED = sought(r"巡查|巡护|巡河|巡检|检查|督查|清理|清除|编制|规划")


def _is_looked_at(r: Reading, above: Scope) -> bool:
    """巡查河道310公里 is no result of 治理河道96公里."""
    did = _LOOKED.search(r.own)
    return did is not None and not any(did.group() in p.name for p in above.promises)


_MEASURE = sought(
    rf"[一二三四五六七八九十]{{1,3}}是|{VERB_PHRASE.pattern}|{_PLAIN.pattern}|截至|\d+|[-月底末日年,。;:、()\s]"
)


def _is_money_of_another(scope: Scope, r: Reading, above: Scope) -> bool:
    """推进数字化,新增车间48个,完成投资12亿元: money without a name is that of the thing just told of."""
    if not _is_nameless_money(r):
        return False
    if _OF_ALL.search(scope.text, _sentence(scope, r), r.start):
        return False
    before = [b for b in scope.found if b.start < r.start and b.voice == "report" and b.quantity.noun != "元"]
    goals = [p for p in above.promises if p.target.noun != "元"]
    told = [p for p in goals if any(_is_of(p, b, _ALIKE, scope.item.topic) for b in before)]
    if before:
        return len(told) < len(goals) or any(not _is_one_of(goals, b, scope) for b in before)
    words = _MEASURE.sub("", scope.text[scope.item.sentences[0].start : r.clause_start])
    return bool(words) and not _shares_word(words, above)


def _is_one_of(goals: Sequence[Promise], r: Reading, scope: Scope) -> bool:
    return any(_is_of(p, r, _ALIKE, scope.item.topic) for p in goals)


def _name_after(scope: Scope, above: Scope) -> None:
    """(一)主要进展。完工36个. 2.加快投资进度。完成投资47亿元: of the one goal in that unit, in place."""
    titled = bool(scope.item.topic)
    if _MEASURE.sub("", scope.item.topic):
        return
    for r in scope.found:
        goals = [p for p in above.promises if p.target.noun == r.quantity.noun]
        if len(goals) == 1 and r.voice == "report":
            money = r.own == "投资" and goals[0].name.endswith("投资")
            if money or (titled and names.is_bare(r.own)):
                r.subject = goals[0].name


_WHOLE = sought(r"全[市县旗区省州]|我[市县旗区]|累计|合计|总计|共计|(?<!公)共(?!享|建)")


def _leave_parts(promise: Promise, below: Sequence[Scope]) -> None:
    """1.中心城区完成96公里. 2.各县完成72公里: of several lines, only the one that says it is of all answers."""
    of_it = [[r for r in s.found if r.voice == "report" and _is_of(promise, r, _SAME, s.item.topic)] for s in below]
    if sum(map(bool, of_it)) < 2:
        return
    every = [r for group in of_it for r in group]
    whole = [r for r in every if _WHOLE.search(r.clause_lead)]
    _leave([r for r in every if r not in whole] if len({r.base for r in whole}) == 1 else every)
