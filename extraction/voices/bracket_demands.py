"""What is asked for from above, in the bracket behind it: 支出进度88.2%,高于省里要求(85%)3.2个百分点.

The share stands right before it and is held against it as both stand: no pace makes less of what is asked for.
"""

from __future__ import annotations

from extraction.sentences.interim import share_name
from extraction.sentences.readings import Reading
from extraction.sought import sought

_ASKED = sought(
    r"(?:[高低优快慢]于|超过|超出|[未没]?达到?|符合|满足)了?(?:自治[区州]|国家|上级|地区|[省市县区州盟旗](?:里|定|级|委|政府)*)+"
    r"(?:规定|下达|考核|明确|序时)*的?(?:支出|发放|拨付|完成|开工)?(?:进度)?(?:要求|目标|指标)(?:值|线)?$"
)


def is_demanded(r: Reading, before_bracket: str, before: list[Reading]) -> bool:
    """Whether the number is such a demand; it takes the name of its share, and both become plain rates, in place."""
    of = before[-1] if before else None
    if of is None or of.bracket or of.sentence != r.sentence or of.voice not in ("claim", "report"):
        return False
    if not r.quantity.noun == of.quantity.noun == "%" or of.measure == "growth" or not _ASKED.search(before_bracket):
        return False
    named = share_name(of)
    if len(named) < 3:
        return False
    of.voice, of.measure, of.own, of.subject = "report", "percent", named, named
    r.own, r.subject, r.measure = "", named, "percent"
    r.cued = r.compared = True
    r.behind = of
    return True
