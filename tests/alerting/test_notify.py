"""Why a recipient is told, or is not: one case for each reason."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from alerting.notify import Notification, Standing, notify
from warehouse.records import Told

NOW = datetime(2026, 10, 22, 8, tzinfo=UTC)


ENDED: dict[str, Any] = {"state": "resolved", "step_no": 2}
AGAIN: dict[str, Any] = {"step_no": 3, "began_no": 3, "rose_no": 3}


def standing(name: str, state: Any = "firing", **changes: Any) -> Standing:
    return Standing(name, state, **{"step_no": 1, "rose_no": 1, **changes})


def knows(*names: str, kind: Any = "firing", step_no: int = 1, level: int = 0, days: int = 1) -> dict[str, Told]:
    at = NOW - timedelta(days=days)
    return {name: Told("mail", "office", name, "kjj", kind, step_no, level, "m", at) for name in names}


@pytest.mark.parametrize(
    ("now", "known", "reason", "items"),
    [
        ([standing("a")], {}, "first", [("a", "first")]),
        ([standing("a"), standing("b")], knows("a"), "new_in_group", [("b", "first")]),
        ([standing("a", step_no=2, rose_no=2)], knows("a"), "worse", [("a", "worse")]),
        ([standing("a", level=2)], knows("a", level=1), "worse", [("a", "worse")]),
        ([standing("a", "superseded", step_no=2)], knows("a"), "revised", [("a", "withdrawn")]),
        ([standing("a", **ENDED), standing("b")], knows("a", "b"), "partly_resolved", [("a", "resolved")]),
        ([standing("a", **ENDED)], knows("a"), "all_resolved", [("a", "resolved")]),
        ([standing("a")], knows("a", days=40), "reminder", [("a", "reminder")]),
        ([standing("a")], knows("a"), "none", []),
        ([standing("a", "acknowledged")], knows("a", days=40), "none", []),
        ([standing("a", "resolved")], {}, "none", []),
        ([standing("a", **ENDED)], knows("a", kind="ended"), "none", []),
        ([standing("a", "resolved", tells_end=False)], knows("a"), "none", []),
        ([standing("a", "expired")], knows("a"), "none", []),
        ([standing("a", is_muted=True)], {}, "none", []),
        ([standing("a", is_quiet=True)], {}, "none", []),
        ([standing("a", "superseded", is_muted=True)], knows("a"), "revised", [("a", "withdrawn")]),
        ([standing("a", **AGAIN)], knows("a", kind="ended", step_no=2), "first", [("a", "first")]),
        ([standing("a", **AGAIN)], knows("a"), "new_in_group", [("a", "first")]),
    ],
)  # fmt: skip
def test_each_reason(now: list[Standing], known: dict[str, Told], reason: str, items: list[tuple[str, str]]) -> None:
    said = notify(now, known, at=NOW, remind_after=timedelta(days=30))
    assert said == Notification(reason, tuple(items))  # type: ignore[arg-type]


def test_without_the_setting_nobody_is_reminded() -> None:
    assert notify([standing("a")], knows("a", days=4000), at=NOW).reason == "none"
