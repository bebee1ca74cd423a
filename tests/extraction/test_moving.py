"""What was read of a text in another order stands where the text has it."""

from __future__ import annotations

from datetime import date

from extraction.document import Document
from extraction.reading import extract
from extraction.text.moving import Moves, Piece

TEXT = """区2024年实事进度
今年确定三件实事:一是修缮祠堂7处;二是疏浚沟渠31公里;三是栽植果树5200株。
第1件实事:修缮4处。
第2件实事:疏浚26公里。
第3件实事:栽植5400株。
"""


def test_every_span_holds_its_characters() -> None:
    read = extract(Document.from_text(TEXT), as_of=date(2024, 9, 30))
    indicators = [i for task in read.tasks for i in task.indicators]
    assert [(i.target.text, i.actual.text) for i in indicators if i.target and i.actual] == [
        ("7处", "4处"),
        ("31公里", "26公里"),
        ("5200株", "5400株"),
    ]
    for told in [*read.quantities, *(i.target for i in indicators), *(i.actual for i in indicators)]:
        assert told is not None
        assert told.start is not None
        assert TEXT[told.start : told.end] == told.text
    assert [q.start for q in read.quantities] == sorted(q.start for q in read.quantities)
    assert all(task.start < task.end for task in read.tasks)


def test_places_go_there_and_back() -> None:
    moves = Moves("abcdef", [Piece(4, 6), Piece(6, 6, "!"), Piece(0, 2), Piece(2, 4, "XYZ")])
    assert moves.moved() == "ef!abXYZ"
    assert [moves.place(n) for n in (0, 1, 4, 5)] == [3, 4, 0, 1]
    assert moves.span(3, 5) == (0, 2)
    assert moves.span(5, 6) == (2, 4)
    assert moves.span(0, 5) == (4, 6)  # goes over to another stretch: the first alone
    assert moves.span(4, 4) == (1, 1)
