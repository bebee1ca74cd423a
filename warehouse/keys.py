"""The names of things: made from what a thing is, so that the same thing gets the same name whenever it is loaded.

An indicator's key follows its words: a bureau that renames a promise, or leaves out its clause number, from one quarter
to the next starts a new key, which warehouse/identity.py joins to the older one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from extraction.records import Indicator, Task
from warehouse.records import Attachment, Revision

# the same promise may read as a sum in spring and as a level in autumn; a rate or a limit is another promise
_FAMILIES = {"cumulative": "amount", "level": "amount"}


class Names(NamedTuple):
    """What a document, its revision, and what a version of the extraction reads from that are called."""

    document_id: str
    revision_id: str
    extraction_id: str


def names_of(revision: Revision, version: str) -> Names:
    """The names of a revision, of its document, and of what `version` reads from it."""
    document = document_id(revision.source_id, revision.url)
    contents = revision_id(document, revision.sha256, revision.attachments)
    return Names(document, contents, extraction_id(contents, version))


def document_id(source_id: str, url: str) -> str:
    """A thing published at an address."""
    return _key(source_id, url)


def revision_id(document: str, sha256: str, attachments: Iterable[Attachment] = ()) -> str:
    """One content of a document, with the contents of its attachments where there are any."""
    contents = [attachment.sha256 for attachment in attachments if attachment.sha256]
    return _key(document, sha256, *contents)


def extraction_id(revision: str, version: str) -> str:
    """One revision as one version of the extraction reads it."""
    return _key(revision, version)


def indicator_keys(source_id: str, year: int | None, tasks: Iterable[Task]) -> Iterator[str]:
    """One key for each indicator, in the order of the report; a second indicator of the same identity gets a number."""
    seen: Counter[str] = Counter()
    for task in tasks:
        for indicator in task.indicators:
            key = _indicator_key(source_id, year, task, indicator)
            seen[key] += 1
            yield key if seen[key] == 1 else _key(key, seen[key])


def _indicator_key(source_id: str, year: int | None, task: Task, indicator: Indicator) -> str:
    return _key(
        source_id,
        year,
        task.clauses or _folded_title(task.title),
        indicator.folded,
        indicator.qualifiers,
        indicator.owner,
        indicator.tier,
        family(indicator.kind),
        interim_month(indicator.kind, indicator.due),
    )


def family(kind: str) -> str:
    """The kind as far as it keeps two promises apart."""
    return _FAMILIES.get(kind, kind)


def interim_month(kind: str, due: date | None) -> int | None:
    """半年 40 % and the year's goal are two promises; a milestone is one, whenever it is due."""
    if kind == "milestone" or due is None or due.month == 12:
        return None
    return due.month


def _folded_title(title: str) -> str:
    """A heading without numbers, punctuation and spaces, which change where the task does not."""
    return re.sub(r"[\W\d_]+", "", unicodedata.normalize("NFKC", title))


def _key(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
