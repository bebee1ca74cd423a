"""What was granted of those that applied is the result: 申报工作室16个,县级命名7个; 已申报120家,经评审确认48家.

So is what 其中3个拿到证书 says of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_ASKED = sought(r"申报|申请|推荐|上报|受理|报送")
_GRANTED = sought(
    r"[,、;]?\s?(?:其中|目前)?(?:已)?(?:经|获|被|获得)?(?:国家|[省市县旗区])?级?(?:专家)?(?:评审|审核|评估|验收|考核|评定)*(?:合格|后)?"
    r"(?:认定|命名|确认|通过|授牌|获批|批准|评定|入选|立项|颁证)(?:通过)?(?:了)?\s?"
)
_OF_THEM = sought(r"[,、;]?\s?(?:其中|目前)(?:已有?)?\s?")
_HOLD_IT = sought(
    r"(?:已|均)?(?:拿到|获得|取得|领到|获颁|下发)(?:了)?(?:[^,。;\d]{0,4}(?:证书|证|认证|认定|批复|牌匾)|[,。;])"
)
_NEAR = 6  # numbers before them among which the plan is


def mark_granted(found: Sequence[Reading]) -> None:
    """Give such a figure the name of the plan that both are told of, in place."""
    for index, (asked, granted) in enumerate(pairwise(found)):
        told = all(r.voice == "report" and r.measure == "amount" and not r.bracket for r in (asked, granted))
        same = asked.quantity.noun == granted.quantity.noun and asked.sentence == granted.sentence
        if not told or not same or granted.base > asked.base or _ASKED.search(asked.lead) is None:
            continue
        held = _OF_THEM.fullmatch(granted.lead) is not None and _HOLD_IT.match(granted.tail) is not None
        if not (held or _GRANTED.fullmatch(granted.lead)) or _ASKED.search(granted.lead) is not None:
            continue
        before = found[max(0, index - _NEAR) : index]
        plans = [p for p in before if p.voice == "promise" and p.quantity.noun == granted.quantity.noun]
        if len(plans) != 1 or names.stage(plans[0].own) is not None or plans[0].owner != granted.owner:
            continue
        if names.conflict(plans[0].own, granted.lead) is None:  # 省级卫生村12个 is not met by 市级命名6个
            granted.own, granted.subject, granted.part = "", plans[0].name, False
