"""What shall come of those that are asked for: 申报示范农场40家、净增15家 promises 净增示范农场.

The second number has a verb of its own and the first one's thing. With the first one's verb in its name, every further
application would answer it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought

_ASKED = sought(r"(?:新?(?:申报|申请|推荐|上报|辅导|培育|储备|争创|组织|受理)){1,2}(?:认定)?(?P<thing>[^,。;、\d]{3,})")
_COMES = sought(
    r"\s?[、,和及并]{1,2}(?P<verb>净增加?|新增(?:认定)?|新?认定|通过认定|获批|获评|获得认定|获认定|创成|命名|入选|授牌|挂牌)\s?"
)


def name_by_its_verb(r: Reading, before: Sequence[Reading]) -> None:
    """Give the promise beside one of asking its own verb and that one's thing, in place."""
    first = before[-1] if before and r.voice == "promise" and not r.bracket else None
    comes = _COMES.fullmatch(r.lead) if first is not None else None
    if first is None or comes is None or first.voice != "promise" or first.sentence != r.sentence:
        return
    asked = _ASKED.fullmatch(first.name) if first.quantity.noun == r.quantity.noun and r.base <= first.base else None
    if asked is not None:
        r.own = r.subject = comes["verb"] + asked["thing"]
