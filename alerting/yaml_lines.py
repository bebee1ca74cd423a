"""YAML with the line that every key and value stands in, so that a mistake is found where it was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

Path = tuple[str | int, ...]
DEEPEST = 12  # places inside places; what goes deeper holds itself


@dataclass(frozen=True, slots=True)
class Lined:
    """A YAML text's content, the line (from 1) of each place in it, and what is wrong with the text itself."""

    content: Any
    lines: dict[Path, int]
    problems: tuple[tuple[int, str], ...] = ()

    def line(self, path: Path) -> int:
        """The line of a place, or of the nearest place around it that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_lined(text: str) -> Lined:
    """The text with its lines. A text that is no YAML is one problem; a key that stands twice is one each."""
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        content = loader.construct_document(node) if node else {}
    except yaml.YAMLError as error:
        words = getattr(error, "problem", None) or " ".join(str(error).split())
        return Lined(None, {}, ((_line_of(error, text), f"not readable as YAML: {words}"),))
    lines: dict[Path, int] = {}
    return Lined(content, lines, tuple(_walk(node, (), lines)) if node else ())


def _line_of(error: yaml.YAMLError, text: str) -> int:
    """Where it stands; a sign that no YAML may have is counted from the beginning."""
    if isinstance(error, yaml.reader.ReaderError):
        return text.count("\n", 0, int(error.position)) + 1
    mark = getattr(error, "problem_mark", None)
    return int(mark.line) + 1 if mark else 1


def _walk(node: yaml.Node, path: Path, lines: dict[Path, int]) -> Iterator[tuple[int, str]]:
    if len(path) > DEEPEST:
        yield node.start_mark.line + 1, "holds itself (&, *); write it out"
        return
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _walk(item, (*path, number), lines)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*path, _key(key))
            if inner in lines:
                yield key.start_mark.line + 1, f"'{key.value}' stands here a second time"
                continue
            lines[inner] = key.start_mark.line + 1
            yield from _walk(value, inner, lines)


def _key(node: yaml.Node) -> str | int:
    return int(node.value) if node.tag == "tag:yaml.org,2002:int" else str(node.value)
