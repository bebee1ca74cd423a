"""How far a run goes: whose lists, how many pages of them, reports of which years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from connectors.sites import Listed
from flows import keeping, pipeline, telling, visiting
from flows.pipeline import Reach
from flows.problems import MisuseError
from flows.settings import Settings

pytestmark = pytest.mark.integration  # whole visits, seconds each

REPORT = """岚桥市科学技术局{year}年前三季度目标任务进展情况
一、创新平台（第7条）。新建市级创新平台24家。
前三季度，新建市级创新平台9家。
"""


@pytest.mark.parametrize(
    ("title", "published_on", "years", "expected"),
    [
        ("2024年重点工作进展情况", date(2025, 1, 20), {2024}, True),
        ("2024年重点工作进展情况", date(2025, 1, 20), {2025}, False),
        ("三季度重点工作进展情况", date(2025, 1, 20), {2024}, True),  # may be the year's before
        ("三季度重点工作进展情况", date(2025, 1, 20), {2025}, True),
        ("三季度重点工作进展情况", date(2025, 1, 20), {2023}, False),
        ("三季度重点工作进展情况", None, {2023}, True),  # nobody knows before it was read
        ("〔2023〕12号文件落实情况，2025年", None, {2023}, False),
    ],
)
def test_which_rows_may_be_of_a_year(title: str, published_on: date | None, years: set[int], expected: bool) -> None:
    assert visiting.may_be_of(Listed("https://a.example/1", title, published_on), years) is expected


def test_bureaus_of_a_region_with_more_pages(sample: Settings) -> None:
    every = pipeline.chosen(sample)[0]
    assert Reach().of(every) == every
    found = Reach(region="云汀", pages=40).of(every)
    assert {source.max_pages for source in found} == {40}
    with pytest.raises(MisuseError, match="no source is in 岚桥"):
        Reach(region="岚桥").of(every)
    with pytest.raises(MisuseError, match="0 pages are none"):
        Reach(pages=0).of(every)
    with pytest.raises(MisuseError, match="20245 is no year of a report"):
        Reach(years=(2024, 20245)).of(every)


def test_what_came_before_is_fetched_and_wakes_nobody(tmp_path: Path, con: duckdb.DuckDBPyConnection) -> None:
    settings = Settings(data=tmp_path / "data", sources=tmp_path / "sources", today=date(2026, 11, 24))
    for folder in (settings.sources, tmp_path / "papers"):
        folder.mkdir()
    for year in (2024, 2026):
        (tmp_path / f"papers/{year}年前三季度进展情况.txt").write_text(REPORT.format(year=year), "utf-8")
    keys = "bureau: 岚桥市科学技术局\nregion: 岚桥市\nfamily: folder\n"
    (settings.sources / "lanqiao-kjj.yaml").write_text(f"id: lanqiao-kjj\n{keys}url: {tmp_path / 'papers'}\n", "utf-8")

    def visited(*years: int) -> tuple[int, int]:
        plan = pipeline.prepare(settings, (), Reach(years=years))
        (source,) = plan.sources
        with visiting.client(settings) as http:
            brought = visiting.visit(source, plan.known[source.id], settings, http)
        new = keeping.keep(source, brought, settings, f"run {years}").new
        return new, telling.tell(con, [source.id], settings, f"run {years}").messages

    assert visited(2026) == (1, 1)
    assert visited(2024, 2025) == (1, 0)
    assert visited(2024, 2025) == (0, 0)
    assert con.execute("select year from core.report order by year").fetchall() == [(2024,), (2026,)]
