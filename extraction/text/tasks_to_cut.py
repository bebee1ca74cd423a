"""The share of a task to cut, behind what was cut, reads as the task's: the verb says nothing new.

法人户数压减7户,完成压减任务的87.5%
reads as    法人户数压减7户,完成任务的87.5%
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_SHARE = sought(
    r"(?:[压削缩精裁核撤]?(?:减|降|并|简|编|缩)|消减|压缩|清理|退出)[^。;,\d]{0,8}\d[\d.]{0,8}[\u4e00-\u9fff]{1,4},\s?(?:已|超额)?(?:完成|占|为)了?(?:年度|全年)?(?:的)?"
    r"(?P<verb>(?:压减|压降|压缩|削减|精简|裁减|核减|缩减|撤并|整合|清退|瘦身)(?:工作)?)(?=(?:目标)?任务(?:目标)?的?\d)"
)


def tasks_to_cut(text: str) -> Iterator[Edit]:
    """The edits that leave the verb out."""
    yield from ((*found.span("verb"), "") for found in _SHARE.finditer(text))
