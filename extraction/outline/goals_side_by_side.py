"""Several goals side by side at the head of an item, and where its account begins.

新建公园15个、改造小区47个:目前建成公园12个,小区完工18个。
新建公路122公里,加固水库11座,投放公交车103辆,前三季度,水库10座完成加固。
培训农民593人;发展药材5.69万亩。截至9月底,结业427人。

A clause of goals is a number with its unit and no word that tells; the account begins at the first word that does.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.outline.items import Item, Sentence
from extraction.sought import sought
from extraction.words import names
from extraction.words.when import SO_FAR

_COUNT = sought(r"[\u4e00-\u9fff”\")][^,;:。\d]{0,12}?\d[\d.]*\s?[^\d,;:。]{1,16}$")
_BOUND = sought(r"不[低少高]于|不超过|达到|超过(?=\d)|实际(?=利用|使用|吸收)")
_TELLS = sought(
    r"已|目前|截至|截止|累计|实际|同比|(?<!公)共\d|均|全部|其中|其余|分别|占|季度|\d月|半年|以来|年末|正在|[超低高]于|比上年|现有|现为"
    r"|目标|任务|计划|总投资|列入|纳入|到位|拨付"
)
_WHEN = sought(rf"\s?{SO_FAR}(?![^,;。]{{0,6}}前)")
_LISTS = sought(r"(?:分别|主要|即|有|为|是|如下|包括|名单)(?:是|为|有|如下)?\s?$")
_GOAL_IN_BRACKET = sought(
    r"\((?!完成|占|为|达)[^()]{0,8}(?:目标|任务|计划|预期)|\d(?:%|[万亿]?[\u4e00-\u9fff]{1,2})\([^()]{0,3}\d[\d.]*[^()\d]{0,6}\)"
)
_BRACKET = sought(r"\([^()]*\)")


def account_at(piece: str, before: int = 0) -> int:
    """Where, in a sentence that begins with goals, the account of them does; 0 where it does not begin in it.

    `before` is how many sentences of goals go before it.
    """
    if _GOAL_IN_BRACKET.search(piece):
        return 0
    bare = _BRACKET.sub(lambda m: "_" * len(m.group()), piece)
    goals = before
    for start, end in _clauses(bare):
        if not _is_goals(bare[start:end]):
            return start if start and goals and _opens_account(bare, start, goals) else 0
        goals += len(sought(r"\d(?=[^\d.]*[、和及]|[^\d]*$)").findall(bare[start:end]))
    return 0


def _clauses(bare: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in sought(r"[,:](?!\d{3}(?!\d))").finditer(bare):
        yield start, mark.start()
        start = mark.end()
    yield start, len(bare.rstrip("。;!"))


def _is_goals(clause: str) -> bool:
    plain = _BOUND.sub("_", clause)
    return _COUNT.search(clause) is not None and _TELLS.search(plain) is None and _LISTS.search(plain) is None


def _opens_account(bare: str, start: int, goals: int) -> bool:
    """Whether what begins there tells: behind a colon anything that has a number, behind a comma what says when."""
    rest = bare[start:]
    if bare[start - 1] == ":":
        return sought(r"\d|全部|已").search(rest) is not None and not sought(r"\s?其中").match(rest)
    return goals > 1 and _WHEN.match(rest) is not None


def listed(text: str, item: Item) -> int:
    """How many of the first sentences only go on listing goals behind their semicolons, before an account."""
    number = 0
    for number, sentence in enumerate(item.sentences):
        piece = text[sentence.start : sentence.end]
        if not all(_is_goals(piece[low:high]) for low, high in _clauses(piece.rstrip("。;"))):
            break
        if not piece.endswith(";"):
            number += 1
            break
    follows = item.sentences[number : number + 1]
    tells = bool(follows) and _tells(text[follows[0].start : follows[0].end])
    return number if number > 1 and tells and item.level else 0


def _tells(piece: str) -> bool:
    return _TELLS.search(_BOUND.sub("_", piece)) is not None or account_at(piece, 1) > 0


def retells(text: str, sentence: Sentence, cut: int, before: list[Sentence]) -> bool:
    """Whether the clause up to the cut is of what the headings before it have promised: 人才到岗100名,|剩余正在推进."""
    promised = [text[s.start : s.end] for s in before if s.heading]
    said = sought(r"^(?P<name>[^,;:\d]*?)\d[\d.]*(?P<unit>[万亿]?[\u4e00-\u9fff%]?)").match(text[sentence.start : cut])
    if said is None or len(names.folded(said["name"])) < 2:
        return False
    return any(_has(goal, said["name"], said["unit"]) for goal in promised)


def _has(heading: str, name: str, unit: str) -> bool:
    goals = sought(r"(?P<name>[^,;:、\d]{2,30}?)\d[\d.]*(?P<unit>[万亿]?[\u4e00-\u9fff%]?)").finditer(heading)
    return any(g["unit"] == unit and names.likeness(g["name"], name) >= 0.8 for g in goals)
