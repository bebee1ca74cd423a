"""Words that only say when: 截至9月底, 1-9月, 今年以来. They name nothing, and govern what stands behind them."""

from __future__ import annotations

from extraction.sought import sought

_MONTHS = r"\d{1,2}(?:-\d{1,2})?月"
# a time up to which something is told; the day by which it shall be (9月底前) is none
SO_FAR = (
    rf"(?:(?:截[至止到]|[到至])?(?:(?:今年|20\d\d年)?{_MONTHS}(?:\d{{1,2}}日|[份底末初中]*)(?!前|之前|起)|(?:当前|目前|现在)(?:为止)?"
    r"|(?:今年)?[前第]?[一二三]季度[末底]?(?!前)|(?:今年)?上半年(?!前)|年[底末](?=[,]?(?:已|为|达|共|累计|实际)))"
    r"|(?:今年|年初|入[春夏秋冬]|[开入]年|去年)以来|全年(?=[,]?(?:共|已|累计|实际|实))|(?:主?汛期|[枯丰]水期|[采供]暖[季期])(?=[\u4e00-\u9fff]{2}率[为达是仅\d])|至今|当年|今年?)"
)
CLAUSE = sought(rf"\s?{SO_FAR},")  # 截至9月底,|已建成12所: it belongs to the clause behind it
_OPENS = sought(rf"[,、;\s]*{SO_FAR},?")


def after_when(words: str) -> str:
    """The words without the time that opens them: ,截至9月底,完成 -> ,完成."""
    said = _OPENS.match(words)
    return "," + words[said.end() :] if said else words
