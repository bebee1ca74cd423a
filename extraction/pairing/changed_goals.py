"""Goals by what stands around them: a plan that was changed later, and a list that one 的任务 closes.

计划检查企业420家次,6月调减为380家次。              the second is the year's goal
450户改造任务,调减60户后为390户                    so is what is left behind the cut
造林计划几经调整,由年初的20万亩增加至26万亩        so is what it rose to, by the plan's own name
新增二级企业8家、三级企业60家的任务                  both are promised
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.numbers import units
from extraction.sentences.goal_phrases import stands_as_goal
from extraction.sentences.readings import Reading
from extraction.sought import sought

_CUT = r"(?:压减|压缩|缩减|削减|减少|核定|扩大|增加|增至|提高)"
_CHANGED = sought(
    r"(?:调减|调增|调整|调高|调低|上调|下调|核减|核增|修订|变更|追加)(?:后(?:的?(?:任务|目标|计划)[数量]?)?)?(?:为|至|到|是)\s?$"
    r"|(?:因|由于|受|经)[^,。;\d]{2,16}(?:压减|缩减|减少|压缩|减)(?:为|至|到)\s?$"  # 因生源减少压减至110名
    rf"|(?:任务|计划|目标)[数量]?(?:后来?|又|现|已|被)*{_CUT}(?:为|至|到)(?:了)?\s?$"  # 的绿道建设任务压减到35公里
    rf"|^[,、]?\s?(?:后来?|其后|之后|经批准|经核定)+(?:已|被)?{_CUT}(?:为|至|到)(?:了)?\s?$"  # 后压缩至60个
)
_SINCE = sought(r"(?:调整|调减|调增|核减|核增|修订|变更)后(?:的?(?:任务|目标|计划)[数量]?)?(?:为|是)\s?$")
_BY = sought(r"(?:调减|核减|核增|调增|压减|追加)(?:了)?\s?$")  # how much it was changed by, before what it became
_BECOME = sought(
    r"[,、]?\s?(?:(?:现|调整后|核减后|最终)的?(?:年度|全年)?(?:任务|目标|计划)(?:数|量)?(?:为|是)?|后(?:实际)?(?:任务|目标|计划)?为|后剩)\s?"
)
_FROM = sought(
    r"(?:^|[,。;:\n])(?P<name>[^,。;:、()\d]{2,26}?)的?(?:年度|全年)?(?P<plan>计划|任务|目标)(?:总量|总额|数|额|量)?[也又则再]?"
    r"(?:[,、]?(?:几经|[经通][过历]?[^,。;]{0,6})(?:调整|修订|追加|变更),?)?[也又则再]?(?:被|已)?"
    r"[由从](?:年初|原先|原来|原|最初|当初)?(?:计划|确定|安排|下达|预计)?的?\s?$"
)  # 投资计划经过两次调整,由年初的
_RISEN = sought(
    r"\s?(?:又|再|逐步|先后|分[^,。;]{1,3}次)?(?:调减|调增|调整|调高|调低|上调|下调|核减|核增|追加|增加|提高|扩大|增|压减|压缩|缩减|削减|减少|降)(?:为|至|到)(?:了)?\s?"
)
CUE = cue(_CHANGED, _BY)
_UNNAMED = sought(r"(?:全年|年度|年初|原先?|最初|当初|[由从]|计划|任务|目标|定|确定|下达|安排|核定|的)+")
_NAMED_BEHIND = sought(r"的?(?P<name>[^,。;:、()\d]{2,16}?)(?:任务|计划|目标)")
_PAID = sought(r"标准|待遇|补贴|补助|工资|报酬|养老金|低保|价格|电价|水价|费率")  # set anew, it meets a goal
_THIS_YEAR = sought(r"^(?:\s|今年|本年度?|全年|\d{4}年度?|其中)+")
_BACK = 64  # characters back to what the plan is called
_NEAR = 3  # numbers back to the goal
_PLANNED = sought(r"计划|目标|任务|预算|预期|原定|年初")
_TOLD = sought(r"已|目前|截至|累计|实际(?!利用|使用|吸收)|完成了|同比|占")


def take_changed(text: str, found: Sequence[Reading]) -> None:
    """Let the changed goal stand for the one before it, in place."""
    _take_cut(text, found)
    _take_risen(text, found)
    for index, changed in enumerate(found):
        if _CHANGED.search(changed.lead) is None:
            continue
        if changed.voice == "promise" and changed.settled and not _SINCE.search(changed.lead):
            continue
        before = [r for r in found[max(0, index - _NEAR) : index] if not r.bracket]
        alike = [r for r in before if r.measure == changed.measure and r.quantity.noun == changed.quantity.noun]
        first = alike[-1] if alike else before[-1] if before else None  # 目标1.12亿吨、增速6%,调整为1.05亿吨
        if first is None or not _is_goal(first) or changed.sentence - first.sentence > 1:
            continue
        if _PAID.search(changed.clause_lead) and not _PLANNED.search(changed.clause_lead):
            continue
        if not units.fits(first.quantity.noun, changed.quantity.noun) or first.measure != changed.measure:
            continue
        changed.voice, changed.cued, changed.own, changed.subject = "promise", True, first.own, first.subject
        if _UNNAMED.fullmatch(first.lead) and (named := _NAMED_BEHIND.match(first.tail)) is not None:
            changed.own = changed.subject = named["name"]  # 原定50公里的绿道建设任务
        changed.heading, first.voice, first.settled = first.heading, "context", True
        changed.compared = True  # what a plan was brought down to is no limit


def _take_cut(text: str, found: Sequence[Reading]) -> None:
    """450户改造任务,调减60户后为390户; 10所,核减3所,现任务7所: what is left is the goal, if the sum proves it."""
    for first, cut, left in zip(found, found[1:], found[2:], strict=False):
        if first.bracket or cut.bracket or left.bracket or left.sentence != first.sentence or not _is_goal(first):
            continue
        alike = first.quantity.noun == cut.quantity.noun == left.quantity.noun and first.measure == left.measure
        proved = left.base in (first.base - cut.base, first.base + cut.base)
        if not (alike and proved and _BY.search(cut.lead) and _BECOME.fullmatch(text, cut.quantity.end, left.start)):
            continue
        left.voice, left.cued, left.own, left.subject = "promise", True, first.own, first.subject
        left.heading, left.compared = first.heading, True
        for r in (first, cut):
            r.voice, r.settled = "context", True


def _take_risen(text: str, found: Sequence[Reading]) -> None:
    """计划由年初的350亿元增加至420亿元: the second is the goal, and it is called what the plan is called."""
    for first, risen in pairwise(found):
        if risen.sentence != first.sentence or not _RISEN.fullmatch(text, first.quantity.end, risen.start):
            continue
        back = max(0, first.start - _BACK)
        named = _FROM.search(text[back : first.start])
        if named is None or first.measure != risen.measure or first.quantity.noun != risen.quantity.noun:
            continue
        for r in found:
            if back + named.start("plan") < r.start < first.start:
                r.voice, r.settled = "context", True  # 经过4次调整
        risen.voice, risen.cued, risen.settled, risen.compared = "promise", True, True, True
        risen.own = risen.subject = _THIS_YEAR.sub("", named["name"])
        risen.heading, first.voice, first.settled = first.heading, "base", True


def _is_goal(r: Reading) -> bool:
    return r.voice == "promise" or (
        r.voice in ("report", "base", "forecast")
        and (_PLANNED.search(r.clause_lead) is not None or ("“" in r.lead and r.tail.startswith("”")))
    )


def take_listed(text: str, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to what stands in one list with a goal that 的任务 closes, in place."""
    for index, last in enumerate(found):
        if last.voice != "promise" or last.bracket or not last.tail.startswith("的") or not stands_as_goal(last.tail):
            continue
        following = last
        for r in reversed(found[:index]):
            between = text[r.quantity.end : following.start]
            listed = r.clause_start == last.clause_start and sought(r"[^,。;:]{0,4}[、和及与].*").match(between)
            if r.bracket or r.voice != "report" or not r.own or not listed or _TOLD.search(r.clause_lead):
                break
            r.voice, r.cued, following = "promise", True, r
