"""Every page that reading is measured on is read, in full."""

from __future__ import annotations

from benchmarks.reading import measured, pages
from connectors.readers import read
from tests.site.bureaus import LISTS


def test_every_page_is_read() -> None:
    texts = {name: read(content, "text/html", "http://a.example/").text for name, content in pages()}
    assert {*LISTS, "report", "unnamed", "long table"} == set(texts)
    assert all("新增市级创新平台" in texts[name] for name in [*LISTS, "long table"])
    assert texts["report"] == texts["unnamed"]
    assert texts["long table"].count("\n") > 1000


def test_both_sides_take_some_time() -> None:
    took = measured(b"<p>1</p>", rounds=1, seconds=0.0)
    assert took.ours > 0
    assert took.theirs > 0
