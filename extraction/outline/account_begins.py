"""Where a goal goes over to what became of it, whatever parts the two: a comma, a dash, an arrow, a bracket, a line.

    固定资产投资增长8.2%——三季度末增长6%。
    打造三星级以上饭店7家以上(到9月末,建成6家)。
    森林覆盖率稳定在64.4%,森林覆盖率为63.3%。

The first number is of the goal and no word before it tells; behind the mark the same is measured again, and a time up
to now, a word of reporting, the goal's own name or a bare verb of doing begins it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.records import Interval
from extraction.sought import sought
from extraction.words import names
from extraction.words.when import SO_FAR

_DOES = (
    r"(?:已(?!纳入|列入)|现(?!代|有|场|金)|累计|实际(?!利用|使用|吸收)|全[省市县旗区州]|我[省市县旗区局]|共(?!享|建|同|青)"
    r"|均|总计|合计)"
)
OPENS = sought(rf"[\s,:“]*(?:{SO_FAR}|{_DOES})")
_FIGURE = sought(
    r"(?P<digits>\d(?<![A-Za-z.\d].)[\d,.]*)\s?(?:万亿|[百千]?[万亿])?\s?(?!岁|周岁|号|热线|年|月|日|天内|G(?![A-Z])|家委会)"
    r"(?P<unit>%|‰|平方|公里|人次|/|[\u4e00-\u9fffA-Za-z])"
)
_DIGIT = re.compile(r"\d")  # without one more nothing is measured again
TOLD = sought(
    r"已(?!纳入|列入)|目前|累计|实际(?!利用|使用|吸收)|现有|去年|上年|同期|环比|超额|截[至止]|达到?序时|排名|居全|(?:[占为]|完成|达到?|超过?|实现|未达)[^,;。\d]{0,6}(?:目标|任务|计划)"
    r"|(?:[高低快慢]于|超)(?:年度|全年|预期)?(?:目标|任务|计划|序时)|以来|半年|季度|\d月(?!\d{0,2}日?[底末]?前)|另|存在|发现|排查|摸底|受理|争取到|正在"
)
_BARE = sought(
    r"[\s,:]*(?:同比)?(?:仅|只)?(?:完成|达到?|增长|同比增长|增速为?|增速达?|增幅为?|下降|同比下降|为|实现|完成了|约|近|降至|升至|提高到|提升到|建成)*(?:了|约|近|为|到)?\s?"
)
_STEP = sought(
    r"(?:仅|只)?(?:新?开工|动工|签约|竣工|完工|交付|投用|入住|接入|投放|安装|铺设|栽植|整治|改造|办结)(?:了|约|近)?\s?"
)
_NOT_SO = sought(
    r"目标|任务|计划|指标|要求|力争|确保|其中|占|去年|上年|同期|平均|全国|全省|(?<!同)比(?!例|率|重|赛)|较|[高低]于|超(?!标|市|高|细)|预计|拟|将|含|总投资|概算"
)
_OTHERS = sought(r"目标|任务|计划|其中|去年|上年|同期|全[国省]|预计|拟")  # ... even behind the goal's own name
_MARK = sought(
    r"[,;:(]|-{2,4}(?=[\u4e00-\u9fff\d])|-(?=[\u4e00-\u9fff])|→|\t|(?<=[\u4e00-\u9fff%])\s+(?=[\u4e00-\u9fff\d])"
)
_STRONG = "(-→\n"  # marks that part two things; a comma or a blank parts any two words
_TO = sought(
    r"(?:(?:控制|稳定|保持|维持)在|(?:下降|降低|回落|提高|提升|增加|压减|降)[至到]|[不]?[低高]于|不超过|不少于|超过|力争|确保|目标|计划|任务|预期)+$"
)
_DID = sought(r"(?:建成|完成|竣工|完工|开工|发放|交付|投用|到位|争取|兑现|签约|认定|通过)")
PLANNED = sought(r"目标|任务|计划|预算|(?<![供反效适感对])[应需须](?![急对])")
_NEXT_PLAN = sought(  # 注册运动员3500人(已注册3460人),布局体校2所(均已挂牌): the next one, with a bracket of its own
    r"[、,]\s?[^,。;、:()\d]{2,20}\d[\d.,]{0,8}[^,。;、:()\d]{1,4}\([^()\n]{0,4}(?:已|仅|[均完建挂竣])"
)
_FEWEST, _LONGEST = 4, 160  # characters of a goal; what is longer goes over to nothing: reading stays linear in length
_SEEN = 160  # characters of the account that are looked at for its first figures


@dataclass(frozen=True, slots=True)
class Account:
    """`[start, end)` tells what became of the goal that stands before `mark`."""

    mark: int
    start: int
    end: int


def account_in(text: str, start: int, end: int) -> Account | None:
    """The account in the stretch that begins with its goal; None where none follows, or where it tells at once."""
    within = min(end, start + _LONGEST)
    goal = _FIGURE.search(text, start, within)
    if goal is None or _DIGIT.search(text, goal.end(), end) is None:
        return None
    tells = TOLD.search(text, start, within)
    for mark in _MARK.finditer(text, goal.end(), within):
        if tells is not None and tells.end() <= mark.start():
            return None
        if not _balanced(text, start, mark.start()):
            continue
        account = _account(text, start, mark, end)
        if account is not None:
            return account
    return None


def answered(text: str, goal: Interval, told: Interval) -> bool:
    """Whether the second stretch tells of the goal that the first one is."""
    if goal[1] - goal[0] > _LONGEST:
        return False
    if _DIGIT.search(text, *told) is None:
        return False
    words = text[slice(*goal)]
    if _FIGURE.search(words) is None or TOLD.search(words) is not None:
        return False
    return _measures_again(words, text[told[0] : min(told[1], told[0] + _SEEN)], "\n")


def _account(text: str, start: int, mark: re.Match[str], end: int) -> Account | None:
    stop = end
    if mark.group() == "(":
        stop = text.find(")", mark.end(), end)
        if stop < 0 or _NEXT_PLAN.match(text, stop + 1, end):
            return None
    head = text[start : mark.start()]
    if len(head) < _FEWEST or not _measures_again(head, text[mark.end() : min(stop, mark.end() + _SEEN)], mark.group()):
        return None
    return Account(mark.start(), mark.end(), stop)


def _measures_again(head: str, rest: str, mark: str) -> bool:
    """Whether what stands behind the mark says how much of the goal there is now."""
    first, *others = _FIGURE.finditer(head)
    if others and PLANNED.search(head, first.end()):
        return False  # 项目21项,年度计划投资88亿元,实际完成79.6亿元: its own words tell what is planned
    units = {m["unit"] for m in (first, *others)}
    account = list(_led(rest))
    if not any(figure["unit"] in units for figure, _ in account):
        return False
    opens = OPENS.match(rest) is not None
    told = False
    for figure, lead in account:
        named = _same_name(head, lead)
        if (_OTHERS if named else _NOT_SO).search(lead):
            return False
        verb = _BARE.fullmatch(lead) or (mark.startswith("--") and _STEP.fullmatch(lead))
        bare = (told or mark[0] in _STRONG) and verb and (lead or mark != "(")
        told = bool(named or opens or bare)
        if figure["unit"] in units and told and _may_end(head, lead):
            return True
        if not told:
            return False
    return False


def _led(rest: str) -> Iterator[tuple[re.Match[str], str]]:
    """The first figures of the account, each with the words before it."""
    last = 0
    for count, figure in enumerate(_FIGURE.finditer(rest)):
        if count == 2 or sought(r"[。;]").search(rest, last, figure.start()):
            return
        yield figure, rest[last : figure.start()]
        last = figure.end()


def _same_name(head: str, lead: str) -> bool:
    """Whether the words before the figure are those of the goal, up to its number: GDP增长7%,GDP增长5%."""
    goal, told = (names.folded(_TO.sub("", _FIGURE.split(words)[0])) for words in (head, lead))
    if min(len(goal), len(told)) < 2:
        return False
    return goal == told or told.endswith(goal) or (len(told) >= 3 and goal.endswith(told))


def _may_end(head: str, lead: str) -> bool:
    """建成驿站12座(已投用9座): what was done is another thing than the one done before; 完成 is any."""
    did, does = _DID.search(head), _DID.findall(lead)
    return did is None or not does or did.group() in does or "完成" in (did.group(), *does)


def _balanced(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) == text.count(")", start, at)
