"""Things named by their grade alone: 创建省级森林乡村10个,市级20个 ... 省级已公布6个,市级认定17个."""

from __future__ import annotations

from functools import lru_cache

from extraction.sought import sought

_GRADE = sought(r"国家级|[省市县区校]级")
_ONLY_GRADE = sought(
    r"[,、\s]*(?:目前|现|其中|已)*(?P<grade>国家级|[省市县区校]级)"
    r"(?:已|现|获|公布|认定|获批|获评|命名|评定|授牌|创成|通过|新增|完成)*\s?"
)


@lru_cache(maxsize=4096)
def of_other_grade(lead: str, inherited: str) -> str | None:
    """The thing that was named before, of the grade that these words name and nothing else; None for other words."""
    said = _ONLY_GRADE.fullmatch(lead)
    known = _GRADE.search(inherited) if said is not None else None
    if said is None or known is None:
        return None
    return inherited[: known.start()] + said["grade"] + inherited[known.end() :]
