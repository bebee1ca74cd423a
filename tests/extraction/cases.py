"""What this folder's YAML files hold: texts, and what must be read from them. Each is read once for all who ask."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C, where PyYAML was built with it: ten times as fast


@cache
def noted(name: str) -> Any:
    """What a file of this folder holds."""
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=_LOADER)


@cache
def cases(folder: str) -> list[tuple[str, dict[str, Any]]]:
    """The cases of all files of a folder, each under the name of its file with its number there."""
    files = sorted((HERE / folder).glob("*.yaml"))
    return [(f"{f.stem}-{n}", case) for f in files for n, case in enumerate(noted(f"{folder}/{f.name}"), 1)]
