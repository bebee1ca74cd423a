"""Words before a figure that are no name of their own: 人均, 其中, a place alone."""

from __future__ import annotations

from functools import lru_cache

from extraction.sought import sought


@lru_cache(maxsize=4096)
def is_of_each(own: str) -> bool:
    """人均, 其中, 净增: said of what was named before."""
    return (
        sought(r"每[万千百]?人|人均|户均|平均|其中|净增|较?(?:上年|去年|年初)末?净增|总计").fullmatch(own) is not None
    )


@lru_cache(maxsize=4096)
def is_place(own: str) -> bool:
    """Whether the words are a place and nothing else."""
    return (
        sought(r"[XxＸ×某\u4e00-\u9fff]{1,3}(?<![景小社园校灌林片])[区县旗市](?:\([^)]*\))?").fullmatch(own) is not None
    )
