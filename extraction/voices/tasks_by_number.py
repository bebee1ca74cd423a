"""A number whose own words are the task: 全市253户危房改造目标任务; 按照8月底完成253户危房改造的目标任务."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import PROMISE, Place, Said, only_with

_NAMED = sought(
    r"(?:以上|余)?(?P<thing>(?!等)[\u4e00-\u9fff“”]{2,14}?)的?(?:年度|全年)?(?:目标任务|任务目标|任务)"
    r"(?=[,、]?\s?(?:目前|现|截[至止][^,。;\n]{1,8},)?(?:已|均|全部|累计|完成(?!率|比|情况)|开工(?!率)|竣工(?!率)|完工(?!率)|建成(?!率))|$)"
)
_HELD_TO = sought(  # 按照8月底完成|
    r"(?:按照?|围绕|对照|紧扣|锚定|瞄准)[^,。;\d]{0,6}(?:\d{1,2}月(?:底|末|\d{1,2}日)?(?:之?前)?)?(?:全部|全面)?(?:完成|实现|建成)?(?:年度|全年|今年)?\s?$"
)
_GOAL = sought(r"(?:以上)?[\u4e00-\u9fff“”]{2,14}?的(?:年度|全年)?(?:目标任务|任务目标|任务|目标|要求)(?=[,。;])")
_TELLS = sought(r"已|累计|实现|共(?!享|建|同)|占|为|达|剩|余|超|其中|分别|批")
_OF_TASKS = frozenset(("项", "件", "个", "条", "类", "", "%"))


@only_with(sought(r"任务|目标|要求"))
def task_by_number(p: Place) -> Said | None:
    """年度_253户危房改造目标任务,已竣工245户: what is behind the number calls it a task."""
    r = p.r
    if r.quantity.noun in _OF_TASKS or r.bracket or r.measure != "amount":
        return None
    if _HELD_TO.search(p.clause_lead) and _GOAL.match(p.s.text, r.quantity.end):
        return PROMISE
    told = _TELLS.search(p.clause_lead) or sought(r"完成|建成|竣工|新增|发放").search(p.clause_lead)
    return None if told or _NAMED.match(p.s.text, r.quantity.end) is None else PROMISE
