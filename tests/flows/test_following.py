"""A promise keeps its key through the periods of its year and is followed into the next, whatever came first."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from extraction.document import Document
from extraction.reading import extract
from flows.following import follow
from warehouse import identity
from warehouse.load import load, register_source
from warehouse.progress import progress
from warehouse.records import Revision

SOURCE = "lanqiao-kjj"
NOW = datetime(2032, 5, 1, tzinfo=UTC)
HEAD = "岚桥市科学技术局{}目标任务进展情况\n"
Q1 = HEAD.format("2031年一季度") + "一、成果转化（第7条）。转化科技成果60项。\n一季度，转化科技成果12项。\n"
H1 = HEAD.format("2031年上半年") + "一、成果落地（第7条）。科技成果转化数60项。\n上半年，科技成果转化数31项。\n"
NEXT = HEAD.format("2032年一季度") + "一、成果转化（第9条）。转化科技成果70项。\n一季度，转化科技成果20项。\n"
OTHER = HEAD.format("2032年上半年") + "一、孵化器（第9条）。新增省级孵化器5家。\n上半年，新增省级孵化器2家。\n"


def put(con, text, *, at=NOW, version="1", url=None):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    revision = Revision(
        SOURCE, url or f"https://kjj.example/{sha256[:8]}", sha256, at, "text/plain", text.splitlines()[0]
    )
    return load(con, revision, extract(Document.from_text(text)), version=version, run_id="r", known_at=at)


@pytest.fixture
def source(con):
    register_source(con, SOURCE, "岚桥市科学技术局", "岚桥市", "https://kjj.example/", "trs")
    return con


def held(con):
    return dict(
        con.execute(
            "select year || period || name, promise_id || ' ' || indicator_key from mart.progress order by all"
        ).fetchall()
    )


def test_a_renamed_promise_keeps_its_key_and_is_found_again_next_year(source):
    for text in (Q1, H1, NEXT):
        put(source, text)
    before = held(source)
    assert len(set(before.values())) == 3
    follow(source, SOURCE, NOW)
    q1, h1, following = (held(source)[key] for key in before if key in held(source))
    assert q1 == h1
    assert following.split()[0] == q1.split()[0]
    assert following.split()[1] != q1.split()[1]
    rows = progress(source, latest=False)
    assert len({row.indicator_key for row in rows}) == 2


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2)])
def test_the_order_of_loading_does_not_change_the_answer(source, order):
    texts = (Q1, H1, NEXT, OTHER)
    for step, index in enumerate(order):
        put(source, texts[index], at=NOW + timedelta(days=step))
        follow(source, SOURCE, NOW + timedelta(days=step))
    answers = held(source)
    joined = {answers[key].split()[0] for key in answers if "成果" in key}
    assert (len(answers), len(joined), len(set(answers.values()))) == (4, 1, 3)
    first = min(key for key in answers if key.startswith("2031"))
    assert first.startswith("2031H1")
    assert joined == {answers["2031Q1转化科技成果"].split()[1]}


def test_asking_again_adds_nothing(source):
    for text in (Q1, H1):
        put(source, text)
    follow(source, SOURCE, NOW)
    counted = "select (select count(*) from core.identity) + (select count(*) from core.identity_run)"
    before = source.execute(counted).fetchall()
    follow(source, SOURCE, NOW + timedelta(days=1))
    assert source.execute(counted).fetchall() == before


def test_a_person_s_word_holds_and_can_be_taken_back_also_after_another_reading(source):
    for text in (Q1, H1):
        put(source, text)
    follow(source, SOURCE, NOW)
    keys = [teller.key for teller in identity.tellers(source, SOURCE)]
    said = identity.rule(source, SOURCE, (keys[0], keys[1]), "different", "两件事", "王", NOW)
    follow(source, SOURCE, NOW + timedelta(hours=1))
    assert len({row.indicator_key for row in progress(source, latest=False)}) == 2
    put(source, Q1, version="2", at=NOW + timedelta(hours=2))
    follow(source, SOURCE, NOW + timedelta(hours=2))
    assert len({row.indicator_key for row in progress(source, latest=False)}) == 2
    identity.undo(source, said, "看错了", "王", NOW + timedelta(hours=3))
    follow(source, SOURCE, NOW + timedelta(hours=3))
    assert len({row.indicator_key for row in progress(source, latest=False)}) == 1
    verdicts = source.execute("select verdict from core.identity_ruling order by known_at").fetchall()
    assert verdicts == [("different",), ("undone",)]
