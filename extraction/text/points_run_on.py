"""Points of one line that lost what parted them: each ends with its rate, and the next one's name follows it.

改桥任务30座完成24座完成率80%改路任务50公里完成22公里完成率44%
reads as 改桥任务30座,完成24座,完成率80%;改路任务50公里,完成22公里,完成率44%
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_RATE = r"(?:完成率|完成比例|执行率|兑现率)(?:为|达)?"
_POINT = rf"[\u4e00-\u9fff]{{2,24}}(?:\d[\d.,]*[\u4e00-\u9fff㎡]{{1,16}}){{1,3}}?{_RATE}\d[\d.]*%"
_RUN = sought(rf"(?:(?<![\u4e00-\u9fff\d.%])|(?<=\d[.、]))(?:{_POINT}){{2,40}}")
_ENDS = sought(rf"{_RATE}\d[\d.]*%")
_AMOUNT_ENDS = sought(rf"\d[\d.,]*[\u4e00-\u9fff㎡]{{1,6}}?(?=(?:已|实际|累计)*完成\d|{_RATE}\d)")


def points_run_on(text: str) -> Iterator[Edit]:
    """The edits that part such points again, and what each of them tells."""
    for run in _RUN.finditer(text) if "%" in text else ():
        for share in _ENDS.finditer(text, *run.span()):
            if share.end() < run.end():
                yield share.end(), share.end(), ";"
        for amount in _AMOUNT_ENDS.finditer(text, *run.span()):
            yield amount.end(), amount.end(), ","
