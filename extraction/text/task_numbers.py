"""Which task of the plan an item answers, told in a bracket by its bare number.

(任务26,规划科)          (第26条,规划科)
(养护科;任务编号:31)      (养护科;第31条)

(任务3): … (任务5): … (任务9): rising from line to line

A number of tasks has offices beside it or is called a number or of a list; (任务26,完成18) tells amounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extraction.records import Edit
from extraction.sought import sought

_BRACKET = sought(r"[(【\[](?P<inside>[^()【】\[\]\n]{3,60})[)】\]]")
_NUMBER = sought(
    r"(?:^|(?<=[,、;:\s]))(?P<words>(?:(?:重点|目标|工作|年度|督[办查]|分解)*(?:任务|事项|工作|要点)|(?=[序编]号))"
    r"(?P<called>(?:分工|清单|分解|台账)?(?:序号|编号|第)?)[:为]?)\s?(?P<number>\d{1,3}(?:[、和-]\d{1,3})*)(?P<behind>[号项条]?)(?=[,、;\s]|$)"
)
_OFFICE = sought(r"[\u4e00-\u9fff“”]{1,20}(?:科|处|股|室|中心|局|委|办|院|队|站|部|司|厅|所|会)$")
_LABEL = sought(r"(?:牵头|责任|主办|承办|承担|配合|协办)(?:单位|科室|部门|处室|股室)?:?")


def task_numbers(text: str) -> Iterator[Edit]:
    """The edits that write such a number as that of a clause, in the folded text."""
    yield from _numbered_alone(text)
    for bracket in _BRACKET.finditer(text):
        inside = bracket["inside"]
        said = _NUMBER.search(inside)
        if said is None or not (said["called"] or _has_offices(inside[: said.start()] + "," + inside[said.end() :])):
            continue
        at = bracket.start("inside")
        yield at + said.start("words"), at + said.start("number"), "第"
        yield at + said.end("number"), at + said.end("behind"), "条"


_ALONE = sought(  # 2、地方财政收入(任务3):同比下降2.7%
    r"[(【\[](?P<words>(?:重点|目标|工作)*(?:任务|事项)(?:序号|编号)?:?)\s?(?P<number>\d{1,3})(?P<behind>)[)】\]]:"
)
_FEWEST = 3  # of them that rise from line to line


def _numbered_alone(text: str) -> Iterator[Edit]:
    """The edits for brackets that hold nothing else, where each number is greater than the one before."""
    found = list(_ALONE.finditer(text))
    numbers = [int(match["number"]) for match in found]
    if len(found) >= _FEWEST and all(a < b for a, b in pairwise(numbers)):
        for match in found:
            yield *match.span("words"), "第"
            yield *match.span("behind"), "条"


def _has_offices(rest: str) -> bool:
    """Whether all else in the bracket names offices."""
    pieces = [piece for piece in sought(r"[,、;\s]").split(_LABEL.sub("", rest)) if piece]
    return bool(pieces) and all(_OFFICE.fullmatch(piece) for piece in pieces)
