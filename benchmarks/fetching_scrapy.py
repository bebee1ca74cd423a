"""Scrapy downloading a list of pages and doing nothing with them. Runs in the bench venv; prints how many came.

python -m benchmarks.fetching_scrapy PORT FILE     FILE: lines of host and path
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess


class Pages(scrapy.Spider):  # type: ignore[misc]
    """Every page of the list once; robots.txt is not asked, nothing is parsed, nothing is kept."""

    name = "pages"
    port = 0
    targets: tuple[tuple[str, str], ...] = ()
    got = 0

    async def start(self) -> AsyncIterator[Any]:
        """The requests; all hosts live on loopback, so the Host header says whose page is meant."""
        for host, path in self.targets:
            yield scrapy.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Host": host}, dont_filter=True)

    def parse(self, response: Any) -> None:
        """A page that came."""
        type(self).got += response.status == 200


def main() -> None:
    """Download and print what it took."""
    Pages.port = int(sys.argv[1])
    lines = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
    Pages.targets = tuple((line.partition(" ")[0], line.partition(" ")[2]) for line in lines)
    process = CrawlerProcess(
        {
            "CONCURRENT_REQUESTS": 32,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
            "DOWNLOAD_DELAY": 0,
            "ROBOTSTXT_OBEY": False,
            "LOG_LEVEL": "ERROR",
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    process.crawl(Pages)
    process.start()
    print(Pages.got)


if __name__ == "__main__":
    main()
