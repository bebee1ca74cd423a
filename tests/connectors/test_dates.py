from __future__ import annotations

from datetime import date

import pytest

from connectors.dates import date_in_path, listed_day

TODAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-12-31", date(2025, 12, 31)),
        ("发布：2025年12月31日 09:30", date(2025, 12, 31)),
        ("今天", TODAY),
        ("今天 08:30", TODAY),
        ("刚刚", TODAY),
        ("3小时前", TODAY),
        ("15 分钟前", TODAY),
        ("昨天", date(2026, 1, 4)),
        ("前天", date(2026, 1, 3)),
        ("3天前", date(2026, 1, 2)),
        ("10天之前", date(2025, 12, 26)),
        ("2周前", date(2025, 12, 22)),
        ("01-04", date(2026, 1, 4)),
        ("[12-31]", date(2025, 12, 31)),
        ("12月31日", date(2025, 12, 31)),
        ("01-06", date(2026, 1, 6)),
        ("02-29", None),
        ("20 2025.05", date(2025, 5, 20)),
        ("2025-05 20", date(2025, 5, 20)),
        ("2025年5月 20日", date(2025, 5, 20)),
        ("阅读 12", None),
        ("09:30", None),
        ("1/12", date(2025, 1, 12)),
        ("共31页", None),
        ("", None),
    ],
)
def test_the_day_beside_a_row(text: str, day: date | None) -> None:
    assert listed_day(text, TODAY) == day


def test_the_day_of_an_address() -> None:
    assert date_in_path("/art/2022/12/14/art_1_2.html") == date(2022, 12, 14)
    assert date_in_path("/art/2022/13/14/art_1_2.html") is None
    assert date_in_path("/info/1096/1455.htm") is None
