"""Words that stand for plainer ones: how one of them is told, and the edits that write the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extraction.records import Edit


@dataclass(frozen=True, slots=True)
class Plainer:
    """One of them: what is sought where one of `holds` stands, and what is written for each of its groups."""

    holds: tuple[str, ...]
    said: re.Pattern[str]
    instead: Mapping[str, str]  # templates; a group that took no part is left alone


def in_plain_words(text: str, plainer: Sequence[Plainer]) -> Iterator[Edit]:
    """The edits that write the plain words of all of them."""
    for one in plainer:
        if not any(word in text for word in one.holds):
            continue
        for match in one.said.finditer(text):
            for group, words in one.instead.items():
                if match.start(group) >= 0:
                    yield *match.span(group), match.expand(words)
