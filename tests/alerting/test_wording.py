from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from alerting.decide import Notice
from alerting.wording import bar_of, end_words, gap_words, severity_word, since_words, unit_name
from tests.alerting.rows import firing, row
from warehouse.records import Alert


def shares(completion: str | None, pace: str, gap: str | None, **changes: Any) -> Any:
    return row(
        completion=None if completion is None else Decimal(completion),
        pace=Decimal(pace),
        gap_pp=None if gap is None else Decimal(gap),
        **changes,
    )


def limit(actual: str, most: str) -> dict[str, Any]:
    return {
        "actual_value": Decimal(actual), "actual_unit": "起", "target_value": Decimal(most), "target_unit": "起",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (shares("0.35", "0.75", "-40"), "低于序时进度 40.0 个百分点"),
        (shares("0.92", "1", "-8"), "低于全年目标 8.0 个百分点"),
        (shares(None, "0.75", "-1.9", kind="rate", target_text="增长7.5%"), "距目标 1.9 个百分点"),
        (shares(None, "1", "-5", kind="level", target_text="达到620家"), "距目标 5.0 个百分点"),
        (shares("0.825", "0.75", "-7.5", kind="ceiling", target_text="不超过40起"), "超出序时控制进度 7.5 个百分点"),
        (shares("1.05", "1", "-5", kind="ceiling", target_text="不超过40起"), "超出控制要求 5.0 个百分点"),
        (shares("0.582", "0.5", "-8.2", kind="ceiling", target_text=None), "超出序时控制进度 8.2 个百分点"),
        (shares("1.2", "0.75", "-45", kind="ceiling", target_text=None), "超出控制要求 45.0 个百分点"),
        (shares(None, "0.75", "-7.5", kind="ceiling", **limit("33", "40")), "超出序时控制进度 7.5 个百分点"),
        (shares(None, "0.75", "-27.5", kind="ceiling", **limit("41", "40")), "超出控制要求 27.5 个百分点"),
        (shares(None, "0.75", "-10", kind="ceiling", **limit("33", "30")), "超出控制要求 10.0 个百分点"),
        (shares(None, "0.75", "-7.5", kind="ceiling", target_text="不超过40起"), "超出应控水平 7.5 个百分点"),
        (shares(None, "0.75", None), None),
        (shares("0.75", "0.75", "0"), None),
    ],
)
def test_the_gap_is_said_in_the_unit_of_its_rule(found: Any, words: str | None) -> None:
    assert gap_words(found) == words


def test_a_rate_has_no_bar_even_where_a_share_is_known() -> None:
    assert bar_of(shares("0.35", "0.75", "-40")) is not None
    assert bar_of(shares("0.747", "0.75", "-1.9", kind="rate")) is None
    assert bar_of(shares(None, "0.75", "-1.9")) is None


def test_a_limit_that_adds_up_over_the_year_has_a_bar() -> None:
    bar = bar_of(shares(None, "0.75", "-7.5", kind="ceiling", **limit("33", "40")))
    assert bar is not None
    assert bar.words == "已用控制数的 82.5%，序时进度 75.0%"
    assert bar_of(shares(None, "0.75", "-10", kind="ceiling", **limit("33", "30"))) is None


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"severity": "severe"}, "严重滞后"),
        ({"severity": "behind"}, "滞后"),
        ({"severity": "slight"}, "略滞后"),
        ({"severity": "slight", "kind": "ceiling", **limit("33", "40")}, "略超进度"),
        ({"severity": "severe", "kind": "ceiling", **limit("55", "40")}, "严重超限"),
        ({"severity": "slight", "kind": "ceiling", "completion": Decimal("0.58")}, "略超进度"),
        ({"severity": "severe", "kind": "ceiling", "completion": Decimal("1.2")}, "严重超限"),
        ({"severity": None, "basis": "claim"}, "单位自述滞后"),
        ({"severity": None, "kind": "milestone", "basis": "none"}, "到期未见完成报告"),
        ({"severity": None}, "未达进度"),
    ],
)
def test_a_lag_has_a_word(changes: dict[str, Any], word: str) -> None:
    assert severity_word(row(**changes)) == word


def notice(reason: str, earlier: Alert | None, since: str = "Q3", **changes: Any) -> Notice:
    return Notice(row(**changes), 2026, "Q3", reason, since, "id", earlier)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (notice("first", None), "自2026年三季度起；首次提示"),
        (notice("first", firing(told=False), "H1"), "自2026年上半年起；首次提示"),
        (notice("worse", firing(), "Q1"), "自2026年一季度起；程度由滞后加重为严重滞后"),
        (notice("worse", firing(severity=None), "Q1"), "自2026年一季度起；程度加重"),
        (notice("first", firing(state="resolved")), "自2026年三季度起；此前曾恢复，现再次滞后"),
    ],
)
def test_the_beginning_and_what_is_new(found: Notice, words: str) -> None:
    assert since_words(found) == words


def test_the_end_of_a_lag() -> None:
    later = notice("resolved", firing(since_period="Q1"), status="achieved")
    assert end_words(later) == "自2026年一季度起滞后，至2026年三季度已完成目标"
    corrected = notice("resolved", firing(period="Q3"), status="on_track")
    assert end_words(corrected) == "自2026年三季度起滞后，按2026年三季度的最新数据重新计算，达到序时进度"
    by_hand = notice("resolved", firing(period="Q3"), status="on_track", basis="correction", review="corrected")
    assert end_words(by_hand) == "自2026年三季度起滞后，2026年三季度的数据经人工更正，达到序时进度"
    withdrawn = notice("withdrawn", firing(period="Q3"), status="unknown", review="rejected")
    assert end_words(withdrawn) == "此前“自2026年三季度起滞后”的提示经人工复核有误，予以撤回"


def test_the_city_is_said_once() -> None:
    assert unit_name("云川市", "云川市水利局") == "云川市水利局"
    assert unit_name("云川市", "水利局") == "云川市水利局"
