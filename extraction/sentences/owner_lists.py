"""Lists in which several places, offices or companies have a figure each: 甲区98.6%、乙县92.3%; 丙镇120户,丁乡95户.

The list itself is the sign: names of one kind, each at a beginning and followed at once by a number of the same unit,
whatever parts them (、 , ; a blank, or nothing: 58.3%北岭镇53.6%).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import chain, pairwise

from extraction.sentences.works_of_places import are_works
from extraction.words.owner_names import COMPANY, ENDS_SOON, OFFICE, PLACE
from extraction.words.short_places import short_names

_STANDS = r"。;,:\n(、\s%)有是为看中括含的】"  # the last character of what may stand before a name
_NEAR = rf"[{_STANDS}\]和]"
_BEGINS = rf"(?<!国有){ENDS_SOON}(?:^|(?<=[{_STANDS}])|(?<=[)%]和))"
_NAME = rf"(?!包[括含])(?>{OFFICE}|{COMPANY}|{PLACE})"  # 市城管局和市发改委 are no 市
_NAMES = rf"(?P<names>{_NAME}(?:[、和与及]{_NAME}){{0,9}}+)"
# between a name and its number; who sets a figure does not own it, 等 and 第 count no figure
_WORD = r"[^,。;:、()\d\n等第]"
_HOW = r"(?:(?:完成|推进|进展|进度)*(?:情况)?[最较][快慢好差高低],)?"  # 石桥镇进度最快,完成率98%
_BOUND = r"(?:[^,。;:、()\d\n]{0,12}(?:不足|[高低]于|未达到?|不到|超过)\d{1,3}(?:\.\d+)?%,(?=分别|依次|仅))?"
_IN_TURN = rf"(?:,(?={_WORD}{{0,6}}(?:分别|依次)){_WORD}{{0,14}})?"  # 水利局、卫健委进度滞后,分别完成年度任务的51%
_WORDS = (
    rf"(?P<words>{_HOW}{_BOUND}(?![^,。;\d]{{0,16}}全[市县旗区省州镇])"
    rf"{_WORD}{{0,14}}{_IN_TURN}(?:[:(\s]{{1,2}}{_WORD}{{0,10}})?)"
)
_NUMBER = r"(?P<number>\d+(?:[.,]\d+)*)[万亿千百余多]{0,2}(?P<unit>[%\u4e00-\u9fff㎡])"
_MEMBER = re.compile(rf"{_BEGINS}{_NAMES}{_WORDS}{_NUMBER}")
# behind which names are sought: those of a kind, and those of a list without kinds
_BEFORE_KIND, _BEFORE_ANY = re.compile(rf"{_NEAR}{ENDS_SOON}"), re.compile(_NEAR)
_ALONE, _PLACE = re.compile(_NAME), re.compile(PLACE)
_SETS = re.compile(
    r"下达|拨付|核定|批复|安排|要求|规定|认定|审批|反馈|通报|公布|印发|召开|组织|检查|督查|抽查|交办|转办"
)
# 年度建设目标产业园区3个, 上半年建成产业园区1个: how many of what, in words as long as a name
_SAYS_WHAT = re.compile(r"年度[^、和与及]{0,4}(?:目标|任务|计划)|(?:上半年|三?季度|月底?|目前)(?:建成|完成|创建|新建)")
_COUNTS = "个项件名次家户处所"  # 担保公司3家: how many such there are
_APART = 90  # characters between one member's number and the next name
_ANOTHER_PLAN = re.compile(  # 丙市不足50%。危房改造应开工4.2万户: a sentence with a plan of its own ends the list
    r"。[^,。;:\d]{2,16}(?:应[\u4e00-\u9fff]{1,3}|(?:年度|全年|目标|今年)*(?:任务|计划|目标)(?:数|为|是)?)(?:约|近)?\d"
)
_WHOLE = re.compile(r"(?:^|[。;,\n])(?:全[省市县区州镇旗]|合计|总计)")


@dataclass(frozen=True, slots=True)
class Member:
    """One name of the list, or several that share their figures in order; what is theirs ends at `stop`."""

    start: int
    end: int
    names: tuple[str, ...]
    words: str
    stop: int = 0


@dataclass(frozen=True, slots=True)
class OwnerList:
    """A list of members, each with figures of one unit."""

    members: tuple[Member, ...]

    @property
    def start(self) -> int:
        return self.members[0].start

    @property
    def stop(self) -> int:
        return self.members[-1].stop


@lru_cache(maxsize=4)
def owner_lists(text: str) -> tuple[OwnerList, ...]:
    """The lists of the folded text in order."""
    found = [*_candidates(text, _BEFORE_KIND, _MEMBER)]
    if short := short_names(text):
        called = _candidates(text, _BEFORE_ANY, _members_called(short))
        found = sorted([*found, *called], key=lambda m: m.start())
    return tuple(_list(text, run) for run in _runs(text, found) if _is_list(text, run))


def _members_called(names: frozenset[str]) -> re.Pattern[str]:
    """Members of a list under just these names, that have no kind (words/short_places.py)."""
    one = "|".join(map(re.escape, sorted(names)))
    called = rf"(?P<names>(?:{one})(?:[、和与及](?:{one})){{0,9}})"
    return re.compile(rf"{called}{_WORDS}{_NUMBER}")


def _candidates(text: str, before: re.Pattern[str], member: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Members that stand apart, each right behind what may stand `before` it, or at the very beginning."""
    position = 0
    for begin in chain((0,), (near.end() for near in before.finditer(text))):
        found = member.match(text, begin) if begin >= position else None
        if found is None or found["unit"] in "年月日时号位":
            continue
        if _SAYS_WHAT.search(found["names"]):
            continue
        if _is_place(found) or not _SETS.search(found["words"]):
            position = found.end()
            yield found


def _is_place(found: re.Match[str]) -> bool:
    return found.re is not _MEMBER or _PLACE.fullmatch(_names(found)[0]) is not None


def _runs(text: str, found: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Candidates that stand side by side."""
    run: list[re.Match[str]] = []
    before: set[str] = set()
    for candidate in found:
        called = set(_names(candidate))
        if run and (not _goes_on(text, run[-1], candidate) or called & before):
            yield run
            run = []
        before = (before if run else set()) | called  # who is named again begins another list
        run.append(candidate)
    if run:
        yield run


def _goes_on(text: str, last: re.Match[str], this: re.Match[str]) -> bool:
    between = text[last.end() : this.start()]
    alike = last["unit"] == this["unit"]
    apart = "\n" in between or _WHOLE.search(between) is not None or _ANOTHER_PLAN.search(between) is not None
    return alike and len(between) <= _APART and not apart


def _is_list(text: str, run: Sequence[re.Match[str]]) -> bool:
    names = [name for found in run for name in _names(found)]
    shared = len(run) > 1 or re.search(r"分别|依次|各", run[0]["words"]) is not None or _one_each(text, run[0])
    counted = any(_only_counted(text, found) for found in run)
    return shared and len(names) > 1 and len(set(names)) == len(names) and not counted and not are_works(run)


def _one_each(text: str, found: re.Match[str]) -> bool:
    """柳河区、安定县淘汰率仅为31.5%、28.8%: as many figures of one unit as names, without 分别."""
    more = re.compile(rf"[、和]\d+(?:\.\d+)?[万亿]?{re.escape(found['unit'])}")
    position, figures = found.end(), 1
    while figures < 9 and (following := more.match(text, position)) is not None:
        position, figures = following.end(), figures + 1
    return figures == len(_names(found)) > 1


def _only_counted(text: str, found: re.Match[str]) -> bool:
    """担保公司3家、小贷公司5家: so many there are, where nothing else is told of them."""
    if found["words"] or found["unit"] not in _COUNTS or _is_place(found):
        return False
    told = rf"(?:已|均|现已)?全|[^。;\n\d]{{0,12}}\d[\d.]*{found['unit']}"
    return re.match(told, text[found.end() : found.end() + 40]) is None


def _names(found: re.Match[str]) -> tuple[str, ...]:
    """The names of a member one by one: 南山市和马家市 are two."""
    if found.re is not _MEMBER:
        return tuple(re.split("[、和与及]", found["names"]))
    names, position = [], found.start("names")
    while position < found.end("names") and (name := _ALONE.match(found.string, position, found.end("names"))):
        names.append(name.group())
        position = name.end() + 1
    return tuple(names)


_MORE = re.compile(r"\d")
_WHOLE_IS_TOLD = re.compile(  # 甲区5座、乙区4座、丙区3座,目前已完工7座: where each has one figure, so has the last
    r"[,;](?=(?:截至[^,。;]{1,8},)?(?:目前|现|已|共|累计)+[^,。;:\d]{0,8}(?:建成|完工|竣工|完成|投用|交付|开工|到位|新增|发放|培训)\s?\d)"
)
_AMONG = re.compile(  # 其中市区4.3万人、|丰县1万人: whoever stands first
    r"(?:其中|包括|包含|含)[,:]?(?:[^,。;:、\d]{1,8}\d[\d.]*[^,。;:、\d]{1,4}、){0,3}$"
)
_BEFORE_LIST = 48  # characters in which it stands
_OF_THEM_ALL = re.compile(  # 4.4万亩,其中甲镇1.9万亩、乙镇1.1万亩,占任务的71%: of what was split among them
    r",(?=(?:约|已|仅|只|共|[总整]体|合计)*(?:占|完成|为|比|较|与|达到?|[高低]于|落后|超额?|欠|距)(?!其|各)"
    r"(?![^,。;\d]{0,20}(?:均|都|分别|依次))[^,。;:\d]{0,14}(?:(?P<plan>\d[\d.]*)(?P<scale>[万亿]?)[^,。;:\d]{1,6})?"
    r"(?:任务|目标|计划|预算|序时|时序)(?:[^,。;:\d]{0,4}的\s?(?P<share>\d[\d.]*)%)?)"
)


def _list(text: str, run: Sequence[re.Match[str]]) -> OwnerList:
    starts = [found.start() for found in run]
    members = []
    bare = len(run) > 1 and not any(_MORE.search(text, a.end(), b.start()) for a, b in pairwise(run))
    for found, following in zip(run, [*starts[1:], None], strict=True):
        stop = following if following is not None else _end(text, found.end(), len(run) > 1, _opens(found))
        if following is None and bare:
            ends = (_WHOLE_IS_TOLD.search(text, found.end(), stop), _of_them_all(text, run, stop))
            stop = min([stop, *(told.start() for told in ends if told)])
        words = found["words"].lstrip(",")
        members.append(Member(found.start(), found.end("names"), _names(found), words, stop))
    return OwnerList(tuple(members))


def _of_them_all(text: str, run: Sequence[re.Match[str]], stop: int) -> re.Match[str] | None:
    """The plan and share behind the list that are of what was split, or of all its members, and not of the last."""
    told = _OF_THEM_ALL.search(text, run[-1].end(), stop)
    if told is None:
        return None
    among = _AMONG.search(text, max(0, run[0].start() - _BEFORE_LIST), run[0].start()) is not None
    of_all = not _comes_to(run[-1:], told) if among else _comes_to(run, told)
    return told if of_all else None


_SCALES = {"": 1, "万": 10**4, "亿": 10**8}


def _comes_to(run: Sequence[re.Match[str]], told: re.Match[str]) -> bool:
    """其中甲镇420个、乙镇360个,完成全年500个任务的72%: whether these figures together come to plan and share."""
    if told["plan"] is None or told["share"] is None:
        return False
    scales = [found.string[found.end("number") : found.start("unit")] for found in run]
    figures = [_decimal(found["number"]) * _SCALES.get(scale, 1) for found, scale in zip(run, scales, strict=True)]
    plan = _decimal(told["plan"]) * _SCALES[told["scale"]]
    return plan > 0 and abs(sum(figures, Decimal(0)) / plan * 100 - _decimal(told["share"])) <= 1


def _decimal(digits: str) -> Decimal:
    try:
        return Decimal(digits.replace(",", ""))
    except InvalidOperation:  # 1.2.3
        return Decimal(0)


def _opens(found: re.Match[str]) -> bool:
    """Whether a bracket opens between the name and its figure."""
    return found.group().rfind("(") > found.group().rfind(")")


_ENDS = re.compile(r"[。;\n]|[,、](?=其[余他它])")
_ENDS_LIST = (
    re.compile(  # 甲县4.1万亩、乙县3.9万亩,任务分别为4.5万亩、6万亩: that is not the last one's alone; another work
        rf"{_ENDS.pattern}|,(?=[^,。;\d]{{0,14}}(?:分别|依次)[^,。;\d]{{0,6}}\d)|,(?=[\u4e00-\u9fff]{{4,24}}在施工\()"
    )
)


def _end(text: str, position: int, several: bool, own: bool) -> int:
    """Where what is told of the last member ends; `own`: a bracket of its own is open at the place."""
    found = (_ENDS_LIST if several else _ENDS).search(text, position)
    end = found.start() if found else len(text)
    closed = text.find(")", position, end)
    if own and closed >= 0:
        closed = text.find(")", closed + 1, end)  # 城管局泊位建设(任务3000个)已建成1890个: its own bracket ends no list
    opened = closed >= 0 and text.find("(", position, closed) < 0  # 12家(甲县3家、乙区9家),完成全年的20%
    return closed if opened else end
