"""A list of works whose brackets tell how far each is reads as clauses, each with its own work before it.

北山公园(完成投资2200万元,占年度计划的44%)、县医院(主体封顶,完成投资3100万元,为计划的62%)
    reads as    北山公园完成投资2200万元,占年度计划的44%;县医院完成投资3100万元,为计划的62%

    滞后1项:敬老院改造(任务6所,完成2所)      behind a count of tasks, also one alone

Only where a bracket holds an amount with its share of the plan, or a plan with what came of it, and every other tells
of its work too: what the second bracket tells is of no work that stands before the first, and no count's words name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_AMOUNT = rf"\d[\d,.]{{0,11}}\s?[万亿]{{0,2}}(?:{units.AMOUNTS})"
_DID = r"(?:已|累计|目前|现|仅|只|实际)*(?:完成|到位|实现|建成|改造|新建|新增|发放|支付|拨付)"
_STATE = r"(?:[^()\d,;\n]{2,14}[,;])?"  # 主体封顶,
_SHARED = sought(
    rf"{_STATE}(?:{_DID})?[\u4e00-\u9fff]{{0,8}}{_AMOUNT}[,;](?:仅|只)?(?:占|为|完成)[^()\d]{{0,12}}(?:{_AMOUNT}的)?\d[\d.]*%"
)
_PLANNED = sought(
    rf"(?:年度|全年|计划|目标|任务)+(?:投资)?(?:为|是)?{_AMOUNT}[,;](?:仅|只|目前|现)*(?:{_DID})?[\u4e00-\u9fff]{{0,4}}{_AMOUNT}"
)
_ANY = sought(
    rf"{_AMOUNT}[,;](?:仅|只|目前|现|已)*(?:占|为|完成|建成|到位)[^()\d\n]{{0,12}}(?:{_AMOUNT}的?)?(?:\d[\d.]*%)?\)"
)
_TWO_PARTS = re.compile(r"\([^()\n]{2,60}[,;][^()\n]{2,50}\)")  # what each bracket of such a list is, sought first
_COUNT = sought(r"\d{1,2}[项个件](?:任务|项目|指标|工作)?(?:,?(?:分别|主要)?[是为])?:$")
_TELLS = sought(
    r"(?!其中|含|包括).*?(?:\d.*(?:完成|占|到位|建成)|(?:完成|占|到位|建成).*\d|^\D*(?:未|尚|正在|主体|施工|前期|招标|在建|封顶|装修)\D*$)"
)
_ITEM = re.compile(
    r"(?:(?<=[、,;:。\n)和及有是为])|^)(?P<name>[^\d,、;:。()\n]{2,24})(?P<open>\()(?P<told>[^()\n]{3,60})(?P<close>\)(?:[、,;和及]|以及)?)"
)
_LEADS = sought(rf"(?P<state>[^()\d,;\n]{{2,14}}[,;])(?={_DID})")
_SAID = sought(rf"{_DID}|年度|全年|计划|目标|任务|投资")


def accounts_in_brackets(text: str) -> Iterator[Edit]:
    """The edits that open such brackets."""
    if _TWO_PARTS.search(text) is None or _ANY.search(text) is None:
        return
    run: list[re.Match[str]] = []
    for item in _ITEM.finditer(text):
        if run and item.start() != run[-1].end():
            yield from _opened(run)
            run = []
        run.append(item)
    yield from _opened(run)


def _opened(run: Sequence[re.Match[str]]) -> Iterator[Edit]:
    told = [item["told"] for item in run]
    if not run or not all(map(_TELLS.match, told)):
        return
    start = run[0].start()
    counted = _COUNT.search(run[0].string, max(0, start - 12), start) is not None
    shared = len(run) > 1 and any(map(_SHARED.fullmatch, told))
    if not shared and not (counted and any(map(_PLANNED.fullmatch, told))):
        return
    for item in run:
        leads = _LEADS.match(item["told"])
        low, high = item.span("open")
        yield low, high + (leads.end() if leads else 0), "" if leads or _SAID.match(item["told"]) else ","
        last = item is run[-1] and len(item["close"]) == 1
        yield *item.span("close"), "" if last else ";"
