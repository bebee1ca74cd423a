"""Every branch of the assessment rule, as a table: what was promised and reported, and what must be said of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

PERCENT = {"unit": "%", "noun": "%"}
DUE_JUNE = {"due": date(2031, 6, 20)}

# (what it shows, period, promise, status, severity, basis, gap in points or None, ground)
CASES: list[tuple[str, str | None, dict[str, Any], str, str | None, str, str | None, str]] = [
    ("no number is promised", "Q3", {"kind": "qualitative"}, "qualitative", None, "none", None, "qualitative"),
    ("nothing at all", "Q3", {}, "qualitative", None, "none", None, "qualitative"),
    # the bureau's words
    ("said to be done", "Q3", {"target": "9", "said": "done"}, "achieved", None, "claim", None, "stated_done"),
    ("done without a target", "Q3", {"said": "done"}, "achieved", None, "claim", None, "stated_done"),
    ("said to lag", "Q3", {"target": "9", "said": "lagging"}, "lagging", None, "claim", None, "stated_lagging"),
    ("going on", "Q3", {"target": "9", "said": "ongoing"}, "not_reported", None, "none", None, "silent"),
    ("silence", "Q3", {"target": "9"}, "not_reported", None, "none", None, "silent"),
    ("refused", "Q3", {"target": "9", "refusal": "another stage"}, "not_comparable", None, "none", None, "refused"),
    ("done beats refused", "Q3", {"target": "9", "refusal": "x", "said": "done"}, "achieved", None, "claim", None, "stated_done"),
    ("refused, with a share", "Q3", {"target": "9", "refusal": "x", "share": "0.9"}, "not_comparable", None, "none", None, "refused"),
    # the bureau's share
    ("share above the pace", "Q3", {"target": "9", "share": "0.8"}, "on_track", None, "claim", "5", "claim_on_pace"),
    ("share at the tolerance", "Q3", {"target": "9", "share": "0.745"}, "on_track", None, "claim", "-0.5", "claim_on_pace"),
    ("share under the tolerance", "Q3", {"target": "9", "share": "0.7449"}, "lagging", "slight", "claim", "-0.51", "claim_short"),
    ("share reached", "Q1", {"target": "9", "share": "1.02"}, "achieved", None, "claim", "77", "claim_met"),
    ("share at year-end", "FY", {"target": "9", "share": "0.996"}, "lagging", "slight", "claim", "-0.4", "claim_short"),
    ("share, no target", "Q3", {"share": "0.3"}, "lagging", "severe", "claim", "-45", "claim_short"),
    ("share of a rate", "Q3", {"kind": "rate", "share": "0.7", **PERCENT}, "lagging", "slight", "claim", "-5", "claim_short"),
    ("share, no cutoff", None, {"target": "9", "share": "0.8"}, "unknown", None, "none", None, "no_cutoff"),
    ("share reached, no cutoff", None, {"target": "9", "share": "1"}, "achieved", None, "claim", None, "claim_met"),
    ("share of a limit", "Q3", {"kind": "ceiling", "target": "9", "share": "0.9", "direction": "down"}, "unknown", None, "none", None, "limit_claimed"),
    ("used of a limit", "H1", {"kind": "ceiling", "share": "0.41", "actual": "41", "direction": "down", "accrues": True}, "on_track", None, "claim", "9", "claim_so_far"),
    ("used, tolerance", "H1", {"kind": "ceiling", "share": "0.505", "actual": "404", "direction": "down", "accrues": True}, "on_track", None, "claim", "-0.5", "claim_so_far"),
    ("used too soon", "H1", {"kind": "ceiling", "share": "0.58", "actual": "116", "direction": "down", "accrues": True}, "lagging", "slight", "claim", "-8", "claim_ahead"),
    ("used, whole ones", "H1", {"kind": "ceiling", "share": "0.6", "actual": "3", "direction": "down", "accrues": True, "countable": True}, "on_track", None, "claim", "-10", "claim_so_far"),
    ("used, a rounded share", "H1", {"kind": "ceiling", "share": "0.666", "actual": "4", "direction": "down", "accrues": True, "countable": True}, "lagging", "behind", "claim", "-16.6", "claim_ahead"),
    ("used up", "Q3", {"kind": "ceiling", "share": "1.2", "actual": "6", "direction": "down", "accrues": True}, "lagging", "severe", "claim", "-45", "claim_broken"),
    ("used by the year's end", "FY", {"kind": "ceiling", "share": "0.97", "actual": "97", "direction": "down", "accrues": True}, "achieved", None, "claim", "3", "claim_kept"),
    ("used, its limit told", "H1", {"kind": "ceiling", "share": "0.58", "target": "150", "direction": "down", "accrues": True, "countable": True}, "lagging", "slight", "claim", "-8", "claim_ahead"),
    ("used, no cutoff", None, {"kind": "ceiling", "share": "0.4", "actual": "4", "direction": "down", "accrues": True}, "unknown", None, "none", None, "no_cutoff"),
    # confidence
    ("unsure of the figure", "Q3", {"target": "9", "actual": "1", "confidence": 0.59}, "unknown", None, "none", None, "low_confidence"),
    ("sure enough", "Q3", {"target": "9", "actual": "9", "confidence": 0.6}, "achieved", None, "figure", "25", "met"),
    ("unsure of nothing", "Q3", {"target": "9", "confidence": 0.1}, "not_reported", None, "none", None, "silent"),
    # milestones
    ("milestone done", "Q3", {"kind": "milestone", "said": "done"}, "achieved", None, "claim", None, "stated_done"),
    ("milestone at 100 %", "Q3", {"kind": "milestone", "share": "1"}, "achieved", None, "claim", None, "stated_done"),
    ("milestone due today", "Q3", {"kind": "milestone", "due": date(2031, 9, 30)}, "lagging", None, "none", None, "overdue"),
    ("milestone due, going on", "Q3", {"kind": "milestone", "due": date(2031, 6, 30), "said": "ongoing"}, "lagging", None, "claim", None, "overdue"),
    ("milestone not due", "Q3", {"kind": "milestone", "due": date(2031, 10, 1), "said": "ongoing"}, "not_reported", None, "none", None, "not_due"),
    ("milestone said to lag", "Q3", {"kind": "milestone", "due": date(2031, 12, 1), "said": "lagging"}, "lagging", None, "claim", None, "stated_lagging"),
    ("milestone without a date", "Q3", {"kind": "milestone"}, "not_reported", None, "none", None, "not_due"),
    ("undated at year-end", "FY", {"kind": "milestone"}, "unknown", None, "none", None, "undated"),
    # no usable target
    ("a figure, no target", "Q3", {"actual": "9"}, "unknown", None, "none", None, "no_target"),
    ("a figure, said to be done", "Q3", {"actual": "9", "said": "done"}, "achieved", None, "claim", None, "stated_done"),
    ("a figure, said to lag", "Q3", {"actual": "9", "said": "lagging"}, "lagging", None, "claim", None, "stated_lagging"),
    ("a figure and a share", "Q3", {"actual": "9", "share": "0.8"}, "on_track", None, "claim", "5", "claim_on_pace"),
    ("other units", "Q3", {"target": "9", "actual": "80", "actual_unit": "%"}, "not_comparable", None, "none", None, "units"),
    ("units alike", "Q3", {"target": "9", "actual": "9", "actual_unit": "件"}, "achieved", None, "figure", "25", "met"),
    ("a negative sum", "Q3", {"target": "-9", "actual": "1"}, "unknown", None, "none", None, "odd_target"),
    # cumulative
    ("ahead of the pace", "Q3", {"target": "120", "actual": "95"}, "on_track", None, "figure", "4.1666667", "on_pace"),
    ("met early", "Q1", {"target": "120", "actual": "120"}, "achieved", None, "figure", "75", "met"),
    ("met, no cutoff", None, {"target": "120", "actual": "121"}, "achieved", None, "figure", None, "met"),
    ("not met, no cutoff", None, {"target": "120", "actual": "119"}, "unknown", None, "none", None, "no_cutoff"),
    ("a target of nought", "Q3", {"target": "0", "actual": "0"}, "achieved", None, "figure", None, "met"),
    ("at the pace", "Q3", {"target": "200", "actual": "150"}, "on_track", None, "figure", "0", "on_pace"),
    ("half a point short", "Q3", {"target": "200", "actual": "149"}, "on_track", None, "figure", "-0.5", "on_pace"),
    ("more than half a point", "Q3", {"target": "200", "actual": "148.9"}, "lagging", "slight", "figure", "-0.55", "short"),
    ("half a point at year-end", "FY", {"target": "200", "actual": "199"}, "lagging", "slight", "figure", "-0.5", "short"),
    ("ten points", "Q3", {"target": "200", "actual": "130"}, "lagging", "slight", "figure", "-10", "short"),
    ("over ten points", "Q3", {"target": "200", "actual": "129"}, "lagging", "behind", "figure", "-10.5", "short"),
    ("thirty points", "Q3", {"target": "200", "actual": "90"}, "lagging", "behind", "figure", "-30", "short"),
    ("over thirty points", "Q3", {"target": "200", "actual": "89"}, "lagging", "severe", "figure", "-30.5", "short"),
    # whole things
    ("1 of 2 in September", "Q3", {"target": "2", "actual": "1", "countable": True}, "on_track", None, "figure", "-25", "on_pace"),
    ("0 of 2 in September", "Q3", {"target": "2", "actual": "0", "countable": True}, "lagging", "severe", "figure", "-75", "short"),
    ("0 of 1 in September", "Q3", {"target": "1", "actual": "0", "countable": True}, "on_track", None, "figure", "-75", "on_pace"),
    ("3 of 4 in September", "Q3", {"target": "4", "actual": "3", "countable": True}, "on_track", None, "figure", "0", "on_pace"),
    ("2 of 4 in September", "Q3", {"target": "4", "actual": "2", "countable": True}, "lagging", "behind", "figure", "-25", "short"),
    ("0 of 1 at year-end", "FY", {"target": "1", "actual": "0", "countable": True}, "lagging", "severe", "figure", "-100", "short"),
    ("not whole things", "Q3", {"target": "2", "actual": "1"}, "lagging", "behind", "figure", "-25", "short"),
    # its own deadline
    ("interim due", "H1", {"target": "40", "actual": "39", **DUE_JUNE}, "lagging", "slight", "figure", "-2.5", "short"),
    ("interim met", "H1", {"target": "40", "actual": "40", **DUE_JUNE}, "achieved", None, "figure", "0", "met"),
    ("interim past", "Q3", {"target": "40", "actual": "39.9", **DUE_JUNE}, "lagging", "slight", "figure", "-0.25", "short"),
    ("interim ahead", "Q1", {"target": "40", "actual": "20", **DUE_JUNE}, "on_track", None, "figure", "0", "on_pace"),
    ("due at year-end", "Q3", {"target": "40", "actual": "30", "due": date(2031, 12, 31)}, "on_track", None, "figure", "0", "on_pace"),
    ("due in a later year", "Q3", {"target": "40", "actual": "30", "due": date(2033, 6, 30)}, "on_track", None, "figure", "0", "on_pace"),
    ("behind, due in a later year", "Q3", {"target": "40", "actual": "9", "due": date(2033, 6, 30)}, "unknown", None, "none", None, "due_later"),
    ("claim, due in a later year", "Q3", {"target": "40", "share": "0.2", "due": date(2033, 6, 30)}, "unknown", None, "none", None, "due_later"),
    # rates
    ("rate so far", "Q3", {"kind": "rate", "target": "8", "actual": "8.2", **PERCENT}, "on_track", None, "figure", "0.2", "rate_so_far"),
    ("rate met", "FY", {"kind": "rate", "target": "8", "actual": "8", **PERCENT}, "achieved", None, "figure", "0", "rate_met"),
    ("rate half a point short", "Q3", {"kind": "rate", "target": "8", "actual": "7.5", **PERCENT}, "lagging", "slight", "figure", "-0.5", "rate_short"),
    ("rate short, due in a later year", "Q3", {"kind": "rate", "target": "8", "actual": "7", "due": date(2033, 12, 31), **PERCENT}, "unknown", None, "none", None, "due_later"),
    ("rate, no tolerance", "FY", {"kind": "rate", "target": "8", "actual": "7.5", **PERCENT}, "lagging", "slight", "figure", "-0.5", "rate_short"),
    ("rate one point short", "Q3", {"kind": "rate", "target": "8", "actual": "7", **PERCENT}, "lagging", "slight", "figure", "-1", "rate_short"),
    ("rate three points short", "Q3", {"kind": "rate", "target": "8", "actual": "5", **PERCENT}, "lagging", "behind", "figure", "-3", "rate_short"),
    ("rate far short", "Q3", {"kind": "rate", "target": "8", "actual": "-1", **PERCENT}, "lagging", "severe", "figure", "-9", "rate_short"),
    ("about eight, nearly", "Q3", {"kind": "rate", "operator": "~", "target": "8", "actual": "7.9", **PERCENT}, "on_track", None, "figure", "-0.1", "rate_so_far"),
    ("about eight, at year-end", "FY", {"kind": "rate", "operator": "~", "target": "8", "actual": "7.9", **PERCENT}, "achieved", None, "figure", "-0.1", "rate_met"),
    ("about eight, far from it", "Q3", {"kind": "rate", "operator": "~", "target": "8", "actual": "7.8", **PERCENT}, "lagging", "slight", "figure", "-0.2", "rate_short"),
    ("about three, less is better", "Q3", {"kind": "rate", "operator": "~", "direction": "down", "target": "3", "actual": "3.1", **PERCENT}, "on_track", None, "figure", "-0.1", "rate_so_far"),
    ("percentage points", "Q3", {"kind": "rate", "target": "8", "actual": "9", "actual_unit": "个百分点", **PERCENT}, "on_track", None, "figure", "1", "rate_so_far"),
    ("rate, less is better", "Q3", {"kind": "rate", "direction": "down", "target": "3", "actual": "2", **PERCENT}, "on_track", None, "figure", "1", "rate_so_far"),
    ("rate, over", "Q3", {"kind": "rate", "direction": "down", "target": "3", "actual": "5", **PERCENT}, "lagging", "behind", "figure", "-2", "rate_short"),
    ("rate of no direction", "Q3", {"kind": "rate", "direction": None, "target": "3", "actual": "5", **PERCENT}, "unknown", None, "none", None, "no_direction"),
    ("rate met, no cutoff", None, {"kind": "rate", "target": "8", "actual": "9", **PERCENT}, "on_track", None, "figure", "1", "rate_so_far"),
    ("rate short, no cutoff", None, {"kind": "rate", "target": "8", "actual": "7", **PERCENT}, "unknown", None, "none", None, "no_cutoff"),
    ("rate in a unit of its own", "Q3", {"kind": "rate", "target": "50", "actual": "44", "unit": "元"}, "lagging", "behind", "figure", "-12", "rate_short"),
    # levels
    ("level reached", "Q1", {"kind": "level", "target": "620", "actual": "621"}, "achieved", None, "figure", "0.1612903", "met"),
    ("level reached, no cutoff", None, {"kind": "level", "target": "620", "actual": "620"}, "achieved", None, "figure", "0", "met"),
    ("level, less is better", "Q1", {"kind": "level", "direction": "down", "target": "30", "actual": "29"}, "achieved", None, "figure", "3.3333333", "met"),
    ("level, no baseline", "Q3", {"kind": "level", "target": "620", "actual": "600"}, "unknown", None, "none", None, "no_baseline"),
    ("level at year-end", "FY", {"kind": "level", "target": "620", "actual": "589"}, "lagging", "slight", "figure", "-5", "level_short"),
    ("share built up, year-end", "FY", {"kind": "level", "target": "80", "actual": "68", **PERCENT}, "lagging", "behind", "figure", "-12", "level_short"),
    ("level with a share", "Q3", {"kind": "level", "target": "620", "actual": "600", "share": "0.8"}, "on_track", None, "claim", "5", "claim_on_pace"),
    ("level of a share, divided", "Q3", {"kind": "level", "target": "95", "actual": "91.2", "share": "0.96", **PERCENT}, "unknown", None, "none", None, "no_baseline"),
    ("level, a share that cannot be", "Q3", {"kind": "level", "target": "620", "actual": "600", "share": "1.1"}, "unknown", None, "none", None, "no_baseline"),
    ("level on its way", "H1", {"kind": "level", "target": "600", "actual": "550", "baseline": "500"}, "on_track", None, "figure", "0", "on_pace"),
    ("level behind", "Q3", {"kind": "level", "target": "600", "actual": "550", "baseline": "500"}, "lagging", "behind", "figure", "-25", "short"),
    ("level going down", "H1", {"kind": "level", "direction": "down", "target": "20", "actual": "30", "baseline": "40"}, "on_track", None, "figure", "0", "on_pace"),
    ("level down, behind", "Q3", {"kind": "level", "direction": "down", "target": "20", "actual": "31", "baseline": "40"}, "lagging", "behind", "figure", "-30", "short"),
    ("whole things over a baseline", "Q3", {"kind": "level", "target": "502", "actual": "501", "baseline": "500", "countable": True}, "on_track", None, "figure", "-25", "on_pace"),
    ("a baseline past the target", "Q3", {"kind": "level", "target": "600", "actual": "590", "baseline": "610"}, "unknown", None, "none", None, "no_baseline"),
    # ceilings
    ("limit kept so far", "Q3", {"kind": "ceiling", "direction": "down", "target": "5.5", "actual": "5", **PERCENT}, "on_track", None, "figure", "0.5", "limit_so_far"),
    ("limit kept", "FY", {"kind": "ceiling", "direction": "down", "target": "5.5", "actual": "5.5", **PERCENT}, "achieved", None, "figure", "0", "limit_kept"),
    ("limit broken", "Q3", {"kind": "ceiling", "direction": "down", "target": "5.5", "actual": "6", **PERCENT}, "lagging", "slight", "figure", "-0.5", "limit_broken"),
    ("limit far broken", "Q3", {"kind": "ceiling", "direction": "down", "target": "5.5", "actual": "9", **PERCENT}, "lagging", "severe", "figure", "-3.5", "limit_broken"),
    ("limit of no sum", "Q3", {"kind": "ceiling", "direction": "down", "target": "40", "actual": "46", "unit": "元"}, "lagging", "behind", "figure", "-15", "limit_broken"),
    ("limit broken, no cutoff", None, {"kind": "ceiling", "direction": "down", "target": "40", "actual": "46", "unit": "元"}, "lagging", "behind", "figure", "-15", "limit_broken"),
    ("limit kept, no cutoff", None, {"kind": "ceiling", "direction": "down", "target": "40", "actual": "39", "unit": "元"}, "on_track", None, "figure", "2.5", "limit_so_far"),
    ("range: its upper end", "Q3", {"kind": "ceiling", "direction": "down", "operator": "range", "target": "3", "upper": "4", "actual": "3.8", **PERCENT}, "on_track", None, "figure", "0.2", "limit_so_far"),
    ("range: its lower end", "FY", {"operator": "range", "target": "30", "upper": "40", "actual": "30"}, "achieved", None, "figure", "0", "met"),
    ("summing limit in pace", "Q3", {"kind": "ceiling", "direction": "down", "accrues": True, "target": "40", "actual": "30"}, "on_track", None, "figure", "0", "limit_so_far"),
    ("summing limit, tolerance", "Q3", {"kind": "ceiling", "direction": "down", "accrues": True, "target": "40", "actual": "30.2"}, "on_track", None, "figure", "-0.5", "limit_so_far"),
    ("summing limit ahead", "Q3", {"kind": "ceiling", "direction": "down", "accrues": True, "target": "40", "actual": "30.3"}, "lagging", "slight", "figure", "-0.75", "limit_ahead"),
    ("summing limit over", "Q3", {"kind": "ceiling", "direction": "down", "accrues": True, "target": "40", "actual": "41"}, "lagging", "behind", "figure", "-27.5", "limit_broken"),
    ("summing limit, whole", "Q3", {"kind": "ceiling", "direction": "down", "accrues": True, "target": "2", "actual": "2", "countable": True}, "on_track", None, "figure", "-25", "limit_so_far"),
    ("summing limit, year-end", "FY", {"kind": "ceiling", "direction": "down", "accrues": True, "target": "40", "actual": "40"}, "achieved", None, "figure", "0", "limit_kept"),
    ("summing limit, no cutoff", None, {"kind": "ceiling", "direction": "down", "accrues": True, "target": "40", "actual": "41"}, "unknown", None, "none", None, "no_cutoff"),
    ("a limit of nought broken", "Q3", {"kind": "ceiling", "direction": "down", "target": "0", "actual": "1", "unit": "起"}, "lagging", "severe", "figure", None, "limit_broken"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("period", "promise", "status", "severity", "basis", "gap", "ground"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_branch(judge, spec, period, promise, status, severity, basis, gap, ground):
    said = judge.one(spec(**promise), period)
    found = (said["status"], said["severity"], said["basis"], said["ground"])
    assert found == (status, severity, basis, ground), said["reason"]
    expected = None if gap is None else Decimal(gap)
    assert said["gap_pp"] == expected or abs(said["gap_pp"] - expected) < Decimal("1e-6")


def test_every_ground_of_the_view_is_in_the_table(repo):
    import re

    view = (repo / "warehouse" / "views" / "core.v_status.sql").read_text(encoding="utf-8")
    grounds = re.search(r"grounded as \(.*?end as ground", view, re.S)[0]
    known = set(re.findall(r"(?:then|else|,) '(\w+)'", grounds)) - {"done", "lagging", "milestone"}
    a_persons = {"rejected", "ruled_out"}  # in test_correcting.py
    assert known - a_persons == {case[-1] for case in CASES}


@pytest.mark.parametrize(
    ("cutoff", "counted_to", "pace"),
    [
        (date(2031, 9, 30), date(2031, 9, 30), "0.75"),
        (date(2031, 9, 15), date(2031, 8, 31), "0.666666667"),
        (date(2031, 9, 16), date(2031, 9, 30), "0.75"),
        (date(2031, 1, 10), date(2031, 1, 31), "0.083333333"),
        (date(2031, 2, 10), date(2031, 1, 31), "0.083333333"),
        (date(2032, 2, 29), date(2032, 2, 29), "1"),
        (date(2032, 1, 5), date(2032, 1, 31), "1"),
        (date(2030, 12, 31), None, None),
    ],
)
def test_cutoff_counts_to_the_nearest_month_end(judge, spec, cutoff, counted_to, pace):
    said = judge.one(spec(target="9", actual="1", cutoff=cutoff))
    assert said["cutoff"] == cutoff
    assert said["counted_to"] == counted_to
    assert said["pace"] == (None if pace is None else Decimal(pace))


def test_year_comes_from_the_cutoff_where_the_report_has_none(judge, spec):
    said = judge.one(spec(target="200", actual="150"), None, year=None, cutoff=date(2031, 9, 30))
    assert (said["year"], said["status"]) == (2031, "on_track")


@pytest.mark.parametrize(
    ("period", "promise", "reason"),
    [
        ("Q3", {"target": "120", "actual": "95"}, "完成95项/120项＝79.2%，序时进度75.0%"),
        ("Q3", {"target": "200", "actual": "130"}, "完成130项/200项＝65.0%，序时进度75.0%，落后10个百分点"),
        ("Q3", {"target": "200", "actual": "149"}, "完成149项/200项＝74.5%，序时进度75.0%，相差0.5个百分点，在允许范围内"),
        ("Q3", {"target": "2", "actual": "1", "countable": True}, "完成1项/2项＝50.0%，序时进度75.0%，按整数计应达1项"),
        ("Q1", {"target": "2", "actual": "3"}, "完成3项/2项＝150.0%，已达目标"),
        ("H1", {"target": "40", "actual": "39", **DUE_JUNE}, "完成39项/40项＝97.5%，序时进度100.0%（期限2031年6月20日），落后2.5个百分点"),
        ("Q3", {"kind": "rate", "target": "8", "actual": "7", **PERCENT}, "实绩7%，目标8%，落后1个百分点"),
        ("Q3", {"kind": "rate", "target": "8", "actual": "7.7", **PERCENT}, "实绩7.7%，目标8%，落后0.3个百分点"),
        ("Q3", {"kind": "rate", "operator": "~", "target": "8", "actual": "7.9", **PERCENT}, "实绩7.9%，目标8%，相差0.1个百分点，在允许范围内"),
        ("Q3", {"kind": "level", "target": "600", "actual": "550", "baseline": "500"}, "达到550项，基数500项，目标600项，增量完成50.0%，序时进度75.0%，落后25个百分点"),
        ("Q3", {"kind": "level", "target": "620", "actual": "600"}, "达到600项，目标620项，未到年底且不知基数，无法判断进度"),
        ("Q3", {"kind": "ceiling", "direction": "down", "target": "5.5", "actual": "6", **PERCENT}, "发生值6%，控制目标5.5%，已超出0.5个百分点"),
        ("Q3", {"kind": "ceiling", "direction": "down", "accrues": True, "target": "40", "actual": "41"}, "发生值41项，控制目标40项，已超出全年控制数"),
        ("Q3", {"target": "9", "share": "0.7"}, "自报完成率70.0%，序时进度75.0%，落后5个百分点，依据自报"),
        ("Q3", {"target": "9", "said": "lagging"}, "报告自称滞后：进度滞后"),
        ("Q3", {"kind": "milestone", "due": date(2031, 6, 30)}, "期限2031年6月30日，截至2031年9月30日的数据中未见完成的报告"),
        ("Q3", {"kind": "milestone", "due": date(2031, 12, 31)}, "期限2031年12月31日未到，未见完成的报告"),
        ("Q3", {"target": "9"}, "报告中没有找到对应的数字"),
        ("Q3", {"target": "9", "actual": "1", "confidence": 0.5}, "数字与指标的对应置信度0.5，低于0.6，需人工核对"),
    ],
)  # fmt: skip
def test_reason_says_the_numbers(judge, spec, period, promise, reason):
    assert judge.one(spec(**promise), period)["reason"] == reason


def test_every_case_has_a_reason_in_words(judge, spec):
    for period in {case[1] for case in CASES}:
        for said in judge.all([spec(**case[2]) for case in CASES if case[1] == period], period):
            assert said["reason"] not in ("", said["ground"])


def test_every_input_stands_in_the_row(judge, spec):
    said = judge.one(
        spec(
            target="2",
            actual="150",
            unit="亿元",
            noun="元",
            magnitude=10**8,
            actual_unit="万元",
            actual_magnitude=10**4,
            share="0.5",
        )
    )
    assert (said["target_base"], said["actual_base"], said["target_noun"]) == (2 * 10**8, 150 * 10**4, "元")
    assert (said["pace_months"], said["pace_of"], said["stated_completion"]) == (9, 12, Decimal("0.5"))
    assert said["expected"] == Decimal("1.5") * 10**8
    assert said["rule_version"] == "3"
    assert '"tolerance_pp":0.500' in said["settings"]


def test_a_number_too_large_for_the_column_is_no_target_and_breaks_nothing(judge, spec):
    said = judge.one(spec(target="9" * 40, actual="5"))
    assert (said["status"], said["ground"]) == ("unknown", "no_target")


def test_the_largest_numbers_that_are_kept_can_be_judged(judge, spec):
    kinds = ("cumulative", "rate", "level", "ceiling")
    promises = [spec(kind=kind, target="0.000000001", actual="9" * 18, accrues=True) for kind in kinds]
    promises += [spec(kind=kind, target="9" * 18, actual="0.000000001", baseline="1") for kind in kinds]
    assert len(judge.all(promises)) == 8


def test_settings_change_the_answer_and_are_kept_with_it(spec, written, revised):
    from datetime import UTC, datetime

    from warehouse.assessing import assess
    from warehouse.load import load
    from warehouse.store import connect_scratch

    now = datetime(2031, 10, 20, tzinfo=UTC)
    with connect_scratch() as con:
        extraction = written([spec(target="200", actual="130")])
        loaded = load(con, revised(extraction), extraction, version="1", run_id="r", known_at=now)
        con.execute("update ops.rule_setting set value = 12 where name = 'tolerance_pp'")
        assess(con, [loaded], now)
        assess(con, [loaded], now)
        rows = con.execute("select status, settings from core.assessment").fetchall()
    assert {status for status, _ in rows} == {"lagging", "on_track"}
    assert len(rows) == 2
