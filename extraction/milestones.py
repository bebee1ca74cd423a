"""Promises of a date instead of a number: 9月底前建成通车, 12月底前完工."""

from __future__ import annotations

import calendar
import re
from datetime import date

from extraction import names, wording
from extraction.outline_items import Item
from extraction.records import Claim, Indicator
from extraction.targets import tidy

_DONE = (
    r"(?:建成(?:投用|通车|投产|运营|使用|开放)?|完工|竣工|通车|投用|投入使用|投入运营|投产|封顶|启用|开园|开通|开业"
    r"|运营|交付(?:使用)?|验收|完成(?:建设|改造|施工|搬迁|主体)?|开工(?:建设)?|基本建成|全面建成)"
)
_BY = re.compile(
    rf"(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?(?:底|末|中旬|上旬|下旬)?(?:以|之)?前|(?P<half>上半年"
    rf"|6月底)|(?P<end>年底前?|年内|12月底前?))[^,。;:\d]{{0,14}}?(?P<what>{_DONE})(?=[,。;)(、]|$)"
)


def milestone(raw: str, text: str, item: Item, year: int | None) -> Indicator | None:
    """The dated milestone that a heading without numbers promises, with what its story claims; or None."""
    heading = [s for s in item.sentences if s.heading]
    if not heading or year is None or item.level == 0:
        return None
    match = _BY.search(text, heading[0].start, heading[-1].end)
    if match is None:
        return None
    title = re.sub(_BY.pattern, lambda m: m["what"], text[heading[0].start : heading[-1].end])
    name = re.sub(r"\([^()]*\)", "", title).strip(" 。;,:")[:60]
    claim = _claim(raw, text, item, match["what"])
    return Indicator(
        name,
        "milestone",
        tidy(name),
        names.qualifiers(name),
        None,
        due=_due(match, year),
        claims=(claim,) if claim else (),
        reason=f"promised by {match.group()}",
    )


def _due(match: re.Match[str], year: int) -> date:
    if match["month"] and 1 <= int(match["month"]) <= 12:
        month = int(match["month"])
        last = calendar.monthrange(year, month)[1]
        return date(year, month, min(int(match["day"] or last), last))
    return date(year, 6, 30) if match["half"] else date(year, 12, 31)


def _claim(raw: str, text: str, item: Item, what: str) -> Claim | None:
    """Done only where the story says so in the promise's own word or a later stage, and nothing takes it back."""
    later = re.compile(
        rf"(?:已|现已|已经|正式|顺利|全面|提前|已于[^,。;]{{1,12}})+(?:{re.escape(what)}|{_later(what)})(?!前"
        rf"|条件|后|率)"
    )
    for sentence in item.sentences:
        if sentence.heading:
            continue
        piece = text[sentence.start : sentence.end]
        done = later.search(piece)
        if done and not re.search(r"未|尚|预计|将|拟|力争|确保|部分|其中", piece[: done.start()][-12:]):
            start, end = sentence.start + done.start(), sentence.start + done.end()
            return Claim(None, "done", raw[start:end], start, end)
    for sentence in item.sentences:
        if sentence.heading:
            continue
        for pattern, status in ((wording.BEHIND, "lagging"), (wording.ONGOING, "ongoing")):
            if found := pattern.search(text, sentence.start, sentence.end):
                return Claim(
                    None,
                    "lagging" if status == "lagging" else "ongoing",
                    raw[found.start() : found.end()],
                    found.start(),
                    found.end(),
                )
    return None


def _later(what: str) -> str:
    if what.startswith(("建成", "完工", "竣工", "通车", "投", "交付", "启用", "开", "运营")) and not what.startswith(
        "开工"
    ):
        return "建成投用|建成通车|投入使用|投入运营|通车|投用|启用|投产|竣工验收|交付使用|建成|完工|竣工|开通运营|开放"
    return "完成|竣工|完工|建成|投用|通车"
