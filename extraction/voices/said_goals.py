"""Goals by what they are said to be: quoted ones in a row, what the task is, and the year's task that was done.

优于“新增就业3万人以上”“登记失业率4%以内”等预期目标   all that is quoted in the row is a goal, by its own name
与“再降低15%以上”的目标相比                         a bare verb is of the figure before it
今年招商工作目标任务是实际到位资金530亿元             what the task is, is its name
已办理案件245件,全年200件目标任务已超额完成          of the figure before it, and no count of tasks
"""

from __future__ import annotations

from extraction.numbers import units
from extraction.sentences.goal_phrases import is_quoted_goal
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import Place, Said, only_with
from extraction.words import names

_QUOTE = sought(r"“")
_RISES_FROM = sought(r"[由从](?:原来|现行|去年|上年)?的?\s?$")  # “报销比例由40%提高到55%”
_AGAIN = sought(r"(?:再|继续|同比|比上年|较上年)*(?:降低|下降|增长|提高|提升|增加|减少)?")
_FALLS = sought(r"降|减|压")


@only_with(_QUOTE)
def quoted_goal(p: Place) -> Said | None:
    """优于“新增就业_3万人以上”“失业率_4%以内”等预期目标: each is called what its own quotation calls it."""
    r = p.r
    if not r.quantity.text[0].isdigit():
        return None  # “不漏一户、不落一人”的要求
    if r.bracket or not is_quoted_goal(p.s.text, r) or _RISES_FROM.search(r.lead):
        return None
    own = r.own.rsplit("“", 1)[-1]
    if _AGAIN.fullmatch(own) is None and own:
        r.settled = True
        return Said("promise", cued=True, own=own, subject=own)
    of = _figure_before(p) if own else None  # “确保完成45%、力争完成50%”的目标
    if of is None:
        return None
    falls = r.quantity.is_percent and of.value < 0 and _FALLS.search(r.lead) is not None
    r.lead = of.lead if falls else r.lead
    r.behind, r.settled = of, True
    return Said("promise", cued=True, own="", subject=of.name, measure=of.measure)


def _figure_before(p: Place) -> Reading | None:
    """The one figure of its unit that the sentence has told."""
    told = [b for b in p.before if b.voice == "report" and not b.bracket and b.sentence == p.r.sentence]
    alike = [b for b in told if units.fits(b.quantity.noun, p.r.quantity.noun) and b.name]
    return alike[0] if len(alike) == 1 else None


_TASK_IS = sought(
    r"(?:今年|全年|年度|本年|20\d\d年)[^,。;:\d]{0,10}?(?:目标任务|任务目标|目标|任务)[为是](?P<thing>[^,。;:\d]{2,14})$"
)
_TOLD = sought(r"已|完成|目前|累计|实现了")


@only_with(_TASK_IS)
def task_is(p: Place) -> Said | None:
    """今年招商目标任务是实际到位资金_530亿元: the thing that the task is said to be."""
    said = _TASK_IS.search(p.clause_lead)
    if said is None or p.r.bracket or p.r.measure != "amount" or _TOLD.search(said["thing"]):
        return None
    own = said["thing"].removeprefix("完成")
    if not p.r.own.endswith(own) or p.r.own == own or len(names.folded(own)) < 2:
        return None
    p.r.settled = True
    return Said("promise", cued=True, own=own, subject=own)


_TASK_LIST = sought(
    r"(?:今年|全年|年度|本年|20\d\d年)[^,。;:\d]{0,10}?(?:目标任务|任务目标|目标|任务)[为是][^,。;:\d]{2,14}\d[\d.]*[万亿]?[\u4e00-\u9fff]{1,3}"
    r"(?:,(?:同比|比上年)?(?:增长|下降)\d[\d.]*%)?[,、]\s?(?P<thing>[^,。;:\d]{2,14})$"
)


@only_with(_TASK_LIST)
def task_goes_on(p: Place) -> Said | None:
    """今年目标任务是到位资金530亿元,同比增长10%,实际利用外资_2.6亿美元: the next thing of the same task."""
    said = _TASK_LIST.search(p.sentence_lead)
    last = next((b for b in reversed(p.before) if b.measure == "amount"), None)
    if said is None or last is None or last.voice != "promise" or not last.settled or p.r.measure != "amount":
        return None
    if _TOLD.search(said["thing"]) or len(names.folded(p.r.own)) < 2 or last.quantity.noun == p.r.quantity.noun:
        return None
    p.r.settled = True
    return Said("promise", cued=True)


_OF_THE_YEAR = sought(r"(?:^|[,;。])\s?(?:今年|全年|年度|本年度?|年初)(?:的|确定的|下达的)?\s?$")
_WAS_DONE = sought(
    r"的?(?:年度|全年)?(?:目标任务|任务目标|目标|任务|计划)(?:任务|数)?(?:也|均|现)?(?:已经?)?(?:提前|超额|全部|全面|顺利|圆满|如期)*(?:超额)?完成"
)


@only_with(_WAS_DONE)
def years_task_done(p: Place) -> Said | None:
    """已办理案件245件,全年_200件目标任务已超额完成: the goal of the figure before it, in its unit."""
    r = p.r
    if r.bracket or not _OF_THE_YEAR.search(p.clause_lead) or not _WAS_DONE.match(p.s.text, r.quantity.end):
        return None
    of = _figure_before(p)
    if of is None or r.base * 2 < of.base:
        return None
    r.settled, r.behind = True, of
    return Said("promise", cued=True, own="", subject=of.name)
