"""What is hoped for behind a goal that has its answer: 渠道140公里,完成69公里 ... 10月底渠道要达到110公里.

The promise of the year stands and is answered; another number for the same thing, at the end of the report, is the next
step to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.outline.headings import NEXT_STEPS
from extraction.records import Indicator, Task
from extraction.sought import sought
from extraction.words import names

_HOPES = sought(
    r"(?:力争|确保|争取|要|可|有望|冲刺|底前?)(?:PM(?:2\.5|10)|[^。;\d%]){0,16}(?:达到?|突破|超过?|实现|完成|至)\s?$"
)
_WAY = (  # 9月至年底,要…: up to the end of the year
    r"(?:后[\d一二三四五六七八九十两]{1,2}个?月|下一?步|下阶段|接下来|剩余|\d{1,2}月份?(?:起)?[至到-]{1,2}(?:今年)?(?:年[底末]|12月[底末]?))"
)
_AHEAD = sought(_WAY)
_STILL_MORE = sought(  # 后4个月将力争优良天数再增加60天以上: the rest of the year's way
    rf"{_WAY}[^。;]{{0,40}}再(?:增加|新增|增|减少|压减|完成|新建|建成)(?:了|约)?\s?$"
)
_YET = sought(
    r"(?:力争|争取|确保|努力)(?:到)?(?:年底|全年|年内|年末|12月底)(?:前)?[^,。;\d]{0,10}$"
    r"|(?:年底|全年|年内)[^,。;\d]{1,12}(?:力争|争取|确保|努力)(?:控制在|压[减降]到|不超过|降[至到]|达到?|完成|突破)\s?$"
)
_SET_NUMBER = sought(r"(?:控制|考核)(?:指标|目标|数)$")  # 死亡人数控制指标 is of 死亡人数
_OF_A_MONTH = sought(r"预计\d{1,2}月份?(?:可|将|再)*(?:新增|完成|入库)?[^,。;\d底末前]{0,8}$")  # 预计11月新增投资_3亿元
_ALIKE, _APART = 0.6, 60  # of their names; characters between them: two tiers stand side by side


def without_hopes(text: str, tasks: Sequence[Task]) -> list[Task]:
    """The tasks without the unanswered numbers that are hoped for where the goal itself was answered before."""
    answered = [i for task in tasks for i in task.indicators if i.target is not None and i.actual is not None]
    kept = [(t, tuple(i for i in t.indicators if not _is_hope(text, i, answered, t.title))) for t in tasks]
    return [t if len(left) == len(t.indicators) else replace(t, indicators=left) for t, left in kept if left]


def _is_hope(text: str, indicator: Indicator, answered: Sequence[Indicator], title: str) -> bool:
    target = indicator.target
    if target is None or target.start is None or indicator.actual is not None or indicator.claims:
        return False
    if _STILL_MORE.search(text[max(0, target.start - 60) : target.start]):
        return True
    ahead = _AHEAD.search(text[max(0, target.start - 60) : target.start]) is not None
    lead, next_steps = text[max(0, target.start - 30) : target.start], NEXT_STEPS.search(title) is not None
    yet = (ahead or next_steps) and _YET.search(lead) is not None
    if yet and any(_is_between(indicator, goal) or _is_called_so(indicator, goal) for goal in answered):
        return True
    if next_steps and _OF_A_MONTH.search(lead):
        return any(g.target is not None and (g.target.noun, g.kind) == (target.noun, indicator.kind) for g in answered)
    if _HOPES.search(lead) is None:
        return False
    return any(_same_thing(indicator, goal, 0 if ahead else _APART) for goal in answered)


def _is_between(hope: Indicator, goal: Indicator) -> bool:
    """目标48亿元,完成33亿元 ... 力争年底不低于46亿元: more than was done, less than the goal that has its answer."""
    mine, plan, done = hope.target, goal.target, goal.actual
    if mine is None or plan is None or done is None or (mine.noun, hope.kind) != (plan.noun, goal.kind):
        return False
    said = mine.value * mine.magnitude
    called = _SET_NUMBER.sub("", goal.name)
    named = any(names.likeness(hope.name[-end:], called[-end:]) >= _ALIKE for end in (2, 4)) and hope.owner in (
        None,
        goal.owner,
    )
    return named and done.value * done.magnitude < said < plan.value * plan.magnitude


def _is_called_so(hope: Indicator, goal: Indicator) -> bool:
    """目标10%,增长10.4% ... 下一步力争全年增长11%: more than was promised, of the very thing."""
    mine, plan = hope.target, goal.target
    if mine is None or plan is None or (mine.noun, hope.kind, hope.owner) != (plan.noun, goal.kind, goal.owner):
        return False
    return bool(hope.folded) and hope.folded == goal.folded


def _same_thing(hope: Indicator, goal: Indicator, apart: int) -> bool:
    mine, theirs = hope.target, goal.target
    if mine is None or theirs is None or mine.start is None or theirs.start is None:
        return False
    behind = mine.start - theirs.start > apart and (mine.noun, hope.owner) == (theirs.noun, goal.owner)
    other = mine.value * mine.magnitude != theirs.value * theirs.magnitude and hope.kind == goal.kind
    alike = names.likeness(hope.name, goal.name) >= _ALIKE and names.conflict(hope.name, goal.name) is None
    return behind and other and alike
