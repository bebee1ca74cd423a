"""What the sample promises about itself: its pages hold what `expected.json` says, and the sums in it are right."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from connectors import sites
from connectors.http import Client
from connectors.readers import read
from connectors.source import Source, load_sources
from extraction.reading import extract
from sample import SOURCES
from sample.serve import SampleSite, page
from warehouse.progress import assess_in_memory

TODAY = date(2026, 11, 26)
FOLDER = Path(str(files("sample")))
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
REPORTS = [
    pytest.param(int(revision), address, report, id=f"{revision} {address.rpartition('/')[2]}")
    for revision, pages in EXPECTED["revisions"].items()
    for address, report in pages.items()
]
PAGES = [case for case in REPORTS if str(case.values[1]).startswith("http")]
INDICATORS = [
    (report, indicator)
    for pages in EXPECTED["revisions"].values()
    for report in pages.values()
    for indicator in report["indicators"]
]


def content(address: str, revision: int) -> tuple[bytes, str]:
    if address.startswith("folder/"):
        return (FOLDER / address).read_bytes(), "text/plain"
    host, _, path = address.removeprefix("http://").partition("/")
    file = page(host, "/" + path, revision)
    assert file is not None, f"no file behind {address}"
    return file.read_bytes(), "text/html"


def flat(text: str) -> str:
    """The text as the reader may have folded it: without spaces."""
    return "".join(text.split())


@pytest.mark.parametrize(("revision", "address", "report"), REPORTS)
def test_a_report_reads_and_holds_every_piece_of_evidence(revision: int, address: str, report: dict[str, Any]) -> None:
    document = read(*content(address, revision), address)
    text = flat(document.text)
    assert flat(report["title"]) in text
    for indicator in report["indicators"]:
        pieces = [indicator.get("evidence"), *((indicator[side] or {}).get("text") for side in ("target", "actual"))]
        missing = [piece for piece in pieces if piece and flat(piece) not in text]
        assert not missing, indicator["name"]
    assert 400 <= len(text) <= 1500


@pytest.mark.parametrize(("revision", "address", "report"), PAGES)
def test_a_page_says_when_it_was_published_and_by_whom(revision: int, address: str, report: dict[str, Any]) -> None:
    metadata = read(*content(address, revision), address).metadata
    assert metadata["published_on"] == report["published_on"]
    assert metadata["title"] == report["title"]
    assert metadata["issuer"].startswith("云汀市")
    assert metadata["index_number"].startswith("099000")


def test_only_the_civil_affairs_bureau_writes_gbk() -> None:
    for file in FOLDER.joinpath("site").rglob("*.shtml"):
        host = file.relative_to(FOLDER / "site").parts[0]
        written = file.read_bytes()
        if host == "mzj.yunting.example":
            assert b"charset=gb2312" in written
            with pytest.raises(UnicodeDecodeError):
                written.decode("utf-8")
            written.decode("gb18030")
        else:
            written.decode("utf-8")


def test_a_gbk_page_needs_more_than_gb2312() -> None:
    written, _ = content("http://mzj.yunting.example/zwxx/dcqk/202607/t20260722_1000618.shtml", 1)
    with pytest.raises(UnicodeDecodeError):
        written.decode("gb2312")
    assert all(character in written.decode("gb18030") for character in "—·埗")


@pytest.mark.parametrize("revision", [1, 2])
def test_the_sources_pick_the_reports_and_nothing_else(revision: int) -> None:
    sources, errors = load_sources(SOURCES)
    assert not errors
    with SampleSite(revision=revision) as site, Client(resolve=site.resolve, delay_s=0) as client:
        listed = {
            row.url: (source, row) for source in sources for row in sites.discover(source, client, date(2026, 11, 26))
        }
    followed = {url for url, (source, row) in listed.items() if sites.wanted(source, row)}
    known = [address for number in range(1, revision + 1) for address in EXPECTED["revisions"][str(number)]]
    assert followed == {_as_url(address) for address in known}
    assert set(listed) - followed == set(EXPECTED["others"])
    for url, (source, row) in listed.items():
        _agrees_with_its_row(source, row.title, url, revision)


def _as_url(address: str) -> str:
    return (FOLDER / address).resolve().as_uri() if address.startswith("folder/") else address


def _agrees_with_its_row(source: Source, title: str, url: str, revision: int) -> None:
    if source.family == "folder":
        return
    assert read(*content(url, revision), url).metadata["title"] == title


def test_every_status_and_severity_comes_out() -> None:
    assert {(indicator["status"], indicator["severity"]) for _, indicator in INDICATORS} == {
        ("achieved", None),
        ("on_track", None),
        ("lagging", "slight"),
        ("lagging", "behind"),
        ("lagging", "severe"),
        ("lagging", None),  # a milestone whose day is past
        ("not_reported", None),
        ("not_comparable", None),
        ("qualitative", None),
        ("unknown", None),
    }


def test_from_the_first_half_to_the_third_quarter_lags_end_and_begin() -> None:
    lagging = {
        period: {
            (report["source"], indicator["name"])
            for report in EXPECTED["revisions"]["1"].values()
            for indicator in report["indicators"]
            if report["period"] == period and indicator["status"] == "lagging"
        }
        for period in ("H1", "Q3")
    }
    assert ("yunting-kjj", "技术合同成交额") in lagging["H1"] - lagging["Q3"]
    assert ("yunting-kjj", "新建市级以上创新平台") in lagging["Q3"] - lagging["H1"]


@pytest.mark.parametrize(
    ("report", "indicator"),
    [pytest.param(r, i, id=f"{r['source']} {r['period']} {i['name']}") for r, i in INDICATORS if "gap_pp" in i],
)
def test_the_gaps_are_counted_right(report: dict[str, Any], indicator: dict[str, Any]) -> None:
    pace = {"H1": Decimal("0.5"), "Q3": Decimal("0.75")}[report["period"]]
    gap = _gap(indicator, pace)
    assert abs(gap - Decimal(indicator["gap_pp"])) <= Decimal("0.05")
    about = indicator["kind"] == "rate"  # the sample's rates that fall short are promised as 左右
    tolerated = gap >= Decimal("-0.1" if about else "-0.5") and indicator["kind"] != "ceiling"
    assert (indicator["status"] == "lagging") == (gap < 0 and not tolerated)


def _gap(indicator: dict[str, Any], pace: Decimal) -> Decimal:
    if indicator["actual"] is None:
        return 100 * (Decimal(indicator["stated_completion"]) - pace)
    target, actual = Decimal(indicator["target"]["value"]), Decimal(indicator["actual"]["value"])
    match indicator["kind"], indicator["target"]["unit"]:
        case "rate", _:
            return actual - target
        case "ceiling", "%":
            return target - actual
        case "ceiling", _:
            return 100 * (pace - actual / target)
        case _:
            return 100 * (actual / target - pace)


@pytest.mark.parametrize(("revision", "address", "report"), REPORTS)
def test_what_duban_says_of_a_report_is_what_is_promised(revision: int, address: str, report: dict[str, Any]) -> None:
    said = extract(read(*content(address, revision), address))
    stands = [(row.status, row.severity) for row in assess_in_memory(said)]
    assert stands == [(indicator["status"], indicator["severity"]) for indicator in report["indicators"]]
