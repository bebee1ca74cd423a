"""`duban reread`: the archive through today's readers and rules, without touching the network.

What is read as before is left as it is; what is read differently becomes a reading beside the older one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from connectors.errors import FetchError
from connectors.readers import read
from connectors.readers.attaching import with_files
from connectors.response import Response
from connectors.source import load_sources
from extraction import VERSION
from extraction.reading import extract
from extraction.records import Extraction
from flows.keeping import writer
from flows.problems import MisuseError, Problem, problem
from flows.publishing import publish_copy
from flows.reading import attachments_of
from flows.settings import Settings
from warehouse import archive
from warehouse.bulk import load_many
from warehouse.records import Revision
from warehouse.revisions import Archived, archived
from warehouse.rows import Incoming


def reread(settings: Settings, only: Sequence[str] = ()) -> tuple[int, int, tuple[Problem, ...]]:
    """Read every archived revision of the sources named, or of all; returns how many, how many came out differently.

    Raises MisuseError for a source of which nothing is archived.
    """
    encodings = {source.id: source.encoding for source in load_sources(settings.sources)[0]}
    with writer(settings) as con:
        revisions = archived(con)
    if missing := set(only) - {one.revision.source_id for one in revisions}:
        raise MisuseError(f"nothing is archived of {', '.join(sorted(missing))}; 'duban sources list' shows the names")
    chosen = [one for one in revisions if not only or one.revision.source_id in only]
    changed, problems = [], []
    for one in chosen:
        try:
            revision, extraction = _read(settings, one, encodings.get(one.revision.source_id))
        except Exception as error:  # one revision must not stop the others, whatever is in it
            problems.append(problem(one.revision.source_id, error))
            continue
        if _version(extraction) not in one.versions and not _is_as_before(one, revision, extraction):
            changed.append((revision, extraction))
    _keep(settings, changed)
    return len(chosen), len(changed), tuple(problems)


def _read(settings: Settings, one: Archived, encoding: str | None) -> tuple[Revision, Extraction]:
    revision = one.revision
    content = archive.fetch(settings.archive, revision.sha256)
    page = read(content, revision.media_type, revision.url, encoding=encoding)
    document, attached = with_files(
        page, _from_archive(settings, revision), lambda file: hashlib.sha256(file).hexdigest()
    )
    same_files = [one.file.url for one in attached] == [file.url for file in revision.attachments]
    kept = replace(revision, attachments=attachments_of(attached)) if same_files else revision
    return kept, extract(document)


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


def _keep(settings: Settings, changed: Sequence[tuple[Revision, Extraction]]) -> None:
    if not changed:
        return
    run_id = f"reread-{uuid4().hex}"
    with writer(settings) as con:
        incoming = [Incoming(revision, extraction, _version(extraction)) for revision, extraction in changed]
        for refusal in load_many(con, incoming, run_id=run_id, known_at=datetime.now(UTC)).refused:
            raise refusal
    publish_copy(settings)
