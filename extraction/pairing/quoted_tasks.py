"""Tasks told in quotation marks are promises, all of them, whatever stands within.

“为1.2万名群众提供法律援助”,受理3108件                      the sentence opens with the quotation
两项任务分别是“新建幼儿园80所”和“新增托位2000个”        a word before calls what is quoted a task
“改造危桥26座”完成率61.5%                                a share right behind it is of it
“改造厂房20处”“12个未通车的村全部通车”                  so is the next, which opens with its number
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.outline.items import Item
from extraction.pairing.quoted_sections import in_quotes, section_at
from extraction.sentences.readings import Reading
from extraction.sought import sought

_TASK_IS = sought(
    r"(?:任务|指标|项目|实事|工作|目标|事项|(?:有|共|涉及|包括)[两二三四五六七八九2-9][项件](?=:|,?分别))[^“。;]{0,10}(?:是|为|有|包括|即|:):?(?:(?:“[^“”。;]{4,60}”[、,和及与]?){0,6})"
)


def _named_as_task(text: str, start: int, r: Reading) -> int:
    """两项任务是“新建幼儿园80所”和“新增托位_2000个”: where its quotation opens, -1 where nothing calls it a task."""
    opened = text.rfind("“", start, r.start)
    if opened < 0 or not any(said.end() == opened for said in _TASK_IS.finditer(text, start, opened)):
        return -1
    r.own, r.part = r.own.rsplit("“", 1)[-1], False  # 其中涉及卫生的项目包括
    return opened


def _in_section(text: str, item: Item, start: int, r: Reading) -> int:
    """已完成的任务共9项。主要是“修缮古桥14座”: a section by state lists what was planned."""
    opened = in_quotes(text, start, r.start)
    if opened < 0 or section_at(text, item, r.start) is None:
        return -1
    r.own, r.part = r.own.rsplit("“", 1)[-1], False
    return opened


def _of_the_year(text: str, start: int, r: Reading) -> bool:
    """“全年融资210亿元,引进机构_2家”: what a quoted task plans for the year is not thought of it."""
    return r.voice == "forecast" and text.startswith("“全年", start) and r.tail.startswith("”")


def mark_quoted(text: str, item: Item, found: Sequence[Reading]) -> None:
    """“为1.2万名群众提供法律援助”,受理3108件: a task that opens its sentence in quotes is the promise, all of it."""
    for index, r in enumerate(found):
        if r.quoted and r.measure == "amount" and r.quantity.noun and not r.bracket:
            _mark_shared(text, found[max(0, index - _NEAR) : index], r)
        start = item.sentences[r.sentence].start if r.quoted and r.quantity.noun not in ("", "%") else -1
        if start >= 0 and text[start] != "“":
            start = max(_named_as_task(text, start, r), _in_section(text, item, start, r))
        if start < 0:
            continue
        close = text.find("”", start)
        if close < r.start:
            continue
        if sought(r"[。!?]").search(text[start:close]):
            continue  # somebody speaks
        before = found[index - 1] if index else None
        if r.bracket and r.voice == "context" and before is not None and before.voice == "promise":
            r.voice, r.part = "promise", True
        elif (r.voice == "report" or _of_the_year(text, start, r)) and r.measure == "amount" and r.own:
            r.voice = "promise"


_NEAR = 8  # numbers before one among which another quoted task stands
SHARE_BEHIND = (  # of the quotation that ends before it
    r"(?:以上|左右)?”(?:的?(?:项目|任务|工作|指标))?(?:目前|已)?(?:完成率|完成比例|完成进度|完成了?(?:年度|全年)?任务的)"
)
_SHARE_BEHIND = sought(SHARE_BEHIND)
_THING = sought(r"[^“”,。;\d]{2,24}?(?=实现|全部|均|都|”|,)")


def _mark_shared(text: str, before: Sequence[Reading], r: Reading) -> None:
    """Make a promise of what a share is told of behind its quotation, or of what opens another one; in place."""
    if r.voice in ("report", "context") and _SHARE_BEHIND.match(text, r.quantity.end) is not None:
        r.voice, r.cued, r.settled = "promise", True, False
        r.own = r.subject = r.own.lstrip("“")
    elif r.voice == "report" and text[r.start - 1] == "“" and any(p.quoted and p.voice == "promise" for p in before):
        thing = _THING.match(text, r.quantity.end)
        r.voice, r.cued = "promise", True
        r.own = r.subject = thing.group() if thing is not None else r.own
