"""Headings of lists whose members do well, beside a list of those behind: where that ends and what is said of these.

滞后项目:加固危桥12座          only what stands in the first line lags
正常项目:新建充电站40座        a list of its own, of tasks that go on
A类(已完成):更新路灯300盏      and one of tasks that are done
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.pairing.verdicts_behind import StatusList
from extraction.records import StatedStatus
from extraction.sought import sought

_TASKS = r"(?:重点|主要|民生|年度|目标|综合)*(?:任务|事项|项目|指标|工作|实事)"
_PLAIN = r"(?:(?![未不没无低慢落滞欠难偏])[^。;:,、\n\d()\[\]【】])"  # a character that turns no verdict round
_DONE = r"(?:已|全部|提前|超额|全面|如期)*(?:完成|办结|完工|竣工|建成)(?:年度|全年)?(?:目标任务|目标|任务)?"
_GOES_ON = (
    r"(?:已|均|基本|总体|推进|进展|进度|有序|工作)*(?:正常|顺利|良好|较好|较快|超前|提前)(?:推进|进行|实施|进展)?"
    r"|(?:已|均|基本)*(?:达到?|超过?|快于|符合|高于|优于)?(?:序时|时序)(?:进度)?(?:要求)?"
)
HEAD = sought(
    rf"(?:^|(?<=[\n。;]))[ \t]*(?:[(]?[\d一二三四五六七八九十]{{1,3}}[.、)])?{_PLAIN}{{0,6}}[(【\[]?{_PLAIN}{{0,6}}?"
    rf"(?P<words>(?P<done>{_DONE})|(?P<ongoing>{_GOES_ON}))(?:及以上|以上)?"
    rf"(?:的?{_TASKS}|的|类|级|档)?(?:主要|分别|具体|包括|有|是|为)*"
    r"(?:[)】\]]?(?P<count>\(?(?:共|计)?\d{1,2}[项个件]\)?)?[)】\]]?:|】)[ \t]*"
)


def with_others(text: str, start: int, end: int, lists: Sequence[StatusList]) -> tuple[StatusList, ...]:
    """The lists of one task, each to the next heading, with those of the tasks that do well."""
    lagging = any(listed.status == "lagging" for listed in lists)
    if not lagging and text.find("项", start, end) < 0:
        return tuple(lists)
    taken = {at for listed in lists for at in range(*listed.words)}
    heads = [h for h in HEAD.finditer(text, start, end) if h.start("words") not in taken]
    heads = [h for h in heads if lagging or (h["count"] or "").startswith("(")]  # 正常推进任务(2项):
    starts = [*(h.start() for h in heads), *(listed.words[0] for listed in lists)]
    own = [_list(h, min((s for s in starts if s > h.start()), default=end)) for h in heads]
    cut = [replace(one, end=_cut(one, heads)) for one in lists]
    return tuple(sorted([*cut, *own], key=lambda listed: listed.start))


def _cut(listed: StatusList, heads: Sequence[re.Match[str]]) -> int:
    return min([listed.end, *(h.start() for h in heads if h.start() >= listed.start)])


def _list(head: re.Match[str], end: int) -> StatusList:
    status: StatedStatus = "done" if head["done"] else "ongoing"
    return StatusList(status, head.span("words"), head.end(), end)


def ends_with_head(text: str, start: int, end: int) -> bool:
    """Whether the last thing said there is such a heading: what is numbered below lags no more."""
    line = max(text.rfind("\n", start, text[start:end].rstrip().rfind("\n") + 1 + start), start)
    heads = list(HEAD.finditer(text, line, end))
    return bool(heads) and not text[heads[-1].end() : end].strip()
