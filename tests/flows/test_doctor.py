"""`duban doctor`: each thing that can be wrong is found, said in a line, and has a remedy."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from pytest_httpserver import HTTPServer

from flows import doctor_data, doctor_prefect, doctor_program
from flows.finding import Finding
from flows.room import NEEDED
from flows.settings import Settings, load_settings
from warehouse import load, runs
from warehouse.store import open_writer

Duban = Callable[..., subprocess.CompletedProcess[str]]


def wrongs(found: Iterable[Finding]) -> list[str]:
    bad = [one for one in found if one.state == "wrong"]
    assert all(one.remedy for one in bad)
    return [str(one) for one in bad]


def test_python_packages_and_clock() -> None:
    assert wrongs(doctor_program.findings((3, 11, 2), datetime(2027, 1, 1, tzinfo=UTC))) == []
    (old, past) = wrongs(doctor_program.findings((3, 10, 1), datetime(1970, 1, 1, tzinfo=UTC)))
    assert "this is 3.10.1, at least 3.11 is needed" in old
    assert "1970" in past
    asked = [Requirement(text) for text in ("duckdb<1", "no-such-package>=1", 'nothing>=1; python_version < "3"')]
    (version, missing) = wrongs(doctor_program.packages(asked))
    assert "duckdb is" in version
    assert "<1 is needed" in version
    assert "no-such-package is not installed" in missing


def test_what_an_extra_brings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")
    settings = Settings(data=tmp_path, task_runner="dask")
    assert wrongs(doctor_program.optional(settings)) == []
    monkeypatch.setattr(doctor_program, "find_spec", lambda name: None)
    (dask, otel) = wrongs(doctor_program.optional(settings))
    assert "needs prefect-dask" in dask
    assert "nothing installed can send" in otel


def test_a_scheduler_that_is_away_and_rules_that_cannot_be_read(tmp_path: Path) -> None:
    settings = Settings(task_runner="dask", dask_scheduler="tcp://127.0.0.1:9", alerts=tmp_path / "alarms.yaml")
    (line,) = wrongs(doctor_program.optional(settings))
    assert "tcp://127.0.0.1:9 gives no answer" in line
    (line,) = wrongs(doctor_data.alerts(settings))
    assert "alarms.yaml: cannot be read" in line


def test_what_makes_schedules_fire_is_among_the_packages() -> None:
    assert {"sqlalchemy", "fastapi", "prefect"} <= {one.name for one in doctor_program._requirements()}


def test_settings_with_mistakes_are_all_said(duban: Duban, tmp_path: Path, data: Path) -> None:
    (tmp_path / "duban.yaml").write_text("dta: x\nkeep_copies: none\n", encoding="utf-8")
    done = duban("doctor")
    assert done.returncode == 1
    assert "unknown key 'dta'" in done.stdout
    assert "'keep_copies'" in done.stdout
    assert done.stderr == ""


def test_an_installation_that_is_well(duban: Duban, sample: Settings) -> None:
    done = duban("doctor", DUBAN_CONTACT="https://example.org")
    assert done.returncode == 0, done.stdout
    assert "wrong " not in done.stdout
    assert "7 in " not in done.stdout or "enabled" in done.stdout


def test_a_folder_that_cannot_be_written_or_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    (line,) = wrongs(doctor_data.folder_of(Settings(data=tmp_path / "file" / "data")))
    assert "cannot be written" in line
    monkeypatch.setattr(doctor_data, "free_bytes", lambda folder: NEEDED - 1)
    (line,) = wrongs(doctor_data.folder_of(Settings(data=tmp_path / "data")))
    assert "63 MB are free" in line


def test_sources_with_mistakes(tmp_path: Path) -> None:
    (line,) = wrongs(doctor_data.sources(Settings(sources=tmp_path / "none")))
    assert "'duban init' makes one" in line
    (tmp_path / "x-kjj.yaml").write_text("id: x-kjj\nburo: y\n", encoding="utf-8")
    (line,) = wrongs(doctor_data.sources(Settings(sources=tmp_path)))
    assert "buro" in line


def test_the_warehouse(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    assert wrongs(doctor_data.warehouse(settings)) == []
    now, hour = datetime.now(UTC), timedelta(hours=1)
    with open_writer(settings.warehouse) as con:
        load.record_run(con, "old", runs.WATCH, now - 40 * hour, now - 39 * hour, "completed")
        load.record_run(con, "future", "quarterly", now, now + hour, "completed")
        con.execute("insert into ops.migration values (999, '999_later.sql', '', now())")
        held = list(doctor_data.warehouse(settings))
    assert [one.state for one in held] == ["note"]
    assert f"(process {os.getpid()})" in held[0].said
    newer, clock, silent = wrongs(doctor_data.warehouse(settings))
    assert "newer program" in newer
    assert "which is to come" in clock
    assert "none has ended since" in silent
    settings.warehouse.write_bytes(b"damaged" * 1000)
    assert len(wrongs(doctor_data.warehouse(settings))) == 1


def test_channels_are_called_and_sent_nothing(tmp_path: Path, httpserver: HTTPServer) -> None:
    channels = (
        {"kind": "folder"},
        {"kind": "webhook", "url": "http://hook.example/x"},
        {"kind": "smtp", "host": "127.0.0.1", "port": 9, "sender": "a@b.c", "recipients": ["d@e.f"]},
    )
    hosts = {"hook.example": f"127.0.0.1:{httpserver.port}"}
    settings = Settings(data=tmp_path, channels=channels, hosts=hosts)  # type: ignore[arg-type]
    found = list(doctor_data.reached(settings))
    assert [one.state for one in found] == ["ok", "ok", "wrong"]
    assert "127.0.0.1:9 cannot be reached" in found[2].said
    assert httpserver.log == []


def test_a_server_that_is_away(duban: Duban, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://somebody:secret@127.0.0.1:9/api")
    (line,) = wrongs(doctor_prefect.findings(Settings(data=tmp_path)))
    assert "http://127.0.0.1:9/api gives no answer" in line
    done = duban("deploy")
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert said.endswith("start it, or correct PREFECT_API_URL")


def test_a_server_is_asked_with_the_login_of_its_address(httpserver: HTTPServer) -> None:
    login = {"Authorization": "Basic c29tZWJvZHk6czpjcmV0"}
    httpserver.expect_request("/api/admin/version", headers=login).respond_with_json("3.8.8")
    url = f"http://somebody:s%3Acret@127.0.0.1:{httpserver.port}/api/"
    assert doctor_prefect.ask(url, "/admin/version") == "3.8.8"


def test_what_a_server_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, httpserver: HTTPServer) -> None:
    active, paused = {"active": True}, {"active": False}
    rows = [
        {"name": name, "tags": ["duban"], "paused": False, "schedules": schedules}
        for name, schedules in (("watch", [paused]), ("quarterly", [active]), ("silence", []))
    ]
    answers = {
        "/api/admin/version": "3.8.8",
        "/api/deployments/filter": rows,
        "/api/automations/filter": [{"name": "duban: one", "enabled": False}],
        "/api/work_pools/duban/workers/filter": [{"name": "w", "status": "OFFLINE"}],
    }
    for path, answer in answers.items():
        httpserver.expect_request(path).respond_with_json(answer)
    monkeypatch.setenv("PREFECT_API_URL", httpserver.url_for("/api"))
    said = wrongs(doctor_prefect.findings(Settings(data=tmp_path)))
    expected = ["missing: deliver", "schedule of watch is paused", "3 of 4 automations", "is off", "no worker is there"]
    assert [part for part, line in zip(expected, said, strict=True) if part not in line] == []


def test_init_writes_once_and_what_it_writes_is_right(
    duban: Duban, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    done = duban("init")
    assert done.returncode == 0
    text = (tmp_path / "duban.yaml").read_text("utf-8")
    assert load_settings().model_dump() == Settings().model_dump()
    assert all(f"\n# {name}:" in text or f"\n{name}:" in text for name in Settings.model_fields)
    (tmp_path / "duban.yaml").write_text("keep_copies: 5\n", encoding="utf-8")
    assert "is there already" in duban("init").stdout
    assert load_settings().keep_copies == 5


def test_what_init_comments_out_is_right_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.initial import configuration

    lines = [line.removeprefix("# ") for line in configuration().splitlines() if _is_key(line)]
    (tmp_path / "duban.yaml").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DUBAN_MAIL_PASSWORD", "x")
    assert len(load_settings().channels) == 2


def _is_key(line: str) -> bool:
    name = line.removeprefix("# ").split(":")[0]
    return name in Settings.model_fields or line.startswith("#   ")


def test_the_tables_of_the_page_are_the_model_s(repo: Path) -> None:
    from flows.settings_page import filled

    page = (repo / "docs/settings.md").read_text("utf-8")
    assert filled(page) == page  # python -m flows.settings_page writes it
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
