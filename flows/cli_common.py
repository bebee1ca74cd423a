"""What the commands share. Nothing here is imported before it is used, so that the quick commands stay quick."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

if TYPE_CHECKING:
    from flows.settings import Settings

Flag = Annotated[bool, Parameter(negative=())]


def in_force() -> Settings:
    """The settings of this installation. Raises SettingsError with every mistake at once."""
    from flows.settings import load_settings

    return load_settings()


def served(sample: bool) -> AbstractContextManager[None]:
    """The bundled sample's sources and its site for what happens inside, where they are asked for."""
    if not sample:
        return nullcontext()
    from flows.samples import sample_environment

    return sample_environment()


def say(code: int, *lines: str) -> int:
    """Say each line on standard error, in characters that can be seen; returns the exit code."""
    from flows.visible import visible

    for line in lines:
        print(visible(f"duban: {line}"), file=sys.stderr)
    return code


def warn(settings: Settings) -> None:
    """Where the published copy is older than the warehouse, that is said, beside the answer and not in it."""
    from flows.publishing import behind

    if line := behind(settings):
        say(0, line)
