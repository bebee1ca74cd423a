"""What a reviewer sees: each entry in a few lines, its numbers marked; colours only on a terminal; or JSON.

Text of others goes out as `visible` draws it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from flows.jsonout import dumps
from flows.reviewing import Queue, Said
from flows.show import with_marks
from flows.visible import visible
from warehouse.review import Adrift, ReviewEntry

AROUND = 200  # characters of the report on each side of the sentence
REASON_ZH = {
    "low_confidence": "把握不足",
    "refused": "有候选数字而未采用",
    "claim_differs": "自评与数字不符",
    "implausible": "数量级可疑",
    "fell_back": "累计数回落",
    "arithmetic": "原文算术有误",
    "damaged": "文字受损",
    "unread_goal": "疑有未读出的目标",
    "duplicate": "内容重复",
    "period_unknown": "报告期不明",
    "identity": "是否同一承诺",
}


def lines(entry: ReviewEntry) -> list[str]:
    """One entry: its name for the command, why it is here, what was read, the sentence, the address, what was said."""
    reasons = ", ".join(f"{reason} {REASON_ZH.get(reason, '')}".strip() for reason in entry.reasons)
    card = [
        f"{entry.review_id}  {entry.bureau}  {when(entry)}  {entry.name}",
        f"    why        {reasons or 'nothing doubtful'}{f': {entry.explanation}' if entry.explanation else ''}",
        *(f"    {label:<11}{value}" for label, value in _facts(entry)),
        f"    sentence   {with_marks(entry.sentence, entry.marks)}",
        f"    report     {entry.url}",
    ]
    return [visible(" ".join(line.splitlines())) for line in card]


def when(entry: ReviewEntry) -> str:
    """2031 Q3, or that it is not known."""
    return f"{entry.year or '?'} {entry.period or 'period unknown'}"


def _facts(entry: ReviewEntry) -> Iterator[tuple[str, str]]:
    if entry.about == "indicator":
        yield "target", entry.target_text or "none"
        yield "actual", entry.actual_text or "none"
        if entry.claim_text:
            yield "claim", entry.claim_text
        yield "status", f"{entry.status}: {entry.verdict_reason}"
    if entry.proposal:
        yield "proposed", f"{entry.proposal} by {entry.proposed_by}, who quotes: {entry.proposal_quote}"
    if entry.review:
        yield "reviewed", f"{entry.review} by {entry.reviewed_by}, {entry.reviewed_at:%Y-%m-%d}: {entry.review_why}"


def context(entry: ReviewEntry, text: str) -> str:
    """The sentence with what stands around it in the report."""
    at = text.find(entry.sentence)
    if at < 0:
        return visible(entry.sentence)
    return visible(text[max(0, at - AROUND) : at + len(entry.sentence) + AROUND])


def listing(queue: Queue) -> list[str]:
    """The whole queue as lines."""
    out = [line for entry in queue.entries for line in (*lines(entry), "")]
    out += [lost_line(lost) for lost in queue.adrift]
    return [*out, f"{len(queue.entries)} to look at" if queue.entries else "Nothing waits for review."]


def lost_line(lost: Adrift) -> str:
    """A correction that lost what it was about."""
    said = f"{lost.verdict} {lost.correction}".strip()
    return visible(
        f"{lost.correction_id[:10]}  {said} (by {lost.who}, {lost.known_at:%Y-%m-%d}) no longer finds its words in "
        f"{lost.url}: look again, then 'duban review undo {lost.correction_id[:10]}'"
    )


def outcome(said: Said, word: str) -> str:
    """One line: what was said, and whether the judgement changed by it."""
    before, after = said.before, said.after
    line = f"{word} {before.review_id} {before.name}"
    if after.status is None:
        return visible(f"{line}; {when(after)}")
    change = f"was {before.status}, is now" if before.status != after.status else "is"
    return visible(f"{line}; {change} {after.status}: {after.verdict_reason}")


def as_json(queue: Queue) -> str:
    """Every column of every entry; times in ISO 8601."""
    return dumps([{field.name: getattr(entry, field.name) for field in fields(entry)} for entry in queue.entries])
