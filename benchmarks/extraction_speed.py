"""How fast extraction is: beside other readers, over many reports, and against length. `make bench` runs it.

    python -m benchmarks.extraction_speed [--rounds 9] [--reports 2000] [--longest 1000000]

One process on one core, measured by its own time. The readers take turns on the same reports, in turned order: a busy
machine slows all of them alike, and what counts are the ratios.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Sequence

from benchmarks.contenders import Contender, contenders
from benchmarks.hostile import hostile
from benchmarks.memory import over_many
from benchmarks.reports import CHARS, report, reports
from extraction.document import Document
from extraction.reading import extract

_OURS = "duban"
_PER_ROUND = 6  # reports
_MIN_CHARS = 2000


def main() -> None:
    """Run all parts and print what they measured."""
    options = _options()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    _print_memory(options.reports, options.chars)  # before the others are loaded
    _print_comparison(options.rounds)
    _print_lengths(options.longest)
    if options.hostile:
        _print_hostile(options.hostile)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Speed, memory and linear time of extraction.")
    parser.add_argument("--rounds", type=int, default=9, help="rounds of the comparison")
    parser.add_argument("--reports", type=int, default=2000, help="reports read for the memory figures")
    parser.add_argument("--chars", type=int, default=CHARS, help="characters of each of them")
    parser.add_argument("--longest", type=int, default=1_000_000, help="characters of the longest text")
    parser.add_argument("--hostile", type=int, default=20_000, help="characters of the longer hostile texts; 0: none")
    return parser.parse_args()


def compare(readers: dict[str, Contender], rounds: int) -> dict[str, list[float]]:
    """Seconds per report of each reader, one figure per round; every round has reports of its own."""
    for read in readers.values():
        read(report(0))  # what is loaded or compiled at the first call is not measured
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for turn in range(rounds):
        texts = reports(_PER_ROUND, CHARS, first=1 + turn * _PER_ROUND)
        names = list(readers)
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            seconds[name].append(_seconds(readers[name], texts) / len(texts))
    return seconds


def _seconds(read: Contender, texts: Sequence[str]) -> float:
    begun = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begun


def _print_comparison(rounds: int) -> None:
    readers = contenders()
    seconds = compare(readers, rounds)
    print(f"\n== {rounds} rounds of {_PER_ROUND} reports of about {CHARS} characters, one core: median (min - max)")
    for name, each in seconds.items():
        a_second = 1 / statistics.median(each)
        print(f"{name:<18}{_spread([1000 * s for s in each], ' ms a report')}   {a_second:8.1f} a second")
    for name, each in seconds.items():
        if name != _OURS:
            ratios = [other / ours for other, ours in zip(each, seconds[_OURS], strict=True)]
            print(f"{name} / {_OURS}: {_spread(ratios, ' times our time')}")
    for name in {"jionlp", "recognizers-text"} - readers.keys():
        print(f"{name}: not installed here; `make bench` installs it")


def _spread(values: Sequence[float], unit: str) -> str:
    return f"{statistics.median(values):8.2f} ({min(values):.2f} - {max(values):.2f}){unit}"


def _print_memory(count: int, chars: int) -> None:
    print(f"== memory over {count} reports of {chars} characters")
    samples = over_many(count, chars)
    for done, mib in samples:
        print(f"{done:8} reports   {mib:8.1f} MiB resident")
    print(f"growth over the second half: {samples[-1][1] - samples[len(samples) // 2][1]:+.1f} MiB")


def _print_lengths(longest: int) -> None:
    print("\n== time against length, one report of so many characters")
    print(f"{'characters':>12}{'ms':>12}{'us a character':>16}{'to the first':>14}")
    first = None
    length = _MIN_CHARS
    while length <= longest:
        text = report(7, length)
        each = min(_once(text + "\n" * turn) for turn in range(3 if length < 100_000 else 1)) / len(text)
        first = first or each
        print(f"{len(text):12}{1000 * each * len(text):12.1f}{1e6 * each:16.2f}{each / first:14.2f}")
        length = length * 5 if length * 5 <= longest or length == longest else longest


def _once(text: str) -> float:
    """Seconds of one reading; of a text that was read before, some things are still known."""
    document = Document.from_text(text)
    begun = time.process_time()
    extract(document)
    return time.process_time() - begun


def _print_hostile(size: int) -> None:
    """Each text at a quarter and at the whole of the size: 4 is linear, 16 quadratic."""
    print(f"\n== hostile repetition, {size // 4} and {size} characters: 4 times the time is linear")
    short, long = hostile(size // 4), hostile(size)
    rows = sorted(
        ((_once(long[name]), min(_once(text), _once(text + "\n")), name) for name, text in short.items()), reverse=True
    )
    growths = sorted(((whole / quarter, name) for whole, quarter, name in rows), reverse=True)
    print(f"{len(rows)} texts; growth: median {statistics.median(g for g, _ in growths):.2f}")
    for growth, name in growths[:6]:
        print(f"{growth:8.2f} times   {name}")
    for whole, _, name in rows[:6]:
        print(f"{1e6 * whole / size:8.2f} us a character   {name}")


if __name__ == "__main__":
    main()
