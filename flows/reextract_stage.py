"""What a re-extraction has read so far, in a folder beside the warehouse: killed, the next one goes on from there.

Readings lie in batches as workers write them; a line for each revision says that it is done, and is written after its
batch. A stage of other rules, or from before another reader was installed, is of no use and is taken away.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

from extraction import VERSION
from flows.archive_reading import Reread
from flows.settings import Settings
from warehouse.batch import write_batch
from warehouse.revisions import Archived
from warehouse.rows import Incoming

_DONE = "done.jsonl"
Line = tuple[str, str, str | None]  # the key of a revision, its outcome, its batch


def key_of(one: Archived) -> str:
    """Names the revision and what was known of it, so that one read meanwhile is read again."""
    revision = one.revision
    known = (revision.source_id, revision.url, revision.sha256, one.versions, repr(revision.attachments))
    return hashlib.sha256(repr(known).encode()).hexdigest()[:16]


def written(folder: Path, read: Sequence[tuple[Archived, Reread | None]]) -> list[Line]:
    """Write what is read differently as a batch of the stage; returns a line for each revision, for `note`."""
    changed = [new for _, new in read if new and not new.pledges]
    name = uuid4().hex[:12] if changed else None
    if name:
        write_batch(folder / name, [Incoming(one.revision, one.extraction, one.version) for one in changed])
    return [(key_of(one), *_outcome(new, name)) for one, new in read]


def _outcome(new: Reread | None, batch: str | None) -> tuple[str, str | None]:
    if new is None:
        return "same", None
    return ("plan", None) if new.pledges else ("read", batch)


class ReextractStage:
    """The stage of today's rules; `outcome` of a revision is same, read (with its batch) or plan."""

    def __init__(self, settings: Settings) -> None:
        root = settings.data / "reextract"
        self.folder = root / hashlib.sha256(repr((VERSION, _readers())).encode()).hexdigest()[:12]
        for other in root.glob("*") if root.is_dir() else ():
            if other != self.folder:
                shutil.rmtree(other, ignore_errors=True)
        self.done: dict[str, tuple[str, str | None]] = dict(_lines(self.folder / _DONE))

    def note(self, lines: Sequence[Line]) -> None:
        """Write down that these are read; what they gave is written by now."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / _DONE).open("a", encoding="utf-8") as file:
            for key, outcome, batch in lines:
                self.done[key] = (outcome, batch)
                file.write(json.dumps([key, outcome, batch]) + "\n")

    def batches(self, chosen: Sequence[Archived]) -> list[Path]:
        """The batches in which readings of these revisions lie, in the order in which they were written."""
        names = [self.done[key_of(one)][1] for one in chosen if key_of(one) in self.done]
        return [self.folder / name for name in dict.fromkeys(names) if name]

    def plans(self, chosen: Sequence[Archived]) -> list[Archived]:
        """Those of them that are breakdown documents: they go to the register."""
        return [one for one in chosen if self.done.get(key_of(one), ("", None))[0] == "plan"]

    def clear(self) -> None:
        """Take the stage away, once it was accepted."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _readers() -> tuple[bool, ...]:
    """Which programs and packages that read more are installed."""
    programs = [shutil.which(name) is not None for name in ("soffice", "libreoffice", "antiword")]
    return (*programs, find_spec("rapidocr") is not None)


def _lines(path: Path) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """Every whole line; the last one may have been cut off by a kill."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            key, outcome, batch = json.loads(line)
        except ValueError:
            continue
        yield key, (outcome, batch)
