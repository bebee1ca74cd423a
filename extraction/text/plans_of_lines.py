"""What the year has in a line that a thing opens, before how far its works are.

农村公路:全年480公里,路基成型310公里,建成166公里      年度任务480公里

Only where all that the line tells behind it in the same unit is less: then the first is a plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_LINE = sought(
    rf"(?<=[\u4e00-\u9fff)]:)(?P<year>全年|今年|本年度?)(?P<plan>\d[\d.]{{0,8}})(?P<large>万?)(?P<unit>{units.AMOUNTS})"
    r"(?P<told>,(?!其中|同比|增长|较|比|预计|占)[^。;\n]{2,80})"
)
_NUMBER = sought(rf"(?P<number>\d[\d.]{{0,8}})(?P<large>万?)(?P<unit>{units.AMOUNTS})")
_COMPARED = sought(r"其中|同比|增长|增速|%|去年|上年|预计|下降")


def plans_of_lines(text: str) -> Iterator[Edit]:
    """The edits that call such a number the year's task, in the folded text."""
    for line in _LINE.finditer(text):
        told = [n for n in _NUMBER.finditer(line["told"]) if n["unit"] == line["unit"]]
        plan = _value(line["plan"], line["large"])
        if (
            told
            and _COMPARED.search(line["told"]) is None
            and all(_value(n["number"], n["large"]) < plan for n in told)
        ):
            yield *line.span("year"), "年度任务"


def _value(digits: str, large: str) -> float:
    return float(digits.rstrip(".")) * (10_000 if large else 1) if digits.count(".") < 2 else 0.0
