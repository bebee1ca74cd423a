"""Shares of the year's task in the usual order of their words, where the work stands between or the share is in tenths.

全县完成农网改造投资年度任务的68%       全县农网改造投资完成年度任务的68%
旧城改造征收任务仅完成三成              旧城改造征收任务仅完成年度任务的三成
供餐、补助各完成年度目标的100%、97.6%   …分别完成年度目标的100%、97.6%
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_WORK_BETWEEN = sought(
    r"(?:^|(?<=[,。;:、.)\n])|(?<=全[省市县区州旗镇乡])|(?<=我[省市县区州旗镇乡]))(?:已|共|累计|仅|只)*(?P<done>完成了?)"
    r"(?P<work>(?!全年|年度|年初|目标|任务|总|其)[\u4e00-\u9fff“”]{4,16}?(?<![的了及和与]))(?P<of>(?:年度|全年)(?:目标)?(?:任务|目标|计划))"
    r"(?:总?量|数|额)?的(?=\s?\d{1,3}(?:\.\d{1,2})?%)"
)
_IN_TENTHS = sought(
    r"(?<=[\u4e00-\u9fff]{4})任务(?:目前)?(?:仅|只|才|已)*完成了?(?P<at>)(?=(?:不足|不到|近|约|超|逾|过)?[一二两三四五六七八九]成[半多]?(?:以上|左右)?[,。;、])"
)

_EACH = sought(
    r"(?P<each>各)(?:自)?(?:完成|占|达到?|为)了?[^,。;、%\d]{0,10}\d{1,3}(?:\.\d{1,2})?%[、和]?(?=\d{1,3}(?:\.\d{1,2})?%)"
)


def shares_in_order(text: str) -> Iterator[Edit]:
    """The edits that put what was done behind the work, and the task before tenths of it."""
    for match in _WORK_BETWEEN.finditer(text) if "完成" in text else ():
        yield *match.span("done"), ""
        yield match.start("of"), match.start("of"), match["done"]
    for match in _IN_TENTHS.finditer(text) if "成" in text else ():
        yield match.start("at"), match.start("at"), "年度任务的"
    yield from ((*match.span("each"), "分别") for match in _EACH.finditer(text))
