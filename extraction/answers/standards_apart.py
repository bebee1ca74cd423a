"""A standard among other tasks is told by its name alone: 供养标准提高到每人每月990元;…;救助水平达308元/月."""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_EACH = sought(r"每[人户生床](?:每?[月年日天])?(?:[由从]?\d[\d.]*元)?[^,。;\d]{0,6}$")
_ALIKE = 0.5


def is_of_another_standard(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether a sum in another clause of a list is called otherwise than the standard that was promised."""
    place = promise.reading
    listed = not (place.heading or scope.item.storied) and place.sentence != reading.sentence
    if not listed or not reading.quantity.noun.startswith("元") or not _EACH.search(place.clause_lead):
        return False
    return names.likeness(promise.name, reading.subject or reading.own) < _ALIKE
