"""Whether a confidence means what it says: of the links with confidence 0.9, nine in ten must be right.

    python -m benchmarks.calibration [FOLDER ...] [--variants N]

Reads every annotated report of the folders (benchmarks/cases, and others in the same format), and N variants of each in
which every amount is multiplied by a number of its own, so that shares, sums and order stay what they are. Prints how
many links there were in each range of confidence, how many of them were right, and which were wrong with --wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from extraction.document import Document
from extraction.numbers.quantities import scan
from extraction.reading import extract
from extraction.records import Indicator
from extraction.words.folding import fold

CASES = Path(__file__).with_name("cases")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
_MAGNITUDES = {"万亿": 12, "千亿": 11, "百亿": 10, "亿": 8, "億": 8, "千万": 7, "百万": 6, "万": 4, "萬": 4}
_AMOUNT = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Linked:
    """A link that the extraction made, with what the annotation says of it."""

    case: str
    name: str
    confidence: float
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[CASES])
    parser.add_argument("--variants", type=int, default=2)
    parser.add_argument("--wrong", action="store_true", help="list the links that are wrong")
    options = parser.parse_args()
    links = [link for folder in options.folders for path in sorted(folder.glob("*.json"))
             for link in _links(path, options.variants)]  # fmt: skip
    print("\n".join(table(links)))
    if options.wrong:
        print("\n".join(f"{link.case}: {link.name} ({link.confidence})" for link in links if not link.right))


def table(links: list[Linked]) -> list[str]:
    """The reliability table: range of confidence, links, mean confidence, share that is right."""
    lines = [f"{'confidence':<12}{'links':>7}{'said':>8}{'right':>8}"]
    for low, high in pairwise(BINS):
        inside = [link for link in links if low <= link.confidence < high]
        if inside:
            said = sum(link.confidence for link in inside) / len(inside)
            right = sum(link.right for link in inside) / len(inside)
            lines.append(f"{low:.2f}-{min(high, 1):.2f}{'':<3}{len(inside):>7}{said:>8.3f}{right:>8.3f}")
    right = sum(link.right for link in links)
    return [*lines, f"{'all':<12}{len(links):>7}{'':>8}{right / len(links) if links else 0:>8.3f}"]


def _links(path: Path, variants: int) -> Iterator[Linked]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    as_of = date.fromisoformat(gold["as_of"]) if gold["as_of"] else None
    for number in range(variants + 1):
        factor = 1 if number == 0 else random.Random(f"{path.stem}{number}").choice((2, 3, 7, 11, 13))
        shown = _scaled(text, factor)
        for task in extract(Document.from_text(shown), as_of=as_of).tasks:
            for indicator in task.indicators:
                if indicator.actual is not None or indicator.stated_completion is not None:
                    right = any(_is(indicator, pair, factor) for pair in gold["pairs"])
                    yield Linked(f"{path.stem}/{number}", indicator.name, indicator.confidence, right)


def _scaled(text: str, factor: int) -> str:
    """The text with every amount in digits multiplied; shares, dates and names stay."""
    if factor == 1:
        return text
    out, position = [], 0
    for quantity in scan(fold(text)):
        digits = _AMOUNT.match(text, quantity.start)
        if quantity.role != "context" or quantity.is_percent or not quantity.noun or digits is None:
            continue
        out += [text[position : quantity.start], str(Decimal(digits.group()) * factor)]
        position = digits.end()
    return "".join([*out, text[position:]])


def _is(indicator: Indicator, pair: dict[str, Any], factor: int) -> bool:
    found = indicator.target.value * indicator.target.magnitude if indicator.target else None
    unsaid = pair["target"] is None and (indicator.target is None or indicator.target.start is None)
    implied = indicator.target is None and pair.get("target_implied")
    if not (unsaid or implied or found in _bases(pair["target"], factor)):
        return False
    if indicator.actual is not None:
        return indicator.actual.value * indicator.actual.magnitude in _bases(pair["actual"], factor)
    stated = pair["stated_completion_pct"]
    share = indicator.stated_completion
    return stated is not None and share is not None and abs(share * 100 - Decimal(str(stated))) < Decimal("0.01")


def _bases(figure: dict[str, Any] | None, factor: int) -> tuple[Decimal, ...]:
    """The figure in base units, as it was and multiplied: a number in Chinese digits or under a column's unit stays."""
    if not figure or figure["value"] is None:
        return ()
    value = base(figure)
    return value, value * factor


def base(figure: dict[str, Any]) -> Decimal:
    """An annotated figure in base units: 1.86 of 万套 is 18600."""
    unit = (figure.get("unit") or "").strip()
    power = next((p for word, p in _MAGNITUDES.items() if unit.startswith(word)), 0)
    return Decimal(str(figure["value"])).scaleb(power)


if __name__ == "__main__":
    main()
