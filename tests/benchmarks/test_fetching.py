"""The benchmark of fetching counts what it says: every page once, and again only the lists."""

from __future__ import annotations

from pathlib import Path

from benchmarks.fetching import _paths, _visit_some
from tests.site.bureaus import bureau
from tests.site.serve import Site


def test_every_page_is_fetched_and_archived_and_then_only_the_lists(tmp_path: Path) -> None:
    towns = [bureau("trs", number, reports=25) for number in (1, 2)]
    with Site(towns) as site:
        took = _visit_some(towns, site.port, tmp_path, known=False)
        assert took.pages == len(site.asked) == 2 * (2 + 25)
        assert sorted(site.asked) == sorted((town.host, path) for town in towns for path in _paths(town))
        assert sum(path.is_file() for path in tmp_path.rglob("*")) == 50
        site.asked.clear()
        assert _visit_some(towns, site.port, tmp_path, known=True).pages == len(site.asked) == 4
