"""What a re-extraction changes, as it is printed."""

from __future__ import annotations

from collections import Counter

from flows.reextract import Reextracted
from flows.visible import visible


def show(done: Reextracted, *, accepted: bool, diff: bool) -> None:
    """Print the differences, then how many there are and what to do next."""
    for one in done.differences:
        print("\n".join(visible(line) for line in one.lines()))
    print(f"{done.read} revisions read again, {done.changed} of them differently")
    if diff and done.changed:
        counts = Counter(one.what for one in done.differences)
        print(f"{counts['changed']} indicators change, {counts['new']} are new, {counts['gone']} are gone")
    if done.changed:
        print("accepted; the next run tells what changed by it" if accepted else "'--accept' keeps this")
