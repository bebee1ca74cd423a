"""Works that a list says are slow, each with how far it is: 滞后的3项是:文化室建设,进度只有31%;水厂扩建完成35%;….

Under such words a bare percentage behind a name is how much of it is done, whatever stands between: nothing, a reason,
a bracket. What has figures of its own besides (公路82公里,完成26%) is left to the other rules.
"""

from __future__ import annotations

from extraction.records import Interval
from extraction.sought import sought
from extraction.voices.place import Place, Said
from extraction.words import names
from extraction.words.words_around import without_leading

SLOW = (
    r"(?:滞后|落后|(?:进度|进展|推进)?(?:较为|较|比较|相对|偏|过|最)?(?:缓慢|迟缓|慢)|未达到?(?:序时|时序|预期|时间)(?:进度|要求|目标)*"
    r"|未按(?:序时|时序|计划)(?:进度)?(?:推进|完成)?|(?:慢于?|低于)(?:序时|时序)(?:进度)?|欠进度"
    r"|未(?:能)?(?:实现)?[“]?双?过半[”]?|(?:进度|完成率)(?:低于|不足|不到|未达到?)\d{1,2}(?:\.\d{1,2})?%)"
)
_WHOSE = r"(?:重点|主要|民生|实施|在建|续建|新建|政府投资|[省市县旗区](?:属|级|本级|直))*"
_THINGS = _WHOSE + r"(?:项目|任务|事项|工作|实事|工程|指标)"
_HEAD = sought(
    rf"[^。;:\n]{{0,60}}?{SLOW}的?{_THINGS}?(?:(?:还|共|主要|分别|依次)*(?:有|是|为|包括))?(?:的)?(?:\d{{1,2}}[项个件])?{_THINGS}?"
    r"(?P<tells>,?(?:主要|分别|依次|具体|即)*(?:有|是|为|包括|即)?[:]|,?(?:主要|分别|依次|即)*(?:有|是|为|包括|即))"
)
_TELLS = sought(r"[:有是为即]|包括")
_OWNERS = sought(r"(?:单位|部门|地区|县|旗|区|市|乡镇?|镇|街道|企业|公司|地方)的?(?:主要|分别)?(?:有|是|为|包括)?[:]?$")
_MEMBER = sought(
    r"[;。\n、]|(?<=\))[和与及]|^\(?\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]是|(?<=[:;\s])\(?\d{1,2}[.、)](?!\d)"
)
_HOW_FAR = r"(?:进度|完成率|完成比例|工程量)"
_SO_FAR = sought(  # ,目前形象进度仅为; 平台建设|进度只有
    rf"(?:[,(]\s?(?:截至(?:目前|\d{{1,2}}月[底末])|目前|当前|现|总体|整体|综合|平均|形象|主体(?:工程|结构)?|工程|建设|施工|投资|项目|仅|只|完成)*{_HOW_FAR}?"
    rf"|(?:目前|总体|整体|综合|平均|形象|工程|完成)*{_HOW_FAR})?"
    r"(?:还|也|均)?(?:仅|只|才|刚|不足|不到|约|近|已|累计)*(?:为|有|达到?|是|占|完成|过)?(?:了|约|近)*(?:(?:总|全部|年度|全年|计划|形象)*(?:工程量|投资|进度|任务)的?)?\s?$"
)
_REASON = sought(
    r"(?:因|受|由于)[^,。;]{2,}|[^,。;]{0,12}(?:影响|原因|滞后|缓慢|偏慢|受阻|未[到完落]位?|施工|封顶|在建|设计|招标|前期|手续|基础)[^,。;]{0,8}"
)
_RATED = sought(
    r"[率度](?!假|汛)|覆盖|占比|比重|比例|增[长速幅]|下降|降幅|同比|目标|计划|预计|力争|高于|低于|合格|达标"
)
_SAYS = sought(SLOW)
_PLANNED = sought(r"(?:及)?以[上内下]")  # 城乡低保标准提高6%以上: a goal
_CHANGE = sought(r"(?:提[高标]|增[长加]|上[浮调升涨]|下[降浮调]|降低|减少|压[减降缩])(?:了|约|近)?\s?$")
_FAR = 300  # characters to the words that head the list


_IN_BRACKET = sought(
    r"(?:目前|现|已|总体|累计|仅|约|完成)*(?:(?:形象|工程|建设|施工|总体)进度|(?:总|全部)?工程量的?)"
    r"(?:完成|为|达到?|仅|约|近|的)*\s?"
)


def _in_its_bracket(p: Place) -> Said | None:
    """二小扩建工程(形象进度_35%): words that are said of works only, in a bracket right behind a bare name."""
    if not p.r.bracket or _IN_BRACKET.fullmatch(p.r.lead) is None:
        return None
    own = without_leading(_MEMBER.split(p.before_bracket)[-1].strip("“” "))
    if len(names.folded(own)) < 2 or sought(r"\d").search(own) or _RATED.search(own):
        return None
    p.r.measure, p.r.of_work = "completion", True
    return Said("claim", own=own, subject=own)


def slow_work(p: Place) -> Said | None:
    """What is done, in per cent, of a work that such a list names."""
    if p.r.quantity.noun != "%" or _PLANNED.match(p.s.text, p.r.quantity.end) or _CHANGE.search(p.r.lead):
        return None
    if (said := _in_its_bracket(p)) is not None:
        return said
    start = p.s.sentence.start if p.s.listed_slow else _listed_from(p.s.text, p.r.start)
    if start is None:
        return None
    own = _name(p.s.text[start : p.r.start], p.r.bracket)
    if len(own) < 3 or len(names.folded(own)) < 2 or sought(r"\d").search(own) or _RATED.search(own):
        return None
    for counted in p.before:
        if counted.start < start and counted.voice == "report":
            counted.voice = "context"  # 10个项目中进度最慢的是: how many the list is taken from
            counted.settled = counted.settled or counted.quantity.noun == "%"  # 完成率低于60%的: the bound, and no goal
    p.r.measure, p.r.of_work = "completion", True
    return Said("claim", own=own, subject=own)


def _listed_from(text: str, at: int) -> int | None:
    """Where the list begins that the place is in; None where there is none."""
    low = max(0, at - _FAR)
    start = max(text.rfind(mark, low, at) + 1 for mark in "\n。")
    if _SAYS.search(text, max(start, low), at) is None:
        return None
    head = _HEAD.match(text, max(start, low), at)
    if head is None or _OWNERS.search(head.group()):
        return None
    return head.end()


_STOPS = sought(r"(?<=\)),")
_WHY = sought(r"(?:因|受|由于)[^,。;]{2,}|[^,。;]{0,12}(?:影响|原因|滞后|缓慢|偏慢)[^,。;]{0,8}")


def _name(said: str, bracket: bool) -> str:
    """The name of the list's last member, without the words that say how far it is and why.

    污水厂提标(完成4500万元),人民医院新院区(完成8%): commas part those whose brackets tell.
    """
    member = _MEMBER.split(said)[-1]
    if bracket and "," in member and member.rstrip().endswith(("(", "(完成", "(已完成")):
        told = _STOPS.split(member)[-1].rsplit("(", 1)[0].split(",")
        last = next((part for part in reversed(told) if not _WHY.fullmatch(part)), "")
        return "" if ")" in last or "(" in last else without_leading(last.strip("“” "))
    bare = _SO_FAR.sub("", member)
    parts = [part for part in bare.split(",") if part]
    if not parts or ")" in bare.rstrip(")") or not all(_REASON.fullmatch(part) for part in parts[1:]):
        return ""
    return without_leading(parts[0].strip("“”( "))


def is_slow(text: str, words: Interval) -> bool:
    """Whether the words that announce a list say that its works are behind."""
    return _SAYS.search(text, *words) is not None
