"""One spelling for what is written in many: a fold that keeps every position.

Full-width and ASCII punctuation, the many dashes and the traditional characters of mirror sites are mapped one
character to one character, so that an interval in the folded text is the same interval in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.words.traditional import SIMPLIFIED, TRADITIONAL

_DASHES = "‐‑‒–—―−－─"
_TILDES = "～〜∼"
_TABLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TABLE |= dict.fromkeys(map(ord, _DASHES), ord("-"))
_TABLE |= dict.fromkeys(map(ord, _TILDES), ord("~"))
_TABLE |= dict(zip(map(ord, TRADITIONAL), map(ord, SIMPLIFIED), strict=True))
_TABLE |= {0x3000: 0x20, 0xA0: 0x20, 0x2002: 0x20, 0x2003: 0x20, 0x09: 0x09, ord("﹪"): ord("%"), ord("﹐"): ord(",")}
_TABLE |= {0x2474 + n: 0x2460 + n for n in range(20)}  # ⑴ as ①
_TABLE |= {0x2488 + n: 0x2460 + n for n in range(20)}  # ⒈ as ①
_TABLE |= {0x3220 + n: 0x2460 + n for n in range(10)}  # ㈠ as ①
_TABLE |= {ord("〇"): ord("零"), ord("○"): ord("零"), ord("﹕"): ord(":"), ord("﹔"): ord(";"), ord("·"): ord("·")}


_MAP = {chr(k): chr(v) if isinstance(v, int) else v for k, v in _TABLE.items()}
_COMMON = [(mark, _MAP[mark]) for mark in "，；：（）％"]
_WHOLE = 200  # characters; what is shorter is folded faster than found again
_FOLDED = re.compile("[" + re.escape("".join(_MAP)) + "]")  # most characters are left as they are


def _one(match: re.Match[str]) -> str:
    return _MAP[match.group()]


# ○入库企业850家: a bullet at the head of its line, no zero of 二○一三
_RING = re.compile(r"(?m)^([ \t\u3000]*)[○〇](?=[ \t\u3000]?(?![0-9〇○零一二三四五六七八九]{1,3}年)[^〇○零年\s])")


_ROMAN = re.compile(r"(?m)^([ \t\u3000]*)([Ⅰ-Ⅹ])(?=[、.．])")  # Ⅲ类 is no item


_ANY_ROMAN = re.compile(r"[Ⅰ-Ⅹ]")


def _as_numeral(match: re.Match[str]) -> str:
    return match[1] + "一二三四五六七八九十"[ord(match[2]) - ord("Ⅰ")]


# 将办理时限压缩到2个工作日: here 将 takes up what is acted on, as 把 does, and foretells nothing; 将逐步提高到3% does
_TAKES = re.compile(
    r"将(?<![年前步即必终亦可].)(?=(?!于|在|以|有|会|要|继续|进一步|逐步|逐年|持续|全面|力争|按|不断|稳步|大幅|从|由|再|新|可|全部|提|增|降)"
    r"[^,，。;；:：将\n]{2,24}?(?:由[^,，。;；:：将\n]{1,12}?)?"
    r"(?:提高|提升|提标|上调|调整|调高|下调|降低|压缩|缩短|压减|缩减|精简|扩大|扩展|增加|增|降|控制|稳定|减少|下降)(?:到|至|为|在)"
    r"(?:了|每|年|不|平|人|均|月|约|近|\s){0,4}[\d一二三四五六七八九十百零])"
)


# 新增就业已完成, 企业已开工, 农业经济, 住宿业已增长: what is part of a word in 业 is no 业已
_APART = r"(?:(?<![\u4e00-\u9fff]..)|(?<=[目程路桥区院校厂站馆线均现前今日底]..))"
# Words of one meaning and one length: the rules know the first of them. Only such as do not come about where two other
# words meet (实现今年, 联合共建, 设计有, 同时下达 ...). Each begins with itself, conditions stand behind it: so it is
# sought by its first character.
_SAME_WORDS = (
    ("目前", r"当前(?<![应适相恰]..)(?=[,，:：、已完累实共建达开正有]|[我全本][国省市县旗区州镇]|\d)", "眼下"),
    ("至今", "迄今"),
    ("已经", r"早已(?<![及尽最趁]..)", rf"业已{_APART}", rf"业经{_APART}(?=[批审研核同省市县旗国])"),
    ("已经", r"相继(?=出台|印发|制定|下发)"),
    ("已经", r"先后(?=建成|完成|开工|新建|改造|举办|组织|引进|投用|培训|开展|发放|出台|印发|制定|下发)"),
    ("年底", r"年终(?![于止身结奖])"), ("年末", "岁末"), ("截至", r"截止(?=\d|[今去本上目到]|[一二三四]季|年)"),
    ("现为", r"实为(?<![其成事落真现确]..)(?=\s?\d)"), ("现达", r"实达(?<![落现真]..)(?=\s?\d)"), ("超", r"逾(?=\d)"),
    ("办结", "办毕"), ("计划", "計畫"), ("投资完成率", "完成投资率"),
)  # fmt: skip
# 围绕“培训电商人才3000名”,市妇联培训1870人: what is quoted is the promise, with or without a word before it
_BEFORE_QUOTED = re.compile(
    r"(?:围绕|对照|按照|根据|针对|紧扣|锚定|聚焦|瞄准)(?=“[^”\d\n]{2,30}\d[\d.,]*[万亿]?(?![年月号日])[^”\d\n]{1,6}”)"
)
# 播种面积76万亩,其中:粮食52万亩 opens no story, as a colon may; a cell of a table may begin so
_OF_THEM = re.compile(r"(?<=[,，;；、。)）]其中)[:：]")
_KNOWN_WORD = {found.partition("(")[0]: word for word, *others in _SAME_WORDS for found in others}
_OTHER_WORD = re.compile("|".join(found for _, *others in _SAME_WORDS for found in others))


def _known_word(match: re.Match[str]) -> str:
    return _KNOWN_WORD[match.group()]


def fold(text: str) -> str:
    """The text with one spelling for each punctuation mark; same length, same positions."""
    return _kept(text) if len(text) > _WHOLE else _folded(text)


def _folded(text: str) -> str:
    text = _in_known_words(text)
    for mark, plain in _COMMON:  # each at once: what is left for the expression is seldom there
        text = text.replace(mark, plain)
    return _FOLDED.sub(_one, text)


# "双过半": straight quotes around a few words, as the curly ones that the rules know
_STRAIGHT = re.compile(r'"([\u4e00-\u9fff][^"“”\n]{1,30})"')


def _in_known_words(text: str) -> str:
    text = _STRAIGHT.sub(r"“\1”", text) if '"' in text else text
    text = _TAKES.sub("把", text) if "将" in text else text
    text = _OTHER_WORD.sub(_known_word, text)
    text = _BEFORE_QUOTED.sub("  ", text) if "“" in text else text
    text = _OF_THEM.sub(",", text) if "其中" in text else text
    text = _RING.sub(r"\1●", text) if "○" in text or "〇" in text else text
    return _ROMAN.sub(_as_numeral, text) if _ANY_ROMAN.search(text) else text


_kept = lru_cache(maxsize=2)(_folded)  # a whole document's fold, for the next who asks: three steps of the reading do
