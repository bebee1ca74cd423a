"""What years of visits do to a list: late reports, copies, rows that vanish, and sources that break and recover."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb
import pytest

from alerting.calendar import chinese_date
from connectors.errors import ConnectorError
from connectors.sites import Listed
from connectors.source import Source
from flows import keeping, telling, visiting
from flows.keeping import Outcome
from flows.pipeline import _known
from flows.settings import CLOCK, Settings
from tests.site.bureaus import Bureau, bureau, report
from tests.site.serve import Site
from warehouse import listing, load
from warehouse.records import Validator

pytestmark = pytest.mark.integration  # whole visits, seconds each

Visit = Callable[..., Outcome]
Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture
def town() -> Iterator[Site]:
    """One bureau with a list of three reports on two pages; what they say does not matter here."""
    made = bureau("trs", 1, reports=3)
    made.per_page = 2
    for one in made.reports:
        one.text = f"第{one.number}号报告。"
    with Site([made]) as site:
        yield site


@pytest.fixture
def settings(town: Site, tmp_path: Path) -> Settings:
    return Settings.model_validate({"data": tmp_path, "today": "2026-11-26", "hosts": town.hosts, "recheck_days": 0})


@pytest.fixture
def visit(town: Site, settings: Settings, con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """A visit as a run makes it: read, then kept; the reports have no figures to judge."""

    def once(**keys: Any) -> Outcome:
        source = Source.model_validate(only(town).source(**keys))
        load.register_source(con, source.id, source.bureau, source.region, source.url, source.family)
        known = _known(con, source.id)
        with visiting.client(settings) as http:
            try:
                brought = visiting.visit(source, known, settings, http)
            except (ConnectorError, OSError) as error:
                brought = visiting.failed_visit(source.id, error)
        return keeping.keep(source, brought, settings, uuid4().hex)

    return once


@pytest.fixture
def ask(con: duckdb.DuckDBPyConnection) -> Ask:
    return lambda sql: con.execute(sql).fetchall()


def only(site: Site) -> Bureau:
    (made,) = site.bureaus.values()
    return made


def test_a_late_report_with_an_old_date_is_found(town: Site, visit: Visit) -> None:
    assert visit().new == 3
    made = only(town)
    made.reports.insert(2, report(made, 7, made.reports[2].day - timedelta(days=400)))
    town.asked.clear()
    assert visit().new == 1
    pages = [path for _, path in town.asked if "/t20" in path]
    assert pages == [made.path_of(made.reports[2])]  # and nothing else but list pages was asked for


def test_copies_are_not_taken_twice(town: Site, visit: Visit, ask: Ask) -> None:
    made = only(town)
    made.reports[0].text += "本报告全文如下。" * 40
    town.faults[made.host + made.list_path] = "twice"  # every row twice, and its copy for the elderly
    assert visit().new == 3
    # the same report again, in the list under another number: only its text tells
    mirrored = report(made, 9, made.reports[0].day)
    mirrored.title, mirrored.text = made.reports[0].title, made.reports[0].text
    made.reports.insert(0, mirrored)
    assert visit().new == 0
    assert ask("select url, same_as from mart.listing where state = 'copy'") == [
        (f"http://{made.host}{made.path_of(mirrored)}", f"http://{made.host}{made.path_of(made.reports[1])}")
    ]
    town.asked.clear()
    assert visit().new == 0
    assert made.path_of(mirrored) not in [path for _, path in town.asked]


def test_an_article_keeps_the_address_by_which_it_is_known() -> None:
    source = Source.model_validate(bureau("trs", 1).source())
    old = "http://b001-trs.yunhe.example/xxgk/zwdc/202611/t20261120_7.shtml"
    new = "https://b001-trs.yunhe.example/ztzl/202611/t20261120_7_slhxq.shtml"
    rows = [Listed(new, "进展"), Listed("https://b001-trs.yunhe.example/ztzl/202611/t20261121_8.shtml", "别的")]
    named = visiting.by_known_address(source, rows, visiting.Known(frozenset({(old, "sha")})))
    assert [(row.url, row.via) for row in named] == [(old, new), (rows[1].url, None)]


def test_vanished_rows_are_kept_and_marked_and_may_return(town: Site, visit: Visit, ask: Ask) -> None:
    made = only(town)
    made.reports.append(report(made, 6, made.reports[2].day - timedelta(days=9)))
    visit()
    gone = made.reports.pop(1)
    oldest = made.reports.pop()  # what leaves the list at its end has not vanished
    visit()
    states = dict(ask("select url, state from mart.listing"))
    assert states[f"http://{made.host}{made.path_of(gone)}"] == "vanished"
    assert states[f"http://{made.host}{made.path_of(oldest)}"] == "listed"
    assert ask("select count(*) from raw.document") == [(4,)]
    assert ask("select vanished from mart.source_health") == [(1,)]
    made.reports.insert(1, gone)
    visit()
    visit()
    steps = ask("select state from raw.listed where state <> 'listed' order by known_at")
    assert steps == [("vanished",), ("returned",)]


def test_an_unchanged_page_is_not_sent_again_and_a_changed_one_is(
    town: Site, visit: Visit, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = only(town)
    assert visit(max_pages=1).new == 2
    monkeypatch.setattr(visiting, "due", lambda listed, *_: iter(listed))
    town.sent.clear()
    assert visit(max_pages=1).new == 0
    assert [status for path, status in town.sent if "/t20" in path] == [304, 304]
    made.reports[0].text = "更正后的报告。"
    town.sent.clear()
    assert visit(max_pages=1).new == 1
    assert sorted(status for path, status in town.sent if "/t20" in path) == [200, 304]


def test_no_server_is_believed_for_ever(con: duckdb.DuckDBPyConnection) -> None:
    now = datetime.now(UTC)
    rows = [Validator("http://a/1", "sha", '"7"', None, now - timedelta(days=days)) for days in (1, 9)]
    rows.append(Validator("http://a/2", "sha", '"7"', None, now - timedelta(days=8)))
    listing.record_validators(con, "yunhe-kjj", rows)
    listing.record_validators(con, "yunhe-kjj", rows)
    assert con.execute("select count(*) from raw.validator").fetchone() == (3,)
    assert list(_known(con, "yunhe-kjj").validators) == ["http://a/1"]


@pytest.fixture
def tell(town: Site, settings: Settings, con: duckdb.DuckDBPyConnection) -> Callable[[], int]:
    """The decision at a run's end: how many messages it writes."""
    source_id = str(only(town).source()["id"])
    return lambda: telling.tell(con, [source_id], settings, uuid4().hex).messages


def subjects(ask: Ask) -> list[str]:
    return [subject.split(" ")[-1] for (subject,) in ask("select subject from ops.outbox order by created_at")]


def test_a_changed_list_is_an_alert_told_once_and_its_end_too(
    town: Site, visit: Visit, tell: Callable[[], int], ask: Ask
) -> None:
    def lives(fault: str | None) -> int:
        town.faults.clear()
        if fault:
            town.faults[only(town).host] = fault
        visit()
        return tell()

    assert [lives(fault) for fault in ("no_rows", "no_rows", None, None)] == [1, 0, 1, 0]
    assert ask("select step from ops.source_check order by check_no") == [
        ("first",), ("told_before",), ("recovered",), ("well",),
    ]  # fmt: skip
    assert lives("no_rows") == 1  # another time is another message
    assert ask("select is_broken, trouble from mart.source_health") == [(True, "changed")]
    today = chinese_date(datetime.now(CLOCK).date())
    assert [one.split("：")[1] for one in subjects(ask)] == ["栏目异常1项", "恢复1项", "栏目异常1项"]
    assert f"自{today[: today.index('月') + 1]}起" in ask("select text from ops.outbox order by created_at")[0][0]


def test_a_site_without_answer_is_given_three_visits(town: Site, visit: Visit, tell: Callable[[], int]) -> None:
    town.faults[only(town).host] = "reset"
    assert [(visit(), tell())[1] for _ in range(4)] == [0, 0, 1, 0]


@pytest.mark.parametrize(
    ("keys", "words", "said"),
    [
        (
            {"required": ["index_number", "title"]},
            "最新报告缺少应有的信息，版式可能已改",
            "the newest report has no index_number",
        ),
        ({"min_rows": 9}, "栏目页读不到条目，版式或地址可能已改", "3 rows, at least 9 expected"),
    ],
)
def test_what_a_source_file_demands(
    keys: dict[str, Any], words: str, said: str, visit: Visit, tell: Callable[[], int], ask: Ask
) -> None:
    outcome = visit(**keys)
    assert [said in str(problem) for problem in outcome.problems] == [True]
    assert tell() == 1
    ((text,),) = ask("select text from ops.outbox")
    assert words in text
    assert said in text


def test_a_source_that_is_well_says_nothing(visit: Visit, tell: Callable[[], int], ask: Ask) -> None:
    assert visit(max_age_days=6, required=["title", "published_on"]).problems == ()
    assert tell() == 0
    assert ask("select newest_on, trouble from ops.source_check") == [(date(2026, 11, 20), None)]
