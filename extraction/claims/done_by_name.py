"""Words of completion that name the one of several promises they are said of: 老旧小区改造已全部完成,公园全面完工."""

from __future__ import annotations

from functools import lru_cache

from extraction.answers.by_its_work import is_named_by
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.promises.works_apart import one_of_two_ways
from extraction.records import Claim
from extraction.sought import sought
from extraction.words import names, wording
from extraction.words.when import after_when

_CLAUSE = sought(r"[^,;。、:\n]+")
_ALL = sought(
    r"(?P<name>[^\d,;。、]{2,24}?)(?:年度|全年|建设|改造|工程|各项)*(?:目标任务|任务|目标|计划|工作|项目)?"
    r"(?P<done>(?:均已?|都已?|已?全部已?|已?全面|已提前|已超额|已按期|已如期|已(?=完工|竣工|建成投用))+"
    r"(?:建成|完成|完工|竣工|交付|投用|实现|到位|办结|达标|验收|整改到位|整治到位|改造到位|建设完成|改造完成|建成投用|投入使用|通过验收)(?:任务|目标)?"
    r"|(?:均已?|已)全部(?:淘汰|拆除|关停|销号|化解|搬迁|退出|改造|整治|治理))$"
)
_VERB_TASK = sought(
    r"(?:^|[,;。:、])(?:其中的?|目前,?|现)?(?P<verb>[\u4e00-\u9fff]{2,4})(?:任务|目标)(?:均|都|也|已)?(?:于\d{1,2}月[份底末初]?)?$"
)
_MEMBER = sought(r"[\u4e00-\u9fff]{2,8}")
_MOST = 8  # of a list that are looked back to
_REACH = 16  # characters of such a task's name, and of the day it was done
_ALIKE = 0.8


def done_by_name(scope: Scope, promise: Promise) -> Claim | None:
    """The claim of a later clause that says of just this promise, by its name, that all of it is done."""
    for sentence in scope.item.sentences[promise.reading.sentence :]:
        start = max(sentence.start, promise.reading.quantity.end)
        listed: list[str] = []  # 水泥、|印染已全部淘汰: what stands before it in its list
        for clause in _CLAUSE.finditer(scope.text, start, sentence.end):
            said = _said(clause.group())
            if said is None or _is_step(promise, said[0]):
                goes_on = scope.text.startswith("、", clause.end()) and _MEMBER.fullmatch(clause.group())
                listed = [*listed, clause.group()][-_MOST:] if goes_on else []
                continue
            if not any(names_it(scope, promise, name) for name in (said[0], *listed)):
                continue
            end = clause.start() + len(clause.group().rstrip())
            return Claim(None, "done", said[1], end - len(said[1]), end)
    return None


@lru_cache(maxsize=4096)
def _said(clause: str) -> tuple[str, str] | None:
    """The name of which the clause says that all of it is done, and the words that say it; every promise asks it."""
    said = _ALL.fullmatch(after_when(clause).lstrip(", "))
    return (said["name"], said["done"]) if said is not None else None


def said_of_another(scope: Scope, promise: Promise, claim: Claim) -> bool:
    """Whether the words of the claim name another promise, and not this one: 招聘会全部完成 is not said of 职工."""
    if (own := done_by_name(scope, promise)) is not None and own.start == claim.start:
        return False
    if _of_another_verb(scope, promise, claim):
        return True
    named = (done_by_name(scope, p) for p in scope.promises if p is not promise and p.name != promise.name)
    return any(c is not None and c.start < claim.end and claim.start < c.end for c in named)


def _of_another_verb(scope: Scope, promise: Promise, claim: Claim) -> bool:
    """开工1200套、竣工800套,竣工任务已提前完成: the task is called by another promise's verb, not by this one's."""
    said = _VERB_TASK.search(scope.text, max(0, claim.start - _REACH), claim.start)
    if said is None or said["verb"] in promise.name:
        return False
    return any(said["verb"] in p.name for p in scope.promises if p is not promise)


def _is_step(promise: Promise, name: str) -> bool:
    """图纸设计已全部完成: a step on the way, unless its word is the thing's own (工业设计中心)."""
    early = wording.NOT_DONE.search(name)
    return early is not None and early.group() not in promise.name


def names_it(scope: Scope, promise: Promise, name: str) -> bool:
    """Whether the words are of this promise, and of it more than of any other."""
    if one_of_two_ways(promise.name, name):
        return False  # 改建卫生室已全部完工 is not said of 新改建卫生室
    if is_named_by(scope, promise, name):
        return True
    here = names.likeness(promise.name, name)
    others = (names.likeness(p.name, name) for p in scope.promises if p is not promise)
    return here >= _ALIKE and len(names.folded(name)) >= 2 and here > max(others, default=0.0)
