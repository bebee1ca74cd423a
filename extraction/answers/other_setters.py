"""One figure with its share of two plans that nobody numbers: 60亿元,占市下达任务的92%,占县下达目标的66%.

Who set a plan stands in the words of its share; a share of another's plan right behind is of the same figure.
"""

from __future__ import annotations

from extraction.promises.links import Share
from extraction.sentences.readings import Reading
from extraction.sought import sought

_SETTER = sought(
    r"(?P<who>国家|中央|自治[区州]|上级|本级|[省市县旗区州])(?:[\u4e00-\u9fff]{0,3}[厅局委办]|人?民?政府|里|委|政府|级)*"
    r"(?=(?:自|既)?(?:工作(?=目标)|下达|定|核定|确定|自加压力|考核|要求)|(?:年度|全年)*(?:目标|任务|计划))"
)


_STRETCH = sought(r"奋斗|力争|挑战|冲刺|自加压力")


def setter_of(share: Reading) -> str:
    """Who set the plan of which it is a share, as far as its own words say; a stretch goal is another's."""
    said = list(_SETTER.finditer(share.lead))
    if _STRETCH.search(share.lead):
        return "stretch"
    return str(said[-1]["who"]) if said else ""


def of_another_setter(share: Reading, last: Share) -> Reading | None:
    """The figure of the share right before it, where both are told for the plans of two; None where they are not."""
    if last.of is None or last.plan is not None or share.bracket or share.sentence != last.reading.sentence:
        return None
    mine, its = setter_of(share), setter_of(last.reading)
    beside = 0 < share.start - last.reading.quantity.end <= _NEAR
    two = bool(mine and its) or "stretch" in (mine, its)
    return last.of if two and mine != its and beside and not share.own else None


_NEAR = 24  # characters between the two
