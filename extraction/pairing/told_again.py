"""A promised number said again as the subject of its story, which is no second promise: 9座危桥中已通车8座."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.numbers import units
from extraction.promises.stages import done
from extraction.sentences.goal_phrases import is_second_tier
from extraction.sentences.part_scope import ENDS
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names
from extraction.words.when import after_when


def _cued_before(found: Sequence[Reading], reading: Reading) -> list[Reading]:
    """计划改造危桥9座,...,9座危桥中已通车8座: what the same sentence has planned in so many words, by its name too."""
    return [
        p
        for p in found
        if p.sentence == reading.sentence
        and p.voice == "promise"
        and p.cued
        and not p.bracket
        and p.start < reading.start
        and names.likeness(p.name, reading.own) >= 0.5
    ]


_OPENS = sought(r"(?:其中[,:]?)?")
_PIECE = sought(r"[;。\n]")
_MORE = sought(r"[,、]?\s?另")  # 新核准商标2件,另有1件初审公告: besides, and no step of it


def restated(text: str, found: Sequence[Reading]) -> set[int]:
    """Plans said again to open their account, silenced in place, and what each account tells, which plans nothing.

    其中幼儿园33所、寄宿制学校37所。…幼儿园33所,主体完工2所,装修8所,完工23所;寄宿制学校37所,…: bare, and smaller steps
    of its unit behind it; the finished step gets the name of the plan.
    """
    telling: set[int] = set()
    for index, r in enumerate(found):
        if r.voice not in ("report", "context") or r.bracket:
            continue
        plan = _planned(found[:index], r)
        if plan is None or not _opens_bare(r):
            continue
        piece = _PIECE.search(text, r.quantity.end)
        end = piece.start() if piece else len(text)
        steps = [b for b in found[index + 1 :] if b.start < end and b.quantity.noun == r.quantity.noun]
        plain = steps and r.quantity.noun not in units.MONEY and not any(b.part or _MORE.match(b.lead) for b in steps)
        if not plain or any(b.base > r.base for b in steps) or not any(b.own for b in steps):
            continue
        others = [
            p for p in found[:index] if p.voice == "promise" and p is not plan and p.quantity.noun == r.quantity.noun
        ]
        if any(names.likeness(p.own, b.own) >= 0.8 for p in others for b in steps if b.own):
            continue  # 其中集中安置1500人、分散安置687人: the next is of the next plan, and this is all of this one
        r.voice = "base"
        telling |= {id(b) for b in steps}
        if finished := [b for b in steps if done(b) and b.voice == "report" and not b.bracket]:
            finished[-1].own = finished[-1].subject = plan.own
            finished[-1].part = plan.part
    return telling


def _opens_bare(r: Reading) -> bool:
    """Whether nothing but its name stands before it in its clause."""
    if ENDS.fullmatch(r.own):
        return False  # 计划开工1200套、竣工800套。1-9月开工1200套、竣工640套: told, though it is as many
    lead = after_when(r.clause_lead.strip()).lstrip(",")
    return len(names.folded(r.own)) >= 2 and _OPENS.sub("", lead, count=1) == r.own


def _planned(before: Sequence[Reading], r: Reading) -> Reading | None:
    """The promise of just so many of them in an earlier sentence."""
    promised = (p for p in before if p.voice == "promise" and p.sentence < r.sentence)
    same = (p for p in promised if (p.base, p.quantity.noun) == (r.base, r.quantity.noun))
    return next((p for p in same if names.likeness(p.own, r.own) >= 0.8), None)


def mark_tiers_again(found: Sequence[Reading]) -> None:
    """完成年度计划27亿元的52%…按照“确保27亿元、力争28亿元”的要求: the second tier is of the plan before, in place."""
    for first, second in pairwise(found):
        tiers = first.voice == second.voice == "promise" and first.sentence == second.sentence and not first.bracket
        if not tiers or len(names.folded(first.own)) >= 2 or not is_second_tier(second, [first]):
            continue
        of = (p for p in found if p.voice == "promise" and p.sentence < first.sentence and p.measure == first.measure)
        same = [p for p in of if (p.base, p.quantity.noun) == (first.base, first.quantity.noun)]
        if len(same) == 1:
            first.voice, first.settled, second.own, second.subject = "context", True, "", same[0].name


_AGAIN = re.compile(
    r"(?:[^,。;:\d()]{0,8}\([^()]{0,14}\))?[^,。;:\d]{0,14}(?:任务(?!的|数|量)|中(?=[,已有完]))|(?:[^,。;:\d()]{0,8}\([^()]{0,14}\))?[^,。;:\d]{0,14}已?(?:全部|均)已?"
    r"(?:开工|启动|进场|落实|下达|分解)"
)


def _may_tell_again(reading: Reading) -> bool:
    """Whether the number stands and speaks as one that was promised before."""
    return not (reading.heading or reading.bracket or reading.settled) and reading.voice in ("report", "promise")


def _is_told_again(text: str, reading: Reading, headed: Sequence[Reading]) -> bool:
    """520公里新改建任务完成招标310公里, 12所学校中: the number that was promised, as the subject of the story."""
    alike = [p for p in headed if p.quantity.noun == reading.quantity.noun and p.base == reading.base]
    if not alike:
        return False
    own = reading.own if len(names.folded(reading.own)) >= 2 and not names.is_bare(reading.own) else ""
    own = "" if _OF_THE_YEAR.fullmatch(own) else own
    return any(not own or own in p.name or names.likeness(p.name, own) >= 0.3 for p in alike) and (
        _AGAIN.match(text, reading.quantity.end) is not None
        or _all_begun(text, reading)
        or re.match(
            rf"[^,。;:\d(][^,。;:\d]{{1,13}}\d+\s?{re.escape(reading.quantity.unit or '个')}",
            text[reading.quantity.end :],
        )
        is not None
    )


_ALL = sought(r"[^,。;:\d]{0,10}(?:全部|均|都)(?:已|完成)*(?P<what>[^,。;:\d]{2,10})")


def _all_begun(text: str, reading: Reading) -> bool:
    """10家企业均签订治理合同: an early step that all of them took."""
    said = _ALL.match(text, reading.quantity.end)
    return said is not None and names.stage(said["what"]) in ("started", "application")


_OF_THE_YEAR = sought(r"(?:本年度?|当年|今年|年度|本)(?:项目|任务|工程|计划)?")  # 本年度项目36万亩全部开工
_LONGEST_QUOTE = 60  # characters


def silence_repeats(text: str, found: Sequence[Reading], headed: Sequence[Reading]) -> None:
    """Take the voice from a promise told again, which is no other; and note which numbers stand in quotes."""
    quotes = bool(found) and text.find("”", found[0].start, found[-1].start + _LONGEST_QUOTE) >= 0
    for reading in found:
        reading.quoted = quotes and _quoted(text, reading)
        plain = reading.voice == "promise" and not (reading.heading or reading.bracket)
        again = plain and not reading.tail.startswith("的") and any(_same_figure(p, reading) for p in headed)
        if reading.of_plan is None and (again or _tells_again(text, reading, found, headed)):
            reading.voice, reading.settled = "context", _all_begun(text, reading)
            _part_of_all(found, reading)


_FAR = 40  # promises before one among which it may have been found


def silence_second(found: Sequence[Reading]) -> None:
    """适老化改造500户、新增床位200张。500户适老化改造已完成378户: of one plan found twice the first stays, in place."""
    promised = [r for r in found if r.voice == "promise" and not r.bracket and len(names.folded(r.own)) >= 2]
    for number, again in enumerate(promised):
        if again.heading or again.due_words or not again.tail or names.is_bare(again.own):
            continue
        earlier = promised[max(0, number - _FAR) : number]
        before = (p for p in earlier if p.sentence < again.sentence and p.voice == "promise")
        if any(_same_figure(p, again) and p.owner == again.owner and _within(again, p) for p in before):
            again.voice = "context"


def _within(again: Reading, first: Reading) -> bool:
    """Whether the number opens its sentence before a name that is the plan's, in whatever order, or a part of it."""
    if again.lead.strip():
        return False
    return names.folded(again.own) in names.folded(first.own) or names.likeness(first.own, again.own) >= 0.7


_DONE_OF_THEM = sought(r"(?:已|均|全部)?(?:建成|竣工|完工|投用|开放|交付|建好|投入)")


def _part_of_all(found: Sequence[Reading], whole: Reading) -> None:
    """目前8个公园全部开工,其中5个已建成: what is done of all of them, said again, is the plan's answer; in place."""
    at = next((n for n, r in enumerate(found) if r is whole), -1)
    part = found[at + 1] if 0 <= at < len(found) - 1 else None
    if part is None or not part.part or part.own or part.sentence != whole.sentence or part.voice != "report":
        return
    if part.quantity.noun == whole.quantity.noun and part.base < whole.base and _DONE_OF_THEM.match(part.tail):
        part.part, part.subject = False, ""


def _tells_again(text: str, reading: Reading, found: Sequence[Reading], headed: Sequence[Reading]) -> bool:
    return _may_tell_again(reading) and _is_told_again(text, reading, [*headed, *_cued_before(found, reading)])


def _same_figure(a: Reading, b: Reading) -> bool:
    return a.base == b.base and a.quantity.noun == b.quantity.noun and a.measure == b.measure


def _quoted(text: str, r: Reading) -> bool:
    left = text.rfind("“", max(0, r.start - _LONGEST_QUOTE), r.start)
    right = text.find("”", r.start, r.start + _LONGEST_QUOTE) if left >= 0 else -1
    return right >= 0 and text.find("”", left, r.start) < 0 and right - left < _LONGEST_QUOTE
