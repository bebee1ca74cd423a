"""An archived revision through today's readers and rules, without touching the network.

What is read as before is left as it is; what is read differently becomes a reading beside the older one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from connectors.errors import FetchError
from connectors.readers import read
from connectors.readers.attaching import with_files
from connectors.response import Response
from extraction import VERSION
from extraction.records import Extraction, Pledge
from flows.problems import Problem, problem
from flows.reading import attachments_of, understood
from flows.settings import Settings
from warehouse import archive
from warehouse.records import Revision
from warehouse.revisions import Archived


@dataclass(frozen=True, slots=True)
class Reread:
    """What today's rules read from a revision; `version` names the rules and what they read."""

    revision: Revision
    extraction: Extraction
    pledges: tuple[Pledge, ...]
    version: str


def reread(settings: Settings, one: Archived, encoding: str | None) -> Reread | None:
    """The revision read anew; None where that is what is known already. Raises what its reader raises."""
    revision, (extraction, pledges) = _read(settings, one, encoding)
    version = _version(extraction)
    if version in one.versions or _is_as_before(one, revision, extraction):
        return None
    return Reread(revision, extraction, pledges, version)


def read_batch(
    settings: Settings, revisions: Sequence[Archived], encodings: Mapping[str, str | None]
) -> tuple[list[tuple[Archived, Reread | None]], list[Problem]]:
    """Those that could be read, with what is new of them; one does not stop the others, whatever is in it."""
    read: list[tuple[Archived, Reread | None]] = []
    problems: list[Problem] = []
    for one in revisions:
        try:
            read.append((one, reread(settings, one, encodings.get(one.revision.source_id))))
        except Exception as error:
            problems.append(problem(one.revision.source_id, error))
    return read, problems


def _read(
    settings: Settings, one: Archived, encoding: str | None
) -> tuple[Revision, tuple[Extraction, tuple[Pledge, ...]]]:
    revision = one.revision
    content = archive.fetch(settings.archive, revision.sha256)
    page = read(content, revision.media_type, revision.url, encoding=encoding)
    document, attached = with_files(
        page, _from_archive(settings, revision), lambda file: hashlib.sha256(file).hexdigest()
    )
    same_files = [one.file.url for one in attached] == [file.url for file in revision.attachments]
    kept = replace(revision, attachments=attachments_of(attached)) if same_files else revision
    return kept, understood(document)


def _from_archive(settings: Settings, revision: Revision) -> Callable[[str], Response]:
    """A file as it was archived; what was not had then is not had now, for the same reason."""
    files = {file.url: file for file in revision.attachments}

    def fetch(url: str) -> Response:
        file = files.get(url)
        if file is None or file.sha256 is None:
            said = file.reason.rpartition(f"{url}: ")[2] if file else "was not archived; visit its source again"
            reason, _, remedy = said.partition("; ")
            raise FetchError(url, reason, retryable=file is not None and file.state == "waiting", remedy=remedy)
        return Response(url, 200, archive.fetch(settings.archive, file.sha256), {}, file.media_type)

    return fetch


def _version(extraction: Extraction) -> str:
    """The rules' version with a name for what they read: another program installed here may read another text."""
    return f"{VERSION}+{hashlib.sha256(repr(extraction).encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _is_as_before(one: Archived, revision: Revision, extraction: Extraction) -> bool:
    """Whether the newest reading is of the same rules, the same text and the same files."""
    newest = one.versions[-1].partition("+")[0] if one.versions else ""
    return newest == VERSION and one.text == extraction.text and one.revision.attachments == revision.attachments
