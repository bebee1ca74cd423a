"""Numbers as reports write them: every line of quantities.yaml, and the grammar turned round.

A value written in any of its spellings reads back as that value; a number that is a name stays one in any sentence.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.document import Document
from extraction.numbers import units
from extraction.numbers.numerals import chinese_value
from extraction.numbers.quantities import scan
from extraction.outline.tasks import items
from extraction.reading import extract
from extraction.report.period import period_mentions
from extraction.voices.sentences import readings
from extraction.words.folding import fold
from tests.extraction.cases import noted

_SPEC = noted("quantities.yaml")
_CASES = [pytest.param(case, id=f"{group}-{case['text']}") for group, cases in _SPEC.items() for case in cases]


def expected(case: dict[str, Any]) -> list[dict[str, Any]]:
    """The numbers that the case lists; without a list the case itself is the only one."""
    own = {key: case[key] for key in ("value", "upper", "unit", "qualifier", "role") if key in case}
    listed: list[dict[str, Any]] = case.get("numbers", [own])
    return listed


def shown(text: str) -> list[dict[str, Any]]:
    """What `duban extract` lists as the numbers of the text, in the words of the file: what counts is context."""
    return [
        {
            "text": text[q.start : q.end],
            "value": q.value,
            "upper": q.upper,
            "unit": q.unit,
            "qualifier": q.qualifier,
            "role": "context" if q.role in ("target", "actual", "claim") else q.role,
        }
        for q in extract(Document.from_text(text)).quantities
    ]


def number(written: object) -> Decimal | None:
    return None if written is None else Decimal(str(written))


@pytest.mark.parametrize("case", _CASES)
def test_a_number_is_read_as_the_file_says(case: dict[str, Any]) -> None:
    found, wanted = shown(case["text"]), expected(case)
    assert len(found) == len(wanted), found
    for one, other in zip(found, wanted, strict=True):
        assert one["role"] == other.get("role", "context"), found
        if "text" in other:
            assert one["text"] == other["text"]
        if "value" in other:
            assert (one["value"], one["upper"]) == (number(other["value"]), number(other.get("upper"))), found
            assert (one["unit"], one["qualifier"]) == (other.get("unit", ""), other.get("qualifier")), found


@pytest.mark.parametrize("case", [c for c in _CASES if "signed" in c.values[0]])
def test_its_words_give_the_sign(case: dict[str, Any]) -> None:
    text = fold(case["text"])
    read = readings(text, items(text)[0], scan(text), period_mentions(text), False, 9)
    assert [r.value for r in read] == [number(case["signed"])]


# the grammar turned round

_DIGITS = "零一二三四五六七八九"


def spelled(value: int) -> str:
    """120 -> 一百二十, 12006 -> 一万二千零六: the way it is taught in school."""
    if value >= 10**8:
        return spelled(value // 10**8) + "亿" + _rest(value % 10**8, 10**7)
    if value >= 10**4:
        return spelled(value // 10**4) + "万" + _rest(value % 10**4, 10**3)
    for power, word in ((1000, "千"), (100, "百")):
        if value >= power:
            return _DIGITS[value // power] + word + _rest(value % power, power // 10)
    if value >= 10:
        return ("" if value < 20 else _DIGITS[value // 10]) + "十" + (_DIGITS[value % 10] if value % 10 else "")
    return _DIGITS[value]


def _rest(value: int, power: int) -> str:
    if not value:
        return ""
    ten = "一" if 10 <= value < 20 else ""
    return ("零" if value < power else "") + ten + spelled(value)


_FULL = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
_COUNTED = st.sampled_from(["家", "项", "户", "套", "座", "公里", "亩", "人次", "名", "平方米", "吨"])
_LEADS = st.sampled_from(["新增", "改造", "累计完成", "目标为", "共建成"])
_TAILS = st.sampled_from(["", "。", ",同比增长", ";其中", "左右", "以上", "(含续建)"])


def only(text: str) -> tuple[Decimal | None, Decimal | None, str]:
    """Value, upper and unit of the text's only number; its span holds all of them."""
    found = [q for q in extract(Document.from_text(text)).quantities if q.role not in ("name", "date", "ordinal")]
    assert len(found) == 1, found
    (one,) = found
    assert text[one.start : one.end] == one.text
    assert fold(one.text).endswith(one.unit) or one.text.startswith("百分之")
    return one.value, one.upper, one.unit


@given(st.integers(1, 10**8 - 1), _LEADS, _COUNTED, _TAILS)
def test_a_whole_number_reads_back_from_each_of_its_spellings(value: int, lead: str, unit: str, tail: str) -> None:
    plain, grouped = str(value), f"{value:,}"
    for written in {plain, grouped, plain.translate(_FULL), grouped.translate(_FULL), grouped.replace(",", " ")}:
        assert only(lead + written + unit + tail) == (value, None, unit), written


@given(st.integers(1, 99_999_999))
def test_a_number_in_chinese_reads_back(value: int) -> None:
    assert chinese_value(spelled(value)) == value


@given(st.integers(1, 99_999), _LEADS, _COUNTED)
def test_a_number_in_chinese_counts_what_the_same_number_in_digits_counts(value: int, lead: str, unit: str) -> None:
    (one,) = [q for q in scan(fold(lead + spelled(value) + unit)) if q.role == "context"]
    assert (one.base, one.noun) == (value, units.noun_of(unit))
    assert one.text == spelled(value) + unit


_POINTS = st.decimals(min_value=0, max_value=9999, places=2, allow_nan=False).map(lambda d: d.normalize() + 0)


@given(
    _POINTS, st.sampled_from(["万", "亿", "万亿", "千万", ""]), st.sampled_from(["元", "平方米", "千瓦时", "人", "吨"])
)
def test_a_magnitude_before_any_unit_multiplies(value: Decimal, magnitude: str, noun: str) -> None:
    (one,) = scan(f"完成{value:f}{magnitude}{noun}")
    assert (one.value, one.unit, one.noun) == (value, magnitude + noun, noun)
    assert one.base == value * units.MAGNITUDES.get(magnitude, Decimal(1))


@given(_POINTS, st.sampled_from(["增长", "占比", "完成率为"]))
def test_per_cent_reads_back_in_signs_and_in_words(value: Decimal, lead: str) -> None:
    assert only(f"{lead}{value:f}%") == (value, None, "%")
    assert only(f"{lead}百分之{value:f}") == (value, None, "%")
    assert only(f"{lead}{value:f}个百分点") == (value, None, "个百分点")


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from(["-", "—", "~", "～", "至", "到"]), _COUNTED)
def test_a_range_is_one_number_with_an_upper_end(low: int, more: int, dash: str, unit: str) -> None:
    assert only(f"新建{low}{dash}{low + more}{unit}") == (low, low + more, unit)


_NAMES = st.sampled_from(
    ["5G基站", "世界500强企业", "110千伏变电站", "65岁以上老人", "15分钟生活圈", "10亿元以上项目", "12345热线",
     "G527国道",
     "“2+26”城市", "“十四五”规划项目", "4A级景区", "PM2.5监测点", "3号线站点", "亿元以上项目", "24小时自助书屋"]
)  # fmt: skip


@given(
    _NAMES, st.integers(1, 9999), st.sampled_from(["个", "家", "座", "处"]), st.sampled_from(["新建", "已建成", "推进"])
)
def test_a_number_in_a_name_is_never_the_figure(name: str, value: int, unit: str, verb: str) -> None:
    assert only(f"{verb}{name}{value}{unit}") == (value, None, unit)


@given(
    st.text("0123456789.,%-~至到万亿千百十一二三两半点余多近约个元户人第年月日号条强级G〔〕“”()、。 \n", max_size=40)
)
def test_no_text_breaks_the_scan_and_spans_never_overlap(text: str) -> None:
    position = 0
    for quantity in scan(fold(text)):
        assert position <= quantity.start < quantity.end <= len(text)
        assert fold(text)[quantity.start : quantity.end] == quantity.text
        position = quantity.end
