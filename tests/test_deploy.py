"""deploy/install.sh in a folder of its own: what it installs works, again changes nothing; systemd takes its unit."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from flows.samples import sample_environment
from tests.pages import ROOT

pytestmark = pytest.mark.integration
SCRIPT = ROOT / "deploy" / "install.sh"


def install(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """The script with the packages that this test runs with: nothing is downloaded."""
    places = ["--prefix", folder / "opt", "--home", folder / "home", "--units", folder / "units", "--no-user"]
    python = ["--python", sys.executable, "--site", sysconfig.get_path("purelib")]
    return subprocess.run(
        ["sh", SCRIPT, *places, *python, *more], capture_output=True, text=True, check=False, timeout=120, env=clean()
    )


def clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("DUBAN_", "PREFECT_", "PYTHON"))}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deploy")
    first = install(folder)
    assert first.returncode == 0, first.stderr
    return folder


def test_an_installation_works_and_may_be_made_again(installed: Path) -> None:
    config = installed / "home" / "duban.yaml"
    config.write_text(config.read_text("utf-8") + "contact: ${ADDRESS}\nkeep_copies: 5\n", "utf-8")
    secrets = installed / "home" / "duban.env"
    assert secrets.stat().st_mode & 0o777 == 0o600
    secrets.write_text(secrets.read_text("utf-8") + "ADDRESS=https://a.example/ $HOME `id` 'x'", "utf-8")
    (installed / "opt" / "app" / "stale.py").touch()
    again = install(installed)
    assert again.returncode == 0, again.stderr
    assert config.read_text("utf-8").endswith("keep_copies: 5\n")
    assert not (installed / "opt" / "app" / "stale.py").exists()

    elsewhere = installed / "elsewhere"
    elsewhere.mkdir()
    done = subprocess.run(
        [installed / "opt/bin/duban", "doctor"], cwd=elsewhere, env=clean(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{config}" in done.stdout
    assert (installed / "opt/app/docs/operations.md").exists()  # to which the doctor's lines lead
    assert "no contact is given" not in done.stdout
    assert f"{installed}/home/data" in done.stdout  # found from wherever it is typed
    code = "import flows, pathlib; print(pathlib.Path(flows.__file__).parent)"
    python = [installed / "opt/venv/bin/python", "-c", code]
    where = subprocess.run(python, cwd=elsewhere, env=clean(), capture_output=True, text=True, check=True)
    assert where.stdout.strip() == f"{installed}/opt/app/flows"


def test_the_unit_is_right(installed: Path) -> None:
    unit = installed / "units" / "duban.service"
    text = unit.read_text("utf-8")
    assert f"ExecStart={installed}/opt/bin/duban serve" in text
    assert "/var/lib/duban" not in text
    if shutil.which("systemd-analyze"):
        done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
        assert "duban.service" not in done.stderr, done.stderr
        assert done.returncode == 0, done.stderr


def test_what_it_is_told_wrongly(tmp_path: Path) -> None:
    assert "unknown option --nonsense" in install(tmp_path, "--nonsense").stderr
    assert "is not an absolute path" in install(tmp_path, "--home", "relative").stderr
    assert "is not Python 3.11" in install(tmp_path, "--python", "/bin/false").stderr
    assert not (tmp_path / "opt").exists()


def test_the_container_is_made_by_the_same_script() -> None:
    lines = (ROOT / "deploy" / "Containerfile").read_text("utf-8").splitlines()
    assert "RUN /src/deploy/install.sh --no-units && rm -rf /src" in lines
    assert lines[-1] == 'CMD ["/opt/duban/bin/duban", "serve", "--host", "0.0.0.0"]'


def test_the_first_quarter_of_an_hour_of_the_docs(installed: Path) -> None:
    """docs/operations.md from nothing, on the sample's site; systemd and the editor are somebody else's."""
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    block = page.split("## From nothing")[1].split("```\n")[1]
    lines = [line.removeprefix("sudo ").removeprefix("-u duban ") for line in block.splitlines()]
    ours = [shlex.split(line.replace("/opt/duban", f"{installed}/opt")) for line in lines if "/opt/duban/bin/" in line]
    assert [line for line in lines if line.startswith("deploy/install.sh")]
    home = installed / "home"
    with sample_environment():
        environ = clean() | {"DUBAN_HOSTS": os.environ["DUBAN_HOSTS"], "DUBAN_TODAY": os.environ["DUBAN_TODAY"]}
        for command in ours:
            done = subprocess.run(
                command, cwd=home, env=environ, capture_output=True, text=True, check=False, timeout=300
            )
            assert done.returncode == 0, done.stdout + done.stderr
    assert len(ours) == 3
    assert "family: trs" in (home / "sources" / "yunting-kjj.yaml").read_text("utf-8")
