"""The test site misbehaves in every way it knows, and each has its outcome."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
import trustme

from connectors import sites
from connectors.errors import FetchError, ListingChanged
from connectors.http import Client, looks_missing
from connectors.source import Source
from tests.site.bureaus import Bureau, bureau
from tests.site.faults import FAULTS
from tests.site.pages import Page
from tests.site.serve import Handler, Site

TODAY = date(2026, 11, 26)
MakeClient = Callable[..., Client]
TOWN = bureau("trs", 1, reports=6)
PAGE = f"http://{TOWN.host}{TOWN.path_of(TOWN.reports[0])}"

# what a person reads, and whether the next run may find it mended
REFUSED: dict[str, tuple[str, bool]] = {
    "500": ("answered 500; nothing to do unless it lasts", True),
    "429": ("answered 429", True),
    "404": ("answered 404", False),
    "reset": ("broke off", True),
    "truncated": ("broke off", True),
    "endless": ("larger than 1 MB", False),
    "gzip_bomb": ("larger than 1 MB", False),
    "br_bomb": ("larger than 1 MB", False),
    "broken_gzip": ("broke off .*cannot be unpacked", True),
    "redirect_loop": ("more than 5 times", False),
    "redirect_private": ("another host, 10.0.0.8; that is inside somebody's network and is not followed", False),
    "redirect_link_local": ("another host, 169.254.169.254; that is inside", False),
    "redirect_away": ("another host, mirror.invalid; add mirror.invalid to hosts", False),
    "drip": ("took longer than 0.3 s", True),
    "412": ("answered 412; .*browser check", False),
    "script_wall": ("a script instead of the page; .*browser check", False),
}
# the page comes all the same
HARMLESS = ("gzip", "br", "too_long", "soft_404", "no_rows", "twice", "robots_html")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site([TOWN]) as served:
        yield served


@pytest.fixture
def client(site: Site, make_client: MakeClient) -> Client:
    site.faults.clear()
    site.asked.clear()
    return make_client(resolve=site.resolve, retries=1, max_bytes=2**20, deadline_s=0.3, robots=True)


def test_every_fault_has_an_outcome() -> None:
    assert {*REFUSED, *HARMLESS, "robots_ban", "robots_500"} == set(FAULTS)


@pytest.mark.parametrize("fault", REFUSED)
def test_a_fault_is_one_clear_line(fault: str, site: Site, client: Client) -> None:
    said, may_pass = REFUSED[fault]
    site.faults[TOWN.host + TOWN.path_of(TOWN.reports[0])] = fault
    with pytest.raises(FetchError, match=said) as caught:
        client.get(PAGE)
    assert caught.value.retryable is may_pass
    assert "\n" not in str(caught.value)
    asked = sum(path != "/robots.txt" for _, path in site.asked)
    assert asked == (6 if fault == "redirect_loop" else 2 if may_pass else 1)


@pytest.mark.parametrize("fault", ["redirect_private", "redirect_link_local"])
def test_a_private_address_is_refused_even_where_it_is_registered(fault: str, site: Site, client: Client) -> None:
    site.faults[TOWN.host + TOWN.path_of(TOWN.reports[0])] = fault
    with pytest.raises(FetchError, match=r"is no host of the test site"):
        client.get(PAGE, hosts=["10.0.0.8", "169.254.169.254"])


@pytest.mark.parametrize("fault", ["gzip", "br", "too_long"])
def test_the_page_comes_whole(fault: str, site: Site, client: Client) -> None:
    whole = client.get(PAGE).content
    site.faults[TOWN.host] = fault
    assert client.get(PAGE).content == whole


def test_retry_after_is_waited_for(site: Site, client: Client, pauses: list[float]) -> None:
    client.get(PAGE)
    site.faults[TOWN.host] = "429"
    with pytest.raises(FetchError, match="answered 429"):
        client.get(PAGE)
    assert 7 in pauses


def test_a_ban_is_obeyed_before_anything_is_asked(site: Site, client: Client) -> None:
    site.faults[TOWN.host] = "robots_ban"
    with pytest.raises(FetchError, match=r"robots\.txt does not allow it"):
        client.get(PAGE)
    assert site.asked == [(TOWN.host, "/robots.txt")]


def test_a_page_in_the_place_of_robots_txt_forbids_nothing(site: Site, client: Client) -> None:
    site.faults[TOWN.host] = "robots_html"
    assert client.get(PAGE).status == 200


def test_no_word_on_robots_is_no_permission(site: Site, client: Client) -> None:
    site.faults[TOWN.host] = "robots_500"
    with pytest.raises(FetchError, match=r"no word from its robots\.txt: the server answered 500") as caught:
        client.get(PAGE)
    assert caught.value.retryable


def test_the_rest_that_a_site_asks_for_is_kept(site: Site, client: Client, pauses: list[float]) -> None:
    TOWN.crawl_delay_s = 40
    try:
        client.get(PAGE)
        client.get(PAGE)
    finally:
        TOWN.crawl_delay_s = None
    assert [25 < pause <= 50 for pause in pauses] == [True]


def listed(client: Client, town: Bureau = TOWN) -> int:
    return len(sites.discover(Source.model_validate(town.source()), client, TODAY))


@pytest.mark.parametrize(("fault", "said"), [("no_rows", "no row on the list page"), ("soft_404", "was not found")])
def test_a_list_that_is_none_is_an_error(fault: str, said: str, site: Site, client: Client) -> None:
    site.faults[TOWN.host + TOWN.list_path] = fault
    with pytest.raises(ListingChanged, match=said):
        listed(client)


def test_rows_that_stand_twice_are_one(site: Site, client: Client) -> None:
    site.faults[TOWN.host + TOWN.list_path] = "twice"
    assert listed(client) == 6


def test_a_soft_404_is_known_for_one(site: Site, client: Client) -> None:
    assert not looks_missing(client.get(PAGE))
    site.faults[TOWN.host] = "soft_404"
    assert looks_missing(client.get(PAGE))


def test_an_expired_certificate_needs_a_written_exception(make_client: MakeClient) -> None:
    ended = datetime.now(UTC) - timedelta(days=3)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(TOWN.host, not_before=ended - timedelta(days=90), not_after=ended).configure_cert(context)
    with Site([TOWN], tls=context) as site:
        client = make_client(resolve=site.resolve, retries=0, robots=True)
        url = PAGE.replace("http:", "https:")
        with pytest.raises(FetchError, match=r"certificate is not valid.*verify_tls: false with the reason"):
            client.get(url)
        assert client.get(url, verify_tls=False).status == 200


def test_many_hosts_are_asked_side_by_side(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    together = Barrier(40, timeout=120)  # nobody is answered before all have asked

    def wait(handler: Handler, page: Page) -> None:
        together.wait()
        handler.send(page)

    monkeypatch.setitem(FAULTS, "together", wait)
    towns = [bureau("trs", number, reports=1) for number in range(1, 41)]
    with Site(towns) as site, ThreadPoolExecutor(40) as pool:
        site.faults = dict.fromkeys(site.bureaus, "together")
        client = make_client(resolve=site.resolve)
        answers = pool.map(client.get, [town.url for town in towns])
        assert {answer.status for answer in answers} == {200}


def test_each_of_many_hosts_is_asked_one_thing_at_a_time(make_client: MakeClient) -> None:
    towns = [bureau("trs", number, reports=3) for number in range(1, 31)]
    with Site(towns) as site, ThreadPoolExecutor(30) as pool:
        client = make_client(resolve=site.resolve)
        urls = [f"http://{town.host}{town.path_of(report)}" for town in towns for report in town.reports]
        assert {answer.status for answer in pool.map(client.get, urls)} == {200}
    assert len(site.asked) == 90
    assert set(site.most_at_once.values()) == {1}
