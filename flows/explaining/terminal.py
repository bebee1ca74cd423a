"""The explanation on a terminal, in colour, and as plain text where there is none.

In plain text a number stands as 【95项·实绩3】: its role, and the indicators that rest on it; 【3.2万元·其他!1】 is
what finding 1 is about. In colour the role is the colour and the rest stands behind it, raised. Either way nothing of
the document reaches the terminal but what `visible` lets through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extraction.records import Actual, Role, Target
from flows.explaining.marks import Piece
from flows.explaining.structure import Explanation, Section, TaskView, Verdict
from flows.explaining.words import KINDS, OPERATORS, ROLES, STATED, read_differently, status_word, sums
from flows.show import STATUS_ZH
from flows.visible import one_line, visible
from warehouse.records import STATUSES, Status

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

ROLE_STYLES: dict[Role, str] = {
    "target": "bold white on blue",
    "actual": "bold black on green",
    "claim": "bold black on yellow",
    "context": "underline",
    "date": "magenta",
    "clause": "cyan",
    "ordinal": "dim",
    "name": "dim italic",
}
STATUS_STYLES: dict[Status, str] = {
    "lagging": "bold red",
    "on_track": "green",
    "achieved": "bold green",
    "not_reported": "yellow",
    "not_comparable": "yellow",
    "unknown": "yellow",
    "qualitative": "dim",
}
_RAISED = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹˒")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; `role`, or the indicators and findings of `behind`, where they are marked in the text."""

    text: str
    style: str = ""
    role: Role | None = None
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together, so far from the left."""

    runs: tuple[Run, ...]
    indent: int = 0


def plain(explanation: Explanation) -> str:
    """Everything as text without styles."""
    return "\n".join(" " * block.indent + "".join(map(_plain, block.runs)) for block in blocks(explanation))


def in_colour(explanation: Explanation, console: Console) -> None:
    """Everything on a console of rich."""
    from rich.padding import Padding

    for block in blocks(explanation):
        console.print(Padding(_rich(block.runs), (0, 0, 0, block.indent), expand=False))


def blocks(explanation: Explanation) -> Iterator[Block]:
    """The head, the text with the verdicts behind each section of it, and what is to be looked at."""
    yield from _head(explanation)
    for section in explanation.sections:
        yield from _section(section)
    if explanation.findings:
        yield Block((Run("To be looked at:", "bold"),))
    for number, kind, message in explanation.findings:
        yield Block((Run(f"!{number} {kind}", "bold red"), Run(f": {one_line(message)}")), 2)


def _head(explanation: Explanation) -> Iterator[Block]:
    report = explanation.report
    year = report.year or "in a year that is not told: --as-of gives it,"
    period = f"{year} {report.period}" if report.period else "period unknown"
    yield Block((Run(one_line(report.title or "(no title)", 200), "bold"),))
    yield Block((Run(f"{period}, figures to {report.cutoff or 'an unknown date'}"),))
    counts = Counter(verdict.row.status for verdict in explanation.verdicts)
    runs = [Run(f"{len(explanation.verdicts)} indicators")]
    for status in (status for status in STATUSES if counts[status]):
        runs += [Run("  "), Run(f"{counts[status]} {STATUS_ZH[status]} {status}", STATUS_STYLES[status])]
    yield Block(tuple(runs))
    legend = [run for role, word in ROLES.items() for run in (Run(f"{word} {role}", ROLE_STYLES[role]), Run("  "))]
    yield Block((Run("Numbers: ", "dim"), *legend[:-1]))
    yield Block(())


def _section(section: Section) -> Iterator[Block]:
    runs = list(_text(section.pieces))
    if any(run.text.strip() for run in runs):
        yield Block(tuple(runs))
    for task in section.tasks:
        if section.table or task.verdicts:
            yield from _task(task, is_titled=bool(section.table))
    if any(task.verdicts for task in section.tasks):
        yield Block(())


def _text(pieces: Sequence[Piece]) -> Iterator[Run]:
    """The section's text; the line feeds at its end are the blocks' own."""
    end = max((index for index, piece in enumerate(pieces, 1) if piece.text.strip("\n")), default=0)
    for index, piece in enumerate(pieces[:end], 1):
        text = piece.text.rstrip("\n") if index == end else piece.text
        yield Run(text, ROLE_STYLES[piece.role] if piece.role else "", piece.role, _behind(piece))


def _behind(piece: Piece) -> str:
    """1,2!1 for what indicators 1 and 2 rest on and finding 1 is about."""
    return ",".join(map(str, piece.indicators)) + "".join(f"!{number}" for number in piece.findings)


def _task(view: TaskView, *, is_titled: bool) -> Iterator[Block]:
    task = view.task
    if is_titled:
        departments = f"  [{'、'.join(map(one_line, task.departments))}]" if task.departments else ""
        yield Block((Run(one_line(f"{task.number} {task.title}", 160) + departments, "bold"),), 2)
    for verdict in view.verdicts:
        yield from _verdict(verdict)


def _verdict(verdict: Verdict) -> Iterator[Block]:
    indicator, row = verdict.indicator, verdict.row
    facts = [KINDS[indicator.kind], "力争" if indicator.tier == "stretch" else "", one_line(indicator.owner or "", 60)]
    facts += [f"期限 {indicator.due}" if indicator.due else "", f"置信 {indicator.confidence:.2f}"]
    yield Block(
        (
            Run(f"[{verdict.number}] ", "bold"),
            Run(one_line(indicator.name, 160), "bold"),
            Run(f"  {' · '.join(filter(None, facts))}  ", "dim"),
            Run(f"{status_word(row)} {row.status}", STATUS_STYLES[row.status]),
        ),
        4,
    )
    for name, runs in _facts(verdict):
        yield Block((Run(f"{name}  ", "dim"), *runs), 8)


def _facts(verdict: Verdict) -> Iterator[tuple[str, Iterable[Run]]]:
    """Target, actual, claims, the sums, the rule's reason and the link's reason, each with its name."""
    indicator, row = verdict.indicator, verdict.row
    if target := indicator.target:
        derived = "（推算）" if target.start is None else ""
        yield "目标", [Run(f"{OPERATORS[target.operator]} "), _valued(target.text, "target"), _read(target, derived)]
    if actual := indicator.actual:
        until = f"（截至 {actual.cutoff}）" if actual.cutoff else ""
        yield "实绩", [_valued(actual.text, "actual"), _read(actual, until)]
    for claim in indicator.claims:
        status = f"（{STATED[claim.status]}）" if claim.status else ""
        yield "自评", [_valued(claim.text, "claim"), Run(status)]
    if verdict.place:
        yield "位置", [Run(one_line(verdict.place, 200))]
    if measured := sums(row, indicator.accrues):
        yield "测算", [Run("  ".join(f"{name} {value}" for name, value in measured))]
    yield "判定", [Run(one_line(row.reason))]
    if indicator.reason and indicator.reason != row.reason:
        yield "关联", [Run(one_line(indicator.reason))]


def _valued(text: str, role: Role) -> Run:
    return Run(one_line(text), ROLE_STYLES[role])


def _read(record: Target | Actual, behind: str) -> Run:
    read = read_differently(record)
    return Run((f"  读作 {read}" if read else "") + behind, "dim")


def _plain(run: Run) -> str:
    text = visible(run.text)
    if run.role is None and not run.behind:
        return text
    return f"【{text}·{ROLES[run.role] if run.role else ''}{run.behind}】"


def _rich(runs: Iterable[Run]) -> Text:
    from rich.text import Text

    text = Text(tab_size=4, overflow="fold")
    for run in runs:
        text.append(visible(run.text), run.style)
        if run.behind:
            text.append(run.behind.translate(_RAISED), "bold red" if "!" in run.behind else "dim")
    return text
