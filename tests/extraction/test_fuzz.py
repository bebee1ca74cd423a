"""Whatever the text: an answer, in good time, whose every word is the text's. `make fuzz` runs it for long."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from extraction.document import Document
from extraction.numbers.quantities import scan
from extraction.reading import extract
from extraction.records import Extraction, Indicator
from extraction.words.folding import fold
from tests.extraction.writing import adding_up, anything, damaged, grammatical

TEXTS = st.one_of(grammatical(), damaged(), adding_up(), anything())
CUTOFFS = st.one_of(st.none(), st.dates())


@given(TEXTS, CUTOFFS)
@example("", None)
@example("\ud800一、新增企业\udfff5家。\0", None)
@example("9" * 400 + "家", date(1, 1, 1))
@example("一、4，0，分别PM2.5确保二0一三家，\n目标\u20280\r\n\n", None)  # a plan of one word, as if a table were turned
@example("计划建设厂房31栋,完工5栋、正在施工10栋、在建12栋,占年度任务的71%。", date(2024, 9, 30))  # those at work alone
@example("序号|\n项目名称|\n年度目标|\n完成情况\n0|\n0\n0\n", None)  # a header of cells that nothing follows
@example("表1:\n县(市) 年度目标增速(%) 1-6月增速(%) 排位\n兴川市 11 12.4 1\n普兴县 10 3.1 3\n", None)  # growths alone
def test_every_text_has_an_answer_in_good_time(text: str, as_of: date | None) -> None:
    begun = time.process_time()
    extraction = extract(Document.from_text(text), as_of=as_of)
    assert time.process_time() - begun < 2 + 0.002 * len(text)
    assert extraction.text == text


@given(TEXTS)
def test_what_is_quoted_stands_there(text: str) -> None:
    extraction = extract(Document.from_text(text))
    for quoted, start, end in _quotations(extraction):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == quoted


@given(TEXTS)
@example("1.0.26\x0c〇；5—〇\u202800000100—八成，\n")  # a name that ended inside a number
@example("1.地区生产总值(第1项):增长6.1%。\n2.投资(第3项):增长6%。\n")  # places on a list, told in digits
@example("PM2.5〇点〇〇家\n")  # a number in Chinese that lengthened the name before it
def test_every_number_is_in_the_ledger_once(text: str) -> None:
    ledger = extract(Document.from_text(text)).quantities
    assert all(a.end <= b.start for a, b in pairwise(ledger))
    covered = {place for q in ledger for place in range(q.start, q.end)}
    assert [i for i, c in enumerate(fold(text)) if c.isdecimal() and i not in covered] == []


@given(TEXTS)
def test_folding_keeps_every_position(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert all(folded[q.start : q.end] == q.text for q in scan(folded))


@given(TEXTS)
def test_tasks_stand_in_the_text_in_order(text: str) -> None:
    tasks = extract(Document.from_text(text)).tasks
    assert all(0 <= task.start <= task.end <= len(text) for task in tasks)
    assert [task.start for task in tasks] == sorted(task.start for task in tasks)
    assert all(0 <= i.confidence <= 1 for task in tasks for i in task.indicators)


def _quotations(extraction: Extraction) -> list[tuple[str, int, int]]:
    out = [(q.text, q.start, q.end) for q in extraction.quantities]
    for task in extraction.tasks:
        for indicator in task.indicators:
            out += _quoted_by(indicator)
    return out


def _quoted_by(indicator: Indicator) -> list[tuple[str, int, int]]:
    out = [(c.text, c.start, c.end) for c in indicator.claims]
    if indicator.actual is not None:
        out.append((indicator.actual.text, indicator.actual.start, indicator.actual.end))
    target = indicator.target
    if target is not None and target.start is not None and target.end is not None:
        out.append((target.text, target.start, target.end))
    return out
