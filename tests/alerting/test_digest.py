from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal

import jsonschema
import pytest

from alerting.bundle import Muted
from alerting.decide import Decision, Tiding, decide
from alerting.digest import digest, message_id
from tests.alerting.quarter import AT, TODAY, bundle, city, message
from tests.alerting.rows import firing, row
from warehouse.records import OutboxMessage, Silence

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]
HOSTILE = "<script>alert(1)</script>\r\nBcc: all@x.example\u202e\u2067{{7*7}}\ud800&amp;" + "长" * 10_000


def send(found: Decision, *, at: datetime = AT, **changes: Any) -> OutboxMessage:
    return digest(bundle(found, **changes), at=at)


def posted(content: dict[str, Any]) -> dict[str, Any]:
    """As the sender posts it."""
    from flows.sending import standard

    return standard(content)


class Page(HTMLParser):
    """The tags, attributes and visible text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return squeezed("".join(self.words))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("part", ["text", "html"])
def test_the_message_is_the_golden_one(part: str) -> None:
    """Rewrite with `python -m tests.alerting.rewrite`, and read the difference."""
    assert getattr(message(), part) == (GOLDEN / f"digest.{part}").read_text(encoding="utf-8")


@pytest.mark.parametrize("part", ["text", "html"])
def test_the_message_of_a_city_is_the_golden_one(part: str) -> None:
    assert getattr(digest(city(), at=AT), part) == (GOLDEN / f"city.{part}").read_text(encoding="utf-8")


def test_the_subject_says_who_when_and_how_many() -> None:
    assert message().subject == "【督办提示】云川市科学技术局 2026年三季度：滞后4项（严重1项），恢复1项"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text_and_html_say_the_same(language: Literal["zh", "en"]) -> None:
    sent = digest(city(), at=AT, language=language, reply_to="dcs@yunchuan.example")
    # what the bar's marks mean is said in each one's own way
    page = Page("<body" + re.sub(r">[^<>]*(?:竖线|the line is)[^<>]*<", "><", sent.html.split("<body", 1)[1]))
    drawn, explained = re.compile(r"[█░]|^-+$"), re.compile(r" ?[（(]┃[^）)]*[）)]")
    lines = [explained.sub("", line) for line in sent.text.splitlines() if not drawn.search(line)]
    text = squeezed("".join(lines)).replace("【", "").replace("】", "")
    for words in filter(None, map(squeezed, page.words)):
        assert words in text, words
    for line in lines:
        unlinked = re.sub(r"https?://\S+", "", line)
        for words in re.split(r"[【】〔〕■·]|: |：|^\d+\. | (?=\d+(?: ·|$))", unlinked):
            assert squeezed(words) in page.text, words
    hrefs = {attributes["href"] for tag, attributes in page.tags if tag == "a"}
    assert hrefs
    assert hrefs == set(re.findall(r"https?://\S+", sent.text))


def test_the_foot_says_what_the_message_is_not() -> None:
    sent = message()
    for words in (
        "非官方评价",
        "duban alerts ack",
        "数据截至2026年9月30日",
        "2026年10月21日发布",
        "达到序时进度 7 项",
        "未见报送 3 项",
    ):
        assert words in sent.text
        assert words in unescape(sent.html)


def test_lags_told_before_are_counted_and_not_repeated() -> None:
    assert "另有 1 项此前已提示" in message().text
    assert "研发投入" not in message().text


# what Outlook's Word, QQ Mail, NetEase Mail and phones all show alike
PROPERTIES = {
    "background-color", "border-top", "color", "font", "font-family", "font-size", "font-weight", "height",
    "line-height", "margin", "margin-bottom", "max-width", "overflow-wrap", "padding", "table-layout",
    "text-decoration", "white-space", "width", "word-break",
}  # fmt: skip
TAGS = {"html", "head", "meta", "title", "body", "table", "tr", "td", "span", "div", "br", "b", "a"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_html_is_what_every_mail_program_shows(language: Literal["zh", "en"]) -> None:
    html = digest(city(), at=AT, language=language).html
    page = Page(html)
    assert {tag for tag, _ in page.tags} <= TAGS  # no script, style, image, frame or form
    for tag, attributes in page.tags:
        assert not any(name.startswith("on") or name in ("src", "background", "class", "id") for name in attributes)
        style = attributes.get("style") or ""
        used = {part.split(":")[0].strip() for part in style.split(";") if part.strip()}
        assert used <= PROPERTIES, (tag, used - PROPERTIES)
        assert "url(" not in style
        if tag == "table":
            assert attributes.get("role") == "presentation"
            assert attributes.get("cellspacing") == "0"
        if "background-color" in used and tag == "td":
            assert attributes.get("bgcolor"), style  # Outlook's Word looks there
    assert html.count("<!--[if mso]>") == html.count("<![endif]-->") == 2
    assert len(html.encode()) < 102_400  # more is cut by some
    assert max(map(len, html.splitlines())) < 990  # a line that servers need not break


def test_severity_words_are_bold() -> None:
    assert re.search(r"<b [^>]*>严重滞后</b>", message().html)


def test_hostile_text_comes_out_as_text() -> None:
    fields = ("name", "task_number", "task_title", "target_text", "actual_text", "reason", "claim_text", "report_title")
    changes: dict[str, Any] = dict.fromkeys((*fields, "url", "owner"), HOSTILE)
    evil = row(**changes, departments=(HOSTILE,) * 50, clauses=tuple(range(1, 99)), sentence=HOSTILE, marks=((0, 9),))
    sent = send(decide([evil], [], today=TODAY), bureau=HOSTILE, region=HOSTILE)
    page = Page(sent.html)
    assert "script" not in {tag for tag, _ in page.tags}
    assert not any(tag == "a" for tag, _ in page.tags)
    assert "<script>alert(1)</script>" in page.text
    assert "{{7*7}}" in page.text
    assert "<script>alert(1)</script>" in sent.text
    assert "\n" not in sent.subject
    assert "\r" not in sent.subject + sent.text
    assert not re.search(r"^Bcc", sent.text, re.MULTILINE)
    for part in (sent.subject, sent.text, sent.html, sent.payload):
        assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", part) or part is sent.payload
        part.encode("utf-8")
    assert len(sent.subject) <= 120
    assert len(sent.text) < 4000


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///srv/reports/q3.html", "data:text/html,x", ""])
def test_only_web_addresses_are_links(url: str) -> None:
    sent = send(decide([row(url=url)], [], today=TODAY))
    assert not any(tag == "a" for tag, _ in Page(sent.html).tags)
    assert url in sent.text


def test_a_day_of_publication_that_is_not_known_is_said() -> None:
    assert "发布日期未注明" in send(decide([row(published_on=None)], [], today=TODAY)).text


def test_a_judgement_on_the_bureaus_word_says_so() -> None:
    assert "以单位自报为据" in send(decide([row(basis="claim")], [], today=TODAY)).text
    named = send(decide([row(basis="claim", reason="自报完成率35.0%，依据自报")], [], today=TODAY)).text
    assert "以单位自报为据" not in named


def test_the_same_news_has_the_same_id_in_any_order() -> None:
    rows = [row("a"), row("b"), row("c", status="on_track", severity=None)]
    alerts = [firing("c")]
    one, other = decide(rows, alerts, today=TODAY), decide(rows[::-1], alerts, today=TODAY)
    assert message_id(bundle(one)) == message_id(bundle(other))
    assert send(one).message_id == send(one, at=AT + timedelta(hours=3)).message_id


def test_other_news_or_another_reader_has_another_id() -> None:
    base = decide([row()], [], today=TODAY)
    others = [
        bundle(base, channel="chat"),
        bundle(base, recipient="y"),
        bundle(decide([row(assessment_id="revised")], [], today=TODAY)),
        bundle(base, decided_on=date(2026, 10, 23)),
        bundle(decide([row(), row("k2")], [], today=TODAY)),
    ]
    assert len({message_id(one) for one in (bundle(base), *others)}) == 6


def test_a_recipients_messages_of_a_year_are_one_thread() -> None:
    third, half = send(decide([row()], [], today=TODAY)), send(decide([row(period="H1")], [], today=TODAY))
    assert third.thread == half.thread
    assert len(third.thread) == 32
    others = [
        send(decide([row()], [], today=TODAY), recipient="y"),
        send(decide([row(year=2025, period="FY")], [], today=date(2026, 1, 20))),
    ]
    assert len({third.thread, *(other.thread for other in others)}) == 3


def test_the_payload_holds_every_field() -> None:
    payload = json.loads(message().payload)
    assert payload["type"] == "duban.digest"
    assert payload["message_id"] == message().message_id
    assert payload["created_at"] == "2026-10-22T01:30:00+00:00"
    (bureau,) = payload["bureaus"]
    assert [item["reason"] for item in bureau["lagging"]] == ["worse", "first", "first", "first"]
    assert [item["name"] for item in bureau["resolved"]] == ["每万人高价值发明专利拥有量"]
    worst = bureau["lagging"][0]
    assert (worst["gap_pp"], worst["completion"], worst["since_period"]) == ("-40", "0.35", "Q1")
    assert (worst["previous_severity"], worst["severity"], worst["cutoff"]) == ("behind", "severe", "2026-09-30")
    assert [worst["sentence"][start:end] for start, end in worst["marks"]] == ["21家", "35%"]
    assert bureau["standing"]["lagging"] == 5
    assert bureau["still_lagging"] == 1


def test_the_payloads_fields_are_documented_and_its_schema_holds() -> None:
    from alerting import payload as module

    schema = json.loads((ROOT / "docs" / "webhook.schema.json").read_text(encoding="utf-8"))
    content = json.loads(digest(city(), at=AT).payload)
    jsonschema.validate(posted(content), schema)
    (bureau, *_) = content["bureaus"]
    for part in (content, bureau, bureau["lagging"][0], content["muted"][0], content["silences"][0]):
        for key in part:
            assert f"`{key}`" in (module.__doc__ or ""), key


def test_a_subject_of_a_resolution_alone() -> None:
    found = decide([row(status="on_track", severity=None)], [firing()], today=TODAY)
    sent = send(found)
    assert sent.subject == "【督办提示】云川市科学技术局 2026年三季度：恢复1项"
    assert "一、恢复事项" in sent.text
    assert "滞后事项（" not in sent.text


def test_what_was_wrongly_told_is_withdrawn_and_the_error_named() -> None:
    why = "经人工复核，原文读取有误，不作判定：附件为95家"
    ruled = row(status="unknown", severity=None, gap_pp=None, review="rejected", basis="correction", reason=why)
    ended = row("k2", status="on_track", severity=None)
    sent = send(decide([ruled, ended], [firing(period="Q3"), firing("k2")], today=TODAY))
    assert sent.subject.endswith("：恢复1项，撤回1项")
    for words in ("一、恢复、撤回事项", "〔已撤回〕", "予以撤回", why):
        assert words in sent.text
    assert "1 项因报告更正、读取有误或口径不可比，予以撤回" in sent.text
    assert [item["reason"] for item in json.loads(sent.payload)["bureaus"][0]["resolved"]] == ["withdrawn", "resolved"]


def test_rows_of_two_reports_name_both() -> None:
    late = row("late", period="H1", published_on=date(2026, 8, 3))
    head = send(decide([row(), replace(late)], [], today=TODAY)).text.split("一、")[0]
    assert "2026年三季度，数据截至2026年9月30日，2026年10月21日发布" in head
    assert "2026年上半年，数据截至2026年6月30日，2026年8月3日发布" in head


def test_a_city_is_one_message_bureau_by_bureau() -> None:
    sent = digest(city(), at=AT)
    assert sent.subject == (
        "【督办提示】云川市 2026年三季度：滞后5项（严重2项），自评与数据不符1项，未检索到报告1项，恢复1项"
    )
    text = sent.text
    headings = ["一、滞后事项", "■ 云川市科学技术局（5 项）", "■ 云川市水利局（1 项）", "■ 云川市教育局（1 项）",
                "二、恢复事项", "三、待人工复核", "四、已静默、未列入的事项", "----"]  # fmt: skip
    assert sorted(headings, key=text.index) == headings
    assert [int(found) for found in re.findall(r"^(\d+)\. ", text, re.M)] == [1, 2, 3, 4, 5, 6, 7, 1]
    for words in (
        "2 个单位滞后 5 项", "待人工复核 3 项", "云川市教育局：2 项", "自2026年一季度起，连续3期", "三级（三季度末）",
        "未检索到2026年三季度进展报告", "静默 s1：bureau=云川市民政局，王某设至2026年12月31日",
    ):  # fmt: skip
        assert words in text


def test_a_mail_holds_no_more_than_can_be_read_and_says_so() -> None:
    found = decide([row(f"k{number}") for number in range(300)], [], today=TODAY)
    sent = send(found)
    assert sent.text.count("编号：") == 120
    assert "另有 180 项见附件表格" in sent.text
    assert len(json.loads(sent.payload)["bureaus"][0]["lagging"]) == 300
    over = send(decide([], [firing(f"k{n}") for n in range(3)], today=TODAY))  # nothing is said of what is not cut
    assert "附件" not in over.text
    rows = [row(f"k{number}", status="on_track", severity=None) for number in range(130)]
    ended = send(decide(rows, [firing(f"k{number}") for number in range(130)], today=TODAY))
    assert "另有 10 项见附件表格" in ended.text


def test_hostile_words_of_rules_silences_and_sources_come_out_as_text() -> None:
    finding = replace(
        city().parts[2].decision.found[0].finding, words=HOSTILE, name=HOSTILE, department=HOSTILE, url="javascript:1"
    )
    silence = Silence(HOSTILE, ((HOSTILE, HOSTILE),), HOSTILE, HOSTILE, date(2026, 12, 31), AT)
    tiding = Tiding(finding, None, "first", "Q3", "a1", None, error=HOSTILE)
    evil = replace(decide([], [], today=TODAY), found=(tiding,))
    muted = (Muted(finding, "a2", HOSTILE), Muted(finding, "a3", "broken"))
    sent = send(evil, muted=muted, silences=(silence,), bureau=HOSTILE)
    page = Page(sent.html)
    assert not {"script", "a"} & {tag for tag, _ in page.tags}
    assert "\r" not in sent.subject + sent.text + sent.html
    assert not re.search(r"^Bcc", sent.text, re.MULTILINE)
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", sent.subject + sent.text + sent.html)
    assert len(sent.text) < 6000
