"""What part of all there are has the goal's own name: written so where a count stands before it.

将大班额比例压降到5%以内。全县有大班额65个,占班级总数的6.4%   reads as  …有大班额65个,大班额比例为6.4%
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_PART = re.compile(
    r"(?P<thing>[\u4e00-\u9fff]{2,8})(?P<rate>比例|占比|比重)[^。;\n\d]{0,12}\d[\d.]{0,5}%[^\n%]{0,80}?"
    r"(?P=thing)\d[\d,.]{0,9}[万千]?[\u4e00-\u9fff]{1,2}[,、](?P<of>占[\u4e00-\u9fff]{2,12}?的)(?=\d[\d.]{0,5}%)"
)


def parts_of_all(text: str) -> Iterator[Edit]:
    """The edits that call such a part by its name."""
    if "占" not in text or not any(word in text for word in ("比例", "占比", "比重")):
        return
    for said in _PART.finditer(text):
        yield *said.span("of"), f"{said['thing']}{said['rate']}为"
