"""A kind of projects whose name says that they are planned, above what was put into them: 计划投产项目17宗,完成投资…

The count plans nothing, nor does what is told of it; the word that says so is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_KIND = sought(
    r"(?:^|(?<=[,;。:、\n]))(?P<planned>计划|拟|预计)(?:投产|竣工|完工|建成|投用|新?开工|续建|储备|前期)(?:项目|工程)(?:共|有)?\d{1,5}[个项宗件],"
    r"(?:累计|共|已|实际|1-\d{1,2}月)*完成投资(?:额)?\d[\d.]{0,9}[万亿]?元,(?:完成|占|为)[^,。;\d]{0,10}(?:计划|任务)(?:总?投资)?的?\d"
)


def kinds_planned(text: str) -> Iterator[Edit]:
    """The edits that leave the word out."""
    if "完成投资" not in text:
        return
    for found in _KIND.finditer(text):
        yield *found.span("planned"), ""
