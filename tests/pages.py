"""What the docs tell people to type, and what they say comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "README.zh-CN.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
# these start a Prefect server and take half a minute each: tests/test_docs_integration.py types them
SLOW = re.compile(r"duban (run|quarterly)\b")
# this needs a terminal and answers, or the name of an entry: tests/flows/test_reviewing.py and test_walking.py type it
ANSWERED = re.compile(r"duban (review|identity)(?! list\b)")
# these change what the other commands show: tests/test_docs_integration.py types their page in its order
CHANGING = re.compile(r"duban (targets import|reextract)\b")
_BLOCK = re.compile(r"^ *```(?:sh|console|bash)\n(.*?)^ *```\n(?:\n```csv\n(.*?)^```)?", re.M | re.S)


def blocks(page: str) -> Iterator[tuple[list[str], str | None]]:
    """The lines of each shell block, comments left out, and the CSV that is shown right below it."""
    for lines, output in _BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        typed = [line.strip().removeprefix("$ ").split("  #")[0].strip() for line in lines.splitlines()]
        yield [line for line in typed if line and not line.startswith("#")], output or None


def shell_lines(page: str) -> list[str]:
    """Every line that a page shows to be typed."""
    return [line for lines, _ in blocks(page) for line in lines]


def commands() -> Iterator[tuple[str, str]]:
    """Page and line of everything to be typed that is neither slow nor answered by a person, each line once."""
    seen: dict[str, str] = {}
    for page in PAGES:
        for line in shell_lines(page):
            seen.setdefault(line, page)
    yield from (
        (page, line) for line, page in seen.items() if not any(kind.match(line) for kind in (SLOW, ANSWERED, CHANGING))
    )


def shown() -> Iterator[tuple[str, str, str]]:
    """Page, command and what the page says it prints: of a block, the last line."""
    yield from ((page, lines[-1], output) for page in PAGES for lines, output in blocks(page) if output)


def filled(data: Path) -> None:
    """What `make run` leaves in a data folder, made without Prefect; the sample's settings are in the environment."""
    from flows import keeping, pipeline, publishing, visiting
    from flows.settings import load_settings

    settings = load_settings()
    assert settings.data == data
    plan = pipeline.prepare(settings)
    with visiting.client(settings) as http:
        for source in plan.sources:
            brought = visiting.visit(source, plan.known[source.id], settings, http)
            keeping.keep(source, brought, settings, "docs")
    publishing.publish_copy(settings)
