"""Sentences made by crossing what a report may say otherwise, each with the answer known by how it was made.

A construction is a line of blanks; every blank has a list of words, any of which may stand there without changing what
the sentence says. All figures and names are made up. A wrong figure counts as much as a missing one: none may be.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest

from extraction.document import Document
from extraction.reading import extract
from extraction.words import names

_OF_EACH = 15  # sentences of every construction


class Thing(NamedTuple):
    """What is counted: its verb in the plan, its noun, its unit, the verbs that tell of it."""

    verb: str
    noun: str
    unit: str
    did: tuple[str, ...]


THINGS = tuple(
    Thing(verb, noun, unit, tuple(did.split("、")))
    for verb, noun, unit, did in (
        ("新增", "规上工业企业", "家", "新增、净增"),
        ("改造", "老旧小区", "个", "改造、完工、竣工"),
        ("新建", "农村公路", "公里", "新建、建成、通车"),
        ("培训", "技能人才", "人次", "培训"),
        ("建设", "口袋公园", "座", "建成、投用"),
        ("新认定", "高新技术企业", "家", "认定、新认定"),
        ("", "固定资产投资", "亿元", "完成、实现"),
        ("筹集", "保障性租赁住房", "套", "筹集、交付"),
        ("引进", "省外到位资金", "亿元", "引进、到位"),
        ("办理", "人大代表建议", "件", "办结、办复"),
        ("整治", "黑臭水体", "条", "整治、销号"),
        ("兑现", "惠企资金", "万元", "兑现、兑付"),
    )
)
RATES = ("地区生产总值", "规模以上工业增加值", "社会消费品零售总额", "外贸进出口总额", "城镇居民人均可支配收入")
SHARES = ("生活污水治理率", "农村自来水普及率", "群众满意度", "产品抽检合格率")
OFFICES = ("县住建局", "市发展改革委", "区教育局")

# what may stand in a blank, parted by |; {n} is the promised figure, {a} the reported one, {p} its share, {g} the gap
WORDS = {
    "plan": "计划|全年计划|今年力争|力争全年|确保全年|今年拟|拟|年初安排|目标为|年度目标为|年内要|要求全年"
    "|省下达任务为|争取全年",
    "goal": "年度目标{n}|目标任务{n}|全年计划{n}|,年度目标为{n}|全年不少于{n}|全年确保{n}|全年目标{n}以上"
    "|(年度目标{n})|要求达到{n}",
    "stop": ",|，|;|。|，涉及6个片区，|，总投资3.6亿元。",
    "break": ",|;|。",
    "when": "|截至9月底,|截至目前,|目前|1—9月|前三季度|今年以来,|至9月底",
    "and": "、|,|;",
    "moment": "截至9月底,|1—9月|前三季度|目前",
    "told": "已{d}{a}|已完成{a}|完成{a}|累计{d}{a}|实际{d}{a}|{noun}已{d}{a}|{noun}累计{d}{a}",
    "aside": "||,同比增长8.3%|,进展顺利|(去年同期为{base})|,占年度目标的{p}%|,完成率{p}%",
    "figure": "{when}{noun}已{d}{a}|{when}已{d}{noun}{a}|{when}累计{d}{noun}{a}|{office}{when}{d}{noun}{a}",
    "behind": "(目标{n})|（年度目标{n}）|,年度目标为{n}|,年初计划{n}|;全年目标为{n}|。年度目标{n}|,占年度目标{n}的{p}%"
    "|，完成年度目标任务({n})的{p}%|,占全年{n}任务的{p}%|，年度计划数为{n}，完成率{p}%",
    "rate_goal": "增长目标{n}%|增速目标为{n}%|,年度目标增长{n}%|预期目标{n}%|计划增长{n}%|力争增长{n}%以上"
    "|要求增长{n}%",
    "rate_told": "增长{a}%|同比增长{a}%|增速为{a}%|实际增速{a}%|完成98.4亿元,同比增长{a}%",
    "rate_behind": "(目标{n}%)|,年度目标{n}%|,年初目标为增长{n}%|。年度目标增长{n}%|,低于年度目标{g}个百分点"
    "|,比年度目标低{g}个百分点|,未达到{n}%的年度目标",
    "share_goal": "达到{n}%以上|目标{n}%|年度目标为{n}%|不低于{n}%|要求达到{n}%|力争达到{n}%|年底达到{n}%",
    "share_told": "达到{a}%|为{a}%|已达{a}%|实际{a}%|提高到{a}%",
    "later": "四季度将再{d}{base}|预计全年可{d}{a}|下一步,将再{d}{base}",
    "beside_none": "|,同比增长8.3%|(去年同期为{base})|,居全省第3位|,其中城区{base}|，预计全年{d}{n}",
}
BLANKS = {blank: tuple(words.split("|")) for blank, words in WORDS.items()}

CONSTRUCTIONS = {
    "plan then answer": "{plan}{verb}{noun}{n}{stop}{when}{told}{aside}。",
    "an office plans": "{office}{plan}{verb}{noun}{n}{stop}{when}{told}。",
    "thing, goal, answer": "{verb}{noun}{goal}{stop}{when}{told}{aside}。",
    "figure, then its goal": "{figure}{behind}。",
    "heading and story": "1.{verb}{noun}{n}（{office}）\n制定实施方案，{when}{told}{aside}。",
    "growth": "{rate}{rate_goal}{break}{moment}{rate_told}。",
    "growth, then its goal": "{moment}{rate}{rate_told}{rate_behind}。",
    "share": "{share}{share_goal}{break}{moment}{share_told}。",
    "done, then foreseen": "{plan}{verb}{noun}{n}{break}截至9月底已{d}{a},{later}。",
    "two things": "{plan}{verb}{noun}{n}{and}{verb2}{noun2}{n2}。{moment}已{d}{noun}{a}{and}{d2}{noun2}{a2}。",
    "two respectively": "{verb}{noun}、{verb2}{noun2}年度目标分别为{n}、{n2}{break}{moment}分别完成{a}、{a2}。",
    "nothing promised": "{figure}{beside_none}。",
}

Expected = tuple[str, Decimal, Decimal]


def sentences(construction: str) -> Iterator[tuple[str, list[Expected]]]:
    """Texts of the construction with (name, target, actual) of each indicator: the same ones at every run."""
    rng = random.Random(construction)
    for _ in range(_OF_EACH):
        yield _sentence(construction, rng)


def _sentence(construction: str, rng: random.Random) -> tuple[str, list[Expected]]:
    text = CONSTRUCTIONS[construction]
    words = {blank: rng.choice(choices) for blank, choices in BLANKS.items()} | {"office": rng.choice(OFFICES)}
    if "{rate}" in text or "{share}" in text:
        due = [_fill_in_per_cent(words, rng.choice(RATES if "{rate}" in text else SHARES), rng)]
    else:
        first, second = rng.sample(THINGS, 2)
        due = [_fill(words, first, "", rng), _fill(words, second, "2", rng)][: 1 + ("{n2}" in text)]
    while "{" in text:  # a word may have blanks of its own
        text = text.format_map(words)
    return text, [] if construction == "nothing promised" else due


def _fill(words: dict[str, str], thing: Thing, mark: str, rng: random.Random) -> Expected:
    """Say the thing in the blanks with this mark; what must be read of it."""
    goal = Decimal(rng.randrange(40, 400))
    actual = goal - rng.randrange(1, 30)
    said = {"verb": thing.verb, "noun": thing.noun, "d": rng.choice(thing.did), "n": f"{goal}{thing.unit}"}
    said |= {"a": f"{actual}{thing.unit}", "p": f"{actual / goal * 100:.1f}", "base": f"{actual * 8 // 10}{thing.unit}"}
    words |= {blank + mark: word for blank, word in said.items()}
    return thing.verb + thing.noun, goal, actual


def _fill_in_per_cent(words: dict[str, str], name: str, rng: random.Random) -> Expected:
    goal = Decimal(rng.randrange(60, 95))
    gap = Decimal(rng.randrange(2, 30)) / 10
    words |= {"rate": name, "share": name, "n": f"{goal}", "a": f"{goal - gap}", "g": f"{gap}"}
    return name, goal, goal - gap


def _read(text: str) -> list[Expected]:
    found = extract(Document.from_text(text), as_of=date(2023, 9, 30))
    return [
        (i.name, i.target.value if i.target else Decimal(-1), i.actual.value if i.actual else Decimal(-1))
        for task in found.tasks
        for i in task.indicators
        if i.target or i.actual
    ]


def _right(read: list[Expected], expected: list[Expected]) -> bool:
    return len(read) == len(expected) and all(
        told[1:] == due[1:] and names.likeness(told[0], due[0]) >= 0.5 for told, due in zip(read, expected, strict=True)
    )


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_every_variant_is_read_right(construction: str) -> None:
    wrong = [(text, read) for text, due in sentences(construction) if not _right(read := _read(text), due)]
    assert wrong == []
