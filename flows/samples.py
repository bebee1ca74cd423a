"""The bundled sample as settings: its sources, its day, its host names on loopback, its mails in the data folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager

from sample import SOURCES, TODAY
from sample.serve import SampleSite


@contextmanager
def sample_environment(*, revision: int = 1) -> Iterator[None]:
    """Serve the sample site and set the environment so that the settings lead there; the data folder stays as it was.

    No mail leaves the machine, whatever channels `duban.yaml` names.
    """
    with SampleSite(revision=revision) as site:
        ours = {
            "DUBAN_SOURCES": str(SOURCES),
            "DUBAN_TODAY": TODAY.isoformat(),
            "DUBAN_HOSTS": json.dumps(site.hosts),
            "DUBAN_CHANNELS": json.dumps([{"kind": "folder"}]),
        }
        before = {name: os.environ.get(name) for name in ours}
        os.environ.update(ours)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
