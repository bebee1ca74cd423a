"""Alerts that come, go, are muted and escalate, runs that die, and a reader who must be told once and truly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from alerting.history import OPEN
from alerting.notify import Notification, Standing, notify
from warehouse.records import AlertState, Told

KEYS = st.sampled_from(["a", "b", "c"])
REMIND = timedelta(days=30)
TELLING = ("first", "worse", "revised", "reminder")


@dataclass
class Truth:
    """One alert as the world has it; `news` counts what happened that a reader must hear of."""

    state: AlertState = "firing"
    step_no: int = 1
    began_no: int = 1
    rose_no: int | None = 1
    level: int = 0
    weight: int = 1
    is_muted: bool = False
    is_corrected: bool = False


class Reader(RuleBasedStateMachine):
    """`believes` is what the reader of the messages thinks: the weight and level of all that goes on, as they heard."""

    def __init__(self) -> None:
        super().__init__()
        self.truths: dict[str, Truth] = {}
        self.log: dict[str, Told] = {}
        self.believes: dict[str, tuple[int, int]] = {}
        self.worst_since: dict[str, bool] = {}  # grew worse since the reader last heard
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def step(self, key: str, state: AlertState) -> Truth:
        truth = self.truths.setdefault(key, Truth(step_no=0))
        truth.step_no += 1
        truth.state, truth.is_corrected = state, False
        return truth

    @rule(key=KEYS, weight=st.integers(1, 3))
    def raised(self, key: str, weight: int) -> None:
        before = self.truths.get(key)
        if before and before.state == "expired":
            return
        is_new = before is None or before.state not in OPEN
        if before and not is_new and weight == before.weight:
            return
        grew = is_new or (before is not None and weight > before.weight)
        truth = self.step(key, "firing")
        if is_new:
            truth.began_no, truth.level = truth.step_no, 0
        truth.rose_no = truth.step_no if grew else None
        truth.weight = weight
        self.worst_since[key] = grew

    @rule(key=KEYS)
    def corrected(self, key: str) -> None:
        """A revision leaves less of it than was said."""
        truth = self.truths.get(key)
        if truth and truth.state in OPEN and truth.weight > 1:
            self.step(key, truth.state)
            truth.rose_no, truth.weight, truth.is_corrected = None, truth.weight - 1, True
            self.worst_since[key] = False

    @precondition(lambda self: any(truth.state in OPEN for truth in self.truths.values()))
    @rule(key=KEYS, state=st.sampled_from(["resolved", "superseded", "expired", "acknowledged"]))
    def moved(self, key: str, state: AlertState) -> None:
        if key in self.truths and self.truths[key].state in OPEN and self.truths[key].state != state:
            self.step(key, state)

    @rule(key=KEYS)
    def escalated(self, key: str) -> None:
        if key in self.truths and self.truths[key].state in OPEN:
            self.truths[key].level = min(4, self.truths[key].level + 1)

    @rule(key=KEYS, is_muted=st.booleans())
    def silenced(self, key: str, is_muted: bool) -> None:
        if key in self.truths:
            self.truths[key].is_muted = is_muted

    def decide(self) -> Notification:
        standings = [
            Standing(key, t.state, t.step_no, t.began_no, t.rose_no, t.level, False, t.is_muted, True, t.is_corrected)
            for key, t in sorted(self.truths.items())
        ]
        return notify(standings, self.log, at=self.now, remind_after=REMIND)

    @rule(days=st.sampled_from([0, 1, 20, 40]), is_killed=st.booleans())
    def run(self, days: int, is_killed: bool) -> None:
        """A run decides; killed before its transaction, nothing of it is there."""
        self.now += timedelta(days=days)
        said = self.decide()
        assert self.decide() == said
        if is_killed:
            return
        self.check_silence(dict(said.items))
        for key, kind in said.items:
            self.hear(key, kind)
        assert self.decide() == Notification("none"), "told twice"

    def hear(self, key: str, kind: str) -> None:
        truth = self.truths[key]
        if kind in TELLING:
            assert truth.state in OPEN
            assert not truth.is_muted
            knew = key in self.believes and self.log[key].step_no >= truth.began_no
            assert (kind != "first") == knew, "news was called old, or old news new"
            if kind == "worse":
                assert self.worst_since[key] or truth.level > self.believes[key][1], "worse, and it is not"
            if kind == "revised":
                assert truth.is_corrected
            if kind == "reminder":
                assert truth.state == "firing"
                assert self.now - self.log[key].at >= REMIND
            self.believes[key] = (truth.weight, truth.level)
            self.worst_since[key] = False
        else:
            assert key in self.believes, "an end without a beginning"
            assert truth.state == {"resolved": "resolved", "withdrawn": "superseded"}[kind]
            del self.believes[key]
        known = "firing" if kind in TELLING else "ended"
        self.log[key] = Told("mail", "office", key, "kjj", known, truth.step_no, truth.level, "m", self.now)  # type: ignore[arg-type]

    def check_silence(self, items: dict[str, str]) -> None:
        """Never silence for something new and worse, and no error stands uncorrected."""
        for key, truth in self.truths.items():
            if truth.state in OPEN and not truth.is_muted:
                new = key not in self.believes or self.log[key].step_no < truth.began_no
                assert not new or items[key] == "first", "silence on something new"
                rose = key in self.believes and (self.worst_since[key] or truth.level > self.believes[key][1])
                assert new or not rose or items[key] == "worse", "silence on something worse"
                too_bad = truth.is_corrected and key in self.believes and self.log[key].step_no < truth.step_no
                assert new or rose or not too_bad or items[key] == "revised", "an error stands"
            if truth.state == "superseded" and key in self.believes:
                assert items[key] == "withdrawn", "an error stands"
            if truth.state == "resolved" and key in self.believes and not truth.is_muted:
                assert items[key] == "resolved"

    @invariant()
    def the_reason_names_the_items(self) -> None:
        said = self.decide()
        kinds = {kind for _, kind in said.items}
        named = {
            "new_in_group": {"first"},
            "revised": {"withdrawn", "revised"},
            "partly_resolved": {"resolved"},
            "all_resolved": {"resolved"},
        }
        assert (said.reason == "none") == (not kinds)
        assert not kinds or named.get(said.reason, {said.reason}) & kinds


Reader.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestReader = Reader.TestCase
