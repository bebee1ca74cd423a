"""Firms that were let into the statistics, told as a part of those in store for it.

新增规上企业任务16户。培育库在库37户,其中9户已批准纳统      已新增规上企业9户
小升规目标20户。小升规储备46户,其中8户获批入库             已小升规8户

To be in store is an early step; to be taken into the statistics is what a goal of such firms means.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_FIRMS = (
    r"(?:新|小|个转企、小)?升规(?:入[统规]|纳统|上限)?"
    r"|(?:新增)?[“\u4e00-\u9fff]{0,4}?(?:规上|限上|规模以上|限额以上|四上)[\u4e00-\u9fff”]{0,8}?"
)
_PROMISED = sought(
    r"(?:^|(?<=[,。;:、\n“])|(?<=下达)|(?<=今年)|(?<=全年)|(?<=年度)|(?<=任务)|(?<=目标))"
    rf"(?P<name>{_FIRMS})[”]?(?:企业|单位)?"
    rf"(?:年度|全年)?(?:目标任务|任务|目标|计划)?(?:为|是)?(?P<many>\d{{1,4}})(?P<unit>{units.AMOUNTS})"
)
_HEADED = sought(  # 限上企业:年度新增目标15户
    r"(?P<name>(?:规上|限上|规模以上|限额以上|四上)[\u4e00-\u9fff]{0,6}?)(?:培育)?[:。](?:[省市]?下达)?(?:我[省市县旗区])?(?:年度|全年|今年)?"
    rf"新增(?:企业)?(?:目标任务|任务|目标)(?:为|是)?(?P<many>\d{{1,4}})(?P<unit>{units.AMOUNTS})"
)
_TAKEN_IN = (
    r"(?:已经?|均已)?(?:获批|批准|审批|核准|通过审批|获准|成功|正式|审核通过)*"
    r"(?:纳统|入统|入规|升规|入库纳统|(?<=批)入库|(?<=准)入库|(?<=过)入库)"
)
_IN_STORE = sought(
    r"(?P<thing>[^,。;:\n\d]{0,14}?)(?:(?:后备|培育|储备|种子)(?:企业)?库?|库[内中]|摸排)[^,。;:\n\d]{0,6}\d{1,4}(?P<unit>[户家个])(?:企业|单位)?,"
    rf"(?P<part>(?:其中)?[,:]?)(?P<many>\d{{1,4}})(?P=unit)(?P<taken>{_TAKEN_IN})(?=[,。;、(]|$)"
)
_REACH = 160  # characters back to the goal


def taken_from_store(text: str) -> Iterator[Edit]:
    """The edits that tell such a part by the name of the goal, where one goal alone can be meant."""
    for found in _IN_STORE.finditer(text):
        reach = max(0, found.start() - _REACH), found.start()
        before = [*_PROMISED.finditer(text, *reach), *_HEADED.finditer(text, *reach)]
        goals = [goal for goal in before if goal["unit"] == found["unit"]]
        named = [g for g in goals if g["name"].strip("新小“”")[:2] in found["thing"]]
        meant = named if len(goals) > 1 else goals
        if len(meant) == 1 and int(found["many"]) <= 2 * int(meant[0]["many"]):
            yield *found.span("part"), "已" + ("" if meant[0].re is _PROMISED else "新增") + meant[0]["name"]
            yield *found.span("taken"), ""
