"""Counts of the tasks that a section by state tells of, and what share of all tasks they are: neither is a promise.

指标项目出现调整的有2项; 已经完成的指标任务,共计23项,占任务总数的17.7%; 难以完成的任务有4项.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

TASKS = r"(?:重点|民生|年度|全年|量化|主要|目标|考核|分解|具体)*(?:指标任务|指标项目|指标|任务|工作|事项|实事|目标)"
STATE = r"(?:完成|完工|办结|推进|进展|进度|困难|难度|调整|变更|取消|滞后|落后|良好|顺利|较[好快慢]|正常|启动|实施|落实)"
_IN_STATE = sought(
    rf"(?:^|[,、;:。\n])[^,、;:。\n\d]{{0,28}}?{STATE}[^,、;:。\n\d]{{0,6}}?"
    rf"(?:的(?:共计|共有|共|合计|总计|有|为|计)+|的{TASKS},?(?:共计|共有|共|合计|总计|有|为|计)+|的{TASKS})\s?$"
)
_FAR = 44  # characters before a count in which its state is told
_BEHIND = sought(r"[,。;:()、\n]|$")
_SHARE = sought(
    r"(?P<of>占(?:全部|总的?|所有|分解)?(?:目标|工作|指标|年度|全年|重点)*(?:任务|指标|事项|实事|项目|目标)?(?:总数|总量|总项数|总个数)的?(?:约|近)?"
    r"|占比?(?:约|为)?)\s?$"
)
_OPENS = sought(r"(?:[。\n]|等(?:\d{1,3}[项件个])?,|”,)\s?$")


def counts_a_state(s: SentenceContext, r: Reading) -> bool:
    """完成有困难,但通过努力能够完成的有_2项: how many tasks are in a state that is told of them."""
    if r.quantity.noun not in ("项", "件") or _BEHIND.match(s.text, r.quantity.end) is None:
        return False
    end = r.start
    if r.bracket:  # 三、完成难度较大的指标任务(2项)
        if s.text[r.start - 1] != "(" or s.text[r.quantity.end : r.quantity.end + 1] != ")":
            return False
        end -= 1
    return _IN_STATE.search(s.text[max(s.sentence.start, end - _FAR) : end]) is not None


@only_with(sought(r"占"))
def share_of_tasks(p: Place) -> Said | None:
    """共计87项,占任务总数的_66.9%: of what was counted, or of all that the section has listed before."""
    r, last = p.r, p.last
    said = _SHARE.search(p.clause_lead) if r.quantity.noun == "%" and not r.own else None
    if said is None:
        return None
    counted = last is not None and last.voice == "context" and last.quantity.noun in ("项", "件")
    if counted and last is not None and p.s.text[last.quantity.end : r.start].strip(" ,、") == said["of"].strip():
        return CONTEXT
    at = r.start - len(p.clause_lead[said.start() :])
    return CONTEXT if "总" in said["of"] and _OPENS.search(p.s.text[max(0, at - 8) : at]) else None


_HEAD = sought(  # 一、量化指标欠账较多的6项 / 二、投资进度未过六成的3项
    r"(?:^|(?<=\n))\s*(?:\(?[一二三四五六七八九十]{1,2}[、.)]|[•●◆■])\s?"
    r"[^,。;:\n\d]{2,24}?(?:\d{1,3}%[^,。;:\n\d]{0,4})?的?(?:有|共)?\d{1,3}[项个件](?:任务|工作|指标|项目|事项)?\s*(?:\n|$)"
)
_OF_SUCH = sought(r"的(?:有|共)?\d{1,3}[项个件]")


def heads_so_many(p: Place) -> Said | None:
    """二、投资进度未过六成的_3项: a line that is a heading says how many stand below it, and of which sort."""
    text, r = p.s.text, p.r
    start = text.rfind("\n", 0, r.start) + 1
    if not r.bracket and _HEADED_BARE.match(text, r.quantity.end) and _HEADED_KIND.search(text, start, r.start):
        return CONTEXT
    if r.bracket or r.start - start > _LINE or _HEAD.match(text, start) is None:
        return None
    end = text.find("\n", r.start)
    such = _OF_SUCH.search(text, start, end if end >= 0 else len(text))
    return CONTEXT if such is not None else None


_LINE = 48  # characters of such a line up to its number


_SECTION = sought(  # 滞后事项(5项), 未达序时进度指标(3项), 需加快推进的工作(6项)
    r"(?:滞后|落后|缓慢|偏慢|较慢|未达到?(?:序时|时序|预期|目标|进度)+|未完成|未启动|未开工|未开展|欠进度|已完成|达到?(?:序时|时序)|超序时|正常推进"
    r"|提前完成|需(?:要)?(?:加快|加力|重点|持续)[^,。;()\d]{0,6}|正在推进|进展(?:顺利|较快|正常|良好))(?:进度)?(?:要求)?的?"
    r"(?:重点|目标|民生|年度|考核|综合|具体|主要|量化|经济|核心|约束性|预期性)*(?:事项|项目|指标|任务|工作|实事|工程)?$"
)


_HEADED_KIND = sought(  # 一、主要指标(6项), 二、具体工作(9项): a heading that names a kind and no thing
    r"(?:^|[\n、.)])\s?(?:主要|综合性?|具体|重点|量化|定量|定性|经济|民生|社会|发展|约束性|预期性|其[他它]|专项|年度|核心|项目|建设|工程|目标)+"
    r"(?:指标|工作|任务|事项|项目|工程|实事|目标|类|方面)*$"
)
_HEADED_COUNT = sought(  # (共6项), (7项,数据由统计部门提供), (9件,略去3件): what is said of a list, and nothing done
    r"\((?:共计?|计|涉及|合计)?\d{1,3}[项个件](?:[,、;:](?![^()\n]{0,30}(?:已|完成|开工|建成|启动|[未达]到?序时))[^()\n]{1,30})?\)(?=\s*(?:\n|$))"
)


_HEADED_BARE = sought(r"(?:\((?:略|摘要|另附|详见附件|见附[件表]|节选)\))?\s*(?:\n|$)")  # 二、具体工作13项(略)


def counts_a_section(text: str, r: Reading) -> bool:
    """滞后事项(5项): how many things the section tells of, first in the bracket behind its heading."""
    if r.quantity.noun not in ("项", "个", "件"):
        return False
    opens = text.rfind("(", max(0, r.start - _KIND_LED), r.start)
    if opens < 0:
        return False
    if _HEADED_COUNT.match(text, opens) and _HEADED_KIND.search(text, max(0, opens - _KIND_LED), opens):
        return True
    alone = opens == r.start - 1 and text[r.quantity.end : r.quantity.end + 1] == ")"
    return alone and _SECTION.search(text, max(0, opens - _KIND_LED), opens) is not None


_KIND_LED = 24  # characters of a heading before its count
