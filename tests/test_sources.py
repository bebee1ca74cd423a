"""The sources that come with it: real columns that nobody has looked at yet, each with its evidence, none enabled."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from connectors import sites
from connectors.errors import FetchError
from connectors.http import Client
from connectors.source import Source, load_sources

HERE = Path(__file__).parents[1] / "sources"


def test_every_file_is_right_and_none_is_enabled() -> None:
    sources, errors = load_sources(HERE)
    assert errors == []
    assert {source.id for source in sources if source.enabled} == set()
    assert {"xianning-kjj", "xianning-zwdc"} < {source.id for source in sources}
    assert len({source.region[:2] for source in sources}) >= 10
    assert {source.family for source in sources} >= {"trs", "jpage", "uuid", "boda", "generic"}


@pytest.mark.parametrize("path", sorted(HERE.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_file_names_its_evidence(path: Path) -> None:
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert "Evidence: " in " ".join(comments)
    assert "set enabled to true" in " ".join(comments)


def test_a_list_whose_address_is_not_known_says_so() -> None:
    (source,) = [one for one in load_sources(HERE)[0] if one.id == "meishan-jhzx"]

    def nowhere(host: str, port: int) -> tuple[str, int]:
        raise AssertionError("nobody is asked")

    with Client(resolve=nowhere) as client, pytest.raises(FetchError, match=r"www\.ms\.gov\.cn: .*not known yet; find"):
        sites.discover(source, client, date(2026, 11, 26))


def test_an_enabled_source_has_its_address() -> None:
    keys = {"id": "a", "bureau": "b", "region": "c", "family": "trs", "url": "", "hosts": ["a.example"]}
    assert Source.model_validate(keys | {"enabled": False}).all_hosts == {"a.example"}
    with pytest.raises(ValueError, match="must be the http"):
        Source.model_validate(keys)
