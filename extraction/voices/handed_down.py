"""How many owners a goal is handed down to: 节能目标分解到13个设区市, 招商任务落实到12个乡镇. They are no goal."""

from __future__ import annotations

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought

HANDED = sought(  # and what a list of them goes on with: 分解到9个市、_26个部门
    r"(?:分解|细化|落实|下达|量化|分配|下放)(?:下达|落实|细化)?(?:到|至|给)(?:全[省市县旗区州]|各|下辖|辖区)?"
    r"(?:[的]?\d{1,4}\s?[个家户][\u4e00-\u9fff]{1,8}[、和及与]){0,3}\s?$"
)
_OWNERS = sought(
    r"(?:[\u4e00-\u9fff]{0,6}?)(?:设区市|地级?市|市州|县市区?|区县|县区|[省市县旗区州乡镇村]|街道|社区|部门|单位|企业|处室|科室|公司|责任人)"
)


def is_handed_to(r: Reading) -> bool:
    """Whether the number counts those who got a part of a goal to answer for."""
    owners = r.quantity.noun in units.COUNTED or r.quantity.noun in ("市", "县", "镇", "乡", "村", "区")
    return owners and HANDED.search(r.clause_lead) is not None and _OWNERS.match(r.tail) is not None
