"""A plan of several years, what the years before did of it, and the rest that is this year's.

    三年计划60家,2023、2024年已改造41家,今年须完成余下19家

The rest is this year's goal where the difference says so; it is written as one, and the years before as such. What such
a plan says that this year has to do is the year's plan, and the rest of it is left out:

    2021-2023年三年任务新改建公厕300座,前两年完成210座,今年计划90座      reads as …新改建公厕今年计划90座
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_REST = sought(
    rf"[两二三四五]年(?:行动)?(?P<plan>计划|任务|目标|规划)[^,。;:\n\d]{{0,8}}(?P<whole>\d[\d.]{{0,8}})(?P<unit>[万亿]?(?:{units.AMOUNTS})),"
    r"(?P<past>前[一两二三四]年|去年|上年|(?:20\d\d(?:年?[、和-]|年?至))*20\d\d年)[^,。;:\n\d]{0,10}(?P<done>\d[\d.]{0,8})(?P=unit),"
    r"(?P<now>今年|本年|20\d\d年)(?P<must>(?:度|内|计划|必须|[须需要应拟将]|再)*(?:完成|建成|改造|更新|新建|建设|实施)?(?:余下|剩余|其余|剩下|余|剩)的?)"
    r"(?P<rest>\d[\d.]{0,8})(?P=unit)"
)
_YEARS_OWN = sought(
    rf"(?:[两二三四五]年|20\d\d年?[-—至]{{1,2}}20\d\d年)[^,。;:\n\d]{{0,24}}(?P<cut>(?P<whole>\d[\d.]{{0,8}})(?P<unit>[万亿]?(?:{units.AMOUNTS})),"
    r"(?:前[一两二三四]年|去年|上年|此前)[^,。;:\n\d]{0,10}\d[\d.]{0,8}(?P=unit),)(?=(?:今年|本年)(?:度|内)?(?:计划|任务|安排|目标)(?:为|是)?[^,。;\d]{0,8}\d[\d.]{0,8}(?P=unit))"
)


def rest_of_years(text: str) -> Iterator[Edit]:
    """The edits that call such a rest the year's task."""
    for found in _REST.finditer(text):
        if Decimal(found["whole"]) - Decimal(found["done"]) != Decimal(found["rest"]):
            continue
        yield *found.span("plan"), "计划"
        if found["past"][0] == "前":
            yield *found.span("past"), "去年"
        yield *found.span("must"), "任务"
    yield from ((*found.span("cut"), "") for found in _YEARS_OWN.finditer(text))
