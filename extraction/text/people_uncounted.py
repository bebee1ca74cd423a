"""People whose number has no word of counting: 解决18万农村居民饮水安全问题已完成 is of 18万人.

Only where the words behind say that it is done, so that it was planned; 惠及12万群众 stays what it is. And what its own
name counts: 死亡人数为1370,占控制指标的91% is of 1370人.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_DONE = r"(?:已经|已|均|提前|超额|全部|全面|圆满|如期|按期|顺利)+(?:完成|实现|解决|兑现|达成)"
_PEOPLE = sought(
    r"(?:(?<=[。;,:\n])|^)(?:年内|今年|全年|计划)?(?:解决|为|让|使|改善|保障|满足|方便|帮助|动员|组织)\d[\d,]{0,6}(?:\.\d{1,4})?\s?万(?P<at>)"
    r"(?=(?:农村|城乡|城镇|城市|贫困|山区|库区|沿线|适龄|困难|缺水)?(?:人口|居民|群众|农牧?民|村民|市民|学生|师生|职工|老人|妇女|儿童)"
    rf"[\u4e00-\u9fff“”]{{2,20}}?(?:问题|任务|目标|工程|工作)?的?(?:问题|任务|目标)?{_DONE}(?=[,。;\n]|$))"
    # “解决40万农村人口饮水安全”,受益17.6万人
    r"|(?<=“)解决\d[\d,]{0,6}(?:\.\d{1,4})?\s?万(?P<quoted>)(?=(?:农村|城乡|贫困|山区|缺水)?(?:人口|居民|群众|农牧?民|村民)[^“”\d]{2,16}”[,:](?:受益|惠及|已?解决)\d)"
)


_NAMED = sought(
    r"(?P<what>人|户|起|件|家)数(?:为|是|达|共|:)?\s?\d{1,3}(?:(?:,\d{3})+|\d{0,6})(?P<at>)(?=[,;。、](?!\d)[^,;。\d]{0,14}(?:占|完成|比|较|超|低于|高于)[^,;。\n]{0,16}\d[\d.]*%)"
)


def people_uncounted(text: str) -> Iterator[Edit]:
    """The edits that put 人 behind such a number, in the folded text."""
    if "万" in text:
        ends = (max(match.end("at"), match.end("quoted")) for match in _PEOPLE.finditer(text))
        yield from ((end, end, "人") for end in ends)
    for match in _NAMED.finditer(text) if "数" in text else ():
        yield match.end("at"), match.end("at"), match["what"]
