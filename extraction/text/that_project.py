"""What a titled project's own paragraph calls 该项目 is the project of the title.

1.乡道改造工程项目。⏎该项目计划投资640万元,…。完成项目投资600万元    reads as 计划投资640万元,…。完成投资600万元

Only right below, or behind, a short title that ends with 项目, 工程 or 建设; elsewhere it may point back to any other.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_TITLED = sought(
    r"(?:(?<=\n)|\A)(?:[(]?[一二三四五六七八九十\d]{1,3}[)]?[.、)]?\s?)?"
    r"[\u4e00-\u9fff“”()、]{4,40}(?:项目|工程|建设)(?:[。:]\n{0,2}|\n{1,2})[ \t]{0,4}"
    r"(?P<that>(?:[该本此](?:项目|工程))?)(?=(?:年度|今年|全年|当年)?(?:计划|安排|预计)(?:完成)?(?:总)?投资)"
)
_OF_IT = sought(
    r"(?<=完成)(?P<of>(?:项目|工程))(?=投资(?:约|近)?\d)|(?<=[。;,])(?P<who>(?:项目|工程))(?=(?:已|累计|实际)*完成投资\d)"
)


def that_project(text: str) -> Iterator[Edit]:
    """The edits that leave such words out, and 项目 before the investment in the same paragraph."""
    for match in _TITLED.finditer(text) if "投资" in text else ():
        yield *match.span("that"), ""
        end = text.find("\n", match.end())
        for said in _OF_IT.finditer(text, match.end(), len(text) if end < 0 else end):
            yield *said.span("of" if said["of"] else "who"), ""
