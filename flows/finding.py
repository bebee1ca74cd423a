"""What `duban doctor` found: one line each, with what to do where something is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "note", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `note` is worth knowing and stops nothing; `wrong` needs a person."""

    state: State
    about: str
    said: str
    remedy: str = ""

    def __str__(self) -> str:
        line = f"{self.state:<6}{self.about:<12}{self.said}"
        return f"{line}; {self.remedy}" if self.remedy else line


def ok(about: str, said: str) -> Finding:
    """All is well there."""
    return Finding("ok", about, said)


def note(about: str, said: str, remedy: str = "") -> Finding:
    """Worth knowing."""
    return Finding("note", about, said, remedy)


def wrong(about: str, said: str, remedy: str) -> Finding:
    """Something to mend."""
    return Finding("wrong", about, said, remedy)
