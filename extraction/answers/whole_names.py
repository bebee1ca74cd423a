"""A figure under the whole name of one promise answers no other.

新建邮政驿站6个、共享邮政驿站40个; 邮政驿站建成5个,共享邮政驿站建成31个: each is told by its whole name.
"""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.words import names


def is_another_by_name(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether the figure has the whole name of another promise of this unit, and only a part of this one's, or more."""
    if promise.measure != "amount" or not reading.own or promise.target.noun != reading.quantity.noun:
        return False
    told, mine = names.thing(reading.own), names.thing(promise.name)
    if told == mine or len(min(told, mine, key=len)) < _NAMES:
        return False
    return any(
        other.measure == "amount"
        and other.target.noun == promise.target.noun
        and other.reading.owner == promise.reading.owner
        and names.thing(other.name) == told
        for other in scope.promises
    )


_NAMES = 2  # characters of the shortest name of a thing
