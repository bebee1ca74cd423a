"""How the work goes, said of all of it: 受雨季影响,工程进展缓慢; 目前各项工作进展顺利.

Points are words of it too, where nobody tells the share of the plan: 项目进展较序时进度落后6.4个百分点.
"""

from __future__ import annotations

import re

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.records import Claim, StatedStatus
from extraction.sought import sought
from extraction.words import names, wording

_CLAUSE = sought(r"[^,。;]+")
_CAUSE = sought(r"^(?:受|因|由于|鉴于)")
_GOES = sought(
    r"进展顺利|推进顺利|顺利推进|有序推进|稳步推进|加快推进|正(?:按计划|在)(?:有序|加快|稳步|抓紧|全力)?(?:推进|建设|施工|实施|改造)"
    r"|按(?:计划|序时|时间节点|进度)[^,。;]{0,4}(?:推进|进行|实施)|按序时推进|达到?序时进度"
)
_EVERY = sought(r"均|都|各项|各个|总体|整体|全部")
_SAYS_NOTHING = sought(
    r"各项?|总体|整体|上|来看|目前|当前|现|正|任务|项目|工程|建设|施工|实施|进展|推进|序时|时序|进度|改造|比较|较|比|有所|严重|明显|该|此|也|仍|略|相对|整个"
)

_BY_POINTS = sought(r"(?<=[序进度后于])约?\d[\d.]*个百分点$")  # 较序时进度落后6.4个百分点


def going(scope: Scope, promise: Promise | None) -> Claim | None:
    """The words of the story that say it of the promise, lag before progress; what is said of a part is not taken."""
    if promise is None or not promise.reading.heading:
        return None
    alone = sum(p.reading.heading for p in scope.promises) == 1
    statuses: tuple[tuple[re.Pattern[str], StatedStatus], ...] = ((wording.BEHIND, "lagging"), (_GOES, "ongoing"))
    for pattern, status in statuses:
        if not pattern.search(scope.text, scope.item.start, scope.item.end):
            continue  # nowhere, so in no clause: most stories do not say
        for sentence in scope.item.sentences:
            if sentence.heading:
                continue
            for clause in _CLAUSE.finditer(scope.text, sentence.start, sentence.end):
                words = _BY_POINTS.sub("", clause.group())
                said = pattern.search(words)
                if said and _of_all(words, said.start(), promise, alone):
                    start = clause.start() + said.start()
                    return Claim(None, status, said.group(), start, start + len(said.group()))
    return None


def _of_all(clause: str, before: int, promise: Promise, alone: bool) -> bool:
    """Whether the clause speaks of the whole work: no part is named, and no number."""
    if sought(r"\d|未来|防止|避免|克服|解决").search(clause) or _CAUSE.match(clause):
        return False
    subject = _SAYS_NOTHING.sub("", clause[:before])
    if not names.folded(subject):
        return alone or _EVERY.search(clause) is not None
    return names.likeness(promise.name, subject) >= 0.9
