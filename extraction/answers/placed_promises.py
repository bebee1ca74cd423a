"""Which promises no weight takes away: their place promises them, an order asks for them, or a share proves them.

住房保障目标为:开工11860套,其中…;基本建成3920套     a list that words call one of goals
三季度末开工率应达到90%                             an order
基本建成3920套。…基本建成3675套,完成率93.75%        a share that the source states comes to it
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.outline.items import Item
from extraction.pairing.ends_told import is_done_as_planned
from extraction.pairing.share_arithmetic import explains
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.weighing.model import Weigher
from extraction.words import names

LIKELY = 0.5  # of a promise with its answer at least
_NAMED_A_GOAL = re.compile(r"[^,;。\n]{0,16}的(?:年度|全年|年初|考核|节点|阶段性?)?(?:目标|任务|计划|指标|要求|标准)")
_OF_WHICH_THE_SHARE_IS = re.compile(  # 完成市下达1.5亿元|任务的120%
    r"[^,;。\n\d]{0,8}(?:任务|目标|计划|预算)(?:总?[数量额])?的(?:约|近)?\d[\d.]{0,6}%"
)
_CALLED_GOAL = sought(  # 区里定的目标是5%, 全年目标为增长3%
    r"(?:年度|全年|年初|预期|控制|考核|奋斗|约束|计划|[国省市县区旗州]|定的?|下达的?|提出的?|确定的?|[我本][省市县旗区局]的?)"
    r"(?:增长|发展|预期|控制)?(?:目标|任务)(?:值|数)?(?:是|为)(?:增长|下降|提高|达到?)?\s?$"
)
_OUGHT = sought(r"(?:必须|务必|[应须需])(?:达到?|完成|不低于)\s?$")


def is_placed(weigher: Weigher, item: Item, found: Sequence[Reading], index: int) -> bool:
    """Whether the place of the number, or the words at it, promise it."""
    r = found[index]
    placed = r.bracket or r.heading or r.outlook or r.interim or r.owner or item.sentences[r.sentence].labelled
    placed = placed or r.settled or is_done_as_planned(found, index)
    placed = placed or _wholly_done_beside(weigher.text, item, found, index)
    placed = placed or _built_on(found, index) or _CALLED_GOAL.search(r.lead) is not None
    asked = placed or _OUGHT.search(r.lead) is not None or _in_a_list(weigher, found, index)
    behind = (_NAMED_A_GOAL, _OF_WHICH_THE_SHARE_IS)
    compared = _THAN_PLANNED.search(r.lead) and _SO_MUCH_MORE.match(weigher.text, r.quantity.end)
    return bool(asked or compared) or any(p.match(weigher.text, r.quantity.end) is not None for p in behind)


_ENSURED_FOR_YEAR = sought(
    r",(?:要|将|再)?(?:确保|力争|争取|努力|全力)[^,。;\d]{0,4}(?:全年|年内|年底)[^,。;\d]{2,20}$"
)
_ALIKE = 0.5  # names of one thing


def _built_on(found: Sequence[Reading], index: int) -> bool:
    """前三季度到位资金36亿元,确保全年到位资金_52亿元: resolved right behind what was done of the same so far."""
    r, done = found[index], found[index - 1] if index else None
    if done is None or done.voice != "report" or done.sentence != r.sentence or done.quantity.noun != r.quantity.noun:
        return False
    ensured = _ENSURED_FOR_YEAR.fullmatch(r.lead if r.lead.startswith(",") else "," + r.clause_lead)
    return ensured is not None and r.base > done.base and names.likeness(done.own, r.own) >= _ALIKE


_THAN_PLANNED = sought(r"[比较](?:年度|年初|全年|原)?(?:计划|目标|任务)(?:数)?的?\s?$")  # 比计划的12公里多0.6公里
_SO_MUCH_MORE = sought(r"[^,。;\d]{0,4}(?:多|少|超出?|增加|减少)\s?\d")


def is_proved(text: str, found: Sequence[Reading], r: Reading) -> bool:
    """Whether a share of it is told, or its list is called one of goals."""
    return (
        _borne_out(found, r)
        or below_goals(text, r)
        or _shared_behind(text, found, r)
        or _called_behind(found, r)
        or _parted_by(text, found, r)
    )


_APART_BY = sought(
    r"(?:以上|左右)?(?:相比)?,?(?:还|尚|仍|略|相)?(?:差距?|短缺|少|欠|缺|低|多|高|超|余)(?:出|于|收|支|完成)?了?(?:约|近)?\s?"
)


def _parted_by(text: str, found: Sequence[Reading], plan: Reading) -> bool:
    """投资46.3亿元,…,与年初预期的48亿元尚差1.7亿元: the distance right behind it comes to a figure before it."""
    at = index_of(found, plan.start)
    apart = found[at + 1] if at + 1 < len(found) else None
    if apart is None or _APART_BY.fullmatch(text, plan.quantity.end, apart.start) is None:
        return False
    near = [r for r in found[max(0, at - _NEAR) : at] if r.sentence == plan.sentence and r.measure == plan.measure]
    alike = [r for r in near if r.quantity.noun == plan.quantity.noun == apart.quantity.noun]
    return any(abs(abs(r.base - plan.base) - apart.base) * 1000 <= plan.base for r in alike)


_NEAR = 4  # numbers before a plan among which its figure stands


_WHOLLY_DONE = sought(r"[^,。;、\d]{3,24}?(?:已|均)*(?:全部|全面)(?:完成|竣工|完工|建成)(?:[。;]|$)")


def _wholly_done_beside(text: str, item: Item, found: Sequence[Reading], index: int) -> bool:
    """锅炉淘汰64台,已淘汰57台;86家企业深度治理全部完成: a work in a row of works that were promised."""
    r, before = found[index], found[index - 1] if index else None
    if before is None or r.lead.strip() or r.measure != "amount" or r.sentence != before.sentence + 1:
        return False
    if text[item.sentences[before.sentence].end - 1] != ";" or _WHOLLY_DONE.match(text, r.quantity.end) is None:
        return False
    return any(p.voice == "promise" and before.sentence - p.sentence <= 1 for p in found[max(0, index - 4) : index])


_GOALS_ARE = sought(
    r"(?<!完成)(?<!达到)(?<!序时)(?:(?:目标任务|任务目标|目标|任务|实事(?:项目)?)(?:分别|如下)?(?:为|是)?"
    r"|(?<!的)(?:目标|任务|实事)(?:共?有|包括|为|是)[\d一二两三四五六七八九十]{1,3}[项件个条]):(?P<list>[^。\n]*)$"
)
_FAR = 200  # characters of a list


def below_goals(text: str, r: Reading) -> bool:
    """住房保障目标为:开工11860套,其中…;基本建成3920套: in a list called one of goals, until something is told."""
    goals = _GOALS_ARE.search(text, max(0, r.start - _FAR), r.start)
    return goals is not None and _TOLD_AMONG.search(goals["list"]) is None


_TOLD_AMONG = sought(r"已|目前|截至|累计|实际|(?<![,、;:])完成(?=[^,。;\d]{0,3}\d)")


_PLANNED = sought(r"(?:计划|任务|目标)(?!任务|目标|的|[总数量])[^。;%\n]*$")
_AIMED = sought(r"力争|争取|确保|预计|月|季度|[上下]半年")


def _shared_behind(text: str, found: Sequence[Reading], plan: Reading) -> bool:
    """按照年度计划,修缮古桥86座,完成率60%: a share without a name of its own, right behind words of planning."""
    at = index_of(found, plan.start) + 1
    behind = next((r for r in found[at : at + _LISTED] if not _is_listed_with(plan, r)), None)
    if behind is None or behind.voice != "claim" or behind.own or behind.bracket or plan.part:
        return False
    planned = _PLANNED.search(text, max(0, plan.start - _FAR), plan.start)
    return planned is not None and not _AIMED.search(planned.group()) and behind.sentence - plan.sentence <= 1


_LISTED = 16  # numbers behind a plan among which its share stands
_COMPLETED = sought(r"完成(?:了|约|近)?(?:[^,。;\d]{0,6}(?:任务|目标|计划)的)?\s?$")


def _called_behind(found: Sequence[Reading], plan: Reading) -> bool:
    """计划新增床位860张,建设助餐点42处,床位完成任务的57%,助餐点完成93%: a share told under its own name."""
    at = index_of(found, plan.start) + 1
    behind = (r for r in found[at : at + _LISTED] if r.sentence - plan.sentence <= 1 and not r.bracket)
    shares = (r for r in behind if r.quantity.noun == "%" and len(names.folded(r.own)) >= 2)
    alike = (r for r in shares if names.likeness(plan.own, r.own) >= LIKELY)
    return plan.measure == "amount" and any(_COMPLETED.search(r.lead) is not None for r in alike)


def _is_listed_with(plan: Reading, r: Reading) -> bool:
    """全年新建公路320公里,改造危桥26座,分别完成任务的58%、92%: another plan of the list before the shares."""
    named = r.sentence == plan.sentence and r.measure == "amount" and not r.bracket and len(r.own) >= 2
    return named and r.voice == "promise"


def _borne_out(found: Sequence[Reading], plan: Reading) -> bool:
    """基本建成3920套 … 基本建成3675套,完成率93.75%: a share that the source states is that of a figure of this plan."""
    shares = [i for i, r in enumerate(found) if i and r.voice == "claim" and r.start > plan.start]
    return any(found[i - 1] is not plan and explains(found[i], found[i - 1], plan) for i in shares)


def _in_a_list(weigher: Weigher, found: Sequence[Reading], index: int) -> bool:
    """目标为201亿元、增速23%: it goes on promising; 改造小巷28条,新建书房14个,投放公交车90辆: so do those around it."""
    r, before = found[index], found[index - 1] if index else None
    if before is None or before.voice != "promise":
        return False
    if weigher.text.startswith("、", before.quantity.end) and before.clause_start == r.clause_start:
        return True
    behind = found[index + 1] if index + 1 < len(found) else None
    commas = weigher.text[before.quantity.end] == "," == weigher.text[r.quantity.end : r.quantity.end + 1]
    return commas and behind is not None and behind.voice == "promise" and weigher.promised(behind.start) > LIKELY
