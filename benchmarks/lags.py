"""A lag of an invented bureau, to be told many times over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from warehouse.records import Progress

_SENTENCE = "截至9月底，全市新增入库科技型中小企业21家，完成全年任务的35%，其余企业正在培育。"


def lag(key: str, *, source_id: str, bureau: str) -> Progress:
    """One promise of 2026, severely behind at the third quarter."""
    return Progress(
        assessment_id=f"a-{key}",
        indicator_key=key,
        source_id=source_id,
        bureau=bureau,
        region="云川市",
        year=2026,
        period="Q3",
        cutoff=date(2026, 9, 30),
        published_on=date(2026, 10, 21),
        url=f"http://{source_id}.yunchuan.example/xxgk/t20261021_4107.shtml",
        sha256="ab" * 32,
        report_title=f"{bureau}2026年三季度重点工作进展情况",
        task_number="三",
        task_title="壮大科技型企业队伍",
        clauses=(12, 16),
        departments=("高新技术科", "企业服务科"),
        name=f"新增入库科技型中小企业（{key}）",
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
        sentence=_SENTENCE,
        marks=((_SENTENCE.index("21家"), _SENTENCE.index("21家") + 3),),
        confidence=0.95,
        is_baseline=False,
    )
