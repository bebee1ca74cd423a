"""`make faults`: every fault in turn, or those named. Each is a module here with a `main`."""

from __future__ import annotations

import sys
import time
from importlib import import_module

NAMES = ("killing", "storing", "alerts")


def run(names: list[str]) -> None:
    """Run these faults, all where none is named. A fault that does not end as it should raises."""
    if unknown := set(names) - set(NAMES):
        sys.exit(f"no fault is named {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    for name in names or NAMES:
        began = time.monotonic()
        import_module(f"tests.faults.{name}").main()
        print(f"{name}: as it should be, {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    run(sys.argv[1:])
