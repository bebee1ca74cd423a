"""What stands on pictures of pages, recognised by rapidocr where that optional extra is installed.

It reads digits well; what it does is to lose a whole line without a word. So what it found is held against the ink on
the picture, and a page on which a line is missing, or was hardly recognised, is doubtful.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

from connectors.readers.placed import Char
from connectors.readers.spacing import tidy

INSTALL = "install the extra that reads scans, pip install -e '.[ocr]', then read it again; or type the figures off"
MOST_PAGES = 30
DPI = 200
_LOW_SCORE = 0.6
_LINE_SHARE = 0.35  # of a usual line's ink: what is less is a speck, a rule or a seal
_DARK = 110  # of 255
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Recognised:
    """The lines of a picture at their places; `doubt` says in words what may be missing or wrong."""

    chars: tuple[Char, ...]
    doubt: str = ""


def is_installed() -> bool:
    """Whether pictures can be read here."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognised(pixels: Any, width: float, height: float) -> Recognised:
    """What stands on a picture (an array of rows of grey or coloured pixels) of a page of this size."""
    with _LOCK:
        found = _engine()(pixels)
    boxes = [] if found.boxes is None else [_box(corners) for corners in found.boxes]
    texts = [tidy(text) for text in found.txts or ()]
    scores = list(found.scores or ())
    scale_x, scale_y = width / pixels.shape[1], height / pixels.shape[0]
    chars = tuple(
        Char(text, left * scale_x, height - bottom * scale_y, right * scale_x, height - top * scale_y, True)
        for text, (left, top, right, bottom) in zip(texts, boxes, strict=False)
        if text
    )
    poor = sum(score < _LOW_SCORE or not text for text, score in zip(texts, scores, strict=False))
    lost = len(boxes) - len(texts) + len(lost_lines(pixels, boxes))
    return Recognised(chars, _doubt(lost, poor))


def _doubt(lost: int, poor: int) -> str:
    said = [f"有{lost}行文字没有识别出来"] if lost else []
    return "，".join([*said, *([f"有{poor}行识别得很勉强"] if poor else [])])


@cache
def _engine() -> Any:
    """Loaded once; the models are in the package, nothing is fetched. Every line it finds is to be given back."""
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical", "Global.text_score": 0.0})


def _box(corners: Any) -> tuple[float, float, float, float]:
    xs, ys = [float(x) for x, _ in corners], [float(y) for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def lost_lines(pixels: Any, boxes: Sequence[tuple[float, float, float, float]]) -> list[tuple[int, int]]:
    """Top and bottom of stretches that hold as much ink as a line of text, and that no box covers."""
    import numpy

    if not boxes:
        return []
    grey = pixels.mean(axis=2) if pixels.ndim == 3 else pixels
    ink = (grey < _DARK).astype(numpy.int32)
    heights = sorted(bottom - top for _, top, _, bottom in boxes)
    line_height = heights[len(heights) // 2]
    usual = sorted(int(_part(ink, box, 0).sum()) / max(1.0, box[2] - box[0]) for box in boxes)[len(boxes) // 2]
    for box in boxes:
        _part(ink, box, line_height * 0.35)[:] = 0
    ink[:, ink.sum(axis=0) > ink.shape[0] * 0.3] = 0  # upright rules and the rim of the scan
    ink[ink.sum(axis=1) > ink.shape[1] * 0.5, :] = 0  # level rules
    # a line of at least four characters
    enough = usual * line_height * 4 * _LINE_SHARE
    return [(top, bottom) for top, bottom, amount in _stretches(ink, line_height) if amount >= enough]


def _part(ink: Any, box: tuple[float, float, float, float], more: float) -> Any:
    left, top, right, bottom = box
    return ink[max(0, int(top - more)) : int(bottom + more) + 1, max(0, int(left - more)) : int(right + more) + 1]


def _stretches(ink: Any, line_height: float) -> list[tuple[int, int, int]]:
    """Runs of rows with ink that are about as high as a line, with their ink."""
    rows = ink.sum(axis=1)
    found, start = [], None
    for place, amount in enumerate([*rows, 0]):
        if amount > 2 and start is None:
            start = place
        elif amount <= 2 and start is not None:
            if 0.4 * line_height <= place - start <= 3 * line_height:
                found.append((start, place, int(rows[start:place].sum())))
            start = None
    return found
