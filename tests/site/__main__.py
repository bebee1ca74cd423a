"""`make site`: the test site to play with, until Ctrl-C."""

from __future__ import annotations

import sys
from pathlib import Path
from time import sleep

import yaml

from tests.site.bureaus import city
from tests.site.faults import FAULTS
from tests.site.serve import Site


def main(folder: Path, bureaus: int) -> None:
    """Serve bureaus of every family, with a settings file and source files in `folder` that lead to them."""
    with Site(city(bureaus)) as site:
        (folder / "sources").mkdir(parents=True, exist_ok=True)
        for bureau in site.bureaus.values():
            keys = yaml.safe_dump(bureau.source(), allow_unicode=True, sort_keys=False)
            (folder / "sources" / f"{bureau.source()['id']}.yaml").write_text(keys, encoding="utf-8")
        settings = {"data": "data", "sources": "sources", "today": "2026-11-26", "hosts": site.hosts}
        (folder / "duban.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
        print(f"{bureaus} bureaus on 127.0.0.1:{site.port}; in another terminal:")
        print(f"  DUBAN_CONFIG={folder / 'duban.yaml'} duban run")
        print("type HOST FAULT to break one, HOST to mend it; faults: " + ", ".join(FAULTS))
        for line in sys.stdin:
            host, _, fault = line.strip().partition(" ")
            site.faults[host] = fault
            if fault not in FAULTS:
                del site.faults[host]
        while sys.stdin.closed or not sys.stdin.isatty():
            sleep(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 18)
