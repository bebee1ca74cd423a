"""A figure of which the text says only that it is all that was planned: 关停小造纸企业14家,全面完成任务.

How much was planned stands nowhere, so the figure is what is told, and the bureau's own word how it went.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.records import Claim
from extraction.sentences.readings import Reading
from extraction.sought import sought

_LEVEL = sought(  # 达87.5%,与目标持平
    r"[,、]?\s?(?P<said>与(?:[国省市县旗区州]定|年度|全年|年初|既定|预期|预定|计划)?(?:目标任务|目标|任务|计划)(?:值|数)?(?:基本)?持平)(?=[,。;、\n]|$)"
)
_OF_PLAN = (
    r"(?:已|均|都|也|现已|目前已)*(?:(?:全面|全部|圆满|如期|提前|超额|顺利|按期|按时|胜利)*完成"
    r"|(?:提前|顺利|全面)*(?:实现|达到)|(?:大幅度?|远远?|远(?=超)|明显|双双)?(?:超过?(?=[年全目任计既预省市县旗])|超过|超出|突破))了?"
    r"(?:[国省市县旗区州](?:里|委|政府|级)?(?:下达|定|确定)?|上级(?:下达)?|全年|年度|当年|年初|今年|本年|既定|预定|下达|确定|的|目标)*"
    r"(?:目标任务|任务目标|计划任务|任务|计划|目标|指标)(?:数|量|指标)?"
)
_DONE = sought(rf"[,、]?\s?(?P<said>{_OF_PLAN})(?=[,。;、)\n]|\((?:其中|含|包[含括])|$)")
# 新建泵站12座、整治河道24公里,均已超额完成年度任务
_BESIDE = r"(?:[、,和与及]\s?[^,。;:、()\d]{2,24}\d[\d.]{0,8}[万亿]{0,2}[\u4e00-\u9fff]{1,3})"
_DONE_WITH_OTHERS = sought(
    rf"{_BESIDE}{{1,5}}[,、]\s?(?:[两三四五]者|[\d两三四五六]项(?:工作|任务|指标)?)?"
    rf"(?P<said>(?:均|都|已全部|全部){_OF_PLAN})(?=[,。;\n]|$)"
)


def mark_done(text: str, found: Sequence[Reading]) -> None:
    """Let such figures tell, in place, where no word of planning and no heading makes them promises."""
    for r in found:
        placed = r.heading or r.bracket or r.outlook or r.cued or r.quoted
        if r.voice == "promise" and not placed and done_of_plan(text, r) is not None:
            r.voice = "report"


_SHORT = sought(r"[还尚仍]?[差缺欠]\s?$")  # 还差4500万元完成全年任务


def done_of_plan(text: str, r: Reading) -> Claim | None:
    """What the words right behind the figure claim; 15项已完成年度任务 counts the tasks that are done."""
    counts = r.quantity.noun in ("项", "件", "个", "家") and text[r.quantity.end : r.quantity.end + 1] not in (
        ",",
        "、",
    )
    if counts or not r.quantity.noun or r.measure not in ("amount", "percent", "growth"):
        return None
    if _SHORT.search(r.lead):
        return None
    said = _LEVEL.match(text, r.quantity.end)
    if said is None and r.measure == "amount":
        said = _DONE.match(text, r.quantity.end) or _DONE_WITH_OTHERS.match(text, r.quantity.end)
    return Claim(None, "done", said["said"], *said.span("said")) if said is not None else None
