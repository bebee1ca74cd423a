"""Secrets that stand in Prefect blocks: read when something is sent, and kept nowhere."""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import SecretStr

from flows.channel_settings import BLOCK
from flows.problems import CommandError


def revealed(secret: SecretStr, data: Path) -> str:
    """The secret itself, with every `${block:NAME}` in it read from Prefect. Raises CommandError for an absent one."""
    return BLOCK.sub(lambda match: _block(match[1], data), secret.get_secret_value())


def _block(name: str, data: Path) -> str:
    if "prefect" not in sys.modules:
        from flows import prefect_env

        prefect_env.prepare(data)
    from prefect.blocks.system import Secret

    try:
        return str(Secret.load(name).get())  # type: ignore[union-attr]
    except ValueError as error:
        remedy = f"prefect block create secret, or write it as ${{NAME}} from the environment, instead of {name}"
        raise CommandError(f"Prefect has no block secret/{name}; {remedy}") from error
