"""What is due by now, said once, and how far each of several is: each is read as its share of the year's task.

    按序时进度应完成75%,水库加固实际完成68%,电网改造实际完成79%      水库加固完成年度任务的68%,…
    除平台项目(完成42%)外,其余项目均已超过75%的序时要求              平台项目完成年度任务的42%

Only where what is due is so many twelfths of the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_SHARE = r"\d{1,3}(?:\.\d{1,2})?%"
_DUE = sought(
    r"(?:^|(?<=[。;:,、.)\n]))(?P<due>(?:按照?|对照|根据)?(?:年度|全年)?(?:序时|时序|时间)(?:进度)?(?:要求)?,?应当?(?:完成|达到?)"
    r"(?:(?:年度|全年)(?:任务|计划|目标)的)?(?P<pace>\d{2}(?:\.\d{1,2})?)%[,:;])"
)
_TOLD = re.compile(
    rf"(?:其中,?)?(?P<name>[\u4e00-\u9fff“”]{{3,20}}?)(?P<did>(?:目前|仅|只|已)*实际(?:仅|已)?完成(?:了)?|(?:(?:仅|只|已)|(?<!计划)(?<!应)(?<!须)(?<!需)(?<!要))完成)\s?{_SHARE}(?P<mark>[,;、。\n]|$)"
)
_BUT_FOR = sought(
    rf"(?P<but>除了?)(?P<name>[\u4e00-\u9fff“”]{{2,20}})(?P<open>\()(?:目前|仅|只|已|实际)*(?P<did>完成)(?:了)?{_SHARE}"
    r"(?P<rest>\)(?:以|之)?外,?(?:其余|其他|其它)[^,。;\d]{0,12}?(?:均|都|全部)已?(?:超过?|达到?|完成|高于|快于|符合)[^,。;]{0,8}?"
    r"(?:序时|时序)[^,。;\d]{0,6})(?=[,。;\n]|$)"
)


def paced_for_several(text: str) -> Iterator[Edit]:
    """The edits that write each share as one of the year's task, and leave what is due out."""
    if "序" not in text and "时间进度" not in text:
        return
    for match in _DUE.finditer(text):
        told = list(_side_by_side(text, match.end()))
        if len(told) > 1 and _is_twelfths(float(match["pace"])):
            yield *match.span("due"), ""
            yield from ((*one.span("did"), "完成年度任务的") for one in told)
    for match in _BUT_FOR.finditer(text) if "除" in text else ():
        yield *match.span("but"), ""
        yield *match.span("open"), ""
        yield *match.span("did"), "完成年度任务的"
        yield *match.span("rest"), ""


def _side_by_side(text: str, at: int) -> Iterator[re.Match[str]]:
    """What is told clause by clause up to the sentence's end; none of it where a clause tells otherwise."""
    found = []
    while (told := _TOLD.match(text, at)) is not None:
        found.append(told)
        at = told.end()
        if told["mark"] in ("。", "\n", ""):
            yield from found
            return


def _is_twelfths(pace: float) -> bool:
    return any(abs(pace - month * 100 / 12) < 0.5 for month in range(1, 13))
