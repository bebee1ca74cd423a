from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from connectors import sites
from connectors.errors import FetchError, ListingChanged
from connectors.http import Client
from connectors.sites import fetcher
from connectors.sites.listing import Listed
from connectors.source import Source

TODAY = date(2026, 11, 26)
MakeClient = Callable[..., Client]
MakeSource = Callable[..., Source]


def discover(source: Source, client: Client) -> list[Listed]:
    return sites.discover(source, client, TODAY)


def test_a_site_is_listed_and_read_over_http(
    httpserver: HTTPServer, make_client: MakeClient, make_source: MakeSource
) -> None:
    httpserver.expect_request("/zwdc/").respond_with_data('<a href="./202407/t20240715_1.shtml">上半年进展</a>')
    httpserver.expect_request("/zwdc/202407/t20240715_1.shtml").respond_with_data("正文")
    source = make_source(url=f"http://kjj.yunhe.example:{httpserver.port}/zwdc/")
    client = make_client()
    (listed,) = discover(source, client)
    assert fetcher(source, client)(listed.url).content.decode() == "正文"


def test_errors_name_the_source(httpserver: HTTPServer, make_client: MakeClient, make_source: MakeSource) -> None:
    httpserver.expect_request("/zwdc/").respond_with_data(status=404)
    source = make_source(url=f"http://kjj.yunhe.example:{httpserver.port}/zwdc/")
    with pytest.raises(FetchError, match=r"^yunhe-kjj http://kjj.*answered 404"):
        discover(source, make_client())


def test_a_row_on_another_host_is_not_followed_silently(make_client: MakeClient, make_source: MakeSource) -> None:
    with pytest.raises(FetchError, match=r"yunhe-kjj .*another host, mirror\.example; add it to hosts"):
        fetcher(make_source(), make_client())("http://mirror.example/t20240715_1.shtml")


def folder_source(make_source: MakeSource, path: Path, **settings: object) -> Source:
    return make_source(family="folder", url=str(path), **settings)


def test_a_folder_lists_its_files(tmp_path: Path, make_client: MakeClient, make_source: MakeSource) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "2024-07-15 上半年进展.txt").write_text("正文", encoding="utf-8")
    (tmp_path / "t20240410_7.html").write_text("<p>一</p>", encoding="utf-8")
    for name in (".hidden", "half.part", "old~"):
        (tmp_path / name).write_text("x")
    source = folder_source(make_source, tmp_path)
    found = discover(source, make_client())
    assert [listed.title for listed in found] == ["2024-07-15 上半年进展", "t20240410_7"]
    assert [str(listed.published_on) for listed in found] == ["2024-07-15", "2024-04-10"]
    answer = fetcher(source, make_client())(found[0].url)
    assert (answer.content.decode(), answer.media_type) == ("正文", "text/plain")


def test_an_empty_or_absent_folder_is_an_error(
    tmp_path: Path, make_client: MakeClient, make_source: MakeSource
) -> None:
    with pytest.raises(ListingChanged, match="0 files"):
        discover(folder_source(make_source, tmp_path), make_client())
    with pytest.raises(FetchError, match="no such directory"):
        discover(folder_source(make_source, tmp_path / "absent"), make_client())


def test_a_vanished_file_is_one_line(tmp_path: Path, make_client: MakeClient, make_source: MakeSource) -> None:
    with pytest.raises(FetchError, match=r"yunhe-kjj .*cannot be read"):
        fetcher(folder_source(make_source, tmp_path), make_client())((tmp_path / "gone.txt").as_uri())
