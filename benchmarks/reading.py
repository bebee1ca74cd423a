"""How long a page takes from its bytes to a document, beside bare BeautifulSoup(lxml) merely building its tree.

    python -m benchmarks.reading [--rounds 5] [--seconds 0.5]

In processor time, by turns, the best round of each. The pages: one report of every family of the test site, a report of
ordinary length in a page with the usual menus, the same where no container is named, and a table of a thousand rows.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import geometric_mean

from bs4 import BeautifulSoup

from benchmarks.reports import report
from connectors.readers import read
from tests.site.bureaus import LISTS, bureau
from tests.site.pages import answer

_ADDRESS = "http://kjj.yunhe.example/zwgk/202610/t20261019_1000231.shtml"


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds a page."""

    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """Ours over theirs: below 1 is faster."""
        return self.ours / self.theirs


def main() -> None:
    """Measure every page and print a line for each."""
    options = _options()
    ratios = []
    for name, content in pages():
        took = measured(content, options.rounds, options.seconds)
        ratios.append(took.ratio)
        print(f"{name:<14}{len(content):>8} bytes {took.ours:>8.2f} ms, bare {took.theirs:>8.2f} ms {took.ratio:>6.2f}")
    print(f"duban/BeautifulSoup {geometric_mean(ratios):.2f} on average, {max(ratios):.2f} at worst")


def pages() -> Iterator[tuple[str, bytes]]:
    """Every page by its name."""
    for family in LISTS:
        town = bureau(family, 1, reports=1)
        yield family, answer(town, town.path_of(town.reports[0])).content
    yield "report", _page(_paragraphs(), "class='TRS_Editor'")
    yield "unnamed", _page(_paragraphs(), "class='box'")
    yield "long table", _page(_table(1000), "class='TRS_Editor'")


def measured(content: bytes, rounds: int, seconds: float) -> Took:
    """The best of the rounds of each, taken by turns."""
    text = content.decode()
    runs = [lambda: read(content, "text/html", _ADDRESS), lambda: BeautifulSoup(text, "lxml")]
    rates = [[_milliseconds(run, seconds / rounds) for run in runs] for _ in range(rounds)]
    return Took(*map(min, zip(*rates, strict=True)))


def _milliseconds(run: Callable[[], object], seconds: float) -> float:
    began, times = time.process_time(), 0
    while not times or time.process_time() - began < seconds:
        run()
        times += 1
    return (time.process_time() - began) / times * 1000


def _paragraphs() -> str:
    return "".join(f"<p><span style='font-size: 16pt'>{line}</span></p>" for line in report(1).splitlines())


def _table(rows: int) -> str:
    cells = "".join(
        f"<tr><td>{row}</td><td><p>新增市级创新平台{row}个</p></td><td>{row * 2}</td><td>市科技局</td>"
        f"<td>已完成{row}个，完成投资{row * 3}万元</td></tr>"
        for row in range(rows)
    )
    return f"<p>一、完成情况如下表所示。</p><table border='1'>{cells}</table>"


def _page(body: str, where: str) -> bytes:
    menu = "".join(f"<li><a href='/xxgk/{number}/'>栏目{number}</a></li>" for number in range(120))
    return (
        "<html><head><meta charset='utf-8'><title>重点任务进展情况_云河市科学技术局</title></head><body>"
        f"<ul class='nav'>{menu}</ul><h1>重点任务进展情况</h1><div>发布日期：2026-10-19 来源：云河市科学技术局</div>"
        f"<div {where}>{body}</div><div class='foot'>云河市人民政府办公室主办</div></body></html>"
    ).encode()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Reading pages beside bare BeautifulSoup.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.5, help="of each, for each page")
    return parser.parse_args()


if __name__ == "__main__":
    main()
