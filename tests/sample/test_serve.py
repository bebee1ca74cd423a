"""The sample's server: every file under its own host, nothing else, and quiet."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from connectors.http import Client
from sample.serve import SampleSite, host_names

SITE = Path(str(files("sample").joinpath("site")))
NEXT = Path(str(files("sample").joinpath("site_next")))
PAGES = sorted(path.relative_to(SITE) for path in SITE.rglob("*.shtml"))
CORRECTED = ("kjj.yunting.example", "/zwgk/zdgz/202610/t20261019_1000231.shtml")
ADDED = ("zjj.yunting.example", "/gk/zdrw/202611/t20261123_1000811.shtml")


@pytest.fixture(scope="module")
def site() -> Iterator[SampleSite]:
    with SampleSite() as served:
        yield served


def ask(site: SampleSite, host: str, path: str, method: str = "GET") -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=5)
    try:
        connection.request(method, path, headers={"Host": host})
        response = connection.getresponse()
        return response.status, response.headers["Content-Type"], response.read()
    finally:
        connection.close()


def test_there_are_five_bureaus_and_their_names_are_registered_to_nobody() -> None:
    assert len(host_names()) == 5
    assert all(name.endswith(".yunting.example") for name in host_names())


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_file_is_served_under_its_host(site: SampleSite, page: Path) -> None:
    host, *parts = page.parts
    assert ask(site, host, "/" + "/".join(parts)) == (200, "text/html", (SITE / page).read_bytes())


def test_a_directory_answers_with_its_index(site: SampleSite) -> None:
    _, _, content = ask(site, "kjj.yunting.example", "/zwgk/zdgz/")
    assert content == (SITE / "kjj.yunting.example/zwgk/zdgz/index.shtml").read_bytes()


@pytest.mark.parametrize(
    ("host", "path"),
    [
        ("kjj.yunting.example", "/zwgk/zdgz/202610/t20261019_9999999.shtml"),
        ("kjj.yunting.example", "/"),
        ("kjj.yunting.example", "/zwgk"),
        ("kjj.yunting.example", "/../jtj.yunting.example/xxgk/zwdc/index.shtml"),
        ("kjj.yunting.example", "/%2e%2e/jtj.yunting.example/xxgk/zwdc/index.shtml"),
        ("..", "/expected.json"),
        ("nobody.example", "/zwgk/zdgz/"),
        ("", "/zwgk/zdgz/"),
    ],
)
def test_anything_else_is_a_404_page(site: SampleSite, host: str, path: str) -> None:
    status, content_type, content = ask(site, host, path)
    assert (status, content_type) == (404, "text/html")
    assert "页面不存在" in content.decode()


def test_head_gives_no_body(site: SampleSite) -> None:
    assert ask(site, "kjj.yunting.example", "/zwgk/zdgz/", "HEAD") == (200, "text/html", b"")


def test_the_second_revision_lies_over_the_first(site: SampleSite) -> None:
    with SampleSite(revision=2) as later:
        assert ask(later, *CORRECTED)[2] == NEXT.joinpath(CORRECTED[0], CORRECTED[1].lstrip("/")).read_bytes()
        assert ask(later, *CORRECTED)[2] != ask(site, *CORRECTED)[2]
        assert (ask(site, *ADDED)[0], ask(later, *ADDED)[0]) == (404, 200)
        unchanged = ("jtj.yunting.example", "/xxgk/zwdc/index.shtml")
        assert ask(later, *unchanged) == ask(site, *unchanged)


def test_there_is_no_third_revision() -> None:
    with pytest.raises(ValueError, match=r"revisions \[1, 2\], not 3"):
        SampleSite(revision=3)


def test_the_client_reaches_it_by_name_and_keeps_the_address(site: SampleSite) -> None:
    with Client(resolve=site.resolve, delay_s=0) as client:
        response = client.get("http://jtj.yunting.example/xxgk/zwdc/")
    assert (response.status, response.url) == (200, "http://jtj.yunting.example/xxgk/zwdc/")


def test_an_unknown_host_is_refused_and_never_looked_up(site: SampleSite) -> None:
    assert site.resolve("KJJ.yunting.example", 80) == ("127.0.0.1", site.port)
    with pytest.raises(OSError, match=r"elsewhere\.example is no host of the sample site"):
        site.resolve("elsewhere.example", 80)


def test_the_hosts_are_given_as_the_settings_want_them(site: SampleSite) -> None:
    assert site.hosts == dict.fromkeys(host_names(), f"127.0.0.1:{site.port}")


def test_it_says_nothing_and_leaves_nothing_behind(capfd: pytest.CaptureFixture[str]) -> None:
    before = set(threading.enumerate())
    with SampleSite() as served:
        ask(served, "nobody.example", "/")
    new = set(threading.enumerate()) - before
    for thread in new:
        thread.join(5)  # one that answers a request may end a moment later
    assert not [thread for thread in new if thread.is_alive()]
    assert capfd.readouterr() == ("", "")
    with pytest.raises(RuntimeError, match="'with' block"):
        _ = served.port
