"""A part of a plan that is all done, beside one that is told in figures, is told in its own: 改造部分全部完成.

…18万亩,其中新建12万亩、改造6万亩。目前新建完成8万亩,改造已全面完成      reads as …,改造完成6万亩

Else the figure of the one part would be all that answers the whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_AMOUNT = rf"\d[\d,.]{{0,11}}\s?[万亿]{{0,2}}(?:{units.AMOUNTS})"
_DONE = sought(
    r"(?:(?<=[,。;:、\n])|^)(?P<name>[\u4e00-\u9fff]{2,8}?)(?:部分|任务)?(?P<done>(?:已|现已|均|也|则|都)*(?:全部|全面|如数|圆满)已?"
    r"(?P<verb>完成|完工|建成|竣工)(?:任务)?)(?=[,。;\n]|$)"
)
_PART = sought(rf"(?P<name>[\u4e00-\u9fff]{{2,10}}?)(?P<much>{_AMOUNT})")
_LIST = sought(
    rf"(?:其中|包括|分别为|\()[,:]?(?:[\u4e00-\u9fff]{{2,10}}{_AMOUNT}[、,和及;]){{1,5}}[\u4e00-\u9fff]{{2,10}}{_AMOUNT}"
)
_MARKS = ("其中", "(", "包括", "分别为")
_REACH = 160  # characters back to the list of the parts
_SENTENCE = 80  # characters in which it ends


def parts_done(text: str) -> Iterator[Edit]:
    """The edits that write what such parts came to."""
    for done in _DONE.finditer(text):
        low = max(0, done.start() - _REACH, text.rfind("\n", 0, done.start()) + 1)
        if not any(mark in text[low : done.start()] for mark in _MARKS):
            continue
        listed = next(reversed([*_LIST.finditer(text, low, done.start())]), None)
        if listed is None:
            continue
        name = sought(r"^(?:目前|其中|而)").sub("", done["name"])
        plans = [part for part in _PART.finditer(listed.group()) if _of_one(name, part["name"])]
        if len(plans) == 1 and _other_figure(text, max(listed.end(), low), done.start(), done.end()):
            yield *done.span("done"), done["verb"] + plans[0]["much"]


def _of_one(told: str, part: str) -> bool:
    return told in part or part.removeprefix("其中").removeprefix("包括") in told


def _other_figure(text: str, listed: int, start: int, end: int) -> bool:
    """Whether the sentence tells another part in figures."""
    low = max(listed, text.rfind("。", listed, start) + 1)
    stop = next((at for mark in "。\n" if (at := text.find(mark, end, end + _SENTENCE)) >= 0), end + _SENTENCE)
    return _PART.search(text, low, start) is not None or _PART.search(text, end, stop) is not None
