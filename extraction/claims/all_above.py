"""What is said of all above it: 至12月底,以上建设任务圆满完成。 上述3项任务均已完成。

Of a goal that nothing else tells of, where the words stand behind it and no new part of the report begins between.
以上任务按期完成 may be an order; 上述2项任务均已完成 is said of the two lines before it.
"""

from __future__ import annotations

from extraction.numbers.numerals import small_count
from extraction.promises.targets import Promise
from extraction.records import Claim
from extraction.sought import sought

_ALL = sought(
    r"(?:^|(?<=[\n。;,:]))\s?(?:以上|上述|前述)(?:各项|所有|全部|(?P<count>[\d一二三四五六七八九十两]{1,3})[项件个])?[\u4e00-\u9fff]{0,6}?"
    r"(?:任务|项目|实事|工程|工作|目标)(?:目前|现)?(?P<said>(?:如期|按期|按时)*(?:已经?|均|都|全部|全面|圆满|顺利|提前)(?:已经?|均|全部|全面|圆满|如期|按期|按时|顺利|提前)*(?:完成|竣工|完工|办结|兑现))"
    r"(?=[。;,\n]|$)"
)
_PARTS = sought(r"\n\s?(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\))")
_FAR = 800  # characters behind a goal in which such words are sought


def said_of_all_above(text: str, promise: Promise) -> Claim | None:
    """The claim that all above it is done; `text` is the folded page."""
    end = promise.reading.quantity.end
    said = _ALL.search(text, end, min(len(text), end + _FAR))
    if said is None or _PARTS.search(text, end, said.start()) is not None:
        return None
    if said["count"] and text.count("\n", end, said.start("said")) > small_count(said["count"]):
        return None
    return Claim(None, "done", said["said"], *said.span("said"))
