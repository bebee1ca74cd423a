"""The programs themselves where they are installed; where not, stand-ins that keep their contract on the command line."""

from __future__ import annotations

import shutil
import stat
import time
from pathlib import Path

import pytest

from connectors.errors import UnreadableDocument
from connectors.readers import kinds, legacy, read
from extraction.reading import extract
from tests.connectors.readers.making import HEADER, ROWS, SENTENCE, TITLE, docx_of, ole_of

URL = "file:///报告.wps"
# title, sentence and table of making.py, saved by LibreOffice in the format of Word 97
DOC = (Path(__file__).parent / "data" / "report.doc").read_bytes()
RTF = rb"{\rtf1\ansi\uc1 " + b"".join(rb"\u%d?" % ord(c) for c in SENTENCE) + rb"\par}"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is all of PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def old_word() -> bytes:
    """An OLE file with the stream that tells a Word document."""
    return ole_of("WordDocument")


def program(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def test_without_a_program_the_remedy_is_said(path: Path, old_word: bytes) -> None:
    assert kinds.kind_of(old_word) == "doc"
    with pytest.raises(UnreadableDocument, match="cannot be read here; install LibreOffice or antiword"):
        read(old_word, "application/msword", URL)
    with pytest.raises(UnreadableDocument, match="in RTF, which cannot be read here"):
        read(RTF, "", URL)


def test_antiword_gives_text_and_rows_with_bars(path: Path, old_word: bytes) -> None:
    rows = "\n".join("|" + "|".join(map(str, row)) + "|" for row in [HEADER, *ROWS])
    said = path / "said.txt"
    said.write_text(f"\n{TITLE}\n\n{rows}\n", encoding="utf-8")
    program(path, "antiword", f'[ "$1 $2 $3 $4" = "-m UTF-8.txt -w 0" ] && [ -s "$5" ] && /bin/cat {said}')
    extraction = extract(read(old_word, "", URL))
    assert [i.actual.text for task in extraction.tasks for i in task.indicators if i.actual] == ["1560户", "66公里"]


def test_libreoffice_is_asked_for_a_docx_with_a_profile_of_its_own(path: Path, old_word: bytes) -> None:
    made = path / "made.docx"
    made.write_bytes(docx_of(TITLE, SENTENCE))
    careful = '/bin/grep -q DisableMacrosExecution "$(/bin/echo $1 | /bin/sed s,-env:UserInstallation=file://,,)/user/registrymodifications.xcu"'
    program(
        path,
        "soffice",
        f'{careful} && [ "$2 $3 $4 $5 $6" = "--headless --norestore --convert-to docx --outdir" ] && /bin/cp {made} "$7/document.docx"',
    )
    program(path, "antiword", "/bin/echo antiword was asked")
    document = read(old_word, "", URL)
    assert document.text == f"{TITLE}\n{SENTENCE}"
    assert document.places[1].words == "第2段"


@pytest.mark.parametrize("script", ["exit 1", "exit 0", '/bin/echo broken > "$7/document.docx"'])
def test_a_program_that_fails_leaves_it_to_the_next(path: Path, old_word: bytes, script: str) -> None:
    program(path, "soffice", script)
    with pytest.raises(UnreadableDocument, match="no program here finds text"):
        read(old_word, "", URL)
    program(path, "antiword", f"/bin/echo {SENTENCE}")
    assert read(old_word, "", URL).text.strip() == SENTENCE


def test_a_program_that_hangs_is_ended_with_its_children(
    path: Path, old_word: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "TIMEOUT_S", 0.3)
    alive = path / "alive"
    program(path, "antiword", f"(/bin/sleep 1; /bin/echo x > {alive}) & /bin/sleep 30")
    with pytest.raises(UnreadableDocument, match="no program here finds text"):
        read(old_word, "", URL)
    time.sleep(1.2)
    assert not alive.exists()


def figures(content: bytes) -> list[str]:
    extraction = extract(read(content, "application/msword", "http://a.example/%E6%8A%A5%E5%91%8A.doc"))
    return [each.actual.text for task in extraction.tasks for each in task.indicators if each.actual]


@pytest.mark.skipif(not shutil.which("antiword"), reason="antiword is not installed")
def test_the_real_antiword(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "_OFFICE", ())
    assert DOC.startswith(b"\xd0\xcf\x11\xe0")
    assert figures(DOC) == ["1560户", "66公里"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_the_real_libreoffice() -> None:
    assert figures(DOC) == ["1560户", "66公里"]
    assert [len(table.cells) for table in read(DOC, "", URL).tables] == [15]
    assert read(RTF, "", URL).text == SENTENCE
