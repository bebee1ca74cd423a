"""What detection asks for, what it refuses, and what it calls things; every family: tests/flows/test_detecting.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from connectors.errors import FetchError
from connectors.http import Client
from connectors.sites.detect import Detected, detect
from connectors.sites.naming import bureau_of, id_of, region_of, title_patterns
from tests.site.bureaus import Bureau, bureau
from tests.site.pages import LISTED, Page
from tests.site.serve import Site

TODAY = date(2026, 11, 26)
Look = Callable[[Bureau], Detected]


@pytest.fixture
def look() -> Iterator[Look]:
    sites: list[Site] = []

    def at(town: Bureau) -> Detected:
        sites.append(Site([town]))
        site = sites[-1].__enter__()
        with Client(resolve=site.resolve, delay_s=0, retries=0) as client:
            return detect(town.url, client, TODAY)

    yield at
    for site in sites:
        site.__exit__()


def test_each_page_is_asked_for_once(look: Look) -> None:
    town = bureau("generic", 1, reports=30)
    with Site([town]) as site, Client(resolve=site.resolve, delay_s=0) as client:
        detect(town.url, client, TODAY)
        assert len(site.asked) == len(set(site.asked))


@pytest.mark.parametrize("family", ["trs", "jpage"])
def test_a_page_without_a_list_is_said_to_be_none(family: str, look: Look) -> None:
    with pytest.raises(FetchError, match=r"no list was found.*docs/sources\.md"):
        look(bureau(family, 1, reports=0))


def test_an_address_may_vary_behind_its_question_mark() -> None:
    rows = "".join(f"<li><a href='show.php?cat=9&id={n}'>重点任务进展情况（{n}）</a></li>" for n in range(3))
    town = bureau("generic", 1)
    page = Page(f"<html><body><ul>{rows}</ul></body></html>".encode())
    with (
        pytest.MonkeyPatch.context() as patch,
        Site([town]) as site,
        Client(resolve=site.resolve, delay_s=0) as client,
    ):
        patch.setitem(LISTED, "generic", lambda *_: page)
        found = detect(town.url, client, TODAY)
    assert found.keys["select"] == {"links": r"/OpennessContent/showList/\d+/\d+/show\.php\?cat=\d+\&id=\d+$"}
    assert len(found.rows) == 3


def test_gkmlpt_needs_its_category() -> None:
    town = bureau("gkmlpt", 1, reports=2)
    with (
        Site([town]) as site,
        Client(resolve=site.resolve, delay_s=0) as client,
        pytest.raises(FetchError, match="names no category"),
    ):
        detect(f"http://{town.host}/gkmlpt/index", client, TODAY)


def test_names_are_read_off_the_page_and_the_address() -> None:
    page = '<meta content="咸宁市科学技术局门户网站" name="SiteName"><title>督查_别处</title>'
    assert bureau_of(page) == "咸宁市科学技术局"
    assert bureau_of("<title>政务督查 - 重庆市涪陵区人民政府</title>") == "重庆市涪陵区人民政府"
    assert bureau_of("<p>无</p>") == ""
    assert region_of("咸宁市科学技术局") == "咸宁市"
    assert region_of("科学技术局") == ""
    assert id_of("http://kjj.xianning.gov.cn/zwdc/") == "xianning-kjj"
    assert id_of("http://www.fl.gov.cn/zfxxgk_206/zxqj/index.html") == "fl-zxqj"


def test_title_patterns_are_those_of_the_rows() -> None:
    titles = ["一季度重点任务进展情况", "民生实事完成情况", "召开重点任务进展情况汇报会", "关于放假的通知"]
    assert title_patterns(titles) == (["进展情况", "完成情况"], ["召开"])
    assert title_patterns(["关于放假的通知"]) == ([], [])
