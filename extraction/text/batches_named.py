"""Batches that are only counted read as those that are told in order: 一批完成900户,二批完成300户 as 第一批…,第二批….

One alone (一批项目建成投用) is some of them. In how many they were applied for (申报两批共94家) says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_BATCH = r"批(?:次)?(?:已|共|累计|实际)*[\u4e00-\u9fff]{0,6}\d[^,。;\n]{0,12}"
_IN_ORDER = sought(
    rf"(?:(?<=[,。;:、\n])|^)(?P<first>)一{_BATCH}[,;、](?P<second>)二{_BATCH}(?:[,;、](?P<third>)三{_BATCH})?(?=[,。;\n]|$)"
)

_APPLIED = sought(
    r"(?:申报|推荐|上报|报送|受理)(?P<batches>了?[一两二三四五2-5]批(?:次)?,?(?:共|合计|累计|共计)?)(?=\d)"
)


def batches_named(text: str) -> Iterator[Edit]:
    """The edits that write which batch each is, and leave out how many there were."""
    yield from ((*found.span("batches"), "") for found in _APPLIED.finditer(text))
    for found in _IN_ORDER.finditer(text) if "二批" in text else ():
        for place in ("first", "second", "third"):
            if found.start(place) >= 0:
                yield *found.span(place), "第"
