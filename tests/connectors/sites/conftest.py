"""Families against pages that are written in the test, and against the test site over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from connectors import sites
from connectors.http import Client
from connectors.response import Response
from connectors.sites.listing import Listed
from connectors.source import Source
from tests.site.bureaus import Bureau
from tests.site.serve import Site

TODAY = date(2026, 11, 26)


class Pages:
    """Pages by address; asking for any other fails the test."""

    def __init__(self, pages: Mapping[str, str | bytes], encoding: str = "utf-8") -> None:
        self.pages, self.encoding, self.asked = pages, encoding, list[str]()

    def __call__(self, url: str, /, *, referer: str | None = None) -> Response:
        self.asked.append(url)
        page = self.pages[url]
        return Response(url, 200, page if isinstance(page, bytes) else page.encode(self.encoding), {}, "text/html")


@pytest.fixture
def listed() -> Callable[[Source, Mapping[str, str | bytes]], list[Listed]]:
    """The rows that a source has on these pages."""
    return lambda source, pages: sites.FAMILIES[source.family].discover(source, Pages(pages), TODAY)


@pytest.fixture
def visit() -> Iterator[Callable[..., list[Listed]]]:
    """The rows of a bureau of the test site, over HTTP."""
    clients: list[Client] = []

    def discover(site: Site, bureau: Bureau, **keys: object) -> list[Listed]:
        clients.append(Client(resolve=site.resolve, delay_s=0, retries=0))
        return sites.discover(Source.model_validate(bureau.source(**keys)), clients[-1], TODAY)

    yield discover
    for client in clients:
        client.close()
