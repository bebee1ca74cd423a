"""Promises of a date instead of a number: 9月底前建成通车, 12月底前完工.

The stages of a work are steps: 开工 < 主体完工 < 竣工 < 投用. What is told answers a milestone of its own step or a
lower one; a part that is finished (主体工程已完工) is no finished work.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extraction.outline.items import Item, Sentence
from extraction.promises.targets import tidy
from extraction.records import Claim, Indicator, StatedStatus
from extraction.sentences import refusals
from extraction.sought import sought
from extraction.words import names, wording

DONE = (
    r"(?:建成(?:投用|通车|投产|投运|运营|使用|开放)?|完工|竣工(?:验收|投用)?|通车|投用|投入使用|投入运营|投产|投运|封顶|启用|开园|开通|开业"
    r"|运营|交付(?:使用)?|验收|完成(?:建设|改造|施工|搬迁|主体)?|开工(?:建设)?|基本建成|全面建成)"
)
_BY = sought(
    rf"(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?(?:底|末|中旬|上旬|下旬)?(?:以|之)?前|(?P<half>上半年"
    rf"|6月底)|(?:计划|要求|确保|力争|定于|应于|须于)(?:于|在)?(?P<at>\d{{1,2}})月[底末](?:之?前)?|(?P<end>年底前?|年内|12月底前?))(?P<of>[^,。;:\d]{{0,14}}?)(?P<what>{DONE})(?=[,。;)(、]|$)"
)
_USED, _FINISHED, _RAISED, _BEGUN = 4, 3, 2, 1
_STEPS = (
    (_USED, re.compile(r"投入使用|投入运营|投用|投产|投运|通车|运营|启用|开园|开业|开放|开通|交付|使用")),
    (_BEGUN, re.compile(r"开工|动工")),
    (_RAISED, re.compile(r"封顶|主体")),
    (_FINISHED, re.compile(r"")),
)
_TOLD = sought(
    rf"(?:已|现已|已经|正式|顺利|全面|全部|提前|已于[^,。;]{{1,12}})+(?P<nearly>基本)?(?P<what>{DONE})(?!前|条件|后|率)"
)
# a part of the work: what is said of it is not said of the whole
_PART = sought(
    r"主体|土建|基础|桩基|结构|路基|路面|附属|外立面|管网|设备|内部|装修|[一二三首]期|部分|其中|前期|招标|设计|手续|征地|征拆"
    r"|拆迁|审批|立项|方案|标段|可研|勘察|围挡|场平|主楼|配套|安装"
)
_TAKEN_BACK = re.compile(r"未|尚|预计|将|拟|力争|确保")
_BUILT = sought(r"(?:主体|基础|桩基|土方|正在|目前在|加快|全面)施工|在建|施工至|封顶")
_NOT_YET = re.compile(r"未|尚|准备|筹备|即将|前期|招标")
_REPORTS = re.compile(r"已|目前|截至|正在|完成了|累计")


def milestone(raw: str, text: str, item: Item, year: int | None) -> Indicator | None:
    """The dated milestone that a heading without numbers promises, with what its story claims; or None."""
    heading = _heading(text, item)
    if not heading or year is None or item.level == 0:
        return None
    match = _BY.search(text, heading[0].start, heading[-1].end)
    if match is None:
        return None
    told = _REPORTS.search(text, match.end(), heading[-1].end) is not None  # 计划9月底完工,目前主体未完工
    ends = match.end() if told else heading[-1].end
    title = re.sub(_BY.pattern, lambda m: m["of"] + m["what"], text[heading[0].start : ends])
    name = sought(r"[。;]\s?(?=.)|\s?\n\s?").sub("", sought(r"\([^()]*\)").sub("", title)).strip(" 。;,:")[:60]
    claim, refusal = _answer(raw, text, item, match["what"], ends)
    found = dated(name, due_of(match, year), (claim,) if claim else (), f"promised by {match.group()}")
    return replace(found, refusal=refusal)


def dated(name: str, due: date | None, claims: tuple[Claim, ...], reason: str) -> Indicator:
    """A milestone of that name."""
    return Indicator(name, "milestone", tidy(name), names.qualifiers(name), None, due=due, claims=claims, reason=reason)


def _heading(text: str, item: Item) -> list[Sentence]:
    """The heading, with the sentence below a bare title that only promises: 滨河大桥。9月底前建成通车。"""
    heading = [s for s in item.sentences if s.heading]
    following = item.sentences[len(heading)] if len(heading) < len(item.sentences) else None
    if not heading or following is None or _BY.search(text, heading[0].start, heading[-1].end):
        return heading
    promises = _BY.search(text, following.start, following.end)
    if promises is None or _REPORTS.search(text, following.start, promises.end()):
        return heading
    ends = promises.end() if _REPORTS.search(text, promises.end(), following.end) else following.end
    return [*heading, following] if ends - following.start <= 40 else heading


def due_of(match: re.Match[str], year: int) -> date:
    """The last day on which what `_BY` names is in time."""
    month = int(match["month"] or match["at"] or 0)
    if 1 <= month <= 12:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, min(int(match["day"] or last), last))
    return date(year, 6, 30) if match["half"] else date(year, 12, 31)


def _step(words: str) -> int:
    return next(step for step, pattern in _STEPS if pattern.search(words))


def _answer(raw: str, text: str, item: Item, what: str, begins: int) -> tuple[Claim | None, str | None]:
    """Done where the story tells the promised step or a later one; completed short of use is refused."""
    story = [replace(s, start=max(s.start, begins)) for s in item.sentences if s.end > begins]
    if _step(what) == _BEGUN and (begun := _under_way(raw, text, story)):
        return begun, None
    promised, short = _step(what), None
    for start, end, step in _told(text, story, item.title):
        if step >= promised:
            return Claim(None, "done", raw[start:end], start, end), None
        if step == _FINISHED:
            short = refusals.short_of(raw[start:end], what)
    return (None, short) if short else (_words(raw, text, story), None)


def _under_way(raw: str, text: str, story: list[Sentence]) -> Claim | None:
    """主体施工至三层: what is being built has begun."""
    for sentence in story:
        built = _BUILT.search(text, sentence.start, sentence.end)
        if built and not _NOT_YET.search(text, sentence.start, built.start()):
            return Claim(None, "done", raw[built.start() : built.end()], built.start(), built.end())
    return None


def _told(text: str, story: list[Sentence], title: str) -> Iterator[tuple[int, int, int]]:
    """Each step that the story says is done, with its place."""
    for sentence in story:
        for done in _TOLD.finditer(text, sentence.start, sentence.end):
            before = sought(r"[,;。]").split(text[sentence.start : done.start()])[-1]
            if _TAKEN_BACK.search(before[-12:]):
                continue
            part = _PART.search(before)
            step = _step(done["what"])
            if (part and part.group() not in title) or done["nearly"]:
                step = min(step, _RAISED)
            yield done.start(), done.end(), step


def _words(raw: str, text: str, story: list[Sentence]) -> Claim | None:
    statuses: tuple[tuple[re.Pattern[str], StatedStatus], ...] = (
        (wording.BEHIND, "lagging"),
        (wording.ONGOING, "ongoing"),
    )
    for sentence in story:
        for pattern, status in statuses:
            if found := pattern.search(text, sentence.start, sentence.end):
                return Claim(None, status, raw[found.start() : found.end()], found.start(), found.end())
    return None
