"""Goals listed by the office that has each, in the words that a list of goals has anyway.

与各单位签订目标责任书:城管局…      与各单位下达了任务:城管局…
农业部门承担的改造户厕1900户         改造户厕1900户
民政部门新建食堂18个,教育部门…,卫健部门…  新建食堂18个,…
交通部门的任务是改建公路120公里      计划改建公路120公里
工信局领了两项,技改投资增长15%      技改投资增长15%
重点工程投资,年度盘子96亿元          重点工程投资年度计划96亿元
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought
from extraction.text.plainer import Plainer, in_plain_words

_OFFICE = r"(?:[\u4e00-\u9fff]{1,5}(?:部门|口子|战线)|[\u4e00-\u9fff]{1,5}局)"
_BEGINS = r"(?:^|(?<=[,;。:\n]))"
_VOWED = sought(
    r"(?:给|为|向|与|和|同|跟|让)各?[^,。;:\d]{2,10}?"
    r"(?P<vow>(?:立|签?定|签?订|签署?|记|算|列)(?:下|了|下了)?(?:一?[本份张笔个])?“?[\u4e00-\u9fff]{0,4}(?:账|责任[状书]|任务[状书])”?)(?=:)"
)
_HAS = sought(
    rf"{_BEGINS}(?P<who>(?!我){_OFFICE}(?:牵头|负责|承担|承办|主抓|认领|领办)的)(?!年度|全年|目标|任务)(?=[\u4e00-\u9fff“][^,。;:\d]{{2,20}}(?:\d|,年度))"
)
_ITS_TASK = sought(rf"{_BEGINS}(?P<who>{_OFFICE}(?:今年|全年|年度)?的任务是)(?=[\u4e00-\u9fff“][^,。;:\d]{{2,20}}\d)")
_TOOK = sought(
    rf"{_BEGINS}(?P<who>{_OFFICE}(?:领|认领|承担|分到|接)了?[2-9两二三四五六七八九][项件个](?:任务|指标)?[,:])"
)
_POT = sought(r"(?P<comma>(?<=[\u4e00-\u9fff]),)?(?P<pot>(?:年度|全年)(?:大?盘子))(?=(?:是|为|定为)?\d)")
_NAMED = sought(r"(?<=[,;:])(?P<who>[\u4e00-\u9fff]{2,5}部门)(?=[\u4e00-\u9fff“][^,。;:\d]{3,20}\d)")
_SEVERAL = 3  # offices in a row, each with its goal: a list by office

_ALL = (
    Plainer(("账", "状", "书"), _VOWED, {"vow": "下达了任务"}),
    Plainer(("的",), _HAS, {"who": ""}),
    Plainer(("的任务是",), _ITS_TASK, {"who": "计划"}),
    Plainer(("领", "承担", "分到", "接"), _TOOK, {"who": ""}),
    Plainer(("盘子",), _POT, {"comma": "", "pot": "年度计划"}),
)


def tasks_of_offices(text: str) -> Iterator[Edit]:
    """The edits that write such goals as a plain list has them."""
    yield from in_plain_words(text, _ALL)
    named = list(_NAMED.finditer(text)) if "部门" in text else []
    for index, match in enumerate(named):
        near = named[max(0, index - _SEVERAL + 1) : index + _SEVERAL]
        if sum("。" not in text[slice(*sorted((match.start(), o.start())))] for o in near) >= _SEVERAL:
            yield *match.span("who"), ""
