"""The office that plans or tells, the size of a work, the acts that went before it: none of them names what is counted.

县住建局|已建成11处; 涉及6个乡镇,|截至3月底交付1277套; 制定实施方案,|完工58个; 其中城区占四成,|全年确保10家.
"""

from __future__ import annotations

from functools import lru_cache

from extraction.sought import sought

_OFFICE = sought(
    r"(?:[全我][省市县旗区州]|[省市县区州旗]|(?:高新|经开|开发|保税|新)区)[\u4e00-\u9fff]{0,8}?(?:局|委|办|厅|管委会)"
    r"(?=计划|拟|力争|确保|争取|安排|今年|全年|年内|年度|年初|要|应|需|将|目标|已|现|目前|截至|累计|共|实际|完成|[前上][半三二]|\d{1,2}-?\d{0,2}月)"
)
_SIZE = sought(r"(?:涉及|惠及|受益|覆盖(?!率)|辐射|带动)")
_ACT = sought(
    r"[^,;:。\d]{0,16}(?:方案|机制|责任|措施|制度|调度|督导|督查|力度|协调|合力|台账|清单|专班|领导|部署|统筹|保障|思路|意识|节点|难题|攻坚)"
)
_EFFORT = sought(
    r"(?:[全我][省市县旗区])?上下[^,;:。\d]{0,12}"
    r"|[^,;:。\d]{0,6}(?:奋起直追|加压奋进|迎头赶上|后来居上|攻坚克难|奋力追赶|全力(?:冲刺|追赶)|乘势而上|加压推进|开足马力|负重前行|克难前行)"
)
_AGAINST = sought(r"(?:面对|克服|应对|受|因|由于|尽管|虽然|鉴于)(?!理|惠|益|援|众|训|聘|人)[^,;:。]{2,}")
_COMPARED = sought(
    r"(?:[与同较比和])?(?:去年|上年|前年)(?:同期|同比)?的?(?:增[幅速]|增长率)(?:相比|比|相对)?[高低快慢回落]*"
)  # 与上年同期增幅相比低_8.4个百分点
_LOOKED_OVER = sought(r"(?:已|均)?通过[^,;:。]{0,12}(?:评审|初评|初审|审查|初选|面试)")  # how far some are
_HELD = sought(r"召开[^,;:。\d]{0,10}(?:会|会议)")


def without_doer(words: str) -> str:
    """The words from behind the office that opens them."""
    said = _OFFICE.match(words)
    return words[said.end() :] if said else words


def names_nothing(clause: str) -> bool:
    """Whether the clause before a figure is an act or an effort of administration."""
    return _ACT.fullmatch(clause) is not None or _EFFORT.fullmatch(clause) is not None


@lru_cache(maxsize=8192)
def passes_by(own: str) -> bool:
    """Whether a number's own name is no subject of what follows: a size, a meeting, a hardship, a share."""
    aside = _SIZE.match(own) or _LOOKED_OVER.fullmatch(own) or _HELD.fullmatch(own) or _AGAINST.fullmatch(own)
    aside = aside or _COMPARED.fullmatch(own)
    return aside is not None or own.endswith("占")
