"""Names that say less than the promise's but enough: 4所幼儿园建成投用, 实际招聘入职297名, 接入监管平台,覆盖率98.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.numbers import units
from extraction.promises import stages
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sentences.telling import ended
from extraction.sought import sought
from extraction.words import names
from extraction.words.counted_nouns import counted_noun

_VERB = re.compile(r"招聘|招生|招录|引进|引育|发放|培训|争取|销售|转移|救助|资助|安置|吸纳|帮扶|募集|筹集")
_DID = sought(r"实际|(?:现|已|累计|共)(?:完成|实现|开展)")
_GRADE = re.compile(r"[一二三四五]级|国家级|[省市县旗]级|[1-5]A级?")
_RATE = sought(r"[\u4e00-\u9fff]{2}率$|(?:比例|占比|比重)$")


def answers(promise: Promise, promises: Sequence[Promise], reading: Reading) -> str | None:
    """Why the figure answers this promise and no other of its unit, though it is named by a part only."""
    if promise.measure == "percent":
        return _by_rate(promise, promises, reading)
    people = {promise.target.noun, reading.quantity.noun} <= set(units.PEOPLE)
    if promise.target.noun != reading.quantity.noun and not people:
        return None
    by = (_by_noun, _by_verb, _by_grade)
    return next((why for each in by if (why := each(promise, promises, reading))), None)


def _rivals(promise: Promise, promises: Sequence[Promise]) -> Iterator[Promise]:
    """The promises of other things that are measured alike: asked for last, there may be many."""
    for p in promises:
        if p is not promise and p.measure == promise.measure and p.name != promise.name:
            yield p


def _of_its_unit(promise: Promise, promises: Sequence[Promise]) -> Iterator[Promise]:
    return (p for p in _rivals(promise, promises) if p.target.noun == promise.target.noun)


def _by_noun(promise: Promise, promises: Sequence[Promise], reading: Reading) -> str | None:
    """城东、滨河4所幼儿园建成投用: the noun behind the number ends the promise's name."""
    noun = names.folded(counted_noun(reading.tail, reading.quantity.noun))
    if len(noun) < 2 or names.is_generic(noun) or not stages.done(reading):
        return None
    if not names.folded(promise.name).endswith(noun):
        return None
    if any(names.folded(p.name).endswith(noun) for p in _of_its_unit(promise, promises)):
        return None
    return f"{noun!r} is what was promised"


def _by_verb(promise: Promise, promises: Sequence[Promise], reading: Reading) -> str | None:
    """实际招聘入职297名: what was really done under the promise's own verb."""
    said = _VERB.search(reading.own)
    done = _DID.search(reading.clause_lead) is not None or ended(reading.lead, reading.tail)
    if said is None or not done or said.group() not in promise.name:
        return None
    if any(said.group() in p.name for p in _of_its_unit(promise, promises)):
        return None
    return f"{said.group()!r} is the verb of the promise"


def _by_grade(promise: Promise, promises: Sequence[Promise], reading: Reading) -> str | None:
    """评审通过二级企业6家 for 二级标准化企业: the grade and the noun that no other promise of the unit has together."""
    grade, noun = _GRADE.search(reading.own), names.folded(reading.own)[-2:]
    if grade is None or reading.part or grade.group() not in promise.name:
        return None
    if not names.folded(promise.name).endswith(noun):
        return None
    if any(grade.group() in p.name for p in _of_its_unit(promise, promises)):
        return None
    return f"{grade.group()!r} and {noun!r} are those of the promise"


def _by_rate(promise: Promise, promises: Sequence[Promise], reading: Reading) -> str | None:
    """常住人口签约覆盖率41.3% for 家庭医生签约服务覆盖率: the same kind of rate, of the same thing."""
    name = reading.own or reading.subject
    promised, told = _RATE.search(promise.name), _RATE.search(name)
    if promised is None or told is None or promised.group() != told.group():
        return None
    alike = _shared(promise.name[: promised.start()], name[: told.start()])
    if not alike or any(_shared(p.name, name) >= alike for p in _rivals(promise, promises)):
        return None
    return f"{told.group()!r} of the same thing"


def _shared(a: str, b: str) -> int:
    return len({a[i : i + 2] for i in range(len(a) - 1)} & {b[i : i + 2] for i in range(len(b) - 1)})
