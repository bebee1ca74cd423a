"""How far from a promise its answer may stand: anywhere in a numbered item, and in running text the further the better
it is named.

    开工安置房1500套 ... 安置房开工1210套                   the very same thing, paragraphs away
    任务有七件:…、移民扶持项目42个。…。…。移民扶持项目建成33个   one goal of a counted list, by its name
"""

from __future__ import annotations

from extraction.answers.placed_promises import below_goals
from extraction.answers.set_after_told import is_at_same_stage
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names


def within_reach(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether the reading stands where what answers the promise may stand."""
    place = promise.reading
    if place.outlook or place.heading or (scope.item.level and place.point == 0):
        return True
    if place.point != reading.point:
        return False
    if scope.item.level:
        return True
    apart = abs(reading.sentence - place.sentence)
    named = len(names.folded(reading.own or reading.subject))
    if apart <= 1 or (apart <= 4 and named >= 2):
        return True
    rate = len(promise.name) >= 3 and promise.name.endswith("率") and reading.name.endswith(promise.name)
    share = len(reading.name) >= 5 and _IS_SHARE.match(reading.name) and promise.name.endswith(reading.name)
    if rate or share or (len(reading.name) >= 3 and names.same_thing(promise.name, reading.name)):
        return True  # 开工安置房1500套 ... 安置房开工1210套, paragraphs away
    if promise.measure == "amount" and is_at_same_stage(place, reading):
        return True
    if apart <= _LIST_REACH and named >= 2 and _of_list(scope, promise, reading):
        return True
    return named >= 4 and promise.measure == "amount" and reorders_verb(promise.name, reading.own)


_LIST_REACH = 12  # sentences that an account of a list of goals goes on for
_SAME_GOAL = 0.6


def _of_list(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """任务有七件:…;…。…。移民扶持项目建成33个: what is said by name of one goal of a list, sentences behind it."""
    if promise.measure != "amount" or reading.quantity.noun != promise.target.noun:
        return False
    if not below_goals(scope.text, promise.reading) or names.likeness(promise.name, reading.own) < _SAME_GOAL:
        return False
    rivals = (p for p in scope.promises if p is not promise and p.target.noun == promise.target.noun)
    return not any(names.likeness(p.name, reading.own) >= _SAME_GOAL for p in rivals)


_IS_SHARE = sought(r"占(?!地|道|用|补)")
_BEGINS = sought(r"(?:筹集|新)?(?:开工|动工|新建|建设)(?:建设)?|竣工|完工|(?:基本)?建成")


def reorders_verb(promised: str, told: str) -> bool:
    """筹集开工安置房, 安置房开工: the same verb at the other end of the very same words."""
    verb = _BEGINS.match(promised)
    if verb is None:
        return False
    thing = promised[verb.end() :]
    rest = told.removeprefix(thing) if len(thing) >= 3 else told
    return rest != told and len(rest) >= 2 and (rest in verb.group() or verb.group() in rest)
