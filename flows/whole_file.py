"""A file, or a folder, that is there as a whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.problems import MisuseError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A name beside it to write to; what was written takes the place of `path` when the block ends well."""
    if path.is_dir():
        raise MisuseError(f"{path} is a folder; name a file")
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """The same for a folder, which must not be there yet, or be empty."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise MisuseError(f"{path} is there already; name another folder, or remove it")
    unfinished = path.with_name(f".{path.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True)
        yield unfinished
        if path.exists():
            path.rmdir()
        unfinished.rename(path)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
