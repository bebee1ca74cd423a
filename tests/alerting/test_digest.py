from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from alerting.decide import Decision, decide
from alerting.digest import DISCLAIMER, digest, message_id
from alerting.entries import lagging_entry, resolved_entry
from tests.alerting.quarter import AT, TODAY, decision, message
from tests.alerting.rows import firing, row
from warehouse.records import OutboxMessage

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "<script>alert(1)</script>\r\nBcc: all@x.example\u202e\u2067{{7*7}}\ud800&amp;" + "长" * 10_000


def send(found: Decision, **changes: Any) -> OutboxMessage:
    known = {
        "bureau": "云川市科学技术局",
        "region": "云川市",
        "channel": "office",
        "recipient": "a@b.example",
        "at": AT,
    }
    sent = digest(found, **{**known, **changes})
    assert sent is not None
    return sent


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


def test_the_subject_says_who_when_and_how_many() -> None:
    assert message().subject == "【督办提示】云川市科学技术局 2026年三季度：滞后4项（严重1项），恢复1项"


def test_nothing_to_tell_is_no_message() -> None:
    quiet = decide([row(status="on_track", severity=None)], [], today=TODAY)
    assert digest(quiet, bureau="b", region="r", channel="c", recipient="x", at=AT) is None


def test_text_and_html_say_the_same() -> None:
    found, sent = decision(), message()
    page, text = Page(sent.html), squeezed(sent.text)
    entries = [lagging_entry(1, notice) for notice in found.tell]
    entries += [resolved_entry(1, notice) for notice in found.resolved]
    for entry in entries:
        said = [entry.word, entry.name, entry.gap or "", entry.bar.words if entry.bar else ""]
        said += [piece.text for fact in entry.facts for piece in fact.pieces] + [fact.label for fact in entry.facts]
        for words in map(squeezed, said):
            assert words in text
            assert words in page.text
        links = [piece.href for fact in entry.facts for piece in fact.pieces if piece.href]
        assert links
        assert all(link in text for link in links)
        assert set(links) <= {attributes.get("href") for tag, attributes in page.tags if tag == "a"}


def test_the_foot_says_what_the_message_is_not() -> None:
    sent = message()
    for words in (DISCLAIMER, "数据截至2026年9月30日", "2026年10月21日发布", "达到序时进度 7 项", "未见报送 3 项"):
        assert words in sent.text
        assert words in unescape(sent.html)


def test_lags_told_before_are_counted_and_not_repeated() -> None:
    assert "另有 1 项此前已提示" in message().text
    assert "研发投入" not in message().text


def test_html_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    page = Page(message().html)
    assert {tag for tag, _ in page.tags} <= {
        "html", "head", "meta", "title", "body", "table", "tr", "td", "span", "div", "br", "b", "a",
    }  # fmt: skip
    for _, attributes in page.tags:
        assert not any(name.startswith("on") or name in ("src", "background") for name in attributes)
        assert "url(" not in (attributes.get("style") or "")


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
    assert message_id(one, "office", "x") == message_id(other, "office", "x")
    assert send(one).message_id == send(one, at=AT + timedelta(hours=3)).message_id


def test_other_news_or_another_reader_has_another_id() -> None:
    base = decide([row()], [], today=TODAY)
    others = [
        message_id(base, "chat", "x"),
        message_id(base, "office", "y"),
        message_id(decide([row(assessment_id="revised")], [], today=TODAY), "office", "x"),
        message_id(decide([row()], [], today=date(2026, 10, 23)), "office", "x"),
        message_id(decide([row(), row("k2")], [], today=TODAY), "office", "x"),
    ]
    assert len({message_id(base, "office", "x"), *others}) == 6


def test_the_payload_holds_every_field() -> None:
    payload = json.loads(message().payload)
    assert payload["type"] == "duban.digest"
    assert payload["message_id"] == message().message_id
    assert payload["created_at"] == "2026-10-22T01:30:00+00:00"
    assert [item["reason"] for item in payload["lagging"]] == ["worse", "first", "first", "first"]
    assert [item["name"] for item in payload["resolved"]] == ["每万人高价值发明专利拥有量"]
    worst = payload["lagging"][0]
    assert (worst["gap_pp"], worst["completion"], worst["since_period"]) == ("-40", "0.35", "Q1")
    assert (worst["previous_severity"], worst["severity"], worst["cutoff"]) == ("behind", "severe", "2026-09-30")
    assert [worst["sentence"][start:end] for start, end in worst["marks"]] == ["21家", "35%"]
    assert payload["standing"]["lagging"] == 5
    assert payload["still_lagging"] == 1


def test_the_payloads_fields_are_documented() -> None:
    from alerting import payload as module

    content = json.loads(message().payload)
    for key in {*content, *content["lagging"][0]}:
        assert f"`{key}`" in (module.__doc__ or "")


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
    assert [item["reason"] for item in json.loads(sent.payload)["resolved"]] == ["withdrawn", "resolved"]


def test_rows_of_two_reports_name_both() -> None:
    late = row("late", period="H1", published_on=date(2026, 8, 3))
    head = send(decide([row(), replace(late)], [], today=TODAY)).text.split("一、")[0]
    assert "2026年三季度，数据截至2026年9月30日，2026年10月21日发布" in head
    assert "2026年上半年，数据截至2026年6月30日，2026年8月3日发布" in head
