"""Works on one thing of which one never answers for the other: 播种32万亩,已收获31.5万亩."""

from __future__ import annotations

import re

from extraction.sought import sought

_WORKS = tuple(
    (sought(one), sought(other))
    for one, other in (
        (r"播种|种植|栽植|栽种|插秧|移栽", r"收获|收割|采收|采摘|收储|机收"),
        (r"出栏", r"存栏"),
        (r"拆除|拆违", r"新建|建成|复绿"),
        (r"筹集(?!资金)", r"竣工|完工|入住|分配"),
        (r"入住|分配", r"竣工|完工|建成|开工|建设(?!银行|局)"),
    )
)


WORK = re.compile("|".join(pattern.pattern for pair in _WORKS for pattern in pair))


def is_other_work(promised: str, told: str) -> bool:
    """Whether the words tell of the other of two such works."""
    for one, other in (*_WORKS, *((b, a) for a, b in _WORKS)):
        if one.search(promised) and other.search(told) and not one.search(told) and not other.search(promised):
            return True
    return False


_TWO_WAYS = sought(
    r"新改建|改扩建|新建[、和及与/]?(?:改造|改建|扩建|改扩建)|新(?:增|购|装)[、和及与/]?(?:更换|更新|改造)"
)
_ONE_WAY = sought(r"(?P<way>新建|改建|改造|扩建|新增|更换|更新)(?![、和及与/]|改|扩)")


def one_of_two_ways(promised: str, told: str) -> str | None:
    """新改建卫生室60个. 新建卫生室已完工15个: the one way of two in which they are to come."""
    said = _ONE_WAY.match(told) if _TWO_WAYS.search(promised) is not None else None
    return said["way"] if said is not None and _TWO_WAYS.search(told) is None else None
