"""The job killed twenty times within half a minute; `make faults` has the long form."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.faults.killing import Forked, killed_often, prepared, whole
from tests.site.bureaus import bureau
from tests.site.serve import Site


@pytest.mark.integration
def test_killed_at_any_moment_and_started_again_every_report_is_there_once(tmp_path: Path) -> None:
    towns = [bureau(family, number, reports=14) for number, family in enumerate(("trs", "jpage", "boda"), 1)]
    with Site(towns) as site:
        settings = prepared(tmp_path, site)
        assert killed_often(partial(Forked, settings), kills=20, longest_s=1.2) > 10
        assert whole(settings, towns).startswith("42 kept once")
