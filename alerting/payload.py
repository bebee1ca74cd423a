"""The JSON that a webhook posts: type `duban.digest`, documented here field by field and in docs/webhook.schema.json.

Top: `type`, `version` (2), `message_id`, `created_at` (UTC), `subject`, `bureaus`, `muted`, `silences`, `disclaimer`.

A bureau: `source_id`, `bureau`, `region`, `notify_reason` (first, new_in_group, worse, revised, partly_resolved,
all_resolved, reminder), `lagging`, `found` (what other rules raised) and `resolved` (rows, the last also of what was
withdrawn), `still_lagging` (how many were told before and lag on), `in_review` (how many wait for a person),
`standing` (how many indicators of the newest period have each status).

A row: `alert_id`, `rule`, `reason` (first, worse, revised, reminder, resolved, withdrawn), `level` (of escalation),
`periods` (in a row), `words` (what a rule found), `error` (what was wrong, of what is revised or withdrawn),
`indicator_key`, `name`,
`owner`, `kind`, `tier`, `task_number`, `task_title`, `clauses`, `departments`, `target`, `actual`, `completion`,
`pace` (both shares), `gap_pp` (points, negative is behind), `status`, `severity`, `previous_severity`,
`since_period`, `basis`, `method`, `claim`, `sentence` with `marks` (`[start, end)` of its numbers), `place` (of the
figure, where it stands in a file), `year`, `period`, `cutoff`, `published_on`, `report_title`, `url`, `sha256`,
`assessment_id`, `confidence`. Of a finding about a source itself what belongs to an indicator is null.

Muted: `alert_id`, `rule`, `name`, `bureau`, `by` (a silence's id, or the rule that inhibits it). A silence:
`silence_id`, `matcher`, `author`, `why`, `until`. Decimals are strings, dates ISO 8601, what is not known is null.
Texts are single lines and may be cut at their end, with an ellipsis; keys and addresses never are. What goes out is
`type`, `timestamp` and all the rest as `data`, as Standard Webhooks want it (`flows.sending`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from alerting.bundle import Bundle, Muted, Part
from alerting.cleaning import clean, excerpt, marks_of, plain
from alerting.decide import Notice, Tiding
from alerting.history import OPEN
from warehouse.records import Progress, Silence

VERSION = 2


def digest_payload(bundle: Bundle, message_id: str, subject: str, at: datetime, disclaimer: str) -> str:
    """The bundle as JSON text; `at` is its time in UTC."""
    content = {
        **head("duban.digest", message_id, at),
        "subject": subject,
        "bureaus": [_bureau(part) for part in bundle.parts],
        "muted": [_muted(muted) for muted in bundle.muted],
        "silences": [_silence(silence) for silence in bundle.silences],
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


def _bureau(part: Part) -> dict[str, Any]:
    decision = part.decision
    return {
        "source_id": part.source_id,
        "bureau": clean(part.bureau, 100),
        "region": clean(part.region, 100),
        "notify_reason": part.reason,
        "lagging": _rows(decision.tell),
        "found": _rows(decision.found),
        "resolved": [*_rows(decision.resolved), *_rows(decision.ended)],
        "still_lagging": len(decision.still_lagging),
        "in_review": part.in_review,
        "standing": dict(sorted(Counter(row.status for row in decision.standing).items())),
    }


def _rows(told: Sequence[Notice] | Sequence[Tiding]) -> list[dict[str, Any]]:
    return [_of_notice(one) if isinstance(one, Notice) else _of_tiding(one) for one in told]


def _of_notice(notice: Notice) -> dict[str, Any]:
    return {
        **_told(notice, "lagging"),
        **_indicator(notice.row),
        "severity": notice.row.severity,
        "words": None,
        "year": notice.year,
        "period": notice.period,
    }


def _of_tiding(tiding: Tiding) -> dict[str, Any]:
    found = tiding.finding
    known = _indicator(tiding.row) if tiding.row else dict.fromkeys(_INDICATOR)
    # what the finding says of itself wins: it may be about another period, or about no indicator at all
    own = {
        "indicator_key": tiding.row.indicator_key if tiding.row else None,
        "name": clean(found.name, 200) or known["name"],
        "departments": [clean(found.department, 100)] if found.department else known["departments"] or [],
        "clauses": known["clauses"] or [],
        "gap_pp": found.gap_pp if tiding.row is None or found.gap_pp is not None else tiding.row.gap_pp,
        "severity": found.severity,
        "words": _text(found.words),
        "sentence": clean(found.sentence, 400) or known["sentence"],
        "marks": [] if found.sentence else known["marks"] or [],
        "year": found.year,
        "period": found.period,
        "cutoff": found.cutoff,
        "published_on": found.published_on or known["published_on"],
        "url": found.url or known["url"],
    }
    return {**_told(tiding, found.rule), **known, **own}


def _told(one: Notice | Tiding, rule: str) -> dict[str, Any]:
    earlier = one.earlier
    return {
        "alert_id": one.alert_id,
        "rule": rule,
        "reason": one.reason,
        "level": one.level,
        "periods": one.periods,
        "error": _text(one.error) or None,
        "previous_severity": earlier.severity if earlier and earlier.state in OPEN else None,
        "since_period": one.since_period,
    }


_INDICATOR = (
    "indicator_key", "name", "owner", "kind", "tier", "task_number", "task_title", "clauses", "departments", "target",
    "actual", "completion", "pace", "gap_pp", "status", "basis", "method", "claim", "sentence", "marks", "place",
    "cutoff", "published_on", "report_title", "url", "sha256", "assessment_id", "confidence",
)  # fmt: skip


def _indicator(row: Progress) -> dict[str, Any]:
    quoted = excerpt(row.sentence, row.marks)
    return {
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
        "basis": row.basis,
        "method": clean(row.reason, 200),
        "claim": _text(row.claim_text),
        "sentence": plain(quoted),
        "marks": marks_of(quoted),
        "place": _text(row.place),
        "cutoff": row.cutoff,
        "published_on": row.published_on,
        "report_title": clean(row.report_title, 200),
        "url": row.url,
        "sha256": row.sha256,
        "assessment_id": row.assessment_id,
        "confidence": row.confidence,
    }


def _muted(muted: Muted) -> dict[str, Any]:
    found = muted.finding
    return {
        "alert_id": muted.alert_id,
        "rule": found.rule,
        "name": clean(found.name, 200),
        "bureau": clean(found.bureau, 100),
        "by": muted.by,
    }


def _silence(silence: Silence) -> dict[str, Any]:
    return {
        "silence_id": silence.silence_id,
        "matcher": {clean(field, 100): clean(pattern, 200) for field, pattern in silence.matcher},
        "author": clean(silence.author, 100),
        "why": clean(silence.reason, 200),
        "until": silence.until,
    }


def _text(value: str | None) -> str | None:
    return None if value is None else clean(value, 200)
