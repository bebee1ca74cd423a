from __future__ import annotations

import pytest

from connectors.sites.scripts import day_of_epoch, fragments, unescaped


@pytest.mark.parametrize(
    "script",
    [
        r"""document.write('<li><a href="/a/1">\u8fdb\u5c55<\/a></li>')""",
        r"""var html = "<li><a href=\"/a/1\">\x8fdb进展</a></li>" """,
        """var rows = [{title: '进展', url: "/a/1", date: 1767225600}]""",
        """{"data":[{"url":"\\/a\\/1","id":7,"title":"\\u8fdb\\u5c55","pubDate":"2026-01-01"}]}""",
        """var rows = [["重点任务进展", "/a/1", "2026-01-01"]]""",
        r"""var data = JSON.parse('[{\"url\":\"/a/1\",\"title\":\"进展\",\"releaseDay\":\"2026-01-01\"}]')""",
        "<datastore><record><![CDATA[<a href='/a/1'>进展</a>]]></record></datastore>",
        "list.innerHTML = `<a\n href='/a/1'>进展</a>`",
    ],
)
def test_lists_in_scripts_become_markup(script: str) -> None:
    found = fragments(f"<p>正文</p><script type='text/xml'>{script}</script>")
    assert "/a/1" in found
    assert "进展" in found
    assert "正文" not in found


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<script src='a.js'></script>",
        "<script>var a = {url: '/a'}, b = 'text'; go({title: 1})</script>",
        "<script>",
    ],
)
def test_other_scripts_hold_nothing(html: str) -> None:
    assert fragments(html).strip() == ""


@pytest.mark.parametrize(
    "rows",
    ["[['/a/1.html', '2026-10-01', '重点任务进展']]", "[{url: '/a/1', title: '进展', releaseDay: '2026-10-01'}]"],
)
def test_a_row_in_a_script_keeps_its_day_whatever_it_is_called(rows: str) -> None:
    assert "<span>2026-10-01</span>" in fragments(f"<script>{rows}</script>")


def test_what_a_script_says_is_shown_and_not_obeyed() -> None:
    assert "<img" not in fragments("<script>[{title: '<img src=x>进展', url: '\"><b>'}]</script>")


def test_epochs_in_seconds_and_milliseconds() -> None:
    assert day_of_epoch(1767196800) == day_of_epoch(1767196800000) == "2026-01-01"


def test_escapes() -> None:
    assert unescaped(r"\"\/\n\u4e2d\x3c\q") == '"/\n中<q'


@pytest.mark.parametrize(
    "text", ["'", "{", "<script>", "<script", '"\\', "{a:", '{a:"\\"', "<![CDATA[", "`", "\\"], ids=repr
)
def test_work_grows_with_length_only(text: str) -> None:
    # a pattern that looked at each character from every start would be at it for hours
    assert fragments("<script>" + text * (300_000 // len(text)) + "</script>").strip("<div/>\n") in ("", text)
