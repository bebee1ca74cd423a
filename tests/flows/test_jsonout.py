"""The JSON of `duban extract`: numbers with the digits of the text, nothing else than JSON."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.jsonout import dumps


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("3.20"), "3.20"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        (Decimal("-10.4"), "-10.4"),
        (date(2026, 9, 30), '"2026-09-30"'),
        (None, "null"),
        (True, "true"),
        ("“亿元”\n", '"“亿元”\\n"'),
        (((1, 2),), "[[1, 2]]"),
        ({"a": []}, '{"a": []}'),
    ],
)
def test_values(value: object, text: str) -> None:
    assert dumps(value) == text


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_survives(value: Decimal) -> None:
    assert json.loads(dumps([value]), parse_float=Decimal, parse_int=Decimal)[0] == value


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_it_is_the_standard_library_s_json(value: object) -> None:
    assert json.loads(dumps(value)) == value
