"""`duban backup`, `restore` and `publish`, as they are typed."""

from __future__ import annotations

import errno

import pytest


@pytest.fixture
def filled(after_first_run, sample):
    after_first_run("yunting-mzj")
    return sample


def test_a_backup_is_made_and_comes_back_elsewhere(duban, filled, tmp_path):
    done = duban("backup", str(tmp_path / "kept"))
    said = "2 reports, 0 words of people, 2 archived pages, checksums right"
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'kept'}: {said}\n"), done.stderr
    elsewhere = {"DUBAN_DATA": str(tmp_path / "elsewhere")}
    done = duban("restore", str(tmp_path / "kept"), **elsewhere)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(f": {said}\n")
    asked = ("sql", "select count(*) as n from mart.progress")
    assert duban(*asked, **elsewhere).stdout == duban(*asked).stdout


def test_a_warehouse_is_not_replaced_unasked(duban, filled, tmp_path):
    duban("backup", str(tmp_path / "kept"))
    refused = duban("restore", str(tmp_path / "kept"))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--replace" in refused.stderr
    assert duban("restore", str(tmp_path / "kept"), "--replace").returncode == 0
    assert (filled.data / "warehouse.before-restore-1.duckdb").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["restore", "nowhere"], "no manifest"),
        (["backup", "full"], "is there already"),
        (["backup", "full/mine.txt"], "is there already"),
    ],
)
def test_what_cannot_be_done_is_one_line(duban, filled, tmp_path, arguments, said):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    done = duban(*arguments, *(["--replace"] if arguments[0] == "restore" else []))
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_nothing_to_back_up_is_said(duban, data, tmp_path):
    assert "there is no warehouse here" in duban("backup", str(tmp_path / "kept")).stderr


def test_a_full_disk_leaves_no_half_a_backup(duban, filled, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device", "kept")

    monkeypatch.setattr("warehouse.backup._copy_page", full)
    done = duban("backup", str(tmp_path / "kept"))
    assert done.returncode == 1
    assert "the disk is full" in done.stderr
    assert list(tmp_path.glob("*kept*")) == []


def test_a_copy_is_published_when_that_is_asked_for(duban, filled):
    before = filled.published_copy.resolve()
    assert duban("publish").stdout == f"published: {filled.published_copy}\n"
    assert filled.published_copy.resolve() != before
