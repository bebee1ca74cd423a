"""The sheet that goes with a mail, as a spreadsheet program reads it."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any, Literal

import pytest
from openpyxl import load_workbook

from alerting.decide import decide
from alerting.digest import digest
from flows.attaching import attachments
from flows.sending import standard
from tests.alerting.quarter import AT, TODAY, bundle, city
from tests.alerting.rows import row

FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x.example")')


def data(found: Any) -> dict[str, Any]:
    made: dict[str, Any] = standard(json.loads(digest(found, at=AT).payload))["data"]
    return made


def cells(content: bytes) -> list[list[Any]]:
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    return [[cell.value for cell in line] for line in sheet.iter_rows()]


@pytest.mark.parametrize(("language", "first"), [("zh", "部门"), ("en", "Bureau")])
def test_every_row_of_the_message_is_in_the_sheet(language: Literal["zh", "en"], first: str) -> None:
    (file,) = attachments(data(city()), language)
    header, *rows = cells(file.content)
    assert file.name == "duban-2026Q3.xlsx"
    assert (header[0], len(header)) == (first, 25)
    assert [line[0][3:] for line in rows] == ["科学技术局"] * 6 + ["水利局", "教育局"]
    worst = rows[0]
    assert (worst[5], worst[9], worst[10], worst[11], worst[13]) == ("新增入库科技型中小企业", 0.35, 0.75, -40, 3)
    assert worst[18].startswith("截至9月底")


def test_a_row_that_the_mail_cuts_is_in_the_sheet() -> None:
    found = bundle(decide([row(f"k{number}") for number in range(200)], [], today=TODAY))
    assert len(cells(attachments(data(found), "zh")[0].content)) == 201


@pytest.mark.parametrize("words", [*FORMULAS, "\u202e逆\u2066", "长" * 10_000, "a\r\nb\x00\x0b", "<b>"])
def test_no_text_of_others_is_a_formula_or_acts(words: str) -> None:
    evil = row(name=words, claim_text=words, target_text=words, report_title=words, departments=(words,))
    (file,) = attachments(data(bundle(decide([replace(evil, sentence=words, marks=())], [], today=TODAY))), "zh")
    sheet = load_workbook(io.BytesIO(file.content)).active
    assert sheet is not None
    for line in sheet.iter_rows():
        for cell in line:
            assert cell.data_type != "f"
            assert not isinstance(cell.value, str) or cell.value.isprintable()


def test_nothing_goes_with_another_message() -> None:
    assert attachments({"version": 2}, "zh") == ()
