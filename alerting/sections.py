"""What stands in a message, in its order: by bureau what to act on, then what has ended, what waits, what is muted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from alerting.bundle import Bundle, Muted, Part
from alerting.calendar import chinese_date, label, position
from alerting.cleaning import clean
from alerting.entries import Entry, dates_of, lagging_entry, resolved_entry, tiding_entry
from alerting.mutes import BY_INDICATOR
from alerting.speech import language, say
from alerting.told import ended
from alerting.wording import rule_name, unit_name
from warehouse.records import Silence

# a mail that is longer is cut by mail programs, and read by nobody; the sheet that goes with it has every row
MOST_ENTRIES = 120
MOST_LINES = 40
_NUMBERS = "一二三四五六"


@dataclass(frozen=True, slots=True)
class Group:
    """One bureau's entries; `heading` is empty where the message is about one bureau only."""

    heading: str
    dates: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the message under a heading: entries by bureau, or plain lines."""

    heading: str
    note: str
    groups: tuple[Group, ...] = ()
    lines: tuple[str, ...] = ()


def sections(bundle: Bundle) -> tuple[Section, ...]:
    """The sections that have something to say, numbered."""
    found = [section for section in _all(bundle) if section.groups or section.lines]
    return tuple(replace(section, heading=_numbered(at, section.heading)) for at, section in enumerate(found))


def dates_in(part: Part) -> tuple[str, ...]:
    """Which reports a bureau's part rests on, the newest first."""
    told = (*part.decision.tell, *part.decision.resolved)
    found = sorted({(position(one.year, one.period), dates_of(one.row)) for one in told}, reverse=True)
    return tuple(words for _, words in found)


def _numbered(at: int, heading: str) -> str:
    return heading if language() == "en" else f"{_NUMBERS[at]}、{heading}"


def _all(bundle: Bundle) -> Iterator[Section]:
    acted = [(part, _to_act_on(part)) for part in bundle.parts]
    is_lagging = any(part.decision.tell for part in bundle.parts)
    has_rows = any(entry.bar for _, entries in acted for entry in entries)
    yield Section(
        say("滞后事项") if is_lagging else say("提示事项"),
        say("竖线为序时进度，底色为原文数字") if has_rows else "",
        _groups(acted, bundle),
        _left(acted),
    )
    over = [(part, _ended(part)) for part in bundle.parts]
    yield Section(_ended_heading(bundle), "", _groups(over, bundle), _left(over))
    yield Section(say("待人工复核"), "", lines=tuple(_in_review(bundle.parts)))
    yield Section(say("已静默、未列入的事项"), "", lines=tuple(_muted(bundle)))


def _left(parts: Sequence[tuple[Part, tuple[Entry, ...]]]) -> tuple[str, ...]:
    """How many entries the mail does not show."""
    left = sum(len(entries) for _, entries in parts) - MOST_ENTRIES
    return (say("另有 {n} 项见附件表格。", n=left),) if left > 0 else ()


def _to_act_on(part: Part) -> tuple[Entry, ...]:
    found = part.decision
    return (*(lagging_entry(0, one) for one in found.tell), *(tiding_entry(0, one) for one in found.found))


def _ended(part: Part) -> tuple[Entry, ...]:
    found = part.decision
    return (*(resolved_entry(0, one) for one in found.resolved), *(tiding_entry(0, one) for one in found.ended))


def _ended_heading(bundle: Bundle) -> str:
    told = ended(bundle)
    withdrawn = sum(one.reason == "withdrawn" for one in told)
    if withdrawn == len(told):
        return say("撤回事项")
    return say("恢复、撤回事项") if withdrawn else say("恢复事项")


def _groups(parts: Sequence[tuple[Part, tuple[Entry, ...]]], bundle: Bundle) -> tuple[Group, ...]:
    """The entries numbered through, no more than a mail holds."""
    groups, number = [], 0
    for part, entries in parts:
        shown = entries[: MOST_ENTRIES - number]
        if shown:
            numbered = tuple(replace(entry, number=number + at) for at, entry in enumerate(shown, 1))
            groups.append(_group(part, numbered, len(bundle.parts) == 1))
            number += len(shown)
    return tuple(groups)


def _group(part: Part, entries: tuple[Entry, ...], is_only: bool) -> Group:
    if is_only:
        return Group("", (), entries)
    heading = say("{unit}（{n} 项）", unit=unit_name(part.region, part.bureau), n=len(entries))
    return Group(heading, dates_in(part), entries)


def _in_review(parts: Sequence[Part]) -> Iterator[str]:
    """What waits for a person's look."""
    waiting = [part for part in parts if part.in_review]
    for part in waiting[:MOST_LINES]:
        yield say("{unit}：{n} 项", unit=unit_name(part.region, part.bureau), n=part.in_review)
    if waiting:
        yield say("查看：duban review")


def _muted(bundle: Bundle) -> Iterator[str]:
    silences = {silence.silence_id: silence for silence in bundle.silences}
    for muted in bundle.muted[:MOST_LINES]:
        yield _muted_line(muted, silences.get(muted.by))
    if len(bundle.muted) > MOST_LINES:
        yield say("另有 {n} 项。", n=len(bundle.muted) - MOST_LINES)
    for silence in bundle.silences[:MOST_LINES]:
        yield _silence_line(silence)


def _muted_line(muted: Muted, silence: Silence | None) -> str:
    found = muted.finding
    what = clean(found.name, 60) or label(found.year, found.period)
    known = {"unit": unit_name(found.region, found.bureau), "word": rule_name(found.rule), "what": what}
    if silence:
        return say("{unit}　{what}：{word}（按静默 {by}）", **known, by=clean(silence.silence_id, 40))
    if muted.by == "broken":
        return say("{unit}　{what}：{word}（栏目异常，暂不判定）", **known)
    if by := next((rule for rule in BY_INDICATOR if rule == muted.by), None):
        return say("{unit}　{what}：{word}（与“{by}”为同一事项，不重复提示）", **known, by=rule_name(by))
    return say("{unit}　{what}：{word}（未检索到新报告，不重复提示）", **known)


def _silence_line(silence: Silence) -> str:
    matcher = "，".join(f"{field}={pattern}" for field, pattern in silence.matcher)
    return say(
        "静默 {name}：{matcher}，{author}设至{until}，原因：{why}",
        name=clean(silence.silence_id, 40),
        matcher=clean(matcher, 120),
        author=clean(silence.author, 40),
        until=chinese_date(silence.until),
        why=clean(silence.reason, 80),
    )
