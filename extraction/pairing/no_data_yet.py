"""A rate to be reached of which the text says that nobody has its figure yet: it is promised, and not reported.

研发经费投入强度提高到2.6%,2024年为2.43%,2025年数据尚未公布
体质健康优良率提升至55%。今年测试在11月进行,暂无数据
单位产值能耗降低2.8%,待省级核算; 用水量下降4.6%,由省里年终核定; 植被覆盖度由上年的38.4%提高到39.5%,待遥感监测后公布
良种覆盖率达到97%,预计全年96.2%: only what is foreseen stands behind it, and is less
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_NO_DATA = sought(
    r"(?:数据|结果|指标)[^,。;\d]{0,4}(?:尚未|暂未|还未|仍未|[未待])(?:经)?(?:[省市国]?[^,。;\d]{0,4})(?:公布|发布|反馈|核定|出炉|下发|认定|评估)"
    r"|(?:指标|数据|结果)由[^,。;\d]{2,14}(?:[,]?(?:暂未|尚未|还未)|核[算定]后|统计后)(?:公布|发布|反馈|下发)"
    r"|(?:暂|尚|目前|还没|没)[无有]+(?:最新|相关|有关|本年|今年|年度|统计|监测)*(?:数据|结果)|数据暂缺"
)
_WAITS = sought(
    r"(?:以上|左右)?[,(](?:正|尚|还|仍)?(?:在|需)?等?待[^,。;\d]{0,16}(?:核算|测算|公布|发布|反馈)(?=[,。;)\n]|$)"
    r"|(?:以上|左右)?[,(](?:该?(?:数据|指标|结果))?(?:由|以)[^,。;\d]{0,12}(?:年终|年底|年末|次年|统一|另行)+"
    r"(?:核[定算]|认定|评估|考核|反馈|公布)(?:为准)?(?=[,。;)\n]|$)"
)
_FORESEEN = sought(r"(?:以上|左右)?[,。](?:据?测算,?)?预计(?:全年|到?年底)[^,。;\d]{0,8}$")
CUE = cue(_NO_DATA, _WAITS, _FORESEEN)
_REACHES = sought(r"(?:提[高升][到至]|达到|不低于|增长到|上升到|稳定在|保持在)\s?$")
_FALLS = sought(r"(?:下降|降低|减少|压减|削减)\s?$")
_GROWS = sought(r"增长\s?$")
_FROM = sought(
    r"[由从](?:上年|去年|20\d\d年)(?:度|底|末)?的?\s?\d[\d.]{0,5}%\s?(?:提[高升]|上升|增[长加]|扩大)[到至]\s?$"
)
_THAN_LAST = sought(r"[较比](?:上年|去年)(?:同期)?(?=下降|降低|减少|压减|增长)")
_TOLD = sought(r"已|目前|截至|累计|实际|现|同比|\d月|季度|上半年|去年|上年|以来|由|从")
_OF_IT = sought(r"(?:因[^,。;\d]{2,20}|[该此本这]|项|指标|年度|全年|目前|统计|监测|核算|考核|评估)*")
_YEARS = sought(r"全年|年度")  # 全年增长6.1%,数据待核定: in December it tells
_BASE = sought(r"(?:20\d\d年|去年|上年)(?:度|底|末)?(?:的)?(?:为|是|达)?\s?")
_RISES = sought(r"(?<=...)(?:提[高升]|增长|上升)$")
_FAR = 60  # characters from the rate to the end of what says so
_MEASURES = ("percent", "growth")


def mark_no_data(text: str, found: Sequence[Reading]) -> None:
    """Give such rates the voice of a promise, in place."""
    for index, r in enumerate(found):
        if r.voice != "report" or r.measure not in _MEASURES or r.bracket or len(names.folded(r.name)) < 3:
            continue
        if not _is_to_be(r) or _told_before(text, r):
            continue
        if _has_no_data(text, found, index) or _only_foreseen(text, found, index):
            r.voice, r.cued, r.settled = "promise", True, True
            r.own = _RISES.sub("", r.own)


def _is_to_be(r: Reading) -> bool:
    """达到88%, 较上年下降_3.1%, 由上年的38.4%提高到_39.5%: how goals are worded; what was told of its time is none."""
    said = _THAN_LAST.sub("", _FROM.sub("", r.clause_lead))
    worded = _REACHES.search(r.lead) or (r.measure == "growth" and (_FALLS.search(r.lead) or _GROWS.search(r.lead)))
    return bool(worded) and _TOLD.search(said) is None and (bool(r.own) or said != r.clause_lead)


_STOPS = "。;\n"
_NEAR = 60  # characters of its sentence before the clause that may tell of what time it is


def _told_before(text: str, r: Reading) -> bool:
    """截至9月底已建成12座,覆盖率达到_61%: what its sentence tells before its clause."""
    low = max(0, r.clause_start - _NEAR)
    begins = max((text.rfind(stop, low, r.clause_start) for stop in _STOPS), default=-1)
    return _TOLD.search(text, max(low, begins + 1), r.clause_start) is not None


def _has_no_data(text: str, found: Sequence[Reading], index: int) -> bool:
    r = found[index]
    end = r.quantity.end
    if _WAITS.match(text, end):
        return not _GROWS.search(r.lead)
    said = _NO_DATA.search(text, end, min(len(text), end + _FAR))
    if said is None or "\n" in text[end : said.start()] or ";" in text[end : said.start()]:
        return False
    clause = max(text.rfind(mark, end, said.start()) for mark in ",。")
    if r.measure == "growth" and (
        _YEARS.search(r.clause_lead) or clause < 0 or not _OF_IT.fullmatch(text, clause + 1, said.start())
    ):
        return False  # 增加值增长6.4%,用电量数据尚未公布: of another thing
    between = [b for b in found[index + 1 :] if b.start < said.start()]
    return all(b.measure == r.measure and _BASE.search(b.lead) for b in between)


def _only_foreseen(text: str, found: Sequence[Reading], index: int) -> bool:
    """达到97%,预计全年_96.2%: it is not there yet; more may be foreseen where the item tells plans and answers."""
    r, behind = found[index], found[index + 1 : index + 2]
    if r.measure != "percent" or not behind or behind[0].voice != "forecast" or behind[0].measure != r.measure:
        return False
    if (
        not _FORESEEN.fullmatch(text, r.quantity.end, behind[0].start)
        or text[r.clause_start - 1 : r.clause_start] not in _STOPS
    ):
        return False
    return behind[0].value < r.value or any(b.voice == "promise" for b in found[:index])
