"""How many works there are, told before what was done with them: 其中,省重点项目45个,开工41个,完成投资128.9亿元.

A count without a word of doing, in a clause of its own that the next one goes on from, counts what the next figures
are of. It is no result: taken for one, 45 of 326 planned would be an alarm that nobody raised. Nor is the count of
which a stage is planned one of that stage: 谋划水利项目57个,年内计划完工28个 would be twice what was planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought

_WORKS = sought(r"(?:项目|工程)(?:数|个数)?$")
_OF_SOME = sought(
    r"(?:^|[。\n])\s?其中[,:]?\s?$"
)  # 新增4870个,其中公共泊位1112个 may be the very part that was planned
_DID = (
    r"开工|竣工|完工|建成|投[产用运]|交付|动工|启动|办结|销号|整改|入库|入统|签约|落地|完成|到位|争取|招引|引进|谋划|储备"
    r"|申报|实施|推进|建设|新[增建设开]|净增|改造|安排|下达|获批|获得|培育"
)
_OF_A_KIND = sought(r"(?:新建|续建|在建|改建|改扩建)(?:项目|工程)")  # which works they are, no word of doing
_DOES = sought(rf"{_DID}|已|共|累计|实际|目前|现有|计划|目标|任务|应|需")
# what is told of them, in the next clause
_GOES_ON = sought(
    r"[,,](?:现|目前|截至[^,。;\d]{0,6}|年度|当年|本年度?|今年|全年|计划|概算|总|已|均|全部|累计|实际|共)*"
    rf"(?:投资|{_DID})(?![^,。;]*(?:任务|目标|计划|率|比))[^,;。]{{0,8}}$"
)
_STAGE = r"(?:新?开工|动工|启动|竣工|完工|建成|投产|投用|投运|通车|交付|入库|验收)"
_STAGE_PLANNED = sought(
    rf"[,;](?:年度|年内|当年|本年度?|今年|全年|\d{{4}}年|其中)*(?:计划|拟|力争|确保|要求|目标[为是]?)(?:年内|年底前|今年|当年)?{_STAGE}"
    r"(?:投[产用]|项目|工程)?\s?$"
)
_IN_ALL = sought(
    rf"^(?!.*(?:月|季|半年|今年|目前|截至|本年)).*累计{_STAGE}"
)  # in all years: 累计建成8个,今年计划建成5个
_AT_A_STAGE = sought(rf"{_STAGE}|已|完成|办结|交付|当年新增")


def leave_counted_works(text: str, found: Sequence[Reading]) -> None:
    """Take their voice from such counts, in place; a count that stands alone, or has its verb, keeps it."""
    for count, told in pairwise(found):
        if count.voice != "report" or count.bracket or count.settled or count.measure != "amount":
            continue
        if told.sentence != count.sentence or told.bracket or count.quantity.noun not in units.COUNTED:
            continue
        if _is_planned_of(text, count, told):
            count.voice, count.settled, count.of_some = "context", True, count.own
            continue
        kind = _OF_A_KIND.fullmatch(count.own) is not None
        if (not kind and (count.cued or _DOES.search(count.clause_lead))) or not _GOES_ON.fullmatch(
            text, count.quantity.end, told.start
        ):
            continue
        opens = text[max(0, count.clause_start - 4) : count.start].removesuffix(count.lead.lstrip("其中,:"))
        if _WORKS.search(count.own) or _OF_SOME.search(opens):
            count.voice, count.settled, count.of_some = "context", True, count.own


def _is_planned_of(text: str, count: Reading, told: Reading) -> bool:
    """谋划水利项目57个,年内计划完工28个: how many there are, of which so many shall reach a stage."""
    if told.voice != "promise" or told.quantity.noun != count.quantity.noun or told.base > count.base:
        return False
    if (
        _AT_A_STAGE.search(_IN_ALL.sub("", count.clause_lead))
        or _STAGE_PLANNED.search(text, count.quantity.end, told.start) is None
    ):
        return False
    return text.find("。", count.quantity.end, told.start) < 0
