"""What a heading promised, done in its very verb, or all there is of it: 结对帮扶1000人 / 已全部结对.

The verb of the promise told again behind 已全部 says that the number was reached, whatever the verb is, and needs no
list. Of a rate that shall be 100% 全覆盖 and 应保尽保 are the number itself.
"""

from __future__ import annotations

import re

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.records import Claim
from extraction.sought import sought
from extraction.words import names, wording

_IN_ITS_VERB = sought(
    r"(?:^|[,:])(?:截至[^,。;]{1,8},?|目前|现)?,?(?P<name>[^,。;:\d]{0,16}?)(?P<done>(?:已全部|均已|全部已|全部|已全面)(?P<verb>[\u4e00-\u9fff]{2}))"
    r"(?:到位|完毕|完成)?(?=[,。;、]|$)"
)
_ALL_THERE_IS = sought(
    r"(?:^|[,:])(?:截至[^,。;]{1,8},?|目前|现)?,?(?P<name>[^,。;:\d]{0,16}?)(?P<done>(?:已|均|全部)*(?:实现|做到|达到)?(?:了)?(?:全覆盖|应(?P<verb>[\u4e00-\u9fff])尽(?P=verb)))"
    r"(?=[,。;、]|$)"
)
_AHEAD = sought(r"力争|确保|预计|将|拟|计划|下一步|争取|未|尚|才")


def wholly_done(scope: Scope, promise: Promise) -> Claim | None:
    """The claim that a later sentence of the item makes of just this promise, in its own words."""
    whole = promise.reading.quantity.is_percent and promise.reading.value == 100
    for sentence in scope.item.sentences[promise.reading.sentence :]:
        start = max(sentence.start, promise.reading.quantity.end)
        piece = scope.text[start : sentence.end]
        for expression in (_IN_ITS_VERB, _ALL_THERE_IS) if whole else (_IN_ITS_VERB,):
            said = expression.search(piece)
            if said is None or _AHEAD.search(piece[: said.start("done")]) or not _is_said_of(scope, promise, said):
                continue
            return Claim(None, "done", said["done"], start + said.start("done"), start + said.end("done"))
    return None


def _is_said_of(scope: Scope, promise: Promise, said: re.Match[str]) -> bool:
    """Whether the words name the promise, or name nothing and have its verb, which no other promise has."""
    verb, name = said["verb"], names.folded(said["name"])
    if len(name) >= 2:
        called = names.likeness(promise.name, said["name"]) >= 0.8
        return called and (verb is None or verb in promise.name or wording.DONE.search(said["done"]) is not None)
    if verb is None:
        return len(scope.promises) == 1
    return verb in promise.name
