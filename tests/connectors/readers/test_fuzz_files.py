"""Whatever was lost or changed in a file: a sound Document, or an error of ours in one line. `make fuzz` for long."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connectors.errors import ConnectorError
from connectors.readers import read
from extraction.document import Document
from extraction.reading import extract
from tests.connectors.readers.making import HEADER, ROWS, SENTENCE, TITLE, docx_of, xls_of, xlsx_of, zip_of
from tests.connectors.readers.making_pdf import pdf_of, table, text
from tests.connectors.readers.test_fuzz import is_sound
from tests.connectors.readers.test_ofd import ofd_of, words

_PIECES = st.sampled_from(
    (b"", b"\0", b"\xff\xff\xff\xff", b"<", b">", b'"', b"-1", b"99999999999", b"\xd8\x00", b"1e999", b" 0 R", b"/")
)
_MARKS = st.sampled_from(
    (
        b"w:val=",
        b"gridSpan",
        b"vMerge",
        b"ilvl",
        b'r="',
        b' s="',
        b"<v>",
        b"ref=",
        b"BaseLoc",
        b"DeltaX",
        b"Boundary",
        b"/Length",
        b"/Kids",
        b"xref",
        b"stream",
    )
)


@cache
def _files() -> tuple[bytes, ...]:
    rows = [[TITLE], HEADER, *ROWS]
    strings = [[str(value) for value in row] for row in [HEADER, *ROWS]]
    return (
        docx_of(TITLE, SENTENCE, rows=[HEADER, *ROWS]),
        xlsx_of(rows),
        xls_of(rows),
        ofd_of(words(TITLE, 20, 40) + words(SENTENCE, 20, 50)),
        pdf_of(text(TITLE), table(strings)),
        zip_of({"a.txt": SENTENCE.encode(), "b.xlsx": xlsx_of(rows)}),
    )


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    """A file with a few places lost, doubled or overwritten: its bytes, or those of a part inside its zip."""
    content = draw(st.sampled_from(_files()))
    if not content.startswith(b"PK") or draw(st.integers(0, 3)) == 0:
        return _changed(draw, content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    parts[name] = _changed(draw, parts[name])
    return zip_of(parts, zipfile.ZIP_STORED)


def _changed(draw: st.DrawFn, content: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 3))):
        mark = draw(st.one_of(st.just(b""), _MARKS))
        low = content.find(mark) + len(mark) if mark and mark in content else draw(st.integers(0, len(content)))
        high = min(len(content), low + draw(st.sampled_from((0, 1, 4, 30, 300))))
        kept = draw(st.sampled_from((b"", content[low:high] * 2, content[low:high][::-1])))
        content = content[:low] + draw(_PIECES) + kept + content[high:]
    return content


@settings(
    max_examples=max(60, settings().max_examples // 2), suppress_health_check=[HealthCheck.too_slow], deadline=None
)
@given(_damaged())
def test_a_damaged_file_is_a_document_or_an_error_of_ours(content: bytes) -> None:
    try:
        outcome: Document | ConnectorError = read(content, "", "file:///a")
    except ConnectorError as error:
        outcome = error
    if isinstance(outcome, Document):
        assert is_sound(outcome)
        places = outcome.places
        assert all(a.end <= b.start and a.start < a.end for a, b in pairwise(places))
        extract(outcome)
    else:
        assert str(outcome).startswith("file:///a: ")
        assert "\n" not in str(outcome)
