"""Kinds of files that are not read here, each with what to do about it."""

from __future__ import annotations

from connectors.errors import UnreadableDocument
from connectors.readers.kinds import Kind

_AS_TEXT = "save its text as a .txt or .docx file and read that"
_UNPACK = "unpack it and read what is in it, or ask the bureau for a zip"
_NO_PASSWORD = "ask the bureau for the file without a password"
_SAVE_NEW = "open it in Word or WPS and save it as docx, xlsx or pdf"
_KINDS: dict[Kind, tuple[str, str]] = {
    "audio or video": ("is a recording", "see whether the bureau publishes the text as well"),
    "protected": ("is an Office file that asks for a password", _NO_PASSWORD),
    "pptx": ("is a presentation", _AS_TEXT),
    "ppt": ("is a presentation", _AS_TEXT),
    "odf": ("is an OpenDocument file", _SAVE_NEW),
    "office xml": ("is an XML file of Word or Excel 2003", _SAVE_NEW),
    "ole": ("is a damaged or unknown file of the old Office format", _SAVE_NEW),
    "rar": ("is a rar archive", _UNPACK),
    "7z": ("is a 7z archive", _UNPACK),
    "gzip": ("is a gzip file", _UNPACK),
    "bzip2": ("is a bzip2 file", _UNPACK),
    "xz": ("is an xz file", _UNPACK),
    "tar": ("is a tar archive", _UNPACK),
    "binary": ("is neither text nor a document but binary", _AS_TEXT),
}


def refuse(kind: Kind, url: str) -> UnreadableDocument:
    """The error for a kind that cannot be read here."""
    what, remedy = _KINDS[kind]
    return UnreadableDocument(url, f"{what}, which is not read", remedy)


def is_refused(kind: Kind) -> bool:
    """Whether no reader here takes the kind."""
    return kind in _KINDS
