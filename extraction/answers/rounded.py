"""A figure that is told in full elsewhere: 近2800万人次 in a headline above 2786.3万人次 answers nothing itself."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from extraction.promises.links import Scope
from extraction.sentences.readings import Reading
from extraction.words import names

_ROUND = Decimal("0.02")  # of a figure: what 近2800万 may leave out of 2786.3万


def is_rounded(scope: Scope, reading: Reading) -> bool:
    """近2800万人次 in a headline above 2786.3万人次, 56万亩 above 56.7万亩: the figure itself is told elsewhere."""
    if reading.quantity.qualifier != "near":
        return any(_is_exact(r, reading) or _is_counted_out(r, reading) for r in scope.found)
    return any(
        r.voice == "report"
        and r.quantity.noun == reading.quantity.noun
        and r.quantity.qualifier is None
        and 0 < abs(r.base - reading.base) <= _ROUND * reading.base
        for r in scope.found
    )


def _is_counted_out(r: Reading, short: Reading) -> bool:
    """新增3.4万个 in a headline above 新增34170个: the same, told behind it to the last one."""
    cut = short.quantity.value
    apart = r.voice == "report" and r.start > short.start and r.sentence > short.sentence
    if cut is None or not apart or r.quantity.magnitude >= short.quantity.magnitude or len(cut.as_tuple().digits) < 2:
        return False
    place = Decimal(1).scaleb(int(cut.as_tuple().exponent)) * short.quantity.magnitude
    near = r.base != short.base and abs(r.base - short.base) < place and r.quantity.noun == short.quantity.noun
    return near and r.measure == short.measure and names.likeness(r.name, short.name) >= _CALLED_SO


def _is_exact(r: Reading, short: Reading) -> bool:
    """Whether the number is the other, told behind it with the decimals that the other leaves out."""
    exact, cut = r.quantity.value, short.quantity.value
    if exact is None or cut is None or r.voice != "report" or r.start < short.start or cut < _ROUGH:
        return False
    one, other = ((n.quantity.noun, n.quantity.magnitude, n.measure) for n in (r, short))
    cut_off = exact != cut and cut == exact.quantize(cut, ROUND_DOWN)
    return one == other and cut_off and names.likeness(r.name, short.name) >= _CALLED_SO


_ROUGH, _CALLED_SO = 10, 0.8  # a number of one digit is no other one cut short; likeness of the names of one thing
