"""Learn the weights of extraction/weighing from annotated reports: `make weights`.

    python -m benchmarks.learning [PATH ...] [--held-out FILE ...] [--out FOLDER]

Reads benchmarks/cases (reports), benchmarks/snippets (paragraphs, a JSON object a line) and tests/extraction/pairs
(what the rules were written against), finds in each text the numbers that are promises and the ones that answer them,
and fits logistic regressions over extraction.weighing.words: "is a promise" by its own clause and by all around it, and
"answers this promise". Prints how well they do on each fifth of the texts when learned from the rest; or on the files
(or folders) held out, which are not learned from, and then writes nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.calibration import base
from extraction.numbers.quantities import scan
from extraction.records import Quantity
from extraction.text.clearing import cleared
from extraction.weighing.model import probability, within_reach
from extraction.weighing.words import Numbers, between, far, near
from extraction.words.folding import fold

HERE = Path(__file__).parent
OUT = HERE.parent / "extraction" / "weighing"
SOURCES = [HERE / "cases", HERE / "snippets", HERE.parent / "tests" / "extraction" / "pairs"]
_FOLDS = 5
_LEAST = 2  # times that a piece must be seen to be learned
_SMALL = 0.015  # a weight below it is left out
_STRENGTH = 0.5  # of the regression: the inverse of its penalty


@dataclass(slots=True)
class Text:
    """An annotated text: its numbers, which of them are promises, and what answers each (None: nothing does)."""

    name: str
    numbers: Numbers
    promises: set[int] = field(default_factory=set)
    answers: dict[int, int | None] = field(default_factory=dict)

    def said(self) -> list[list[str]]:
        """Of each number, all the pieces that tell whether it is a promise."""
        own = range(len(self.numbers.all))
        return [near(self.numbers, n).spelled() + far(self.numbers, n).spelled() for n in own]


def texts(paths: Sequence[Path], without: Collection[Path] = ()) -> Iterator[Text]:
    """The annotated texts of the folders and files but those in `without`, each with its numbers told apart."""
    for path in paths:
        files = [f for kind in ("json", "jsonl", "yaml") for f in sorted(path.glob(f"*.{kind}"))] or [path]
        for file in files:
            if not {file.resolve(), file.parent.resolve()} & set(without):
                for name, text, pairs in _annotated(file):
                    yield _labelled(name, text, pairs)


def _annotated(path: Path) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    if path.suffix == ".json":
        note = json.loads(path.read_text("utf-8"))
        yield f"{path.parent.name}/{path.stem}", path.with_suffix(".txt").read_text("utf-8"), note["pairs"]
        return
    if path.suffix == ".yaml":
        for number, note in enumerate(yaml.safe_load(path.read_text("utf-8")), 1):
            told = [{"target": p.get("target"), "actual": p.get("actual")} for p in note["expect"]]
            yield f"{path.stem}-{number}", note["text"], [_as_pair(pair, False) for pair in told]
        return
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            note = json.loads(line)
            yield f"{path.stem}:{number}", note["text"], [_as_pair(p) for p in note["pairs"]]


def _as_pair(short: dict[str, Any], stands: bool = True) -> dict[str, Any]:
    """A snippet's pair as a report's; `stands`: its numbers are written as in the text."""
    pair: dict[str, Any] = {f"evidence_{side}": short[side] if stands else "" for side in ("target", "actual")}
    for side in ("target", "actual"):
        found = Numbers("", scan(fold(short[side]))).all if short[side] else []
        pair[side] = {"value": found[0].value, "unit": found[0].unit} if found else None
    return pair


_PERCENT = ("%", "％", "百分点", "个百分点")


def _is(q: Quantity, told: dict[str, Any]) -> bool:
    unit = (told.get("unit") or "").strip()
    if q.base is None or (unit in _PERCENT) != q.is_percent:
        return False
    return abs(q.base) == abs(base(told))


def _labelled(name: str, raw: str, pairs: list[dict[str, Any]]) -> Text:
    text = cleared(raw)
    out = Text(name, Numbers(text, scan(text)))
    numbers = out.numbers.all

    def fitting(told: dict[str, Any] | None, evidence: str | None) -> list[int]:
        if not told or told.get("value") is None or evidence is None:
            return []
        if not evidence:
            return [n for n, q in enumerate(numbers) if _is(q, told)]
        spots = [m.span() for m in re.finditer(re.escape(evidence), raw)]
        inside = (n for n, q in enumerate(numbers) if any(q.start < end and start < q.end for start, end in spots))
        return [n for n in inside if _is(numbers[n], told)]

    goals: list[int | None] = []
    for pair in pairs:  # the goals first: where goal and result are one number written twice, the first is the goal
        found = fitting(pair["target"], pair["evidence_target"])
        goal = next((n for n in found if n not in out.promises), found[0] if found else None)
        goals.append(goal)
        out.promises |= set() if goal is None else {goal}
    taken: set[int] = set()
    for pair, goal in zip(pairs, goals, strict=True):
        found = [n for n in fitting(pair["actual"], pair["evidence_actual"]) if n not in out.promises]
        found = [n for n in found if n not in taken] or found
        if goal is None:
            taken.update(found[:1])
            continue
        answer = min(found, key=lambda n: abs(n - goal), default=None)
        if answer is not None:
            taken.add(answer)
        if answer is not None or pair["actual"] is None:  # a sum of parts stands nowhere: nothing is learned from it
            out.answers[goal] = answer
    return out


Weights = dict[str, float]


def odds(weights: Weights, pieces: Sequence[str]) -> float:
    """The log-odds that the pieces make together."""
    return sum(weights.get(piece, 0.0) for piece in pieces)


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights as extraction.weighing.model asks for them."""

    hints: Weights
    promises: Weights
    answers: Weights


def learn(read: Sequence[Text]) -> Learned:
    """The weights of the promises and those of the answers."""
    halves = [read[n::2] for n in (0, 1)]
    # how likely a number is a promise, the answers must take as it will be: from texts that it was not learned from
    foreign = [_promises(half) for half in halves]
    rows: list[list[str]] = []
    told: list[bool] = []
    for half, weights in zip(halves, reversed(foreign), strict=True):
        for text in half:
            for _, _, right, pieces in _pairs(text, weights):
                rows.append(pieces)
                told.append(right)
    return Learned(_promises(read, near_only=True), _promises(read), _fitted(rows, told))


def _promises(read: Sequence[Text], near_only: bool = False) -> Weights:
    said = [near(t.numbers, n).spelled() for t in read for n in range(len(t.numbers.all))] if near_only else []
    said = said or [pieces for t in read for pieces in t.said()]
    return _fitted(said, [n in text.promises for text in read for n in range(len(text.numbers.all))])


def _pairs(text: Text, weights: Weights) -> Iterator[tuple[int, int, bool, list[str]]]:
    """Every promise with every number that might answer it, and whether it does."""
    likely = [probability(odds(weights, pieces)) for pieces in text.said()]
    for promise, answer in text.answers.items():
        for other in range(len(likely)):
            if within_reach(text.numbers, promise, other):
                pieces = between(text.numbers, promise, other, likely.__getitem__).spelled()
                yield promise, other, other == answer, pieces


def _fitted(rows: Sequence[Sequence[str]], told: Sequence[bool]) -> Weights:
    from sklearn.feature_extraction import DictVectorizer  # only who learns needs it
    from sklearn.linear_model import LogisticRegression

    seen = Counter(piece for row in rows for piece in set(row))
    vocabulary = DictVectorizer()
    table = vocabulary.fit_transform([{piece: 1.0 for piece in row if seen[piece] >= _LEAST} for row in rows])
    model = LogisticRegression(C=_STRENGTH, max_iter=400).fit(table, list(told))
    weights = dict(zip(vocabulary.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    weights["*"] = weights.get("*", 0.0) + float(model.intercept_[0])
    return weights


def write(weights: Weights, file: Path) -> None:
    """One piece a line with its weight in thousandths, in order."""
    kept = {piece: round(weight * 1000) for piece, weight in weights.items() if abs(weight) >= _SMALL}
    lines = (f"{_escaped(piece)}\t{weight}\n" for piece, weight in sorted(kept.items()))
    file.write_text("".join(lines), "utf-8")


def _escaped(piece: str) -> str:
    return piece.replace("\n", "\\n").replace("\t", "\\t")


def judged(read: Sequence[Text], learned: Learned, bound: float) -> tuple[int, int, int, int, int, int]:
    """Promises found, of them right, and due; answers given, of them right, and due: above that probability."""
    counts = [0] * 6
    for text in read:
        for n, pieces in enumerate(text.said()):
            found = probability(odds(learned.promises, pieces)) > bound
            counts[0] += found
            counts[1] += found and n in text.promises
            counts[2] += n in text.promises
        best: dict[int, tuple[float, bool]] = {}
        for promise, _, right, pieces in _pairs(text, learned.promises):
            best[promise] = max(best.get(promise, (0.0, False)), (probability(odds(learned.answers, pieces)), right))
        counts[3] += sum(likely > bound for likely, _ in best.values())
        counts[4] += sum(likely > bound and right for likely, right in best.values())
        counts[5] += sum(answer is not None for answer in text.answers.values())
    return counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=SOURCES)
    parser.add_argument("--held-out", nargs="*", type=Path, default=[], help="what to measure with instead of folds")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    read = list(texts(options.paths, {path.resolve() for path in options.held_out}))
    random.Random(1).shuffle(read)
    promises, answers = sum(len(t.promises) for t in read), sum(len(t.answers) for t in read)
    print(f"{len(read)} texts, {promises} promises, {answers} with what answers them")
    learned = learn(read)
    for path in options.held_out:
        _print(path.name, judged_all(list(texts([path])), learned))
    if options.held_out:
        return
    parts = [read[n::_FOLDS] for n in range(_FOLDS)]
    folds = [judged_all(part, learn([t for other in parts if other is not part for t in other])) for part in parts]
    summed = [tuple(map(sum, zip(*rows, strict=True))) for rows in zip(*folds, strict=True)]
    _print("each fifth, learned from the rest", summed)
    options.out.mkdir(exist_ok=True)
    for name in ("hints", "promises", "answers"):
        write(getattr(learned, name), options.out / f"{name}.tsv")


_BOUNDS = (0.5, 0.7, 0.9)


def judged_all(read: Sequence[Text], learned: Learned) -> list[tuple[int, ...]]:
    return [judged(read, learned, bound) for bound in _BOUNDS]


def _print(name: str, rows: Sequence[tuple[int, ...]]) -> None:
    for bound, (found, right, due, given, fitting, answers) in zip(_BOUNDS, rows, strict=True):
        promised = f"{right / max(1, found):.3f} right of those found, {right / max(1, due):.3f} of all"
        answered = f"{fitting / max(1, given):.3f} right, {fitting / max(1, answers):.3f} of all"
        print(f"{name}, above {bound}: promises {promised}; answers {answered}")


if __name__ == "__main__":
    main()
