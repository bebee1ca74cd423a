"""Averages and plans of others: 全省平均浓度38 is no result of a county; of a province it is the province's own."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.sought import sought

PEERS = sought(
    r"(?:全省|全国|周边(?:地区|地市|县市)?|兄弟(?:县市|地市)|同类(?:地区|城市)|[东中西]部地区|地市|国家)(?:的)?平均"
    r"|(?:全省|全国)(?:今年|年度|20\d\d年度?)?的?(?:目标|任务|计划)(?:任务)?(?:是|为)|省均(?:为|是)?\s?$|全市平均(?:水平|增速|增幅|增长|涨幅)|(?:^|[,:])全国(?:为|是)?\s?$"
)
OF_SUPERIORS = sought(r"(?:落实|贯彻|对接|服务)(?:全国|全省|国家|中央|省[委政]?|全市)[^,。;]{2,20}$")
_LOWER = sought(r"[我全][市县区州旗]|我[局委镇]")


def of_peers(text: str, clause_lead: str) -> bool:
    """Whether the clause speaks of what others reach on the average."""
    match = PEERS.search(clause_lead)
    return match is not None and not (match.group().startswith(("全省", "省")) and _of_a_province(text))


@lru_cache(maxsize=2)
def _of_a_province(text: str) -> bool:
    """A text that says 全省 and 我省 of itself, several times, and hardly ever 我市 or 全县."""
    return len(re.findall(r"[全我]省", text)) > 2 + 2 * len(_LOWER.findall(text))


OF_THE_COUNTRY = sought(r"[\s,]*全国(?=计划|年度)")


@lru_cache(maxsize=2)
def is_of_the_country(text: str) -> bool:
    """A text that says 全国 of itself, several times, and nowhere 我市 or 全省."""
    return len(re.findall("全国", text)) > 1 and not re.search(r"[我全本][省市县区州旗]|我[局委镇]|自治区", text)
