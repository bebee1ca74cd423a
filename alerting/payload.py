"""The JSON that a webhook posts: type `duban.digest`, documented here field by field.

Top: `type`, `version` (1), `message_id`, `created_at` (UTC), `source_id`, `bureau`, `region`, `year`, `period` (Q1,
H1, Q3, FY, M01 to M12), `lagging` and `resolved` (rows, the latter also of what was withdrawn), `still_lagging` (how
many were told before and lag on), `standing` (how many indicators of the newest period have each status),
`disclaimer`. A row: `alert_id`, `reason` (first, worse, resolved, withdrawn), `indicator_key`, `name`, `owner`, `kind`,
`tier`, `task_number`, `task_title`, `clauses`, `departments`, `target`, `actual`, `completion` and `pace` (shares),
`gap_pp` (points, negative is behind), `status`, `severity`, `previous_severity`, `since_period`, `basis`, `method`,
`claim`, `sentence` with `marks` (`[start, end)` of its numbers), `place` (of the figure, where it stands in a file),
`year`, `period`, `cutoff`, `published_on`, `report_title`, `url`, `sha256`, `assessment_id`, `confidence`. Decimals
are strings, dates ISO 8601, what is not known is null. Texts are single lines and may be cut at their end, with an
ellipsis; keys and addresses never are.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from alerting.cleaning import clean, excerpt, marks_of, plain
from alerting.decide import Decision, Notice

VERSION = 1


def digest_payload(
    decision: Decision, message_id: str, bureau: str, region: str, when: tuple[int, str], at: datetime, disclaimer: str
) -> str:
    """The decision as JSON text; `when` is the period of the message, `at` its time in UTC."""
    notices = (*decision.tell, *decision.resolved)
    content = {
        **head("duban.digest", message_id, at),
        "source_id": notices[0].row.source_id,
        "bureau": clean(bureau, 100),
        "region": clean(region, 100),
        "year": when[0],
        "period": when[1],
        "lagging": _rows(decision.tell),
        "resolved": _rows(decision.resolved),
        "still_lagging": len(decision.still_lagging),
        "standing": dict(sorted(Counter(row.status for row in decision.standing).items())),
        "disclaimer": disclaimer,
    }
    return dumps(content)


def head(kind: str, message_id: str, at: datetime) -> dict[str, Any]:
    """The fields that every payload begins with."""
    return {"type": kind, "version": VERSION, "message_id": message_id, "created_at": at.isoformat()}


def dumps(content: dict[str, Any]) -> str:
    """JSON with dates and decimals as strings; half characters, which no receiver could read, are replaced."""
    return json.dumps(content, ensure_ascii=False, default=_plain).encode("utf-8", "replace").decode("utf-8")


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a payload cannot hold {type(value).__name__}")


def _rows(notices: Sequence[Notice]) -> list[dict[str, Any]]:
    return [_row(notice) for notice in notices]


def _row(notice: Notice) -> dict[str, Any]:
    row, earlier = notice.row, notice.earlier
    quoted = excerpt(row.sentence, row.marks)
    return {
        "alert_id": notice.alert_id,
        "reason": notice.reason,
        "indicator_key": row.indicator_key,
        "name": clean(row.name, 200),
        "owner": _text(row.owner),
        "kind": row.kind,
        "tier": row.tier,
        "task_number": clean(row.task_number, 40),
        "task_title": clean(row.task_title, 200),
        "clauses": list(row.clauses),
        "departments": [clean(name, 100) for name in row.departments],
        "target": _text(row.target_text),
        "actual": _text(row.actual_text),
        "completion": row.completion,
        "pace": row.pace,
        "gap_pp": row.gap_pp,
        "status": row.status,
        "severity": row.severity,
        "previous_severity": earlier.severity if earlier and earlier.state == "firing" else None,
        "since_period": notice.since_period,
        "basis": row.basis,
        "method": clean(row.reason, 200),
        "claim": _text(row.claim_text),
        "sentence": plain(quoted),
        "marks": marks_of(quoted),
        "place": _text(row.place),
        "year": notice.year,
        "period": notice.period,
        "cutoff": row.cutoff,
        "published_on": row.published_on,
        "report_title": clean(row.report_title, 200),
        "url": row.url,
        "sha256": row.sha256,
        "assessment_id": row.assessment_id,
        "confidence": row.confidence,
    }


def _text(value: str | None) -> str | None:
    return None if value is None else clean(value, 200)
