"""What must hold of the rule for every number, not only for those somebody thought of."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# one example is a whole report of promises: the rule judges them together in one statement
few = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
GOODNESS = {"achieved": 2, "on_track": 1, "lagging": 0}
ENDS = {month: date(2031, month, 28) for month in range(1, 13)}

numbers = st.decimals(min_value=0, max_value=Decimal(10) ** 7, places=2)
positive = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 7, places=2)
months = st.integers(1, 12)


def reports(*parts):
    return st.lists(st.tuples(*parts), min_size=8, max_size=20)


def written_number(value: Decimal) -> str:
    return format(value.normalize(), "f")


@few
@given(reports(positive, numbers, numbers, months, st.booleans()))
def test_a_greater_actual_never_stands_worse(judge, spec, cases):
    kinds = ({"kind": "cumulative"}, {"kind": "rate", "unit": "%", "noun": "%"}, {"kind": "level", "baseline": "0"})
    for kind in kinds:
        specs = [
            spec(
                target=written_number(target),
                actual=written_number(actual),
                cutoff=ENDS[month],
                countable=whole,
                **kind,
            )
            for target, *actuals, month, whole in cases
            for actual in sorted(actuals)
        ]
        rows = judge.all(specs)
        for less, more in zip(rows[::2], rows[1::2], strict=True):
            assert GOODNESS[less["status"]] <= GOODNESS[more["status"]]
            assert less["gap_pp"] <= more["gap_pp"]


@few
@given(reports(positive, numbers, numbers, months, st.booleans(), st.booleans()))
def test_a_greater_actual_never_stands_better_under_a_ceiling(judge, spec, cases):
    specs = [
        spec(
            kind="ceiling", direction="down", target=written_number(target), actual=written_number(actual),
            cutoff=ENDS[month], countable=whole, accrues=accrues,
        )
        for target, *actuals, month, whole, accrues in cases
        for actual in sorted(actuals)
    ]  # fmt: skip
    rows = judge.all(specs)
    for less, more in zip(rows[::2], rows[1::2], strict=True):
        assert GOODNESS[less["status"]] >= GOODNESS[more["status"]]


@few
@given(reports(positive, numbers, months))
def test_wan_and_yi_are_the_same_money(judge, spec, cases):
    money = {"noun": "元"}
    yi = {"unit": "亿元", "magnitude": 10**8, "actual_unit": "亿元", "actual_magnitude": 10**8}
    mixed = {"unit": "亿元", "magnitude": 10**8, "actual_unit": "万元", "actual_magnitude": 10**4}
    specs = []
    for target, actual, month in cases:
        goal, at = written_number(target), {"cutoff": ENDS[month]}
        specs.append(spec(target=goal, actual=written_number(actual), **money, **yi, **at))
        specs.append(spec(target=goal, actual=written_number(actual * 10**4), **money, **mixed, **at))
    rows = judge.all(specs)
    for one, other in zip(rows[::2], rows[1::2], strict=True):
        for column in ("status", "severity", "completion", "gap_pp", "expected"):
            assert one[column] == other[column]


@few
@given(reports(positive, numbers, st.booleans()))
def test_at_year_end_the_target_itself_is_expected(judge, spec, cases):
    specs = [
        spec(target=written_number(target), actual=written_number(actual), countable=whole)
        for target, actual, whole in cases
    ]
    for (target, actual, whole), row in zip(cases, judge.all(specs, "FY"), strict=True):
        assert row["expected"] == (target // 1 if whole else target)
        # whole things are expected in whole ones: a target of 2.5 asks for 2
        assert (row["status"] == "lagging") == (actual < row["expected"])


@few
@given(reports(st.sampled_from(["cumulative", "rate", "level", "ceiling", "milestone"]), positive, months))
def test_what_is_missing_is_never_on_track(judge, spec, cases):
    specs = [
        spec(kind=kind, target=None if kind == "milestone" else written_number(target), due=ENDS[month])
        for kind, target, month in cases
    ]
    for row in judge.all(specs):
        assert row["status"] in ("not_reported", "lagging", "unknown")
        assert row["status"] != "lagging" or row["kind"] == "milestone"


@few
@given(reports(positive, numbers, months))
def test_every_number_of_an_assessment_is_exact(judge, spec, cases):
    specs = [spec(target=written_number(t), actual=written_number(a), cutoff=ENDS[m]) for t, a, m in cases]
    for (target, actual, month), row in zip(cases, judge.all(specs), strict=True):
        for column in ("completion", "pace", "gap_pp", "expected", "target_base", "actual_base"):
            assert isinstance(row[column], Decimal)
        assert abs(row["completion"] * target - actual) <= target * Decimal("0.0000000005")
        assert abs(row["expected"] * 12 - target * month) <= Decimal("0.000000006")


# near the half of a ninth place, past what a double tells apart, and whatever else
dividends = st.one_of(
    st.decimals(min_value=-(10**17), max_value=10**17, places=9),
    st.integers(-(10**9), 10**9).map(lambda k: Decimal(2 * k + 1) / 10**9),
    st.sampled_from([Decimal("20000"), Decimal("19999.999999999"), Decimal("40000.000000001"), Decimal(0)]),
)
divisors = st.one_of(
    st.decimals(min_value=-(10**9), max_value=10**9, places=9).filter(bool), st.sampled_from([Decimal(2), Decimal(12)])
)


@settings(few, max_examples=3)
@given(st.lists(st.tuples(dividends, divisors), min_size=200, max_size=400))
def test_a_quotient_is_exact_however_it_was_found(judge, pairs):
    found = judge.con.execute(
        "select core.ratio(a::decimal(28, 9), b::decimal(28, 9))"
        " from (select unnest($a) as a, unnest($b) as b, generate_subscripts($a, 1) as no) order by no",
        {"a": [str(a) for a, _ in pairs], "b": [str(b) for _, b in pairs]},
    ).fetchall()
    with localcontext(prec=80):
        exact = [(a / b).quantize(Decimal("1e-9"), ROUND_HALF_UP) for a, b in pairs]
    assert [quotient for (quotient,) in found] == exact
