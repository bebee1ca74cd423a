from __future__ import annotations

from datetime import date

import pytest

from connectors.sites.generic import key_of
from connectors.sites.rows import distinct, rows_by_address

TODAY = date(2026, 11, 26)
URL = "http://kjj.yunhe.example/zwdc/"


def rows(html: str) -> list[tuple[str, date | None]]:
    return [(row.title, row.published_on) for row in distinct(rows_by_address(URL, html, key_of(r"/a/\d+"), TODAY))]


def test_a_row_has_the_date_that_stands_beside_any_of_its_links() -> None:
    found = rows("<p><a href='/a/1'>上半年进展情况</a></p><p>其他<a href='/a/1'>[详细]</a> 11-20</p>")
    assert found == [("上半年进展情况", date(2026, 11, 20))]


def test_a_heading_in_the_link_is_the_title_and_the_rest_may_date_it() -> None:
    assert rows("<a href='/a/1'><h4>上半年进展情况</h4><p>摘要</p><i>昨天</i></a>") == [
        ("上半年进展情况", date(2026, 11, 25))
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "<div><a href='/a/{0}'>进展</a>",
        "<a href='/a/{0}'>",
        "<a href='/a/1'>进展</a>",
        "<p><a href='/a/1'>进展</a> 11-20</p>",
    ],
)
def test_work_grows_with_length_only(unit: str) -> None:
    # looked at from every link, a page of this size would be looked at for hours
    assert rows("".join(unit.format(number) for number in range(1500)))
