"""What is left of a plan tells what was done of it: 任务220公里,尚差35公里未完成 is 185 done.

Only where the number is called what is left, is less than the plan, and nothing else answers it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from extraction.cues import cue
from extraction.promises.links import Link, Scope
from extraction.sentences.readings import Reading
from extraction.sought import sought

_STEP = (
    r"(?:完成|完工|建成|竣工|创建|改造|开工|更换|安装|实施|整治|整改|修复|治理|投用|验收|办结|销号|化解|拆除|搬迁|处置|兑付"
    r"|安置|清理|培训|发放|消除|取缔|关停)"
)
_OWN_VERB = sought(rf"未(?P<verb>{_STEP})(?:为|达)?(?:约|近|着)?\s?$")
_FINISHED = ("完成", "完工", "建成")  # of any work; 未销号3个 is of what is to be 销号
_LEFT = sought(
    r"(?:的?(?:年度|全年)?(?:改造|建设)?任务)?(?:[,;。、:]|截至[^,;。]{1,8}|目前|现|到\d{1,2}月[底末])*(?:[距离]离?(?:年度|全年|年初)?(?:目标|任务)+)?"
    rf"(?:[尚仍还仅只][差缺剩有余]|[差剩]|剩余|剩下|余下|(?:[尚仍还]|存在|有)*缺[口额]|[尚仍还]?未{_STEP})(?:为|达)?(?:约|近|着)?\s?"
)
_UNDONE = sought(rf"[^,。;\d]{{0,8}}?(?:未|没有|待)(?:能)?{_STEP}|的?缺[口额](?=[,。;)]|$)")
_SHORT = sought(rf"(?:[尚仍还][差缺]|缺[口额]|未{_STEP})(?:为|达)?(?:约|近|着)?\s?$")  # 投资16亿元,目前还差2.9亿元。
_CLAUSE_ENDS = sought(r"\s*(?:[,。;)]|$)")
_TO_GOAL = sought(r"[距离]离?(?:年度|全年|年初)?(?:目标|任务)+(?:[尚仍还][差缺]|差)")
_OF_THE_YEAR = sought(r"今年|年度|全年|计划|任务|目标|年内")
CUE = cue(_LEFT)
_A_TASK = sought(r"的?(?:年度|全年)?(?:改造|建设)?任务")
_JUST = 40  # characters before the plan that its share's phrase holds
_NEXT = 3  # numbers behind the plan among which it is sought


def promise_of_what_is_left(found: Sequence[Reading]) -> None:
    """今年改造老旧小区80个,还差12个没有完工: give what opens so the voice of a promise, in place."""
    for index, plan in enumerate(found[:-1]):
        plain = plan.voice == "report" and plan.measure == "amount" and not (plan.bracket or plan.part) and plan.own
        planned = _OF_THE_YEAR.search(plan.clause_lead) or _A_TASK.match(plan.tail)
        # 需改造42座,今年改造9座,还剩8座未改造: what is left is of the 42
        larger = any(
            r.sentence == plan.sentence and r.quantity.noun == plan.quantity.noun and r.base > plan.base
            for r in found[max(0, index - _NEXT) : index]
        )
        if plain and planned and not larger and is_what_is_left(plan, found[index + 1]):
            plan.voice, plan.cued = "promise", True
        if _is_second_task(plan, found[index + 1]):
            found[index + 1].voice = "report"


def _is_second_task(plan: Reading, r: Reading) -> bool:
    """90公里改造任务只剩26公里未改造: what is left of a plan was taken for another one."""
    return plan.voice == r.voice == "promise" and is_what_is_left(plan, r)


def is_what_is_left(plan: Reading, r: Reading) -> bool:
    """Whether the number says how much of the plan is left."""
    alike = r.measure == "amount" and r.quantity.noun == plan.quantity.noun and r.base < plan.base and not r.bracket
    alike = alike and not (plan.part and not r.part)  # what is left of the whole is not what is left of its part
    near = 0 <= r.sentence - plan.sentence <= 1 and _LEFT.fullmatch(r.lead.strip()) is not None
    short = _SHORT.search(r.lead) is not None and _CLAUSE_ENDS.match(r.tail) is not None
    verb = _OWN_VERB.search(r.lead)
    if verb and verb["verb"] not in _FINISHED and verb["verb"] not in plan.clause_lead + plan.tail[:8]:
        return False  # 排查隐患210处,未整改6处
    return alike and near and (short or _UNDONE.match(r.tail) is not None or _TO_GOAL.search(r.lead) is not None)


def _is_one_step(plan: Reading, told: Reading | None, left: Reading) -> bool:
    """应创建85个,历年累计创建61个,今年新创建14个,还有10个未创建: what is left says that the 14 are not all."""
    if told is None or told.sentence != left.sentence or "开工" in left.tail[:8]:
        return False
    return told.start < left.start and (told.base + left.base) * 50 < plan.base * 49


def answer_by_what_is_left(scope: Scope, links: Sequence[Link]) -> None:
    """Answer the plans that nothing else answers, in place."""
    for entry in links:
        promise = entry.promise
        if promise is None or promise.kind != "cumulative" or promise.measure != "amount" or entry.shares:
            continue
        plan = promise.reading
        behind = islice((r for r in scope.found if r.start > plan.start), _NEXT)
        left = next((r for r in behind if is_what_is_left(plan, r)), None)
        if left is None and plan.rest is not None and entry.actual is None:  # 还有1150户未完成,占任务3000户的38.3%
            left = next((r for r in scope.found if r.base == plan.rest and 0 < plan.start - r.start <= _JUST), None)
        told = entry.actual is not None and not is_what_is_left(plan, entry.actual)
        if left is None or (told and not _is_one_step(plan, entry.actual, left)):
            continue
        entry.actual, entry.refusal, entry.refused = left, None, None
        entry.parts = ((plan.start, plan.quantity.end), (left.start, left.quantity.end))
        entry.total = (plan.base - left.base) / left.quantity.magnitude
        entry.reason = "the plan without what is left of it"
