"""Learning: which numbers of an annotated text are promises, and which answer them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.learning import Text, learn, texts, write

TEXT = "新建公厕12座,建成12座;改造管网1.86万米,完成15932米,占85.7%。去年建成9座。"


@pytest.fixture
def text(tmp_path: Path) -> Text:
    pairs = [
        {"name": "公厕", "target": "12座", "actual": "12座", "share": None, "accept": ["achieved"]},
        {"name": "管网", "target": "1.86万米", "actual": "15932米", "share": "85.7%", "accept": ["on_track"]},
    ]
    line = json.dumps({"text": TEXT, "as_of": "2023-09-30", "pairs": pairs}, ensure_ascii=False)
    (tmp_path / "one.jsonl").write_text(line + "\n\n", "utf-8")
    (found,) = texts([tmp_path])
    return found


def test_the_first_of_two_equal_numbers_is_the_goal(text: Text) -> None:
    said = [q.text for q in text.numbers.all]
    assert [said[n] for n in sorted(text.promises)] == ["12座", "1.86万米"]
    assert sorted(text.promises)[0] == 0
    answers = {said[a]: b is not None and said[b] for a, b in text.answers.items()}
    assert answers == {"12座": "12座", "1.86万米": "15932米"}


def test_what_stands_in_a_folder_is_read(tmp_path: Path) -> None:
    expected = "    - {name: 修路, target: 5公里, actual: 3公里, status: lagging}\n"
    case = f"- text: 修路5公里,修好3公里。\n  as_of: 2022-09-30\n  expect:\n{expected}"
    (tmp_path / "a.yaml").write_text(case, "utf-8")
    unanswered = {"evidence_target": "任务80项", "actual": None, "evidence_actual": None}
    note = {"pairs": [{"target": {"value": 80, "unit": "项"}, **unanswered}]}
    (tmp_path / "b.json").write_text(json.dumps(note, ensure_ascii=False), "utf-8")
    (tmp_path / "b.txt").write_text("任务80项,申报80项。", "utf-8")
    found = {t.name.rpartition("/")[2]: t for t in texts([tmp_path])}
    assert found["a-1"].answers == {0: 1}
    assert found["b"].answers == {0: None}


def test_weights_are_learned_and_written(tmp_path: Path, text: Text) -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed; `make weights` installs it for itself")
    learned = learn([text, text, text, text])
    write(learned.promises, tmp_path / "promises.tsv")
    lines = (tmp_path / "promises.tsv").read_text("utf-8").splitlines()
    assert lines == sorted(lines, key=lambda line: line.rpartition("\t")[0])
    assert all(int(line.rpartition("\t")[2]) for line in lines)


@pytest.mark.parametrize("held_out", ["a.jsonl", "."])
def test_what_is_held_out_is_not_learned_from(tmp_path: Path, held_out: str) -> None:
    line = json.dumps({"text": TEXT, "as_of": "2023-09-30", "pairs": []}, ensure_ascii=False)
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text(line, "utf-8")
    left = [text.name for text in texts([tmp_path], {(tmp_path / held_out).resolve()})]
    assert left == (["b:1"] if held_out == "a.jsonl" else [])
