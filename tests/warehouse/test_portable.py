"""No stored view holds what DuckDB 1.5 does not know."""

from __future__ import annotations

import pytest

from warehouse.macros import macros
from warehouse.portable import portable
from warehouse.view_files import views


@pytest.mark.parametrize(
    ("sql", "plain"),
    [
        ("select if(a, b, c)", "select case when a then b else c end"),
        ("if(a > f(1, 2), 'x, y)', [1, 2][1]) + 1", "case when a > f(1, 2) then 'x, y)' else [1, 2][1] end + 1"),
        ("if(a, if(b, 1, 2), 3)", "case when a then case when b then 1 else 2 end else 3 end"),
        ("f(if(a, 1, 2), 'if(x, y, z)')", "f(case when a then 1 else 2 end, 'if(x, y, z)')"),
        ("-- if(a, b, c)\nnullif(a, b)", "-- if(a, b, c)\nnullif(a, b)"),
        ("drop view if exists x", "drop view if exists x"),
        ('"if(" || if(a,"b,c",d)', '"if(" || case when a then "b,c" else d end'),
    ],
)
def test_if_becomes_case(sql, plain):
    assert portable(sql) == plain


def test_what_is_not_closed_is_an_error():
    with pytest.raises(ValueError, match="not closed"):
        portable("if(a, b")


def test_no_view_keeps_one():
    assert [view.name for view in views() if portable(view.create) != view.create] == []
    assert [macro.name for macro in macros() if portable(macro.create) != macro.create] == []
