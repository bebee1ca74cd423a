"""Lists of works of which words say at their end that the year's task is done: what they list is planned.

改造提升24个奶牛小区、17个肉鸡场,已完成年度任务     计划改造提升24个奶牛小区、计划改造提升17个肉鸡场,均已…
17个加工点和39个维修点,任务如期完成                  17个加工点、39个维修点,均已完成年度任务

No list of what was built already (建成24个、17个,完成年度任务), which has its own words.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_AMOUNT = rf"\d[\d,]{{0,9}}(?:\.\d{{1,4}})?\s?[万亿]{{0,2}}(?:{units.AMOUNTS})"
_VERB = r"(?!已|均|共|目前|截至|累计|完成|建成|实现|其中|办结|新建成|涉及|包括)[\u4e00-\u9fff]{2,6}?"
_THING = r"[\u4e00-\u9fff“”]{2,12}?"
_SURELY = r"(?:已经|已|均|都|全部|全面|现|按计划|按期|按时|如期|圆满|顺利|提前|告|宣告|超额)"
_LIST = sought(
    rf"(?:(?<=[。;,:.)\n])|^)(?:应|应当|计划|今年|年内|全年)?(?P<verb>{_VERB})?{_AMOUNT}{_THING}"
    rf"(?P<rest>(?:[、和及与](?:{_VERB})?{_AMOUNT}{_THING}){{1,5}})"
    rf"(?:,|(?=[均都全已]))(?P<all>(?:(?:年度|全年|当年|既定|预定|计划)*(?:目标)?任务{_SURELY}+完成"
    rf"|{_SURELY}+(?:完成|达到|实现)了?(?:年度|全年|当年|既定|预定|年初|计划)*(?:目标任务|任务|目标|计划)))(?=[。;\n]|$)"
)
_NAMED_FIRST = sought(  # 淘汰小锅炉45台、规范早餐摊点60处,既定任务已经完成
    rf"(?:(?<=[。;,:.)\n])|^)(?P<at>)(?!目标|计划|任务){_VERB}{_THING}{_AMOUNT}"
    rf"(?P<rest>(?:[、和及与]{_VERB}{_THING}{_AMOUNT}){{1,5}}),(?![^。;\n]{{0,12}}超额)(?P<all>(?:(?:年度|全年|当年|既定|预定|计划)*(?:目标)?任务{_SURELY}+完成"
    rf"|{_SURELY}+(?:完成|达到|实现)了?(?:年度|全年|年初|既定|预定|计划)+(?:目标任务|任务|目标|计划)))(?=[。;\n]|$)"
)
_MEMBER = sought(rf"(?P<by>[、和及与])(?P<verb>{_VERB})?(?={_AMOUNT}{_THING}(?:[、和及与]|$))")


def members_done(text: str) -> Iterator[Edit]:
    """The edits that write such a list as one of plans, of which all are done; in the folded text."""
    if not any(word in text for word in ("任务", "目标", "计划")):
        return
    for match in _LIST.finditer(text):
        verb = match["verb"] or ""
        if verb:
            yield match.start("verb"), match.start("verb"), "计划"
        for member in _MEMBER.finditer(text, *match.span("rest")):
            yield *member.span("by"), "、" + ("计划" if member["verb"] else f"计划{verb}" if verb else "")
        comma = "" if match.start("all") > match.end("rest") else ","
        yield match.start("all"), match.end("all"), f"{comma}均已完成年度任务"
    for match in _NAMED_FIRST.finditer(text):
        yield match.start("at"), match.start("at"), "计划"
        yield match.start("all"), match.end("all"), "均已完成年度任务"
