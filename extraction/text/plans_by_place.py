"""A list below 任务 in which every place has its plan, and what came of it in a bracket, is read with both told.

各镇改厕任务及完成情况:东镇320户(已改150户),西镇…    reads as    改厕任务完成情况:东镇任务320户,已改150户;西镇…

The label says that it is what was asked; else the first number might be what there is.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought
from extraction.words.owner_names import PLACE

_DONE = (
    r"(?:目前|现)?(?:已|均已|累计|实际)?"
    r"(?:完成|建成?|改[造建]?|新建|建设|安装|发放|栽植|治理|整治|更换|投用|竣工|完工)了?"
)
_FIGURE = r"\d[\d.,]{0,9}[万亿]?"
_ONE = sought(
    rf"{PLACE}\s?(?P<plan>){_FIGURE}(?P<unit>[\u4e00-\u9fff]{{1,3}})(?P<opens>\()"
    rf"{_DONE}\s?{_FIGURE}(?P=unit)(?P<closes>\)[,、;]?)\s?"
)
_LABEL = sought(
    r"(?:(?<=[。;\n、)])|^)(?P<label>(?:各[县旗区市镇乡街道、村]{1,4}|全[市县旗区])?(?:完成)?"
    r"(?P<thing>(?!年度|全年|目标)[\u4e00-\u9fff“”]{2,12}?)(?:目标|年度)?任务[\u4e00-\u9fff]{0,8}?(?:情况|进展|进度)?):\s?"
)
_FEWEST = 2


def plans_by_place(text: str) -> Iterator[Edit]:
    """The edits that write 任务 before every plan, its bracket as a clause, and in the label the work alone."""
    for label in _LABEL.finditer(text) if "任务" in text and "(" in text else ():
        found = []
        at = label.end()
        while one := _ONE.match(text, at):
            found.append(one)
            at = one.end()
        if len(found) < _FEWEST:
            continue
        yield *label.span("label"), label["thing"] + "任务完成情况"
        for one in found:
            yield *one.span("plan"), "任务"
            yield *one.span("opens"), ","
            ends = one["closes"] == ")"
            yield *one.span("closes"), "" if ends else ";"
