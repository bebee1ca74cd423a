"""What a file is, told by its bytes. Its name and the server's word for it are not believed: an .xls is often a page.

WPS files are told by what is in them as well: a .wps holds a Word document, an .et a workbook, either as OLE or as zip.
"""

from __future__ import annotations

import io
import zipfile
from typing import Literal

Kind = Literal[
    "text", "docx", "xlsx", "pdf", "doc", "xls", "ofd", "zip", "mhtml", "image", "audio or video",
    "protected", "pptx", "ppt", "odf", "rtf", "office xml", "ole", "rar", "7z", "gzip", "tar", "bzip2", "xz", "binary",
]  # fmt: skip

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", "rtf"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"ID3", "audio or video"),
    (b"OggS", "audio or video"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# what stands in a zip, the surest first
_MEMBERS: tuple[tuple[str, Kind], ...] = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("ofd.xml", "ofd"),
)
# what stands in an OLE file
_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("encryptedpackage", "protected"),
    ("worddocument", "doc"),
    ("workbook", "xls"),
    ("book", "xls"),
    ("powerpoint document", "ppt"),
)
_PDF_WITHIN, _TAR_AT, _SNIFFED = 1024, 257, 4096


def kind_of(content: bytes) -> Kind:
    """The kind of these bytes; `text` may be text or a page, whose charset is still to be found. Never raises."""
    if content.startswith(_OLE):
        return _ole_kind(content)
    if content.startswith(_ZIP):
        return _zip_kind(content)
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return "pdf"
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    return _plain_kind(content)


def _plain_kind(content: bytes) -> Kind:
    head = content[:_SNIFFED]
    if content[:2] == b"BM" and b"\0" in head[:32]:
        return "image"
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        return "image" if head[8:12] in (b"WEBP", b"heic") else "audio or video"
    if content[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return "tar"
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "binary"
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    if start[:13].lower() == b"mime-version:" and b"multipart/related" in head:
        return "mhtml"
    if b"<?mso-application" in head or b"schemas.microsoft.com/office/word/2003" in head:
        return "office xml"
    return "text"


def _zip_kind(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
            found = next((kind for member, kind in _MEMBERS if member in names), None)
            if found is None and "mimetype" in names and archive.getinfo(names["mimetype"]).file_size < 200:
                mimetype = archive.read(names["mimetype"])
                found = "odf" if mimetype.startswith(b"application/vnd.oasis.opendocument") else None
    except Exception:  # zipfile raises a dozen kinds of errors on damaged files
        # whoever opens it says what is wrong with it
        found = next((kind for member, kind in _MEMBERS if member.encode() in content), None)
    return found or "zip"


def _ole_kind(content: bytes) -> Kind:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as file:
            streams = {"/".join(path).lower() for path in file.listdir()}
    except Exception:  # olefile raises whatever its parsing runs into
        return "ole"
    return next((kind for stream, kind in _STREAMS if stream in streams), "ole")
