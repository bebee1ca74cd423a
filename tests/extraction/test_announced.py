"""Lists of laggards that the text announces before its items, and the items below those."""

from __future__ import annotations

from datetime import date

from extraction.document import Document
from extraction.reading import extract
from extraction.records import Indicator


def read(text: str) -> list[Indicator]:
    extraction = extract(Document(text), as_of=date(2022, 9, 30))
    return [i for task in extraction.tasks for i in task.indicators if i.target or i.actual or i.claims]


def test_items_below_the_items_of_a_list_are_in_it() -> None:
    found = read(
        "截至9月底，已完成61项，未达进度17项。现将未达进度事项通报如下：\n"
        "一、量化指标3项\n"
        "1.公共财政预算收入：完成48.7亿元，为年度目标的63.9%。\n"
        "2.新增高效节水灌溉面积15万亩（市水利局）。\n"
        "3.棚户区改造开工9300套（市住建委）。\n"
    )
    told = {i.name: [c.status for c in i.claims] for i in found if i.target is not None}
    assert told == {"新增高效节水灌溉面积": ["lagging"], "棚户区改造开工": ["lagging"]}


def test_indicators_of_all_are_no_list_of_laggards() -> None:
    found = read(
        "截至9月底，提前完成12项，达到序时进度61项，未达进度17项。现将有关指标通报如下：\n"
        "一、重点任务\n"
        "1.集中供热：新增供暖面积240万平方米。面积待采暖季统计。\n"
        "2.学校建设：新建中小学38所，已竣工22所。\n"
    )
    told = {i.name: [c.status for c in i.claims] for i in found if i.target is not None}
    assert told == {"新增供暖面积": [], "新建中小学": []}
