"""A torn text is read like the whole one, and every span holds the characters of the torn one."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.document import Document
from extraction.reading import extract
from extraction.records import Extraction
from extraction.text.mending import Cuts, mend, unsounded

WHOLE = """2023年前三季度重点任务推进情况通报
各镇街、各部门：
　　现将全区重点任务推进情况通报如下：
　　1.固定资产投资。完成248.6亿元，占年度目标320亿元的77.7%，增幅居全市第2位。
　　2.绿化。计划新增绿地65万平方米，已完成57.2万平方米，栽植乔木1.6万株。
　　3.就业。城镇新增就业全年目标15,000人，前三季度新增11,815人，同比多增306人。
"""


def wrapped(text: str, width: int) -> str:
    """Every paragraph broken at a margin, as a mail program does it."""
    out = []
    for line in text.splitlines():
        pieces = [line[i : i + width] for i in range(0, len(line), width)]
        for piece in pieces[1:]:
            if piece[0] in "。，；：":  # no line begins with these
                return wrapped(text, width + 1)
        out += pieces or [""]
    return "\n".join(out) + "\n"


def figures(extraction: Extraction) -> list[tuple[object, ...]]:
    return [
        (i.target and (i.target.value, i.target.unit), i.actual and (i.actual.value, i.actual.unit))
        for task in extraction.tasks
        for i in task.indicators
    ]


def assert_spans(extraction: Extraction, text: str) -> None:
    assert extraction.text == text
    for quantity in extraction.quantities:
        assert text[quantity.start : quantity.end] == quantity.text
    for task in extraction.tasks:
        for i in task.indicators:
            for place in (i.target, i.actual, *i.claims):
                if place is not None and place.start is not None:
                    assert text[place.start : place.end] == place.text


@pytest.mark.parametrize("width", range(15, 34))
def test_a_text_wrapped_at_any_margin_is_read_like_the_whole_one(width: int) -> None:
    torn = wrapped(WHOLE, width)
    read = extract(Document.from_text(torn), as_of=date(2023, 9, 30))
    assert figures(read) == figures(extract(Document.from_text(WHOLE), as_of=date(2023, 9, 30)))
    assert len(figures(read)) == 3
    assert_spans(read, torn)


@pytest.mark.parametrize(
    ("whole", "torn"),
    [
        ("11,815人", "11 815人"),
        ("15,000人，", "15，000人，，"),
        ("新增就业", "新\u200b增就业"),
        ("248.6亿元", "２４８．６億元"),
    ],
    ids=["blank for a comma", "full-width and doubled commas", "unseen characters", "full-width digits"],
)
def test_a_torn_number_is_read_like_the_whole_one(whole: str, torn: str) -> None:
    text = WHOLE.replace(whole, torn)
    read = extract(Document.from_text(text), as_of=date(2023, 9, 30))
    values = [(a and a[0], b and b[0]) for a, b in figures(read)]
    expected = figures(extract(Document.from_text(WHOLE), as_of=date(2023, 9, 30)))
    assert values == [(a and a[0], b and b[0]) for a, b in expected]
    assert_spans(read, text)


def test_a_layer_of_pinyin_is_taken_off() -> None:
    text = "全quán县xiàn计jì划huà改gǎi造zào厕cè所suǒ1200座zuò，已yǐ改gǎi造zào812座zuò。"
    document, cuts = unsounded(Document.from_text(text))
    assert document.text == "全县计划改造厕所1200座，已改造812座。"
    assert cuts is not None
    assert_spans(extract(Document.from_text(text)), text)


def test_words_torn_by_pinyin_are_read_like_whole_ones() -> None:
    torn = (
        "全縣計(jì)劃(huà)修繕校舍(shè)7棟(dòng)、新建公廁(cè)19座,鋪設(shè)管網(wǎng)94公里,"
        "截至12月底,2021年度鄉(xiāng)村工程(chéng)也已按計(jì)劃全部完成。"
    )
    whole = re.sub(r"\([^)]*\)", "", torn)
    one, other = (extract(Document.from_text(text), as_of=date(2021, 12, 31)) for text in (whole, torn))
    told, torn_told = ([c.status for t in e.tasks for i in t.indicators for c in i.claims] for e in (one, other))
    assert "done" in told
    assert told == torn_told
    assert_spans(other, torn)


@pytest.mark.parametrize(
    "text",
    [
        "一、城镇就业\n1-5月，全市城镇新增就业18426人，完成年度目标任务4万人的46.1%，同比少增2307人。\n",
        "序号\n事项\n目标\n完成\n1\n新增托位\n1200\n1046\n2\n改造厕所\n300\n215\n",
        "新增托位 1200 1046 87%\n改造厕所 300 215 72%\n",
        "各项工作完成情况如下，请审阅，共12\n3.新增托位1200个，已完成1046个。\n",
    ],
    ids=["heading and paragraph", "a cell a line", "columns", "the next item"],
)
def test_what_is_whole_stays_as_it_is(text: str) -> None:
    document, cuts = mend(Document.from_text(text))
    assert (document.text, cuts) == (text, None)


@given(st.text("ab，\n 12", max_size=30), st.lists(st.tuples(st.integers(0, 29), st.integers(1, 4)), max_size=5))
def test_every_kept_character_is_found_again(text: str, places: list[tuple[int, int]]) -> None:
    wanted = [(low, min(low + size, len(text))) for low, size in places if low < len(text)]
    cuts = Cuts(text, [(low, high, "") for low, high in wanted])
    mended = cuts.mended()
    lost = {at for low, high in wanted for at in range(low, high)}
    assert mended == "".join(c for at, c in enumerate(text) if at not in lost)
    for at, character in enumerate(mended):
        place = cuts.character(at)[0]
        assert text[place] == character
        assert cuts.place(place) == at
