"""Units that tell the same each of itself: whose an indicator is where several heads name the same thing.

    市一院:计划引进博士6名,已引进5名。           the same plan of two hospitals is no plan told twice
    市二院:计划引进博士6名,已引进2名。
    1.发改委。争取资金任务6亿元,已争取5亿元。
    家禽:年度出栏目标260万羽,出栏189万羽。        what is no unit goes into the name

Districts are found where the text is read (`sentences/owners`). Villages, estates, schools and bureaus have no list of
kinds that would be safe in running text; that two heads are followed by the same indicator says that they are whose
it is. A head of another sort (公厕建设:) is followed by an indicator of another name, and is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extraction.outline.labels import ALONE
from extraction.promises.targets import tidy
from extraction.records import Indicator, Task
from extraction.sought import sought

_MARK = r"(?:\(?[\d一二三四五六七八九十]{1,3}[)、.]{1,2}|[①-⑳]|[-·●■◆*•])?\s{0,4}"
_WORDS = r"(?P<name>[\u4e00-\u9fff“”A-Za-z()]{1,3}[\u4e00-\u9fff、“”()]{1,15}?)"
_HEAD = sought(rf"(?:(?<=\n)|(?<![^\n]))[ \t]*(?P<mark>{_MARK}){_WORDS}(?P<stop>:|。|[ \t]*(?=\n))")
_BEHIND = sought(rf"(?<=。)\s?{_WORDS}(?P<stop>:)(?=[^\n])")
_NO_HEAD = sought(
    rf"{ALONE}|.*(?:情况|进展|进度|任务|目标|计划|总体|整体|指标|要求|成效|问题|措施|安排|打算|方面|如下|其中|合计|总计|小计|汇总|统计"
    r"|季度|半年|月份?|今年|全年|本年|年度|年初|年底|目前|截至|累计|考核|标准|口径|备注|说明|来源|原因|时间|依据|公式|调整[前后])"
    r"|[全我各本][省市县区州镇乡旗院校局村公集系].*|[一二三四五六七八九十]是.*|第[一二三四五六七八九十].*|[原现新旧]|.*[牵责主协配承][头任办合]..?|约束性.*|预期性.*"
)
_UNIT = sought(
    r"(?:院|校|[大中小]学|学院|幼儿园|村|社区|居委会|小区|[家花佳]园|新[村城]|[苑府庭]|局|委|办|厅|处|科|股|室|部|中心|公司|集团|银行|支行|分行"
    r"|[支大中]队|队|所|站|园|园区|开发区|基地|工区|厂|矿|场|段|段区|班组|车间|协会|联合会|[工团妇侨残科文]联|总工会|团委|馆|台|社)$"
)


@dataclass(frozen=True, slots=True)
class _Head:
    name: str
    start: int
    end: int
    reach: int


def with_units(text: str, tasks: Sequence[Task]) -> list[Task]:
    """The tasks, with its head's name where the same indicator is told under several heads."""
    heads = _heads(text)
    if len(heads) < 2:
        return list(tasks)
    starts = [h.start for h in heads]
    below: dict[int, _Head] = {}
    for indicator in (i for task in tasks for i in task.indicators):
        head = _head_of(indicator, heads, starts)
        if head is not None:
            below[id(indicator)] = head
    if len(set(below.values())) < 2:
        return list(tasks)
    shared = _shared(tasks, below)
    return [_named(task, below, shared) for task in tasks] if shared else list(tasks)


def _heads(text: str) -> list[_Head]:
    """What opens a line, or a sentence of it, before what is told of it."""
    found = [(*m.span(), m["name"], m["stop"]) for m in (*_HEAD.finditer(text), *_BEHIND.finditer(text)) if _is_head(m)]
    found.sort()
    alone = [start for start, _, _, stop in found if stop not in (":", "。")]
    heads = []
    for n, (start, end, name, stop) in enumerate(found):
        if stop in (":", "。"):
            line = text.find("\n", end)
            after = found[n + 1][0] if n + 1 < len(found) else len(text)
            reach = min(line if line >= 0 else len(text), after)
        else:
            later = bisect_right(alone, start)
            reach = min(alone[later] if later < len(alone) else len(text), end + _REACH)
        heads.append(_Head(name, start, end, reach))
    return [h for h in heads if not _NO_HEAD.fullmatch(h.name) and not _OF_ALL.match(text, h.end)]


_OF_ALL = sought(r"\s*[全我各](?:[省市县区州镇乡旗村校院局]|系统)")  # 市住建局:全市新建公厕20座: whoever tells it
# 县住建局 above 县民生实事 or above the number of the next row: cells on lines of their own
_CELL_BELOW = re.compile(r"\s{1,8}(?:\d{1,3}|[\u4e00-\u9fff]{2,12})[ \t]*\n")
_REACH = 300  # characters below a head on a line of its own


def _is_head(match: re.Match[str]) -> bool:
    """市二院: by its colon; 2.财政局。 and a name on a line of its own only where a unit's word ends it."""
    if match["stop"] not in (":", "。") and _CELL_BELOW.match(match.string, match.end()):
        return False
    return match["stop"] == ":" or _UNIT.search(match["name"]) is not None


def _head_of(indicator: Indicator, heads: Sequence[_Head], starts: Sequence[int]) -> _Head | None:
    """The head below which all of it stands; none where it is a district's, or is named so already."""
    places = list(_places(indicator))
    if indicator.owner or not places:
        return None
    index = bisect_right(starts, min(places)) - 1
    if index < 0:
        return None
    head = heads[index]
    inside = head.end <= min(places) and max(places) < head.reach
    return head if inside and head.name not in indicator.name else None


def _places(indicator: Indicator) -> Iterator[int]:
    for told in (indicator.target, indicator.actual, *indicator.claims[:1]):
        if told is not None and told.start is not None:
            yield told.start


def _shared(tasks: Sequence[Task], below: dict[int, _Head]) -> set[str]:
    """The indicators that are told in full under several heads: of units, or of things with other figures."""
    under: dict[str, dict[str, Indicator]] = defaultdict(dict)
    for indicator in (i for task in tasks for i in task.indicators):
        head = below.get(id(indicator))
        if head is not None and indicator.folded and (indicator.actual is not None or indicator.claims):
            under[indicator.folded].setdefault(head.name, indicator)
    return {name for name, told in under.items() if len(told) > 1 and _apart(told)}


def _apart(told: dict[str, Indicator]) -> bool:
    if all(_UNIT.search(name) for name in told):
        return True
    whole = [i for i in told.values() if i.target is not None and i.actual is not None]
    return len(whole) == len(told) and len({i.actual.value for i in whole if i.actual is not None}) == len(whole)


def _named(task: Task, below: dict[int, _Head], shared: set[str]) -> Task:
    if not any(id(i) in below and i.folded in shared for i in task.indicators):
        return task
    return replace(task, indicators=tuple(_one(i, below.get(id(i)), shared) for i in task.indicators))


def _one(indicator: Indicator, head: _Head | None, shared: set[str]) -> Indicator:
    if head is None or indicator.folded not in shared:
        return indicator
    name = head.name + indicator.name
    if _UNIT.search(head.name):
        return replace(indicator, name=name, owner=head.name)
    return replace(indicator, name=name, folded=tidy(name))
