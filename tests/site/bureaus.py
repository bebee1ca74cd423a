"""The bureaus of the test site: their reports, and the source file that leads to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

NEWEST = date(2026, 11, 20)
_SHOWN = r"/OpennessContent/show/\d+\.html$"
# by family: the path of the list, and the keys that its source file needs beyond the address
LISTS: dict[str, tuple[str, dict[str, Any]]] = {
    "trs": ("/xxgk/zwdc/", {}),
    "script": ("/ztzl/zdgz/", {"family": "trs"}),
    "jpage": ("/col/col1229664772/index.html", {}),
    "gkmlpt": ("/gkmlpt/index#2811", {}),
    "boda": ("/zwgk/zdgz.htm", {}),
    "uuid": ("/hasmzju/zdgz/zdgz.html", {}),
    "generic": ("/OpennessContent/showList/15/85522/page_1.html", {"select": {"links": _SHOWN}}),
    "feed": ("/rss.xml", {}),
    "sitemap": ("/sitemap.xml", {}),
}  # fmt: skip


@dataclass(slots=True)
class Report:
    """One report; `text` is what its page says, `copies` are further numbers under which the list shows it."""

    number: int
    day: date
    title: str
    text: str = ""


@dataclass(slots=True)
class Bureau:
    """A bureau's site: what it lists, the newest first. `per_page` rows make a list page."""

    host: str
    family: str
    name: str
    reports: list[Report] = field(default_factory=list)
    per_page: int = 20
    crawl_delay_s: float | None = None

    @property
    def list_path(self) -> str:
        return LISTS[self.family][0]

    @property
    def url(self) -> str:
        """The address of its list."""
        return f"http://{self.host}{self.list_path}"

    def source(self, **keys: Any) -> dict[str, Any]:
        """The keys of its source file."""
        own = {"family": self.family, **LISTS[self.family][1]}
        named = {"id": self.host.partition(".")[0], "bureau": self.name, "region": "云河市", "url": self.url}
        return named | own | {"delay_s": 0.0} | keys

    def path_of(self, report: Report) -> str:
        """Where a report is, by the custom of the family."""
        day, number = report.day, report.number
        return {
            "trs": f"/xxgk/zwdc/{day:%Y%m}/t{day:%Y%m%d}_{number}.shtml",
            "script": f"/ztzl/zdgz/{day:%Y%m}/t{day:%Y%m%d}_{number}.html",
            "jpage": f"/art/{day.year}/{day.month}/{day.day}/art_1229664772_{number}.html",
            "gkmlpt": f"/gkmlpt/content/10/{number // 1000}/post_{number}.html",
            "boda": f"/info/1096/{number}.htm",
            "uuid": f"/hasmzju/zdgz/content/{uuid5(NAMESPACE_URL, f'{self.host}/{number}')}.html",
            "generic": f"/OpennessContent/show/{number}.html",
            "feed": f"/2026/{number}.html",
            "sitemap": f"/content/{number}.html",
        }[self.family]

    def find(self, path: str) -> Report | None:
        """The report behind an address, None where there is none."""
        return next((report for report in self.reports if self.path_of(report) == path), None)


def bureau(family: str, number: int, reports: int = 45) -> Bureau:
    """A bureau with so many reports, one every three days, the newest first."""
    name = f"云河市第{number}科学技术局"
    made = Bureau(f"b{number:03}-{family}.yunhe.example", family, name)
    days = [NEWEST - timedelta(days=3 * index) for index in range(reports)]
    made.reports = [report(made, 100_000 + reports - index, day) for index, day in enumerate(days)]
    return made


def report(owner: Bureau, number: int, day: date) -> Report:
    """A report with figures of its own."""
    done = 26 + number % 60
    text = (
        f"一、科技创新平台建设（第{number % 40 + 1}条）。年度目标：新增市级创新平台{done + 9}个。"
        f"截至{day.month}月底，已新增市级创新平台{done}个，完成投资{number % 900 + 100}万元。"
    )
    return Report(number, day, f"{owner.name}{day.year}年{day.month}月重点任务进展情况（第{number}号）", text)


def city(bureaus: int, reports: int = 45) -> Iterator[Bureau]:
    """Bureaus of every family in turn."""
    families = list(LISTS)
    for number in range(1, bureaus + 1):
        yield bureau(families[(number - 1) % len(families)], number, reports)
