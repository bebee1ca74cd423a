"""The real command: its answers, its exit codes, and one line instead of a traceback for whatever is put in."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from flows.pipeline import RunResult
from flows.settings import Settings

Duban = Callable[..., object]
REPORT = "某市科技局2026年前三季度重点任务进展情况\n一、新建创新平台20家。截至9月底，新建创新平台8家。\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def said(done: object) -> str:
    """The complaint, which must be lines and no traceback."""
    assert "Traceback" not in done.stderr + done.stdout
    return done.stderr


def test_extract_for_a_person(duban: Duban, report: Path) -> None:
    done = duban("extract", str(report))
    assert done.returncode == 0, done.stderr
    assert "2026 Q3" in done.stdout
    assert "lagging" in done.stdout


def test_extract_to_a_page(duban: Duban, report: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = duban("extract", str(report), "--html", str(page), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["text"] == REPORT
    written = page.read_text(encoding="utf-8")
    assert "严重滞后" in written
    assert str(tmp_path) not in written


def test_the_page_does_not_replace_the_document(duban: Duban, report: Path) -> None:
    done = duban("extract", str(report), "--html", str(report))
    assert done.returncode == 2
    assert len(said(done).splitlines()) == 1
    assert report.read_text(encoding="utf-8") == REPORT


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_what_commands_a_terminal_does_not_reach_it(duban: Duban, form: list[str]) -> None:
    done = duban("extract", "-", *form, stdin=REPORT.replace("8家", "8\x1b[2J\x9b2J\u202e家").encode())
    assert done.returncode == 0, done.stderr
    assert not {"\x1b", "\x9b", "\u202e"} & set(done.stdout)


@pytest.mark.integration
def test_colours_on_a_terminal_and_words_where_none_are_wanted(data: Path, report: Path) -> None:
    def on_a_terminal(**environ: str) -> str:
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "flows.cli", "extract", str(report)]
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", **environ}
        subprocess.run(command, stdout=theirs, check=True, timeout=300, env=environment)
        os.close(theirs)
        with os.fdopen(ours, "rb", buffering=0) as terminal:
            return terminal.read(100_000).decode(errors="replace")

    coloured = on_a_terminal()
    assert "\x1b[1;30;42m8家\x1b[0m" in coloured
    assert "【" not in coloured
    uncoloured = on_a_terminal(NO_COLOR="1")
    assert "\x1b" not in uncoloured
    assert "【8家·实绩1】" in uncoloured


def test_extract_as_json(duban: Duban, report: Path) -> None:
    done = duban("extract", str(report), "--json")
    found = json.loads(done.stdout, parse_float=Decimal)
    assert set(found) == {"report", "text", "tasks", "quantities", "findings"}
    assert found["text"] == REPORT
    (indicator,) = [item for task in found["tasks"] for item in task["indicators"]]
    target = indicator["target"]
    assert REPORT[target["start"] : target["end"]] == target["text"]
    assert (indicator["status"], indicator["severity"]) == ("lagging", "severe")
    assert indicator["completion"] == Decimal("0.4")
    assert indicator["gap_pp"] == -35


def test_extract_judges_by_the_least_confidence_of_the_settings(duban: Duban, report: Path) -> None:
    done = duban("extract", str(report), "--json", DUBAN_CONFIDENCE_MIN="1")
    (indicator,) = [item for task in json.loads(done.stdout)["tasks"] for item in task["indicators"]]
    assert indicator["confidence"] < 1
    assert indicator["status"] == "unknown"


def test_extract_reads_standard_input(duban: Duban) -> None:
    done = duban("extract", "-", "--json", stdin=REPORT.encode())
    assert json.loads(done.stdout)["report"]["period"] == "Q3"


def test_as_of_gives_the_cutoff_where_the_text_has_none(duban: Duban) -> None:
    text = "一、新建创新平台20家。已新建创新平台8家。\n"
    done = duban("extract", "-", "--json", "--as-of", "2026-06-30", stdin=text.encode())
    assert json.loads(done.stdout)["report"]["cutoff"] == "2026-06-30"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (bytes(range(256)) * 8, "binary"),
        (b"%PDF-1.7\n\x00\x01", "PDF"),
        ("<html><title>404</title><body>您访问的页面不存在或已被删除</body></html>".encode(), "not there"),
    ],
)
def test_what_is_no_report_is_one_line(duban: Duban, tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "page"
    path.write_bytes(content)
    done = duban("extract", str(path))
    assert done.returncode == 1
    (line,) = said(done).splitlines()
    assert "page" in line


def test_a_file_on_this_machine_is_spoken_of_as_a_file(duban: Duban, tmp_path: Path) -> None:
    path = tmp_path / "中文 报告.txt"
    path.write_bytes(b"")
    (line,) = said(duban("extract", str(path))).splitlines()
    assert line.startswith(f"duban: {path}: is empty; open the file")


@pytest.mark.parametrize("arguments", [["extract", "ftp://x/y"], ["extract", ""], ["sql", ""], ["sql", " \n"]])
def test_what_names_nothing_to_read_is_wrong_usage_in_one_line(duban: Duban, arguments: list[str]) -> None:
    done = duban(*arguments)
    assert done.returncode == 2
    assert len(said(done).splitlines()) == 1


@pytest.mark.parametrize("where", ["nowhere.txt", ".", "http://127.0.0.1:9/report.html", "http:///"])
def test_what_cannot_be_opened_is_one_line(duban: Duban, where: str) -> None:
    done = duban("extract", where)
    assert done.returncode == 1
    (line,) = said(done).splitlines()
    assert where.rstrip("/") in line


@pytest.mark.parametrize(
    "arguments",
    [
        ["nosuch"],
        ["extract"],
        ["extract", "x", "--as-of", "2026-13-01"],
        ["status", "--legging"],
        ["run", "--source", "x"],
    ],
)
def test_wrong_usage_is_two(duban: Duban, arguments: list[str], sample: Settings) -> None:
    done = duban(*arguments)
    assert done.returncode == 2
    assert said(done).startswith("duban: ")


@pytest.mark.parametrize("command", [["status"], ["sql", "from mart.progress"]])
def test_before_the_first_run_it_says_what_to_do(duban: Duban, command: list[str]) -> None:
    done = duban(*command)
    assert done.returncode == 1
    assert "'duban run'" in said(done)


def test_settings_with_mistakes_are_said_line_by_line(duban: Duban, tmp_path: Path) -> None:
    (tmp_path / "duban.yaml").write_text("dta: x\nkeep_copies: 0\n", encoding="utf-8")
    done = duban("status")
    assert done.returncode == 1
    assert len(said(done).splitlines()) == 2
    assert "dta" in done.stderr


@pytest.mark.parametrize("query", ["selec 1", "from nosuch", "drop table core.task", "from read_text('/etc/hosts')"])
def test_a_query_that_is_refused_is_one_line(
    duban: Duban, sample: Settings, after_first_run: Callable[..., None], query: str
) -> None:
    after_first_run("yunting-mzj")
    done = duban("sql", query)
    assert done.returncode == 1
    assert len(said(done).splitlines()) == 1


@pytest.mark.integration
def test_status_and_sql_answer_while_the_warehouse_is_written(
    duban: Duban, sample: Settings, after_first_run: Callable[..., None]
) -> None:
    after_first_run("yunting-fgw")
    with duckdb.connect(sample.warehouse):
        done = duban("sql", "select count(*) as n from mart.progress")
        assert done.stdout.splitlines()[0] == "n"
        assert int(done.stdout.splitlines()[1]) > 10
        assert "lagging" in duban("status", "--lagging").stdout


@pytest.mark.integration
def test_a_warehouse_held_by_another_program_is_one_line(
    duban: Duban, sample: Settings, after_first_run: Callable[..., None]
) -> None:
    after_first_run("yunting-mzj")
    with duckdb.connect(sample.warehouse):
        done = duban("deliver", DUBAN_WRITER_WAIT_S="0.5")
    assert done.returncode == 1
    assert "held by" in said(done)


@pytest.mark.integration
def test_a_webhook_that_is_broken_keeps_its_messages(
    duban: Duban, sample: Settings, run_plain: Callable[..., RunResult]
) -> None:
    from flows.settings import load_settings

    hook = json.dumps([{"kind": "webhook", "url": "http://127.0.0.1:9/secret-token"}])
    with pytest.MonkeyPatch.context() as patch:  # ends before the sample's own settings do
        patch.setenv("DUBAN_CHANNELS", hook)
        run_plain(load_settings(), ["yunting-fgw"])
        done = duban("deliver")
    assert done.returncode == 1
    assert "channel webhook" in said(done)
    assert "secret-token" not in done.stderr


def test_sources_are_listed_and_checked(duban: Duban, sample: Settings) -> None:
    listed = duban("sources", "list")
    assert listed.returncode == 0
    assert len(listed.stdout.splitlines()) == 7
    checked = duban("sources", "check", "yunting-kjj")
    assert checked.returncode == 0, checked.stderr
    assert "would be followed" in checked.stdout


def test_the_sample_s_sources_are_checked_without_settings_that_lead_there(duban: Duban, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    unknown = duban("sources", "check", "yunting-kjj")
    assert unknown.returncode == 2
    assert "--sample" in said(unknown)
    checked = duban("sources", "check", "--sample", "yunting-kjj")
    assert checked.returncode == 0, checked.stderr
    assert "would be followed" in checked.stdout


def test_a_source_file_with_an_unknown_key(duban: Duban, sample: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "wrong"
    folder.mkdir()
    (folder / "x-kjj.yaml").write_text("id: x-kjj\nburo: x\n", encoding="utf-8")
    done = duban("sources", "check", DUBAN_SOURCES=str(folder))
    assert done.returncode == 1
    assert "buro" in said(done)


@pytest.mark.parametrize("command", [["extract", "-"], ["status"], ["sql", "from mart.progress"]])
def test_the_quick_commands_import_nothing_slow(
    duban_alone: Duban, after_first_run: Callable[..., None], command: list[str]
) -> None:
    after_first_run("yunting-mzj")
    done = duban_alone(*command, stdin=REPORT.encode(), PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "duckdb" in imported
    assert not imported & {"prefect", "bs4", "lxml", "httpx", "fastapi", "sqlalchemy"}
