"""Old Word files (.doc, .wps) and RTF, by a program of this machine: LibreOffice keeps tables, antiword the text.

Without either the file cannot be read here; nothing is guessed from its bytes.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from connectors.errors import UnreadableDocument
from extraction.document import Document

TIMEOUT_S = 120
_INSTALL = "install LibreOffice or antiword on this machine, or open it in Word or WPS and save it as docx"
_SAVE = "open it in Word or WPS and save it as docx"
_OFFICE = ("soffice", "libreoffice")
# a document may name pictures and templates of other sites, and macros: nothing of it is followed or run
_NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
_CAREFUL = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def read_doc(content: bytes, url: str) -> Document:
    """The document of an old Word file. Raises UnreadableDocument, also where no program here reads it."""
    return _read(content, url, ".doc", "of the old Word format")


def read_rtf(content: bytes, url: str) -> Document:
    """The document of an RTF file; the same holds."""
    return _read(content, url, ".rtf", "in RTF")


def _read(content: bytes, url: str, suffix: str, what: str) -> Document:
    office = next(filter(None, map(shutil.which, _OFFICE)), None)
    antiword = shutil.which("antiword") if suffix == ".doc" else None
    if not (office or antiword):
        raise UnreadableDocument(url, f"is a document {what}, which cannot be read here", _INSTALL)
    with tempfile.TemporaryDirectory(prefix="duban-") as name:
        folder = Path(name)
        file = folder / f"document{suffix}"
        file.write_bytes(content)
        found = (_by_office(office, file, url) if office else None) or (
            _by_antiword(antiword, file) if antiword else None
        )
    if found is None or not found.text.strip():
        raise UnreadableDocument(url, f"is a document {what} in which no program here finds text", _SAVE)
    return found


def _by_office(program: str, file: Path, url: str) -> Document | None:
    """Through a docx. A profile of its own: an office that somebody has open would take the order and lose it."""
    from connectors.readers.docx import read_docx

    profile = file.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_CAREFUL, encoding="utf-8")
    order = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to", "docx"]
    _run([*order, "--outdir", str(file.parent), str(file)], file.parent)
    made = file.with_suffix(".docx")
    try:
        return read_docx(made.read_bytes(), url) if made.exists() else None
    except UnreadableDocument:
        return None


def _by_antiword(program: str, file: Path) -> Document | None:
    """As text whose lines are not broken; a table comes as rows with bars, which extraction reads."""
    said = _run([program, "-m", "UTF-8.txt", "-w", "0", str(file)], file.parent)
    text = said.decode("utf-8", errors="replace")
    return Document.from_text(text) if text.strip() else None


def _run(order: list[str], folder: Path) -> bytes:
    """What the program printed; nothing where it failed or took too long, and then none of its children is left."""
    environ = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8", **_NO_NETWORK}
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    try:
        with subprocess.Popen(
            order, stdin=null, stdout=pipe, stderr=null, env=environ, cwd=folder, start_new_session=True
        ) as process:
            try:
                said, _ = process.communicate(timeout=TIMEOUT_S)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                return b""
            return said if process.returncode == 0 else b""
    except OSError:
        return b""
