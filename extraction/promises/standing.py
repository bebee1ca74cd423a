"""What stands at a level and does not add up as the year goes: 平均浓度, 余额, 失业人数, 在岗人员."""

from __future__ import annotations

from extraction.sought import sought

_STANDS = sought(
    r"(?:种植|播种|养殖|用地|保有)面积|在[岗册编校]|每?[百千万]元|[人户次例床]均|平均|每[百千万]?[人户床车次]|浓度|强度|均值|密度|余额|能耗|指数|水平|失业人"
    r"|(?:聘用|编外|在编|在岗|在站|在册|临聘|供养)[^,。]{0,4}(?:人员|人数)|人员(?:总量|总数)|岗位(?:总量|总数|数)?$|(?:补贴|发放|保障)+对象|积压|[月日次]均|均次|单[位方台件]|成本|跑动次数"
)


def is_standing(name: str) -> bool:
    """Whether a limit on it is no sum that the pace uses up."""
    return _STANDS.search(name) is not None
