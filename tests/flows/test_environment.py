"""What a test sets ends with it: the second of these runs in the process of the first."""

from __future__ import annotations

import os


def test_one_that_sets_what_its_fixture_set_before(sample, monkeypatch):
    assert "DUBAN_HOSTS" in os.environ
    monkeypatch.setenv("DUBAN_HOSTS", "{}")  # undone after the fixture, it gives back what the fixture had set


def test_the_next_one_finds_nothing_of_it():
    assert [name for name in os.environ if name.startswith("DUBAN_")] == []
