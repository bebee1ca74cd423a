from __future__ import annotations

from pathlib import Path

import pytest

from connectors.errors import SourceFileError
from connectors.source import load_source, load_sources

GOOD = """\
id: yunhe-kjj
bureau: 云河市科学技术局
region: 云河市
family: trs
url: http://kjj.yunhe.example/zwdc/
title_include: [进展情况, 完成情况]
title_exclude: [培训]
min_rows: 5
delay_s: 2
"""


def write(folder: Path, text: str, name: str = "yunhe-kjj.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file(tmp_path: Path) -> None:
    source = load_source(write(tmp_path, GOOD))
    assert (source.id, source.min_rows, source.delay_s, source.enabled, source.max_pages) == (
        "yunhe-kjj",
        5,
        2.0,
        True,
        3,
    )
    assert source.title_include == ["进展情况", "完成情况"]
    assert source.all_hosts == {"kjj.yunhe.example"}


def test_bad_files_are_reported_and_good_ones_go_on(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, "id: [", "broken.yaml")
    write(tmp_path, GOOD, "renamed.yaml")
    write(tmp_path, GOOD, "yunhe-old.yml")
    write(tmp_path, "not a source", "README.md")
    sources, errors = load_sources(tmp_path)
    assert [source.id for source in sources] == ["yunhe-kjj"]
    assert [error.path.name for error in errors] == ["broken.yaml", "renamed.yaml", "yunhe-old.yml"]
    assert all("\n" not in str(error) and error.remedy in str(error) for error in errors)


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "id: yunhe-kjj\nregion: 1\nfamily: trss\nurl: http://a.example/\ntitel_include: []\n"
        "title_exclude: ['(']\nmin_rows: 0\nenabled: 'yes'\nencoding: gb99\n",
    )
    with pytest.raises(SourceFileError) as caught:
        load_source(path)
    keys = {problem.partition(":")[0].partition(".")[0] for problem in caught.value.problems}
    assert keys == {"bureau", "region", "family", "titel_include", "title_exclude", "min_rows", "enabled", "encoding"}
    assert "titel_include: unknown key, did you mean title_include?" in caught.value.problems
    assert "bureau: is missing" in caught.value.problems
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("url: http://kjj.yunhe.example/zwdc/", "url: kjj.yunhe.example", "url: must be the http"),
        ("family: trs", "family: folder", "url: must be a directory"),
        ("min_rows: 5", "min_rows: 5\nmin_rows: 6", "min_rows: stands twice"),
        ("min_rows: 5", "verify_tls: false", "verify_tls: false needs its reason; write it into note"),
        ("min_rows: 5", "gkmlpt: {category: 1}", "gkmlpt: is for family gkmlpt, not for trs"),
        ("family: trs", "family: generic", "select: is missing; family generic finds its rows by it"),
        ("family: trs", "family: generic\nselect: {}", "select: needs rows (a CSS selector) or links"),
        (
            "family: trs",
            "family: generic\nselect: {links: a, title: b}",
            "link, title and date are looked for inside rows",
        ),
        ("family: trs", "family: generic\nselect: {rows: 'li['}", "select.rows: is no CSS selector"),
        ("family: trs", "family: gkmlpt\ngkmlpt: {catgory: 1}", "gkmlpt.catgory: unknown key, did you mean category?"),
        ("family: trs", "family: gkmlpt\ngkmlpt: {sid: 1}", "gkmlpt.category: is missing"),
        ("family: trs", "family: jpage\njpage: {per_page: 900}", "jpage.per_page: "),
        ("min_rows: 5", "required: [indexnumber]", "required.0: "),
        ("min_rows: 5", "max_age_days: 0", "max_age_days: "),
        ("id: yunhe-kjj", "id: yunhe-cz", "id: must be the file's name"),
        ("id: yunhe-kjj", "id: ../kjj", "id:"),
        (GOOD, "- a\n- b\n", "must hold keys and values"),
        (GOOD, "", "must hold keys and values"),
    ],
)
def test_one_mistake(tmp_path: Path, old: str, new: str, problem: str) -> None:
    with pytest.raises(SourceFileError) as caught:
        load_source(write(tmp_path, GOOD.replace(old, new)))
    assert problem in str(caught.value)


def test_a_file_in_another_charset_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "yunhe-kjj.yaml"
    path.write_bytes(GOOD.encode("gb18030"))
    with pytest.raises(SourceFileError, match="not readable as YAML"):
        load_source(path)


def test_a_directory_is_relative_to_its_file(tmp_path: Path) -> None:
    text = GOOD.replace("family: trs", "family: folder").replace("http://kjj.yunhe.example/zwdc/", "../inbox")
    folder = tmp_path / "sources"
    folder.mkdir()
    assert load_source(write(folder, text)).url == str((tmp_path / "inbox").resolve())


def test_no_folder_is_an_error(tmp_path: Path) -> None:
    sources, errors = load_sources(tmp_path / "absent")
    assert sources == []
    assert "no such folder" in str(errors[0])
