"""`duban sources detect` and `check` on the test site: what is written works, what is new is said."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from connectors.source import Source, load_source
from flows.detecting import detect_source
from flows.problems import MisuseError
from flows.settings import Settings
from flows.watched import check_sources
from tests.site.bureaus import LISTS, bureau
from tests.site.serve import Site

pytestmark = pytest.mark.integration

TODAY = "2026-11-26"


def settings_for(site: Site, folder: Path) -> Settings:
    return Settings.model_validate(
        {"data": folder / "data", "sources": folder / "sources", "today": TODAY, "hosts": site.hosts}
    )


@pytest.mark.parametrize("family", LISTS)
def test_what_is_written_works(family: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    town = bureau(family, 1, reports=12)
    out = tmp_path / "sources" / "yunhe-kjj.yaml"
    with Site([town]) as site:
        settings = settings_for(site, tmp_path)
        assert detect_source(settings, town.url, out) == 0
        printed = capsys.readouterr().out
        assert printed.count("2026-1") + printed.count("2026-0") >= 10
        written = load_source(out)
        expected = Source.model_validate(town.source())
        assert (written.family, written.select) == (expected.family, expected.select)
        assert written.bureau in (town.name, "?")
        assert check_sources(settings, ["yunhe-kjj"]) == 0
    assert "12 rows listed, 12 would be followed, 12 of them new" in capsys.readouterr().out


def test_on_standard_output_it_is_a_source_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    town = bureau("trs", 1, reports=12)
    with Site([town]) as site:
        assert detect_source(settings_for(site, tmp_path), town.url, None) == 0
    printed = capsys.readouterr().out
    assert yaml.safe_load(printed) == {
        "id": "yunhe-b001trs",
        "bureau": town.name,
        "region": "云河市",
        "family": "trs",
        "url": town.url,
        "title_include": ["进展情况"],
        "title_exclude": [],
    }
    assert printed.count("#   2026-") == 10


def test_a_file_is_not_written_over(tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    out.write_text("mine")
    with Site([]) as site, pytest.raises(MisuseError, match="is there already"):
        detect_source(settings_for(site, tmp_path), "http://b001-trs.yunhe.example/", out)
    assert out.read_text() == "mine"


def test_what_cannot_be_had_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    town = bureau("trs", 1)
    with Site([town]) as site:
        site.faults[town.host] = "404"
        assert detect_source(settings_for(site, tmp_path), town.url, None) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert "answered 404" in printed.err
