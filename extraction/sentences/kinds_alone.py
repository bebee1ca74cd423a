"""A kind named by one character where its whole name was promised: 示范乡20个、示范村100个,目前已建成乡16个、村91个."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_KINDS = "县乡镇村街户校园厂站"
_KIND = sought(rf"(?P<did>[\u4e00-\u9fff]{{0,12}}的|[\u4e00-\u9fff]{{0,4}}?)(?P<kind>[{_KINDS}])")


_GRADE = sought(r"(?:国家|[省市县旗区])级")  # 通过市级初验的村: whose 村 they are by now, the words before it say
_BEHIND = sought(rf"(?P<did>)(?P<kind>[{_KINDS}])(?:$|[,。;、]|[均都全已]|通过|完成|达到?标)")


def whole_name(reading: Reading, before: Sequence[Reading], known: Iterable[str]) -> str | None:
    """The name with what was done to it (建成示范乡) of the one promise that ends with the character; else None.

    The character stands before the number or behind it: 乡16个, 16个乡.
    """
    beside = reading.own[-1] if reading.own else reading.tail[:1]
    if not beside or beside not in _KINDS:
        return None
    said = _KIND.fullmatch(reading.own) if reading.own else _BEHIND.match(reading.tail)
    if said is None or reading.quantity.noun not in units.COUNTED:
        return None
    if said["did"] and not said["did"].endswith("的") and not names.is_bare(said["did"]):
        return None
    promised = [b.own for b in before if b.voice in ("promise", "context") and b.measure == "amount"] + list(known)
    ends = {names.folded(name): name for name in promised if len(name) > 2 and name.endswith(said["kind"])}
    if len(ends) != 1:
        return None
    name = ends.popitem()[1]
    return said["did"] + (_GRADE.sub("", name) if "级" in said["did"] else name)


def is_promised_kind(reading: Reading, before: Sequence[Reading], known: Iterable[str]) -> bool:
    """已完成_4个镇, _4个示范镇 where 示范镇6个 is promised: no count of who does the tasks."""
    own = reading.own
    if own[-1:] not in _KINDS or len(own) <= 2:
        return False
    promised = [b.own for b in before if b.voice == "promise"] + list(known)
    return any(own.endswith(name) or name.endswith(own) for name in promised if len(name) > 2)
