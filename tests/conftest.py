"""What every test stands on: its own data folder, no settings of this machine, and Prefect kept to itself."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# before any test module imports Prefect: it reads its environment once
_PREFECT_HOME = tempfile.TemporaryDirectory(prefix="duban-prefect-")
os.environ["PREFECT_HOME"] = _PREFECT_HOME.name
os.environ["PREFECT_LOGGING_TO_API_ENABLED"] = "false"
os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
os.environ["DO_NOT_TRACK"] = "1"

for _name in [name for name in os.environ if name.startswith("DUBAN_")]:
    del os.environ[_name]

# no deadline: what else the machine does is no fault of ours; texts are long, so that making them may take its time
_FUZZ = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
settings.register_profile("quick", deadline=None, max_examples=50)  # `make fuzz` is the long form
settings.load_profile("quick")
settings.register_profile("fuzz", max_examples=int(os.environ.get("FUZZ_EXAMPLES", "5000")), **_FUZZ)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="a skipped test is a failure")


# what a machine may be without, although `.ci/run` tries to install it
MAY_SKIP = ("PostgreSQL is not installed",)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    may_skip = any(reason in str(report.longrepr) for reason in MAY_SKIP)
    if item.config.getoption("--no-skips") and report.skipped and not may_skip and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = "failed", f"skipped where a skip is a failure: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _environment() -> Iterator[None]:
    """Ours as it was, whatever the test undoes in another order than it did: later tests in this process read it."""
    before = {name: value for name, value in os.environ.items() if name.startswith("DUBAN_")}
    yield
    for name in [name for name in os.environ if name.startswith("DUBAN_")]:
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture
def repo() -> Path:
    """The checkout."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real input beside the checkout (or where SHARED says); a test that needs it is skipped without it."""
    folder = Path(os.environ.get("SHARED", Path(__file__).parents[2] / "shared"))
    if not folder.is_dir():
        pytest.skip("no ../shared beside the checkout")
    return folder


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty warehouse, made once: making one takes ten times as long as opening a copy of it."""
    from warehouse.store import open_writer

    path = tmp_path_factory.mktemp("empty") / "warehouse.duckdb"
    with open_writer(path):
        return path
