"""What an office is said to have set, alone in a bracket behind a figure, reads as a task.

盘活存量资产12.8亿元(市国资委下达10亿元)
reads as    盘活存量资产12.8亿元(市国资委下达任务10亿元)

Money may be handed down itself (补助资金3.2亿元(中央下达2亿元)) and stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_FIGURE = r"\d[\d.]{0,8}[\u4e00-\u9fff]{1,4}"
_SET = sought(
    rf"(?P<thing>[^,。;:()\d]{{2,24}}){_FIGURE}"
    r"\((?:[\u4e00-\u9fff]{0,8}?(?:[国省市县旗区州]|[委厅局办会府部]|集团|公司|上级|里))"
    rf"(?P<sets>(?:年初)?(?:下达|核定|交办|分解|分配)(?:我[省市县旗区州镇乡局委办])?)(?={_FIGURE}\))"
)
_HANDED_DOWN = sought(r"资金|补助|债券|经费|指标|专项|转移支付|拨付|到位|[计规]划|贷款|预算|名额|额度")


def set_in_brackets(text: str) -> Iterator[Edit]:
    """The edits that call it a task."""
    for found in _SET.finditer(text) if "(" in text else ():
        if _HANDED_DOWN.search(found["thing"]) is None:
            yield found.end("sets"), found.end("sets"), "任务"
