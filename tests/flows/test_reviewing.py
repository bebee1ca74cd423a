"""`duban review` over the sample: what waits, one word on it, what everybody sees then, and what the next run tells."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from flows.pipeline import RunResult
from flows.published import newest
from flows.sending import send_pending
from flows.settings import Settings
from warehouse.records import Progress

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each

Duban = Callable[..., Any]
RunPlain = Callable[..., RunResult]


@pytest.fixture
def reviewed(sample: Settings, after_first_run: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The science bureau of the sample, visited once; the mails are sent."""
    monkeypatch.setenv("DUBAN_REVIEWER", "王芳")
    after_first_run("yunting-kjj")
    send_pending(sample)
    return sample


def rows(settings: Settings, status: str) -> list[Progress]:
    return [row for row in newest(settings) if row.status == status and row.kind == "cumulative"]


def listed(duban: Duban, *options: str) -> list[dict[str, Any]]:
    done = duban("review", "list", "--json", *options)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def mails(settings: Settings) -> list[str]:
    from email import message_from_bytes
    from email.policy import default

    found = [message_from_bytes(path.read_bytes(), policy=default) for path in settings.mail.glob("*.eml")]
    return [mail.get_body(("plain",)).get_content() for mail in found]  # type: ignore[union-attr]


def test_the_queue_for_a_person_and_as_json(duban: Duban, reviewed: Settings) -> None:
    (entry,) = listed(duban)
    assert (entry["reasons"], entry["status"], entry["review"]) == (["refused"], "not_comparable", None)
    shown = duban("review").stdout
    for words in (entry["review_id"], "refused 有候选数字而未采用", entry["url"], "【480家】", "1 to look at"):
        assert words in shown
    assert "\x1b" not in shown


def test_an_entry_with_what_stands_around_it(duban: Duban, reviewed: Settings) -> None:
    (entry,) = listed(duban)
    shown = duban("review", "show", entry["review_id"][:6])
    assert shown.returncode == 0
    assert len(shown.stdout) > len(entry["sentence"]) + 300


def test_accepting_takes_it_from_the_queue_and_says_who(duban: Duban, reviewed: Settings) -> None:
    (entry,) = listed(duban)
    done = duban("review", "accept", entry["review_id"], "--why", "预计数")
    assert (done.returncode, done.stderr) == (0, "")
    assert listed(duban) == []
    (seen,) = listed(duban, "--seen")
    assert (seen["review"], seen["reviewed_by"], seen["review_why"]) == ("accepted", "王芳", "预计数")
    assert "Nothing waits for review." in duban("review", "list").stdout


def test_a_correction_is_seen_by_everybody_and_may_be_taken_back(duban: Duban, reviewed: Settings) -> None:
    (entry,) = listed(duban)
    done = duban("review", "correct", entry["review_id"], "--actual", "470", "--unit", "家", "--why", "电话核实")
    assert "was not_comparable, is now" in done.stdout
    (row,) = [row for row in newest(reviewed) if row.review_id == entry["review_id"]]
    assert (row.actual_text, row.review) == ("470家", "corrected")
    assert "corrected" in duban("sql", "select verdict, state, who from mart.corrections").stdout
    undone = duban("review", "undo", entry["review_id"])
    assert "is now not_comparable" in undone.stdout
    assert listed(duban) == [entry]


def test_the_login_reviews_where_nobody_is_set(duban: Duban, reviewed: Settings) -> None:
    (entry,) = listed(duban)
    env = {"DUBAN_REVIEWER": "", "LOGNAME": "zhao"}
    assert duban("review", "accept", entry["review_id"], **env).returncode == 1  # an empty setting is a mistake
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DUBAN_REVIEWER")
        duban("review", "accept", entry["review_id"], LOGNAME="zhao")
    assert listed(duban, "--seen")[0]["reviewed_by"] == "zhao"


def test_a_told_lag_that_is_corrected_is_withdrawn_by_the_next_run(
    duban: Duban, reviewed: Settings, run_plain: RunPlain
) -> None:
    lag = rows(reviewed, "lagging")[0]
    before = len(mails(reviewed))
    target = lag.target_text
    assert duban("review", "correct", lag.review_id, "--actual", target or "", "--why", "附件为准").returncode == 0
    (outcome,) = run_plain(reviewed, ["yunting-kjj"]).outcomes
    assert (outcome.told, outcome.resolved) == (0, 1)
    send_pending(reviewed)
    (told,) = [text for text in mails(reviewed) if "撤回事项" in text]
    assert "的提示经人工复核有误，予以撤回（此前所据：" in told
    assert "（经人工更正）" in told
    assert len(mails(reviewed)) == before + 1
    assert run_plain(reviewed, ["yunting-kjj"]).messages == 0


def test_a_correction_that_makes_it_lag_is_told_by_the_next_run(
    duban: Duban, reviewed: Settings, run_plain: RunPlain
) -> None:
    fine = rows(reviewed, "on_track")[0]
    duban("review", "correct", fine.review_id, "--actual", "0", "--why", "口径有误")
    (outcome,) = run_plain(reviewed, ["yunting-kjj"]).outcomes
    assert (outcome.told, outcome.resolved) == (1, 0)


def test_a_told_lag_that_was_misread_is_withdrawn_and_the_error_named(
    duban: Duban, reviewed: Settings, run_plain: RunPlain
) -> None:
    with duckdb.connect(reviewed.published_copy, read_only=True) as con:
        began_now = con.execute("select indicator_key from mart.alerts where told and since_period = period").fetchall()
    lag = next(row for row in rows(reviewed, "lagging") if (row.indicator_key,) in began_now)
    duban("review", "reject", lag.review_id, "--why", "把计划数读成了实绩")
    (outcome,) = run_plain(reviewed, ["yunting-kjj"]).outcomes
    assert (outcome.told, outcome.resolved) == (0, 1)
    send_pending(reviewed)
    (told,) = [text for text in mails(reviewed) if "撤回事项" in text]
    assert "把计划数读成了实绩" in told


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["accept", "nosuch"], 2, "nothing is called nosuch"),
        (["accept", ""], 2, "more than one name"),
        (["correct", "ID", "--why", "x"], 2, "say one thing"),
        (["correct", "ID", "--actual", "470家"], 2, "why"),
        (["correct", "ID", "--actual", "470家", "--quote", "没有这句", "--why", "x"], 2, "does not say"),
        (["undo", "ID"], 2, "nothing was said"),
        (["reject", "ID"], 2, "why"),
        (["list", "--source"], 2, "source"),
    ],
)
def test_what_is_typed_wrongly_is_one_line_and_keeps_nothing(
    duban: Duban, reviewed: Settings, arguments: list[str], code: int, words: str
) -> None:
    (entry,) = listed(duban)
    done = duban("review", *[entry["review_id"] if part == "ID" else part for part in arguments])
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert listed(duban, "--seen") == [entry]


def test_before_the_first_run_it_says_what_to_do(duban: Duban) -> None:
    for command in (["review"], ["review", "accept", "ab"], ["review", "undo", "ab"]):
        done = duban(*command)
        assert done.returncode == 1
        assert "'duban run'" in done.stderr


def test_a_copy_of_an_older_program_is_one_line(duban: Duban, reviewed: Settings) -> None:
    reviewed.published_copy.chmod(0o644)
    with duckdb.connect(reviewed.published_copy) as con:
        con.execute("drop view mart.review_queue")
    done = duban("review", "list")
    assert done.returncode == 1
    assert "older Duban" in done.stderr


def test_the_period_of_a_report_is_given_through_any_of_its_indicators(duban: Duban, reviewed: Settings) -> None:
    row = newest(reviewed)[0]
    done = duban("review", "correct", row.review_id, "--period", "2026M08", "--why", "表头写明1-8月")
    assert done.returncode == 0, done.stderr
    assert "2026 M08" in done.stdout
    assert {found.period for found in newest(reviewed)} == {"M08"}
    (seen,) = [entry for entry in listed(duban, "--seen") if entry["about"] == "report"]
    duban("review", "undo", seen["review_id"])
    assert {found.period for found in newest(reviewed)} == {row.period}
