"""The explanation as one HTML page that needs nothing else: no script, no font, no picture from anywhere.

The text's marks are made here, where every character counts; the rest is in templates/.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from alerting.calendar import is_period, span_label
from alerting.wording import bar_of
from flows.explaining import words
from flows.explaining.marks import Piece
from flows.explaining.structure import Explanation, Verdict
from flows.explaining.tables import table_rows
from flows.show import STATUS_ZH
from flows.visible import visible
from warehouse.records import STATUSES

# a rule for each indicator lights its numbers together; of more, each number alone when it is clicked
LIT_TOGETHER = 300
UNBROKEN = 16  # a number of so many characters stays on one line


def html(explanation: Explanation, address: str, sha256: str) -> str:
    """The page of an explanation; `address` and `sha256` say from where and from which bytes it was read."""
    verdicts = explanation.verdicts
    counts = Counter(verdict.row.status for verdict in verdicts)
    marker = Marker(explanation, verdicts)
    page = _environment().get_template("explain.html.j2")
    return page.render(
        explanation=explanation,
        verdicts=verdicts,
        report=explanation.report,
        period=_period(explanation),
        counts=[(status, STATUS_ZH[status], counts[status]) for status in STATUSES if counts[status]],
        address=address,
        link=address if address.startswith(("http://", "https://")) else None,
        sha256=sha256,
        marked=marker.marked,
        places=marker.places,
        lit=verdicts[:LIT_TOGETHER],
        bar=bar_of,
        table_rows=table_rows,
        words=words,
    )


@dataclass(slots=True)
class Marker:
    """Writes the pieces of the text; the anchors of what is used stand at its first piece."""

    explanation: Explanation
    verdicts: tuple[Verdict, ...]
    anchors: set[str] = field(default_factory=set)

    def marked(self, pieces: Sequence[Piece]) -> Markup:
        """The pieces as HTML whose text is exactly theirs."""
        return Markup("").join(self._piece(piece) for piece in pieces)

    def places(self, verdict: Verdict, kind: str) -> str:
        """The address of an indicator's target, actual or claim in the text."""
        return f"#i{verdict.number}-{kind}"

    def _piece(self, piece: Piece) -> Markup:
        if not (piece.role or piece.uses):
            return Markup.escape(piece.text)
        shown = self._element(piece)
        for use in piece.begins:
            anchor = f"finding{use.number}-text" if use.kind == "finding" else f"i{use.number}-{use.kind}"
            if anchor not in self.anchors:
                self.anchors.add(anchor)
                shown = Markup('<span class="at" id="{}">{}</span>').format(anchor, shown)
        return shown

    def _element(self, piece: Piece) -> Markup:
        classes = ["m", *filter(None, [piece.role]), *(f"i{number}" for number in piece.indicators)]
        classes += ["words"] * (not piece.quantities) + ["flag"] * bool(piece.findings)
        classes += ["short"] * (len(piece.text) <= UNBROKEN and piece.text.split() == [piece.text])
        values = {
            "tag": "a" if piece.uses else "span",
            "href": Markup(' href="#{}"').format(self._target(piece)) if piece.uses else "",
            "classes": " ".join(classes),
            "ledger": Markup(' data-q="{}"').format(" ".join(map(str, piece.quantities))) if piece.quantities else "",
            "numbers": Markup(' data-n="{}"').format(",".join(map(str, piece.indicators))) if piece.indicators else "",
            "title": visible(self._title(piece)),
            "text": piece.text,
        }
        return Markup('<{tag}{href} class="{classes}"{ledger}{numbers} title="{title}">{text}</{tag}>').format(**values)

    def _target(self, piece: Piece) -> str:
        return f"i{piece.indicators[0]}" if piece.indicators else f"finding{piece.findings[0]}"

    def _title(self, piece: Piece) -> str:
        """How the number was read, which indicators rest on it, and what is to be looked at: a line each."""
        lines = [words.quantity_words(self.explanation.ledger[index]) for index in piece.quantities]
        lines += [
            f"指标{use.number} {self.verdicts[use.number - 1].indicator.name[:80]}：{words.ROLES[use.kind]}"
            for use in piece.uses
            if use.kind != "finding"
        ]
        lines += [f"待核：{self.explanation.findings[number - 1][2]}" for number in piece.findings]
        return "\n".join(dict.fromkeys(lines))


def _period(explanation: Explanation) -> str:
    report = explanation.report
    if report.year and report.period and is_period(report.period):
        return span_label(report.year, report.period)
    return "报告期不明"


def _drawn(value: Any) -> Any:
    """What a template puts into the page: text of others made visible, nothing else changed."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("flows.explaining", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_drawn,
        trim_blocks=True,
        lstrip_blocks=True,
    )
