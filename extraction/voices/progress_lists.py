"""A list of works by how they go, each with how far it is: 按序时推进的:卫生院扩建63%(主体施工);河道清淤61.5%.

The head says that progress is told, so that a bare percentage behind a name is how much of it is done, no rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.no_shares import of_a_trade, told_in_order
from extraction.voices.place import Place, Said
from extraction.words import names, wording

_HEAD = sought(
    r"(?:[\(]?[零一二三四五六七八九十\d]{1,3}[、.)]\s?)?(?:截至[^:。;,]{1,14},)?(?:\d{1,3}[个项件][^:。;,\d]{0,16}中,)?[^:。;,\d]{0,16}"
    r"(?:序时|进度|进展|推进|滞后|偏慢|较快|较慢|缓慢|完成)[^:。;\d(]{0,12}(?:\([^()]{1,16}\))?:"
    r"|从[^,。;:\d]{0,8}(?:进度|进展|完成情况)[^,。;:\d]{0,4}看[,:]"
)
_COUNTED = sought(  # 5项进展较快。稳定就业82.3%;养老服务76%
    r"\s*(?:\([\d一二三四五六七八九十]{1,2}\)|\d[.、])?\d{1,2}[项件个](?:任务|工作|实事|工程|项目|事项)?(?:目前)?"
    r"(?:进展|进度|推进)(?:情况)?(?:(?P<well>较快|顺利|正常|良好)|较慢|缓慢|滞后|偏慢)。"
)
_CHANGES = sought(  # 居民收入8.2%: of what an office measures a bare per cent is how it has changed
    r"(?:收入|投资|用电量?|贷款|存款|消费|增加值|生产总值|GDP|进出口|出口|进口|产值|税收|利润|零售额?|销售额?|价格|[客货]运量?)\s?-?$"
)
_SHORT = 40  # characters of such a line
_RATED = sought(
    r"率|(?<!进)度|压减|压缩(?!机|站|式|中转)|[缩削]减|减少|精简|覆盖|比[例重率]|[\u4e00-\u9fff]{2}比(?=[为达是]{0,2}\s?$)|占|(?<!新)增|降|涨|幅|下滑|提高|(?<![厂站网院])提标(?!改造|工程|扩|项目)|[上下][调浮]|同比|目标|任务|计划|预计|力争|高于|低于|超|测评|评估|评价|调查|抽[查检样]|[检监]测"
)
_FAR = 300  # characters to the head of the list
_DONE = sought(r"(?:已|约|近|仅|只|才|有|[尚还仍]?不[足到满]|完成|进度|形象进度|达到?|为|至)*\s?$")


def listed_progress(p: Place) -> Said | None:
    """What stands in such a list, under its own name."""
    if p.r.quantity.noun != "%" or p.r.bracket:
        return None
    if (told := told_in_order(p)) is not None:
        return told
    if of_a_trade(p):
        return None
    if (item := _item_named(p.s.text, p.r.start)) is not None:
        p.r.measure = "completion"
        return Said("claim", own=item, subject=item)
    if not _is_listed(p.s.text, p.r.start) and not _is_counted(p):
        return None
    if p.last is not None and p.last.measure == "percent" and sought(r"(?<!完成)率$").search(p.last.own):
        return None  # 城区保洁率97.4%,集镇73%: the same rate of another thing
    said = sought(r"[:;、,]").split(p.clause_lead)[-1]
    own = _DONE.sub("", said)
    if len(names.folded(own)) < 2 or _RATED.search(said + own) or sought(r"\d").search(own):
        return None
    _leave_counts(p)
    p.r.measure = "completion"
    return Said("claim", own=own, subject=own)


def _leave_counts(p: Place) -> None:
    """19个重点项目中,完成率靠后的有:东湖水厂28%: how many the list is taken from has no share; in place."""
    for counted in p.before:
        taken = counted.quantity.noun in ("个", "项", "件") and counted.tail.rstrip(",").endswith("中")
        if taken and counted.voice == "report":
            counted.voice, counted.settled = "context", True


_RATES_HEAD = sought(  # 年度投资完成率靠后的有:
    r"(?:\d{1,3}[个项件][^:。;,\d]{0,16}中,)?[^:。;,\d]{0,16}完成(?:率|比例|进度)[^:。;,\d]{0,4}(?:较[低高差好快慢]|靠[前后]|最[低高差好快慢]|居[前后])[^:。;,\d]{0,10}:"
)


def listed_in_bracket(p: Place) -> Said | None:
    """完成率较低的项目有:东湖水厂(_28%)、环城南路(9%): alone in the bracket right behind a name of the list."""
    text, r = p.s.text, p.r
    if r.quantity.noun != "%" or not r.bracket or r.owner is not None:
        return None
    alone = text[r.start - 1 : r.start] == "(" and text[r.quantity.end : r.quantity.end + 1] == ")"
    own = sought(r"[:;、,)和及]").split(p.before_bracket.rstrip("("))[-1] if alone else ""
    if len(names.folded(own)) < 3 or _RATED.search(own) or sought(r"\d").search(own):
        return None
    start = max(text.rfind(mark, max(0, r.start - _FAR), r.start) + 1 for mark in "\n。")
    if _RATES_HEAD.match(text, start, r.start) is None:
        return None
    _leave_counts(p)
    r.measure = "completion"
    return Said("claim", own=own, subject=own)


def _is_listed(text: str, at: int) -> bool:
    """Whether the line, or the sentence, is headed so, and its first sentence goes on to here."""
    start = max(text.rfind(mark, max(0, at - _FAR), at) + 1 for mark in "\n。")
    head = _HEAD.match(text, start, at) if at - start <= _FAR else None
    return head is not None and text.find("。", head.end(), at) < 0


def _is_counted(p: Place) -> bool:
    """5项进展较快。稳定就业_82.3%: whether a count that says how works go heads the sentence, and the share agrees."""
    text, at = p.s.text, p.r.start
    start = max(text.rfind(mark, max(0, at - _FAR), at) + 1 for mark in "\n。")
    line = text.rfind("\n", max(0, start - _SHORT), start) + 1
    head = _COUNTED.fullmatch(text, line, start) if text.startswith("。", start - 1) else None
    if head is None or _CHANGES.search(p.r.lead) or p.r.value < 0:
        return False
    return head["well"] is None or p.r.value * 12 >= (p.s.cutoff_month or 12) * 100


_ITEM = sought(
    r"\s*(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳])\s?(?P<thing>[^,;。:\d\n]{2,30})[,:]\s?(?:\d[\d.]*%,其中(?P<part>[^,;。:\d\n]{2,10}))?"
)
_ITEMS_HEAD = sought(r"(?:形象|工程|施工|建设|项目|实施)进度(?:情况)?(?:如下|为|分别为):\s*\n")
_NUMBERED = sought(r"\s*(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳])")
_ITEMS_FAR = 1500  # characters to the head of the items


def _item_named(text: str, at: int) -> str | None:
    """各项目形象进度如下: / 1.金碧路改造,_92%; / 2.农村户厕,85.6%,其中石羊镇_61.3%."""
    start = text.rfind("\n", max(0, at - _FAR), at) + 1
    item = _ITEM.fullmatch(text, start, at) if start else None
    if item is None or _RATED.search(item["part"] or item["thing"]):
        return None
    told = text.rfind("进度", max(0, at - _ITEMS_FAR), start)
    head = _ITEMS_HEAD.search(text, max(0, told - 4), start) if told >= 0 else None
    listed = head and all(_NUMBERED.match(line) for line in text[head.end() : start].split("\n") if line)
    return (item["part"] or "") + item["thing"] if listed else None


_DID_SO_MUCH = sought(r"完成了?(?:约|近)?\s?$")
_OF_A_SITE = sought(wording.SITE_WORKS)  # 路基土石方完成88%,桥梁下构完成41%: how far one work is
_ENOUGH = 2  # of a sentence that say so


def mark_done_shares(text: str, found: Sequence[Reading]) -> None:
    """技能培训完成88%,家政培训完成41%: side by side, what is done in per cent is a share of the plan; in place."""
    if not any(r.quantity.noun == "%" for r in found):
        return
    if len(found) == 1 and _did_so_much(found[0]) and _ALONE.match(text, found[0].quantity.end):
        found[0].voice, found[0].measure = "claim", "completion"  # 2、灌区改造完成52%; as an item of its own
    for told in _sentences(text, found):
        done = [r for r in told if _did_so_much(r)]
        alike = [r for r in told if r.voice == "claim" and r.measure == "completion" and _DID_SO_MUCH.search(r.lead)]
        enough = done and len(done) + len(alike) >= _ENOUGH
        if enough and not any(r.voice == "promise" and r.quantity.noun == "%" for r in told):
            for r in done:
                r.voice, r.measure = "claim", "completion"
            for one, beside in pairwise(told):  # 税收收入完成51.2%、投资完成53.4%、就业完成58.7%
                listed = one.voice == "claim" and beside.lead.startswith("、") and _DID_SO_MUCH.search(one.lead)
                if listed and _did_so_much(beside, fewest=2):
                    beside.voice, beside.measure, beside.subject = "claim", "completion", beside.own


def _sentences(text: str, found: Sequence[Reading]) -> Iterator[list[Reading]]:
    """The readings of each sentence; what goes on behind a semicolon is of the one before."""
    told: list[Reading] = []
    for r in found:
        if told and told[-1].sentence != r.sentence and _STOP.search(text, told[-1].quantity.end, r.start):
            yield told
            told = []
        told.append(r)
    yield told


_STOP = sought(r"[。\n]")
_ALONE = sought(  # or with how that is beside the pace: 完成76%,已赶上序时进度; 完成52%,进度偏慢
    r"(?:[,、]\s?(?:目前)?(?:已|基本|仍|尚|略|均|全面)*(?:赶上|追[上平]|跟上|达到|符合|快于|超过?|高于|慢于|低于|落后|滞后)了?于?"
    r"[^,。;\d]{0,6}(?:序时|时序|时间)[^,。;\d]{0,6}"
    r"|[,、]\s?(?:整体|总体|目前)?(?:进度|进展|推进)(?:较为?|明显|严重|比较|相对|偏|略)*(?:滞后|落后|缓慢|慢|快|正常|顺利|良好))?[;。]?\s*(?:\n|$)"
)


def _did_so_much(r: Reading, fewest: int = 3) -> bool:
    """Whether it is per cent of what is named; `fewest`: characters of a name that needs no list around it."""
    told = r.quantity.noun == "%" and r.voice == "report" and not (r.bracket or r.owner)
    if not told or _DID_SO_MUCH.search(r.lead) is None:
        return False
    return len(names.folded(r.own)) >= fewest and not (_RATED.search(r.own) or _OF_A_SITE.search(r.own))


_OF_THE_WORKS = sought(
    r"[^,。;\d]{0,14}?(?:[,、][^,。;\d]{0,14})?[,、]\s?(?:目前|现|截至目前)?"
    r"(?:总体|平均|整体|累计|共|已|约|仅|只|才)*完成了?(?:项目|建设)?(?:总|全部|设计|总的)?工程量的?(?:约|近)?\s?"
)
OF_THE_WORKS = cue(_OF_THE_WORKS)
_OF_ITS_WORKS = sought(
    r"[^,。;\d]{0,14}?(?:目前|现|已|约|仅|只|才|累计|共)*完成了?(?:总|全部|设计)?工程量的?(?:约|近)?\s?"
)


def mark_works_shares(text: str, found: Sequence[Reading]) -> None:
    """23座危桥在建,完成工程量的40%: how far the works are that the plan right before it asks for; in place."""
    for plan, share in pairwise(found):
        told = share.quantity.noun == "%" and share.voice in ("report", "context") and not share.bracket
        near = plan.voice == "promise" and plan.measure == "amount" and plan.sentence == share.sentence
        if told and near and not plan.bracket and _OF_THE_WORKS.fullmatch(text, plan.quantity.end, share.start):
            share.voice, share.measure, share.own, share.subject = "claim", "completion", "", plan.name
        elif told and _OF_ITS_WORKS.fullmatch(text, plan.quantity.end, share.start):
            of = [p for p in found if p.voice == "promise" and p.start < plan.start and _same(p, plan)]
            if len(of) == 1 and plan.voice in ("report", "context"):  # 新建4座。4座新建工程完成总工程量的35%
                plan.voice, plan.settled = "context", True
                share.voice, share.measure, share.own, share.subject = "claim", "completion", of[0].own, of[0].name


def _same(a: Reading, b: Reading) -> bool:
    return a.measure == "amount" and (a.base, a.quantity.noun) == (b.base, b.quantity.noun)
