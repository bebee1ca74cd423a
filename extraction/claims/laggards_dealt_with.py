"""Who lags is dealt with: 对滞后地区预警, 约谈进度滞后单位. That says of no goal that it lags."""

from __future__ import annotations

import re

from extraction.sought import sought
from extraction.words import wording

_WITH = sought(
    r"(?:对|向|给|针对|约谈|通报|督促|督办|检讨|提醒|警示)(?:了)?(?:工作|工程|项目|任务|建设|推进|完成|进度|进展|明显|严重|的)*$"
)
_WHOM = sought(
    r"(?:的)?(?:工作|任务|项目)?(?:地区|地市|市州|市县|县市|县区|区县|乡镇|镇街|街道|单位|部门|企业|案件|地方|责任人|[市县旗区镇乡](?=[,。;进予发及开提约通预]))"
)


def told_behind(piece: str) -> re.Match[str] | None:
    """The first words that say it lags, but for those that only say with whom something is done."""
    for behind in wording.BEHIND.finditer(piece):
        if not (_WHOM.match(piece, behind.end()) and _WITH.search(piece[max(0, behind.start() - 16) : behind.start()])):
            return behind
    return None
