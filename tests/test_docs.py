"""Every command that the docs show can be typed, prints what they say, and every file that they name is there.

What needs Prefect (a server, a worker, `duban run`) is typed by tests/test_docs_integration.py; make by .ci/run.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from flows.samples import sample_environment
from flows.sql_output import csv_of
from tests.pages import PAGES, ROOT, commands, filled, shell_lines, shown
from warehouse.query import query
from warehouse.zh import dictionary

COOKBOOK = (ROOT / "docs/cookbook.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"^### (\d+)\. .*?^```sql\n(.*?)^```\n\n^```csv\n(.*?)^```", COOKBOOK, re.M | re.S)
OURS = [(page, line) for page, line in commands() if line.startswith("duban ")]


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A checkout's folder in which the sample was run, and the environment: what a reader has after `make run`.

    The sample's site is no longer served then, and its sources are not those of the folder.
    """
    folder = tmp_path_factory.mktemp("docs")
    for name in ("sample", "sources"):
        (folder / name).symlink_to(ROOT / name)
    with pytest.MonkeyPatch.context() as patch, sample_environment():
        patch.setenv("DUBAN_DATA", str(folder / "data"))
        filled(folder / "data")
    return folder, dict(os.environ)


def typed(line: str, where: tuple[Path, dict[str, str]]) -> subprocess.CompletedProcess[str]:
    folder, environ = where
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *shlex.split(line, comments=True)[1:]],
        cwd=folder, env={**environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.mark.integration  # seconds each, and there are many
@pytest.mark.parametrize(("page", "line"), OURS)
def test_a_command_of_the_docs_runs(page: str, line: str, sampled: tuple[Path, dict[str, str]]) -> None:
    done = typed(line, sampled)
    assert done.returncode == 0, done.stderr
    assert done.stdout or done.stderr


@pytest.mark.parametrize(("page", "line", "output"), list(shown()))
def test_what_the_docs_show_is_what_is_printed(
    page: str, line: str, output: str, sampled: tuple[Path, dict[str, str]]
) -> None:
    assert typed(line, sampled).stdout == output


def test_the_cookbook_has_its_recipes_in_order() -> None:
    assert [int(number) for number, _, _ in RECIPES] == list(range(1, len(RECIPES) + 1))
    assert len(RECIPES) >= 20
    assert COOKBOOK.count("```sql") == len(RECIPES)


@pytest.mark.parametrize(("number", "sql", "printed"), RECIPES, ids=[f"recipe-{number}" for number, _, _ in RECIPES])
def test_a_recipe_gives_what_is_printed(
    number: str, sql: str, printed: str, sampled: tuple[Path, dict[str, str]]
) -> None:
    answer = query(sampled[0] / "data" / "published" / "current" / "duban.duckdb", sql)
    header, *rows = csv.reader(io.StringIO(csv_of(answer)))
    printed_header, *printed_rows = csv.reader(io.StringIO(printed))
    assert header == printed_header
    assert [row[:2] for row in rows] == [row[:2] for row in printed_rows]


def test_every_chinese_view_s_english_one_is_explained() -> None:
    told = COOKBOOK + (ROOT / "docs/warehouse.md").read_text(encoding="utf-8")
    assert [view["of"] for view in dictionary()["views"].values() if view["of"] not in told] == []


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_a_readme_shows_the_two_commands(page: str) -> None:
    lines = shell_lines(page)
    assert "make run" in lines
    assert any(line.startswith("duban sql") for line in lines)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text) if "://" not in target]
    missing = [target for target in targets if not (ROOT / page).parent.joinpath(target).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_links_within_a_page_lead_to_a_heading(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w\- ]", "", head).lower().replace(" ", "-") for head in re.findall(r"^#+ (.+)$", text, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= {head.replace(" ", "-") for head in headings}


def test_every_page_is_found_from_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page for page in PAGES if page != "README.md" and f"({page})" not in text] == []


def test_every_setting_is_documented() -> None:
    from flows.settings import Settings

    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    assert [name for name in Settings.model_fields if f"| `{name}` |" not in text] == []


def test_every_key_of_a_source_is_documented() -> None:
    from connectors.source import Source

    text = (ROOT / "docs/sources.md").read_text(encoding="utf-8")
    assert [key for key in Source.model_fields if f"`{key}`" not in text and f"\n{key}:" not in text] == []


def example(page: str) -> str:
    """The YAML that a page shows."""
    found = re.search(r"^```yaml\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.M | re.S)
    assert found
    return found[1]


def test_the_settings_that_are_shown_are_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.settings import load_settings

    (tmp_path / "duban.yaml").write_text(example("docs/settings.md"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("DUBAN_")]:  # the sample's, while it is served
        monkeypatch.delenv(name)
    monkeypatch.setenv("DUBAN_MAIL_PASSWORD", "x")
    monkeypatch.setenv("DUBAN_HOOK_TOKEN", "y")
    assert [channel.kind for channel in load_settings().channels] == ["smtp", "webhook", "folder"]


def test_the_source_that_is_shown_is_the_sample_s_own() -> None:
    ours = yaml.safe_load((ROOT / "sample/sources/yunting-kjj.yaml").read_text(encoding="utf-8"))
    shown = yaml.safe_load(example("docs/sources.md"))
    for key in ("id", "bureau", "region", "family", "url"):
        assert shown[key] == ours[key]


def test_every_command_is_typed_by_some_test() -> None:
    """`make` by .ci/run, the shell's own words by nobody, Prefect's by tests/test_docs_integration.py."""
    known = re.compile(r"(duban|make |export [A-Z_]+=|\.venv/bin/(prefect|duban) )")
    assert [line for _, line in commands() if not known.match(line)] == []


def test_every_target_of_make_is_there_and_made_by_ci_unless_it_takes_too_long() -> None:
    makefile, script = ((ROOT / name).read_text(encoding="utf-8") for name in ("Makefile", ".ci/run"))
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    made = {target for line in re.findall(r"^make ([a-z ]+)", script, re.M) for target in line.split()}
    shown = {line.split()[1] for _, line in commands() if line.startswith("make ")}
    assert shown <= targets
    assert shown - made <= {"bench", "fuzz", "score", "weights"}  # need more than a test has
