"""What an answer of a second reader is worth: only what it quotes from the text, and only if the quote holds the value.

The model sees one report and one question, and may say anything: nonsense, a refusal, half an object, a figure that
stands nowhere, instructions it found in the report. Nothing of that counts.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from connectors.quoting import holds, stands, typed
from extraction.numbers.units import fits

LONGEST_QUOTE = 400
DETAIL = 120
_THINKING = re.compile(r"<think>.*?(?:</think>|\Z)", re.S)
Outcome = Literal["figure", "none", "refused", "truncated", "unreadable", "misquoted", "not_in_quote", "other_unit"]


@dataclass(frozen=True, slots=True)
class Question:
    """One promise, and the part of the report it is asked about; an answer may quote from nothing else."""

    promise: str
    target: str | None
    unit: str | None
    period: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """`figure`: a value in its unit, and words of the text that hold it. Else `detail` says why nothing counts."""

    outcome: Outcome
    value: Decimal | None = None
    unit: str | None = None
    quote: str | None = None
    detail: str = ""


def answer_of(body: bytes, question: Question) -> Answer:
    """The answer in a response of the chat protocol, whatever its bytes are."""
    try:
        choice = json.loads(body)["choices"][0]
        message, finished = choice["message"], choice.get("finish_reason")
        content, refusal = message.get("content"), message.get("refusal")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        return Answer("unreadable", detail=_short(f"no response of the chat protocol: {error!r}"))
    if refusal or finished == "content_filter":
        return Answer("refused", detail=_short(refusal or finished))
    if finished == "length":
        return Answer("truncated", detail="the answer was cut off")
    found = _object(content)
    return Answer("unreadable", detail=_short(content)) if found is None else _weighed(found, question)


def _object(content: Any) -> dict[str, Any] | None:
    """The JSON object in what the model wrote, behind its thoughts and between its fences."""
    if not isinstance(content, str):
        return None
    said = _THINKING.sub("", content)
    start = said.find("{")
    try:
        found = (
            json.JSONDecoder(parse_float=Decimal, parse_int=Decimal).raw_decode(said[start:])[0] if start >= 0 else None
        )
    except (ValueError, ArithmeticError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _weighed(found: dict[str, Any], question: Question) -> Answer:
    """Whether what it says counts."""
    if found.get("found") is False:
        return Answer("none", detail="it found no value")
    figure = typed(f"{_plain(found.get('value'))}{_plain(found.get('unit'))}")
    if figure is None or figure.value is None or figure.base is None:
        return Answer("unreadable", detail=_short(f"no figure: {found}"))
    quote = found.get("quote")
    if not isinstance(quote, str) or len(quote) > LONGEST_QUOTE or not stands(quote, question.text):
        return Answer("misquoted", detail=_short(f"not in the text: {quote}"))
    if not holds(quote, figure.base, figure.noun):
        return Answer("not_in_quote", detail=_short(f"{figure.text} is not in {quote}"))
    if question.unit and not fits(figure.noun, _noun(question.unit)):
        return Answer("other_unit", detail=_short(f"{figure.text} for a promise in {question.unit}"))
    return Answer("figure", figure.value, figure.unit, quote)


def _plain(value: Any) -> str:
    """A value or a unit as it is typed; anything but a number or a word is none."""
    if isinstance(value, Decimal):
        return format(value, "f") if value.is_finite() and -30 < value.adjusted() < 30 else ""
    return value.strip()[:50] if isinstance(value, str) else ""


def _noun(unit: str) -> str:
    figure = typed(f"1{unit}")
    return figure.noun if figure else unit


def _short(words: Any) -> str:
    text = " ".join(str(words).split())
    return text if len(text) <= DETAIL else f"{text[:DETAIL]}…"
