"""Goals in one list and what became of them in the next, read as if each account stood below its goal.

    1.新建公厕30座            1.目标任务:新建公厕30座
    2.造林4万亩               完成情况:建成23座
    第1项:建成23座    reads   2.目标任务:造林4万亩
    第2项:造林3.1万亩         完成情况:造林3.1万亩

Which goal an account is of, its number tells; else its label, where it names one goal and no other; else its place,
where both lists are as long, most labels name the goals in that order and each account measures what its goal does. An
account of which none of these tells it stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.sought import sought
from extraction.text.goal_lists import Account, Goal, Lists, lists_in
from extraction.text.moving import Piece
from extraction.words.folding import fold

_UNIT = sought(r"\d[\d,.]*\s?(?:万亿|[百千]?[万亿])?\s?(?P<unit>%|‰|平方公里|平方米|公里|人次|[\u4e00-\u9fffA-Za-z])")
_DONE = sought(r"完成|建成|竣工|完工|投用|交付|办结|到位|开[工放]|启动|超|未")
_PLANS = sought(r"(?:计划|任务|目标)(?!的)[^,;。\d]{0,6}\d")
_MARKS = [ten + one for ten in ("", "十") for one in ("", *"一二三四五六七八九") if ten + one] + ["二十"]
_NOTHING = "\n完成情况:。"  # a goal that no account is of promises as the others do
_SAME = {"米": "公里", "平方公里": "公里", "例": "人", "名": "人", "人次": "人"}


def accounts_below(raw: str) -> list[Piece]:
    """The pieces of the text in the order in which they are read; none where nothing moves."""
    text = fold(raw)
    pieces: list[Piece] = []
    position = 0
    for lists in lists_in(text):
        if _paired(lists):
            pieces += _pieces(text, lists, position)
            position = lists.accounts[-1].end
    return [*pieces, Piece(position, len(text))] if pieces else []


def _pieces(text: str, lists: Lists, position: int) -> Iterator[Piece]:
    for goal in lists.goals:
        yield Piece(position, goal.start)
        if goal.renamed:
            apart = "" if text[: goal.start].endswith("\n") else "\n"
            yield Piece(goal.start, goal.body, f"{apart}({_MARKS[goal.number - 1]})")
        else:
            yield Piece(goal.start, goal.body)
        yield from _ended(text, goal)
        if not goal.accounts:
            yield Piece(goal.end, goal.end, _NOTHING)
        for account in goal.accounts:
            yield Piece(account.start, account.body, "\n完成情况:")
            yield Piece(account.body, account.end)
        position = goal.end
    gone = [account for goal in lists.goals for account in goal.accounts]
    for account in sorted(gone, key=lambda a: a.start):
        yield Piece(position, account.start)
        position = account.end
    yield Piece(position, lists.accounts[-1].end)


def _ended(text: str, goal: Goal) -> Iterator[Piece]:
    """The goal as a sentence of its own: no line goes on with what stands below it."""
    end = goal.body + len(text[goal.body : goal.end].rstrip(" ;,、。"))
    yield Piece(goal.body, end)
    yield Piece(end, goal.end, None if text[end : goal.end].startswith("。") else "。")


def _paired(lists: Lists) -> bool:
    """Whether at least two accounts are told to be of one goal each; gives the goals theirs."""
    telling = [a for a in lists.accounts if re.search(r"\d", a.words) or _DONE.search(a.words)]
    if len(telling) < len(lists.accounts) or sum(bool(_PLANS.search(a.words)) for a in telling) * 2 >= len(telling):
        return False
    found = _by_number(lists) if lists.accounts[0].number else _by_label(lists)
    if len(found) < 2 or len(lists.goals) > len(_MARKS):
        return False
    for account, goal in found:
        goal.accounts.append(account)
    return True


Pair = tuple[Account, Goal]


def _by_number(lists: Lists) -> list[Pair]:
    """By the number; by names alone where one beside a number is another goal's: those count another list."""
    goals = {goal.number: goal for goal in lists.goals}
    if any(account.number not in goals for account in lists.accounts):
        return []
    found = [(account, goals[account.number]) for account in lists.accounts]
    for account, goal in found:
        named = _named(account, lists.goals)
        if named and goal not in named:
            return _by_label(lists)
    return found


def _by_label(lists: Lists) -> list[Pair]:
    found: list[Pair] = []
    for account in lists.accounts:
        named = [goal for goal in _named(account, lists.goals) if _fits(account, goal)]
        if len(named) == 1 and all(goal is not named[0] for _, goal in found):
            found.append((account, named[0]))
    if len(lists.accounts) == len(lists.goals):
        pairs = list(zip(lists.accounts, lists.goals, strict=True))
        at_place = sum(goal is lists.goals[lists.accounts.index(account)] for account, goal in found)
        if at_place == len(found) and at_place * 2 >= len(pairs) and all(_fits(*pair) for pair in pairs):
            return pairs
    return found


def _named(account: Account, goals: Sequence[Goal]) -> list[Goal]:
    """The goals with which the label has most in common: two characters that stand together at least."""
    pairs = {a + b for a, b in pairwise(account.label)}
    shared = [sum(pair in goal.words for pair in pairs) for goal in goals]
    best = max(shared, default=0)
    return [goal for goal, count in zip(goals, shared, strict=True) if count == best] if best else []


def _fits(account: Account, goal: Goal) -> bool:
    """Whether the account tells a figure in the goal's unit, or none at all."""
    told, asked = _units(account.words), _units(goal.words)
    return not told or not asked or bool(told & asked)


def _units(words: str) -> set[str]:
    return {_SAME.get(match["unit"], match["unit"]) for match in _UNIT.finditer(words)}
