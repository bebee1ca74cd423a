"""What an analyst is shown of an extraction: the whole text, every number marked once, nothing of it acting on them."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from connectors.readers import read
from extraction.document import Document
from extraction.reading import extract
from extraction.records import Actual, Extraction, Finding, Indicator, Quantity, Report, Role, Target, Task
from flows.explaining.marks import Use, cut
from flows.explaining.page import html
from flows.explaining.structure import Explanation, explained
from flows.explaining.terminal import in_colour, plain
from flows.visible import visible
from warehouse.progress import assess_in_memory

Duban = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]
SITE = ROOT / "sample" / "site"
# prose with clauses, claims with milestones, and targets in brackets; the fourth has a table with merged headers
PAGES = [
    "kjj.yunting.example/zwgk/zdgz/202607/t20260715_1000087.shtml",
    "jtj.yunting.example/xxgk/zwdc/202607/t20260714_1000412.shtml",
    "fgw.yunting.example/fgdt/jhzx/202607/t20260727_1000845.shtml",
    "zjj.yunting.example/gk/zdrw/202607/t20260717_1000733.shtml",
]
SHORT = "某市科技局2026年前三季度重点任务进展情况\n一、新建创新平台20家。截至9月底，新建创新平台8家。\n"
HOSTILE = (
    "某市科技局2026年前三季度<script>alert(1)</script>进展情况\n"
    '一、新建"><img src=x onerror=alert(1)>创新平台20家。'
    "\x1b[2J\x1b]0;owned\x07截至9月底，新建\u202e创新平台\x9b31m8家。\n"
    "二、{{ 7*7 }}&amp;</span></article></style>\x00\r\u2028平台[bold red]5家[/]。" + "长" * 10_000 + "\n"
)


@cache
def explain(content: str | bytes) -> tuple[Extraction, Explanation]:
    document = read(content, "text/html", "") if isinstance(content, bytes) else Document.from_text(content)
    extraction = extract(document)
    return extraction, explained(extraction, assess_in_memory(extraction), document)


def page_of(explanation: Explanation) -> str:
    return html(explanation, "report.html", "0" * 64)


def soup(explanation: Explanation) -> BeautifulSoup:
    return BeautifulSoup(page_of(explanation), "lxml")


class Page(HTMLParser):
    """The tags and attributes of a page, and the report's text on it to the last blank (which bs4 would fold)."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: Counter[str] = Counter()
        self.text = ""
        self._depth = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        if self._depth or (dict(attrs).get("class") or "").split()[:1] == ["text"]:
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        self._depth -= bool(self._depth)

    def handle_data(self, data: str) -> None:
        self.text += data if self._depth else ""


@pytest.fixture(params=PAGES)
def shown(request: pytest.FixtureRequest) -> tuple[Extraction, Explanation]:
    return explain((SITE / request.param).read_bytes())


def test_the_page_has_the_whole_text_and_every_number_once(shown: tuple[Extraction, Explanation]) -> None:
    extraction, explanation = shown
    page = soup(explanation)
    assert Page(page_of(explanation)).text == extraction.text
    marked = {int(number): mark for mark in page.select("main [data-q]") for number in mark["data-q"].split()}
    assert len(page.select("main [data-q]")) == len(marked) == len(extraction.quantities)
    for number, quantity in enumerate(extraction.quantities):
        assert marked[number].get_text() == quantity.text
        assert quantity.role in marked[number]["class"]


def test_every_link_of_the_page_leads_to_a_place_in_it(shown: tuple[Extraction, Explanation]) -> None:
    page = soup(shown[1])
    ids = Counter(element["id"] for element in page.select("[id]"))
    assert max(ids.values()) == 1
    assert {link["href"].removeprefix("#") for link in page.select("a[href]")} <= set(ids)


def test_a_click_on_an_indicator_s_number_leads_to_that_number(shown: tuple[Extraction, Explanation]) -> None:
    explanation = shown[1]
    page = soup(explanation)
    for verdict in explanation.verdicts:
        card = page.select_one(f"#i{verdict.number}")
        for kind in ("target", "actual"):
            record = getattr(verdict.indicator, kind)
            if record is not None:
                link = card.select_one(f"a.{kind}")
                assert link.get_text() == record.text
                assert record.text in page.select_one(link["href"]).get_text()


def test_every_indicator_says_how_it_stands_and_why(shown: tuple[Extraction, Explanation]) -> None:
    page, printed = soup(shown[1]), plain(shown[1])
    assert len(page.select(".card")) == len(shown[1].verdicts) > 5
    for verdict in shown[1].verdicts:
        card = page.select_one(f"#i{verdict.number}").get_text()
        (behind,) = re.findall(rf"^    \[{verdict.number}\] .*\n((?:        .*\n)+)", printed + "\n", re.M)
        for said in (verdict.row.reason, verdict.indicator.reason):
            assert said in card
            assert " ".join(said.split()) in behind
        assert verdict.row.status in card
        assert f"{verdict.indicator.confidence:.2f}" in card


def test_plain_text_without_its_marks_is_the_text(shown: tuple[Extraction, Explanation]) -> None:
    extraction, explanation = shown
    printed = plain(explanation)
    lines = re.sub(r"【(.*?)·[^】]*】", r"\1", printed, flags=re.S).splitlines()
    own = [line for line in extraction.text.splitlines() if line.strip()]
    at = 0
    for line in own:  # in order, between the lines of the indicators
        at = lines.index(line, at) + 1
    assert printed.count("【") == len(extraction.quantities) + sum(
        bool(piece.uses and not piece.quantities) for section in explanation.sections for piece in section.pieces
    )


def test_a_table_is_drawn_as_a_table() -> None:
    _, explanation = explain((SITE / PAGES[3]).read_bytes())
    table = soup(explanation).select_one("main table.source")
    assert table.select_one("td[colspan]").get_text() == "1—6月完成情况"
    assert [len(row.select("td")) for row in table.select("tr")] == [5, 2, 6, 6, 6, 6, 6]
    beside = table.find_parent("article").select(".card")
    assert len(beside) == 5


def small() -> Extraction:
    """A report of two lines as extraction would read it, so that what is shown of it is this file's alone."""

    def quantity(text: str, role: Role, value: int | None = None, unit: str = "") -> Quantity:
        start = SHORT.index(text)
        return Quantity(text, start, start + 3, value if value is None else Decimal(value), unit, noun=unit, role=role)

    promised, done = (
        quantity("20家", "target", 20, "家"),
        replace(quantity("8家", "actual", 8, "家"), end=SHORT.index("8家") + 2),
    )
    indicator = Indicator(
        "新建创新平台", "cumulative", "新建创新平台", accrues=True, reason="the same name", confidence=0.89,
        target=Target("==", Decimal(20), "家", "20家", promised.start, promised.end, noun="家", countable=True),
        actual=Actual(Decimal(8), "家", "8家", done.start, done.end, date(2026, 9, 30), noun="家"),
    )  # fmt: skip
    task = Task("一", "新建创新平台20家", SHORT.index("一、"), len(SHORT) - 1, indicators=(indicator,))
    report = Report(title="进展情况", year=2026, period="Q3", cutoff=date(2026, 9, 30))
    return Extraction(report, SHORT, (task,), (quantity("9月底", "date"), promised, done))


def test_a_small_report_in_full() -> None:
    extraction = small()
    explanation = explained(extraction, assess_in_memory(extraction), Document.from_text(SHORT))
    assert plain(explanation).splitlines() == [
        "进展情况",
        "2026 Q3, figures to 2026-09-30",
        "1 indicators  1 滞后 lagging",
        "Numbers: 目标 target  实绩 actual  自评 claim  其他 context  日期 date  条款 clause  序号 ordinal  名称 name",
        "",
        "某市科技局2026年前三季度重点任务进展情况",
        "一、新建创新平台【20家·目标1】。截至【9月底·日期】，新建创新平台【8家·实绩1】。",
        "    [1] 新建创新平台  累计 · 置信 0.89  严重滞后 lagging",
        "        目标  ＝ 20家",
        "        实绩  8家（截至 2026-09-30）",
        "        测算  完成率 40.0%  序时进度 75.0%  差距 −35.0 个百分点",
        "        判定  完成8家/20家＝40.0%，序时进度75.0%，落后35个百分点",
        "        关联  the same name",
    ]


@cache
def hostile() -> Explanation:
    """Hostile text in every place that text is shown."""
    extraction, _ = explain(HOSTILE)
    names = replace(extraction.report, title=HOSTILE, issuer=HOSTILE, index_number=HOSTILE)
    tasks = tuple(
        replace(
            task,
            number=HOSTILE,
            title=HOSTILE,
            departments=(HOSTILE,),
            indicators=tuple(replace(i, name=HOSTILE, owner=HOSTILE, reason=HOSTILE) for i in task.indicators),
        )
        for task in extraction.tasks
    )
    rows = [replace(row, reason=HOSTILE) for row in assess_in_memory(extraction)]
    findings = (Finding(HOSTILE, HOSTILE, 0, 9),)
    assert len(rows) > 1
    shown = replace(extraction, report=names, tasks=tasks, findings=findings)
    return explained(shown, rows, Document.from_text(HOSTILE))


def test_hostile_text_is_only_text_on_the_page() -> None:
    page = html(hostile(), HOSTILE, "0" * 64)
    page.encode("utf-8")
    found = Page(page)
    assert {"script", "img", "iframe", "object", "link"}.isdisjoint(found.tags)
    assert not [name for name in found.attributes if name.startswith("on") or name == "src"]
    assert found.tags["article"] == page.count("</article>")
    assert not re.search(r"url\(|@import", page)
    assert "{{ 7*7 }}" in page
    for char in "\x1b\x9b\x07\x00\r\u202e\u2028":
        assert char not in page
    assert found.text == visible(HOSTILE)


def test_an_address_that_is_no_link_is_not_one() -> None:
    page = BeautifulSoup(html(explain(SHORT)[1], "javascript:alert(1)", "0" * 64), "lxml")
    assert not page.select("footer a")


def test_nothing_of_hostile_text_reaches_a_terminal_but_its_letters() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, color_system="standard", highlight=False, width=80)
    in_colour(hostile(), console)
    coloured = console.file.getvalue()
    assert "[boldred]" in re.sub(r"\s", "", coloured)  # rich's own markup is not read either
    for printed in (plain(hostile()), re.sub(r"\x1b\[[\d;]*m", "", coloured)):
        printed.encode("utf-8")
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\ud800-\udfff]", printed)
    assert "owned" in coloured
    assert "\x1b[31m8家" not in coloured


@pytest.mark.parametrize("text", ["", "\n", " \n\n ", "5", "没有数字", "\t" * 50 + "一、"])
def test_a_text_without_anything_is_shown(text: str) -> None:
    extraction, explanation = explain(text)
    assert Page(page_of(explanation)).text == extraction.text
    assert plain(explanation)


def test_what_is_to_be_looked_at_is_listed_and_marked() -> None:
    text = "一、新建平台20家。完成5家，占年度任务的50%。"
    extraction = extract(Document.from_text(text), as_of=date(2026, 9, 30))
    finding = Finding("damaged", "看看", text.index("完成5家"), text.index("完成5家") + 3)  # ends inside the number
    shown = replace(extraction, findings=(finding,))
    explanation = explained(shown, assess_in_memory(shown), Document.from_text(text))
    page = soup(explanation)
    assert page.select_one("#finding1").get_text().split() == ["damaged", "看看"]
    assert page.select_one(page.select_one("#finding1 a")["href"]).get_text() == "完成"
    assert [mark.get_text() for mark in page.select("main .flag")] == ["完成", "5家"]
    assert "【完成·!1】【5家·" in plain(explanation)
    assert plain(explanation).endswith("To be looked at:\n  !1 damaged: 看看")


def test_the_documented_commands_run_and_say_what_is_documented(duban: Duban, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "extract.md").read_text(encoding="utf-8")
    (tmp_path / "sample").symlink_to(ROOT / "sample")  # the commands are typed in the checkout; `duban` runs elsewhere
    commands, said = (block.strip().splitlines() for block in re.findall(r"```(?:sh)?\n(.*?)```", page, re.S))
    answers = [duban(*line.split()[1:]) for line in commands]
    assert [done.returncode for done in answers] == [0, 0, 0, 0]
    assert answers[3].stdout == answers[0].stdout  # --as-of only says what the report does not
    assert {line for line in said if "关联" not in line and "置信" not in line} <= set(answers[0].stdout.splitlines())
    assert (tmp_path / "explained.html").stat().st_size > 10_000


SPANS = st.tuples(st.integers(-3, 40), st.integers(-3, 40))
ROLES = st.sampled_from(["target", "actual", "claim", "context", "date", "clause", "ordinal", "name"])


@given(
    st.text(max_size=35),
    st.lists(st.tuples(SPANS, ROLES), max_size=6),
    st.lists(st.tuples(SPANS, st.sampled_from(["target", "actual", "claim", "finding"])), max_size=6),
    st.lists(st.integers(-3, 40), max_size=4),
)
def test_whatever_the_spans_the_pieces_are_the_text_and_no_number_is_cut(
    text: str, numbers: list, used: list, at: list[int]
) -> None:
    ledger = [Quantity(text[max(0, a) : b], a, b, Decimal(1), role=role) for (a, b), role in numbers]
    uses = [Use(kind, number, a, b) for number, ((a, b), kind) in enumerate(used, 1)]
    pieces = cut(text, ledger, uses, at)
    assert "".join(piece.text for piece in pieces) == visible(text)
    assert [piece.start for piece in pieces[1:]] == [piece.end for piece in pieces[:-1]]
    inside = [i for i, q in enumerate(ledger) if max(0, q.start) < min(q.end, len(text))]
    assert sorted(index for piece in pieces for index in piece.quantities) == inside
    begun = [use.number for piece in pieces for use in piece.begins]
    assert sorted(begun) == [use.number for use in uses if max(0, use.start) < min(use.end, len(text))]


@given(st.text(max_size=60), st.lists(SPANS, max_size=5))
def test_whatever_the_tasks_the_sections_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    tasks = tuple(Task("一", "题", max(0, a), max(0, b)) for a, b in spans)
    explanation = explained(Extraction(Report(), text, tasks), [], Document.from_text(text))
    assert "".join(piece.text for section in explanation.sections for piece in section.pieces) == visible(text)
    assert sum(len(section.tasks) for section in explanation.sections) == len(tasks)


@given(st.text())
def test_visible_keeps_the_length_and_what_can_be_seen(text: str) -> None:
    assert len(visible(text)) == len(text)
    assert visible(visible(text)) == visible(text)
    visible(text).encode("utf-8")
