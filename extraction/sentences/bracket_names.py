"""What the words before a bracket name: of what the share, the plan or the money in it is."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext, without_brackets
from extraction.sought import sought
from extraction.words import names, wording
from extraction.words.words_around import without_leading


def bracket_subject(s: SentenceContext, reading: Reading, before_bracket: str) -> None:
    """引调水工程在施工(93%): the words before the bracket name what it is a share of."""
    piece = wording.GAP.sub("", sought(r"[、,;:]").split(without_brackets(before_bracket))[-1])
    stop = wording.ONGOING.search(piece) or wording.DONE.search(piece)
    named = without_leading(piece[: stop.start()] if stop else piece)
    named = _INTRODUCED.sub("", HOW_FAR.sub("", named))
    told = len(names.folded(named))
    enough = told >= 3 or (told == 2 and (len(named) >= 4 or _LISTED.search(before_bracket)))
    if enough and not sought(r"\d").match(named) and named != reading.owner:
        reading.own = reading.subject = named


_LISTED = sought(r"\)[、,;和及]\s?[^()\d、,;。]{2,16}\(?$")  # 生产总值(…)、投资(: whatever it is called
_NEXT_OF_LIST = sought(r"[^()\d]{0,6}\)[、,;和及]\s?[^()\d、,;。]{2,16}\(?")


def opens_bracket(s: SentenceContext, opening: int, before: list[Reading]) -> bool:
    """东门停车场(计划300个)、南湖停车场(计划_250个): each is of what stands before its own bracket.

    So where the answer stands in the bracket too: 技改投资(目标增长9%,实际增长4%)、出口(目标增长_6%,实际增长2%).
    """
    if not before:
        return True
    last = before[-1]
    goal = next((b for b in reversed(before) if b.voice == "promise" or not b.bracket), last)
    of_list = goal.bracket and goal.voice == "promise" and goal.own == goal.subject
    of_list = of_list and last.clause_start == goal.clause_start
    return of_list and _NEXT_OF_LIST.fullmatch(s.text, last.quantity.end, opening + 1) is not None


_INTRODUCED = sought(r"^(?:包括|包含|主要是|主要为|具体为)(?=..)")  # 指标5项,包括商品房销售面积(71.2%)


def name_work(s: SentenceContext, reading: Reading, before_bracket: str) -> None:
    """人民医院新建工程(总投资9.6亿元,年度计划投资1.8亿元): what is planned in money for the work before the bracket."""
    planned = reading.quantity.noun == "元" and reading.own in ("", "投资", "资金")
    if not planned or _WORK.fullmatch(before_bracket.rstrip("(")) is None:
        return
    bracket_subject(s, reading, before_bracket)
    reading.subject = f"{reading.own}投资" if reading.own not in ("", "投资", "资金") else reading.subject
    reading.own = reading.subject


_WORK = sought(r"[^\d]*(?:工程|项目|[园厂路桥渠站馆校区院城港线库段期])")
HOW_FAR = sought(  # 造林进度不足七成(任务3.6万亩,完成2.3万亩)
    r"(?:任务|目标|计划)?(?:完成率?|完成比例|完成进度|进度|进展)(?:仅|只有|不到|不足|未达到?|未到|超过?|近|约|为|达到?)+(?:[一二两三四五六七八九]成[多半]?|一?半|过半)$"
)


_FIGURE_BEHIND = sought(
    r"\)(?:已|现|仅|共|累计|实际)*[\u4e00-\u9fff]{0,4}?\d[\d.]{0,9}(?P<noun>%|[万亿]?[\u4e00-\u9fff]{1,3})"
)


def name_answered(s: SentenceContext, reading: Reading, before_bracket: str, before: list[Reading]) -> bool:
    """健康讲座(计划_100场)举办71场: a goal whose figure follows its bracket is named by what stands before that."""
    begun = not before or before[-1].clause_start != reading.clause_start
    behind = _FIGURE_BEHIND.match(s.text, reading.quantity.end) if begun else None
    noun = reading.quantity.noun
    if behind is None or not behind["noun"].lstrip("万亿").startswith(noun or "-"):
        return False
    piece = before_bracket.rstrip("(")
    if sought(r"\d|比|较|占|完成|增长|下降").search(piece) or len(names.folded(without_leading(piece))) < 3:
        return False
    bracket_subject(s, reading, before_bracket)
    reading.bracket = False  # as 健康讲座计划100场,举办71场 would be read
    return True
