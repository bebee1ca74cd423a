"""Rows of an invented city, for the tests of this room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from alerting.calendar import period_end
from alerting.decide import alert_id, stand_after
from warehouse.records import Alert, Progress, Transition

SENTENCE = "截至9月底，全市新增入库科技型中小企业21家，完成全年任务的35%，其余企业正在培育。"


def marks(sentence: str, *numbers: str) -> tuple[tuple[int, int], ...]:
    """Where the numbers stand in the sentence."""
    return tuple((sentence.index(number), sentence.index(number) + len(number)) for number in numbers)


def row(key: str = "k1", year: int | None = 2026, period: str | None = "Q3", **changes: Any) -> Progress:
    """A lag of 40 points; everything can be changed."""
    known = year is not None and period is not None
    cutoff = period_end(year or 0, period or "") if known else None
    base = Progress(
        assessment_id=f"a-{key}-{year}-{period}",
        indicator_key=key,
        source_id="yunchuan-kjj",
        bureau="云川市科学技术局",
        region="云川市",
        year=year,
        period=period,
        cutoff=cutoff,
        published_on=date(2026, 10, 21),
        url="http://kjj.yunchuan.example/xxgk/t20261021_4107.shtml",
        sha256="ab" * 32,
        report_title="云川市科学技术局2026年三季度重点工作进展情况",
        task_number="三",
        task_title="壮大科技型企业队伍",
        clauses=(12, 16),
        departments=("高新技术科", "企业服务科"),
        name="新增入库科技型中小企业",
        owner=None,
        tier="firm",
        kind="cumulative",
        target_text="60家",
        actual_text="21家",
        completion=Decimal("0.35"),
        pace=Decimal("0.75"),
        gap_pp=Decimal("-40"),
        status="lagging",
        severity="severe",
        basis="figure",
        reason="完成21家/60家＝35.0%，序时进度75.0%",
        claim_text="其余企业正在培育",
        sentence=SENTENCE,
        marks=marks(SENTENCE, "21家", "35%"),
        confidence=0.95,
        is_baseline=False,
    )
    return replace(base, **changes)


def after(transitions: tuple[Transition, ...], alerts: tuple[Alert, ...] = ()) -> tuple[Alert, ...]:
    """The alerts' states once the transitions are recorded: the last one of each alert."""
    states = {alert.alert_id: alert for alert in alerts}
    for step in transitions:
        states[step.alert_id] = stand_after(step, states.get(step.alert_id))
    return tuple(states.values())


def firing(key: str = "k1", year: int = 2026, period: str = "H1", **changes: Any) -> Alert:
    """A lag that was told in June."""
    base = Alert(
        alert_id=alert_id(key, year),
        rule="lagging",
        indicator_key=key,
        source_id="yunchuan-kjj",
        year=year,
        state="firing",
        severity="behind",
        since_period=period,
        period=period,
        told=True,
    )
    return replace(base, **changes)
