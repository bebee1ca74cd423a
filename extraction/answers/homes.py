"""Homes told under the stages of the programme that promised them, in other words than its own.

棚户区改造开工860户,基本建成300户 ... 安置房开工546套;北苑小区基本建成312套
"""

from __future__ import annotations

from extraction.numbers import units
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_HOMES = sought(r"安置房|住房|房源|小区|片区|项目")
_PROGRAMME = sought(r"棚户区|棚改|危旧?房|城中村|保障(?:性)?(?:租赁)?住?房")
_STAGE = sought(r"(开工|动工|建成|竣工|完工|交付|分配|入住)(?:建设)?$")


def only_at_its_stage(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether this is the one figure of the one plan at its stage in the task."""
    stage = _STAGE.search(promise.name)
    if stage is None or not _PROGRAMME.search(promise.name) or promise.measure != "amount":
        return False

    def same(words: str, noun: str) -> bool:
        told = _STAGE.search(words)
        return told is not None and told[1] == stage[1] and units.fits(noun, promise.target.noun)

    promised = [p for p in scope.promises if same(p.name, p.target.noun)]
    told = [r for r in scope.found if r.voice == "report" and not r.bracket and same(r.name, r.quantity.noun)]
    return len(promised) == 1 and told == [reading] and _HOMES.search(reading.name) is not None
