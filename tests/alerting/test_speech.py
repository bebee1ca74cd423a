"""English says everything that Chinese says, with the same figures; Chinese needs no catalogue."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import alerting
from alerting.digest import digest
from alerting.found_words import found_words
from alerting.speech import language, say, speaking
from tests.alerting.findings import finding
from tests.alerting.quarter import AT, bundle, city
from tests.alerting.rows import row
from warehouse.records import RuleName

ROOM = Path(alerting.__file__).parent
# what the report, the settings and a person said stays as they said it
THEIRS = re.compile(
    "云川市|科学技术局|水利局|教育局|民政局|新增入库科技型中小企业|堤防加固|养老床位|规上工业增加值增速|增长|[0-9]家|[0-9]起|"
    "[0-9]件|建成投用|底前|达到|年底集中验收|王某|其余企业正在培育|月"
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
METHODS = [("**.py", "python"), ("templates/**.j2", "jinja2")]


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_catalogue_has_every_word_and_nothing_else() -> None:
    said = {str(found[2]) for found in extract_from_dir(str(ROOM), METHODS, keywords={"say": None})}
    with (ROOM / "locale" / "en.po").open("rb") as file:
        known = {str(message.id): str(message.string) for message in read_po(file, locale="en") if message.id}
    assert said == set(known)
    for chinese, english in known.items():
        assert fields(chinese) == fields(english), chinese
        assert english.strip() or not chinese.strip()
        assert not CHINESE.search(english), english


def test_what_is_ours_is_english_in_an_english_message() -> None:
    sent = digest(city(), at=AT, language="en")
    quoted = re.compile(r"\s*(\d+\. |■|Text:|Lead:|Task:|Source:|Claim:)")
    ours = [line for line in sent.text.splitlines() if not quoted.match(line)]
    for line in ours:
        assert not CHINESE.search(THEIRS.sub("", line)), line
    assert sent.subject.startswith("[Duban] 云川市, Q3 2026: 5 behind (2 severely), claim against figure: 1")


@pytest.mark.parametrize("name", get_args(RuleName))
def test_what_each_rule_found_is_said_in_english(name: RuleName) -> None:
    known = row(stated_completion=Decimal("0.9"), claim_text="Going well, going well")
    about = {"overdue": "yunchuan-kjj"}.get(name, "k1")
    for day in (date(2026, 11, 2), date(2031, 1, 28)):
        words = "栏目长期没有新条目，可能已改在别处发布" if name == "broken" else f"中文，{day.year}年放假安排未知"
        found = finding(name, about, words=words, due=day)
        with speaking("en"):
            said = found_words(found, known)
        assert said or name in ("lagging", "back_on_track")
        assert not CHINESE.search(said)
        assert ("holidays of" in said) == (name == "overdue")
        assert found_words(found, known) == words


def test_the_language_is_that_of_the_block() -> None:
    assert (language(), say("滞后")) == ("zh", "滞后")
    with speaking("en"):
        assert (language(), say("滞后")) == ("en", "behind")
        assert say("{word}{n}项", word="滞后 {n}", n=3) == "滞后 {n}: 3"
    assert language() == "zh"


def test_the_same_news_is_the_same_message_in_either_language() -> None:
    chinese, english = (digest(bundle(), at=AT, language=one) for one in ("zh", "en"))
    assert chinese.message_id == english.message_id
    assert chinese.text != english.text
