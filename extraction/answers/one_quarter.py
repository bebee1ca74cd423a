"""What one quarter or an average month gave answers no plan of the year: 7-9月组织培训730人次; 月均发电1.9亿千瓦时.

A quarter's bare name may mean all up to its end (三季度完成42亿元): the figure is refused where it is so far behind
the pace that one quarter alone is the likelier, or where words behind it hold it against the quarter before.
"""

from __future__ import annotations

from decimal import Decimal

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_AVERAGE = sought(r"月均|平均每个?月|每个?月平均|每个?月(?=[\u4e00-\u9fff]{2,4}$)|季均|平均每季度?")
_NAMED = (
    r"(?:今年|今年以来|其中|仅|[全我][省市县旗区镇乡])*(?:(?P<bare>第?[二三四]季度)|(?P<months>4-6|7-9|10-12)月份?)"
    r"(?![末底]|以?来|之?前|计划|目标|累计|止)"
)
_QUARTER = sought(rf"[,;、。\s]*{_NAMED}[,]?")
_QUARTER_ALONE = sought(rf"(?:^|[,。;:\n]){_NAMED},$")
_BACK = 16  # characters before a clause that its time may be told in: 三季度,新增就业
_SO_FAR = sought(r"累计|截[至止]|以来|目前|至今|已|总共|(?<!公)共(?!享|建|同)|达到?\s?$")
_TO_THE_LAST = sought(r"[,(]?\s?(?:环比|[较比](?:上|[一二三])季度)")
_LIKELY = Decimal(2) / 3  # of the pace, under which one quarter alone is the likelier


def of_one_quarter(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether the figure is an average, or of one quarter where the plan is the year's."""
    if promise.measure != "amount" or promise.kind != "cumulative":
        return False
    said, planned = reading.clause_lead, promise.reading.clause_lead
    if _AVERAGE.search(said):
        return _AVERAGE.search(planned) is None
    if promise.due is not None or promise.reading.interim or _QUARTER.search(planned) or not promise.reading.base:
        return False
    return _is_short_of(scope, reading, reading.base / promise.reading.base)


def _is_short_of(scope: Scope, reading: Reading, done: Decimal) -> bool:
    head = scope.text[max(0, reading.clause_start - _BACK) : reading.clause_start]
    named = _QUARTER.match(reading.clause_lead) or _QUARTER_ALONE.search(head)
    if named is None or scope.cutoff_month in (None, 12) or _SO_FAR.search(reading.clause_lead):
        return False
    pace = Decimal(scope.cutoff_month or 0) / 12
    sure = named["months"] is not None or _TO_THE_LAST.match(scope.text, reading.quantity.end) is not None
    return done < (pace if sure else pace * _LIKELY)
