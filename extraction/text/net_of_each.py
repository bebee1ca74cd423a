"""The verb of a list of gains is each one's.

净增企业600户、个体工商户2000户     reads as 净增企业600户、净增个体工商户2000户

So is what came new and what went again (新登记企业720户、个体工商户2610户), else the second gross figure would
answer the second net goal.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_NET = "净增"
_VERB = r"(?:净增加?|新登记|新设立?|新注册|新开办|新增|注销|吊销)"
_MUCH = rf"\d[\d.]{{0,8}}万?(?P<unit>{units.AMOUNTS})"
_FIRST = sought(rf"(?P<verb>{_VERB})(?:各类|市场)?(?P<name>[^,。;:、()\d\n]{{2,12}}){_MUCH}(?:以上|左右)?")
_OWN = r"净增|新|注销|吊销|退|迁|总|累计|实有|现有|其中|共|达|同比|[较比占有为]|增长|完成|培育|引进|申报|认定|建成|入库"
_NEXT = sought(rf"(?P<mark>[、和及])(?P<name>(?!{_OWN})[^,。;:、()\d\n]{{2,12}}){_MUCH}(?:以上|左右)?")


def net_of_each(text: str) -> Iterator[Edit]:
    """The edits that write the verb before each member of such a list."""
    if _NET not in text:
        return
    lists = [(first, list(_members(text, first))) for first in _FIRST.finditer(text)]
    netted = {m["name"] for first, members in lists if first["verb"].startswith(_NET) for m in members}
    for first, members in lists:
        for member in members:
            if member["name"] in netted:
                yield member.end("mark"), member.end("mark"), first["verb"]


def _members(text: str, first: Match[str]) -> Iterator[Match[str]]:
    """What stands side by side behind the first, in its unit."""
    following = _NEXT.match(text, first.end())
    while following is not None and following["unit"] == first["unit"]:
        yield following
        following = _NEXT.match(text, following.end())
