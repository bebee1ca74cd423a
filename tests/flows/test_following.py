"""A promise keeps its key through the periods of its year and is followed into the next, whatever came first."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta

import pytest

from extraction.document import Document
from extraction.reading import extract
from flows import identifying, reviewing
from flows.following import follow
from flows.problems import MisuseError
from flows.settings import Settings
from warehouse import identity, review
from warehouse.load import load, register_source
from warehouse.progress import progress
from warehouse.records import Revision

SOURCE = "lanqiao-kjj"
NOW = datetime(2022, 5, 1, tzinfo=UTC)  # before the clock, by which words are kept
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


LIKE = HEAD.format("2032年上半年") + "一、平台（第9条）。新建省级企业技术中心5家。\n上半年，新建省级企业技术中心2家。\n"
UNLIKE = HEAD.format("2031年上半年") + "一、平台（第7条）。新建企业技术中心4家。\n上半年，新建企业技术中心2家。\n"


@pytest.fixture
def spoken(source, tmp_path, monkeypatch):
    """That warehouse in the place of the one on disk, for words about it."""
    for module in (identifying, reviewing):
        monkeypatch.setattr(module, "writer", lambda settings: nullcontext(source))
    monkeypatch.setattr(identifying, "publish_copy", lambda settings: None)
    monkeypatch.setattr(reviewing, "copy_of", lambda settings: None)
    for text in (UNLIKE, LIKE):
        put(source, text)
    follow(source, SOURCE, NOW)
    return Settings(data=tmp_path, reviewer="王")


def promises(con):
    return len(set(con.execute("select promise_id from mart.progress").fetchall()))


def test_what_is_in_doubt_waits_for_review_and_a_word_settles_it(source, spoken):
    (entry,) = [one for one in review.queue(source) if one.about == "identity"]
    assert entry.explanation == "限定词不同：省级：新建企业技术中心（2031H1）与新建省级企业技术中心（2032H1）"
    assert promises(source) == 2
    with pytest.raises(MisuseError, match="whether two are one promise"):
        reviewing.correct(spoken, entry.review_id, reviewing.Wish(not_comparable=True), "")
    reviewing.accept(spoken, entry.review_id, "同一件事")
    assert promises(source) == 1
    assert [one for one in review.queue(source) if one.about == "identity"] == []


def test_merge_split_and_undo_are_words_that_stay(source, spoken):
    a, b = (teller.key for teller in identity.tellers(source, SOURCE))
    said = identifying.say(spoken, a[:8], b[:8], "same", "同一件事").partition(":")[0]
    assert promises(source) == 1
    assert source.execute("select distinct how from mart.promises").fetchall() == [("person",)]
    identifying.say(spoken, a, b, "different", "")
    assert promises(source) == 2
    with pytest.raises(MisuseError, match="0 words"):
        identifying.take_back(spoken, "zz", "")
    assert identifying.take_back(spoken, said, "") == f"undone: {said}"
    assert promises(source) == 2
    with pytest.raises(MisuseError, match="the same key"):
        identifying.say(spoken, a, a, "same", "")
    with pytest.raises(MisuseError, match="nothing is called 'zz'"):
        identifying.say(spoken, a, "zz", "same", "")
