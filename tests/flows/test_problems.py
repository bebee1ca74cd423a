"""Every failure is one line with its remedy."""

from __future__ import annotations

import errno

import duckdb
import pytest

from connectors.errors import FetchError, UnreadableDocument
from flows.problems import CommandError, Problem, explain, is_retryable, problem


def test_a_room_s_own_error_speaks_for_itself_and_learns_its_source() -> None:
    found = problem("lin-kjj", FetchError("http://kjj.example/", "no answer in time", retryable=True, remedy="wait"))
    assert str(found) == "lin-kjj http://kjj.example/: no answer in time; wait"


def test_a_full_disk_says_that_nothing_is_lost() -> None:
    said = explain(OSError(errno.ENOSPC, "No space left on device", "data/archive/ab"))
    assert said.startswith("data/archive/ab: the disk is full")
    assert "nothing that was stored is lost" in said


def test_a_full_disk_inside_the_database() -> None:
    assert "disk is full" in explain(duckdb.IOException("IO Error: could not write: No space left on device"))


def test_want_of_memory_is_no_broken_warehouse() -> None:
    said = explain(duckdb.OutOfMemoryException("Out of Memory Error: failed to allocate data of size 16.0 MiB"))
    assert said.endswith("give it more memory, or less at once")


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file or directory", "a.txt"), "see that the path is right"),
        (PermissionError(errno.EACCES, "Permission denied", "data"), "give this user the right"),
        (IsADirectoryError(errno.EISDIR, "Is a directory", "data"), "name a file"),
        (OSError(errno.ELOOP, "Too many levels of symbolic links", "a.txt"), "leads back to itself"),
    ],
)
def test_the_system_s_errors_name_file_and_remedy(error: OSError, remedy: str) -> None:
    assert explain(error).startswith(f"{error.filename}: ")
    assert remedy in explain(error)


def test_addresses_are_written_as_people_read_them() -> None:
    escaped = "http://kjj.example/%E6%8A%A5%E5%91%8A%20a.doc"
    assert "http://kjj.example/报告%20a.doc: gone" in explain(FetchError(escaped, "gone"))
    local = UnreadableDocument("file:///srv/%E6%8A%A5%20%E5%91%8A.txt", "is empty")
    assert explain(local) == "/srv/报 告.txt: is empty; open the file and see whether a report is there"
    assert str(Problem("x-yjj", "file:///srv/%E6%8A%A5.txt: is empty")) == "x-yjj: /srv/报.txt: is empty"


def test_the_unexpected_is_one_line_too() -> None:
    said = explain(ValueError("two\nlines"))
    assert said.startswith("unexpected ValueError: two lines")


def test_a_problem_names_its_source_once() -> None:
    assert str(Problem("a", "a http://x: gone")) == "a http://x: gone"
    assert str(Problem("a", "gone")) == "a: gone"


def test_only_what_says_so_is_tried_again() -> None:
    assert is_retryable(FetchError("http://x/", "503", retryable=True))
    assert not is_retryable(CommandError("no"))
