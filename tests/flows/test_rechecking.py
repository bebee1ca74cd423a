"""What a second visit costs, and how a correction is found all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import duckdb
import pytest

from connectors.sites import Listed
from connectors.source import Source
from flows import keeping, visiting
from flows.pipeline import _known
from flows.rechecking import is_to_recheck
from flows.settings import Settings
from tests.site.bureaus import LISTS, bureau
from tests.site.serve import Site
from warehouse import listing, load
from warehouse.records import ListedRow

NOW = datetime(2026, 11, 26, 4, tzinfo=UTC)
TODAY = date(2026, 11, 26)


def due_after(age_days: int | None, rest: timedelta, *, hours: float = 20) -> bool:
    settings = Settings.model_validate({"today": TODAY, "recheck_hours": hours})
    day = None if age_days is None else TODAY - timedelta(days=age_days)
    row = ListedRow("http://a/1", "listed", "进展", day)
    return is_to_recheck(Listed("http://a/1", "进展", day), row, NOW - rest, settings, NOW)


@pytest.mark.parametrize(
    ("age_days", "rest"),
    [(-1, timedelta(hours=20)), (3, timedelta(hours=20)), (60, timedelta(days=6)), (200, timedelta(days=20)),
     (None, timedelta(days=6))],
)  # fmt: skip
def test_the_older_a_page_the_longer_it_rests(age_days: int | None, rest: timedelta) -> None:
    assert due_after(age_days, rest)
    assert not due_after(age_days, rest - timedelta(minutes=1))
    assert due_after(age_days, timedelta(0), hours=0)


def test_what_is_old_is_left_alone_unless_the_list_tells_otherwise() -> None:
    assert not due_after(201, timedelta(days=900))
    settings, day = Settings.model_validate({"today": TODAY}), TODAY - timedelta(days=900)
    row = ListedRow("http://a/1", "listed", "进展", day)
    for shown in (Listed(row.url, "进展（更正）", day), Listed(row.url, "进展", TODAY)):
        assert is_to_recheck(shown, row, NOW, settings, NOW)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.model_validate({"data": tmp_path, "today": TODAY})


@pytest.fixture
def towns() -> Iterator[Site]:
    """A bureau of every family, with two reports on as many list pages."""
    made = [bureau(family, number, reports=2) for number, family in enumerate(LISTS, 1)]
    for town in made:
        town.per_page = 1
    with Site(made) as site:
        yield site


@pytest.fixture
def visit(
    settings: Settings, towns: Site, con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., int]:
    """How many reports were new in a visit to the bureaus of these families, as a run makes it."""
    found = settings.model_copy(update={"hosts": towns.hosts})

    def those(*families: str) -> int:
        new = 0
        for town in towns.bureaus.values():
            if town.family in families:
                source = Source.model_validate(town.source())
                load.register_source(con, source.id, source.bureau, source.region, source.url, source.family)
                with visiting.client(found) as http:
                    brought = visiting.visit(source, _known(con, source.id), found, http)
                new += keeping.keep(source, brought, found, uuid4().hex).new
        return new

    return those


@pytest.mark.parametrize("families", [["trs"], pytest.param([*LISTS], marks=pytest.mark.integration)])
def test_a_second_visit_with_nothing_new_costs_only_the_list_pages(
    families: list[str], towns: Site, visit: Callable[..., int], con: duckdb.DuckDBPyConnection
) -> None:
    assert visit(*families) == 2 * len(families)
    reports = {(town.host, town.path_of(one)) for town in towns.bureaus.values() for one in town.reports}
    lists = [request for request in towns.asked if request not in reports]
    assert len(towns.asked) == len(lists) + 2 * len(families)
    towns.asked.clear()
    assert visit(*families) == 0
    assert towns.asked == lists
    assert con.execute("select count(*) from raw.asked").fetchall() == [(0,)]


def test_a_correction_that_the_list_shows_is_asked_for_until_it_is_had(
    towns: Site, visit: Callable[..., int], con: duckdb.DuckDBPyConnection
) -> None:
    town = next(one for one in towns.bureaus.values() if one.family == "trs")
    town.reports.pop()
    visit("trs")
    (corrected,) = town.reports
    before = corrected.title
    corrected.title, corrected.text = f"{before}（更正）", "更正：截至10月底，已新增市级创新平台99个。"
    towns.faults[town.host + town.path_of(corrected)] = "404"
    assert visit("trs") == 0
    towns.faults.clear()
    assert [visit("trs"), visit("trs")] == [1, 0]
    assert [path for _, path in towns.asked].count(town.path_of(corrected)) == 3
    titles = con.execute("select title from raw.listed order by known_at").fetchall()
    assert titles == [(before,), (corrected.title,)]


def test_a_page_that_is_as_it_was_is_kept_as_asked_for(con: duckdb.DuckDBPyConnection) -> None:
    later = NOW + timedelta(days=1)
    for at in (later, NOW, NOW):
        listing.record_unchanged(con, "yunhe-kjj", ["http://a/1", "http://a/2"], at)
    listing.record_unchanged(con, "yunhe-kjj", [], NOW)
    assert con.execute("select count(*) from raw.asked").fetchall() == [(4,)]
    assert listing.last_asked(con, "yunhe-kjj") == {"http://a/1": later, "http://a/2": later}
    assert listing.last_asked(con, "other") == {}
