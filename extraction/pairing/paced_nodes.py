"""How much of a plan should have come by now (序时应化解19.5亿元) is no plan of its own, and tells nothing either.

化解隐性债务26亿元,序时应化解19.5亿元,实际化解17.2亿元。      the answer is of the 26
截至9月底,序时任务2.25万亩,实际完成1.9万亩。                  alone it is a goal of the report's own day
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_NODE = sought(
    r"截[至止](?:到)?(?:目前|\d{1,2}月(?:\d{1,2}日|[底末])?),?应当?(?:累计)?(?:完成|达到?|实现|[\u4e00-\u9fff]{2,4})\s?$"
    r"|(?:按照?|对照)?(?:序时|时序|时间)(?:进度|任务|目标|计划|要求|节点|数|量)*(?:要求)?(?:,|:)?(?:全[省市县旗区州])?"
    r"(?:应当?|需|须|要)?(?:累计)?(?:达到?|为|完成|实现|[\u4e00-\u9fff]{2,4})?\s?$"
)
_OUGHT = sought(r"(?:按照?|对照)(?:工作|计划|时间)?进度(?:要求|安排)?,?应当?(?:累计)?(?:完成|达到?|实现)\s?$")
_BARE = sought(r"^[,;:、]?\s?应当?(?:累计)?完成\s?$")  # 应完成30亿元, of the year where no larger plan stands before it
_IN_SHARE = sought(r"(?:占|完成|为|[达实]现)了?(?:序时|时序)(?:进度)?(?:目标|任务|计划)(?:任务|目标)?[数量]?\(?\s?$")
_SHARED = sought(r"\)?的\d")
_ANY_NODE = sought("截[至止]|序时|时[序间]|进度|应")  # what every node holds, sought first
_TELLS = sought(r"占|高于|低于|快于|慢于|超|落后|滞后|领先|比|较|差|[欠短]|达到序时|已|实际")
_ANSWERED = sought(
    r"(?:以上)?[,;、]\s?(?:目前|现|截至[^,。;\d]{0,4}|截至[^,。;]{1,8},)?(?:已|实|累计|仅|只|共|全[市县旗区])"
)
_REACH = 2  # sentences after the plan


# 市政府要求上半年开工率达到90%、投资完成率达到50%: a demand tells nothing
_DEMANDED = sought(r"要求(?!的|后|,)[^。;:]{2,40}?(?:达到?|不低于|完成率?)\s?$")
_HELD = sought(r"未|低于|高于|超|比|较|距|差|已|实际|目前|按")


def _is_demand(node: Reading) -> bool:
    said = _DEMANDED.search(node.clause_lead) if "要求" in node.clause_lead else None
    rate = node.quantity.noun == "%" and node.voice in ("report", "claim") and not node.bracket
    return rate and said is not None and _HELD.search(node.clause_lead) is None


def mark_nodes(text: str, found: Sequence[Reading], cutoff_month: int | None) -> None:
    """Give the plan before such a number the voice of a promise, and the number none, in place."""
    for index, node in enumerate(found):
        if _is_demand(node):
            node.voice = "context"
            continue
        if node.voice == "promise" and node.interim and node.measure == "amount" and not node.bracket:
            _promise_whole(found, index)
        if _in_share(text, node):  # 全年任务120亿元,完成62亿元,占序时任务80亿元的77.5%
            if any(p.voice == "promise" for p in found[:index] if _is_larger(p, node)):
                node.voice, node.settled = "context", True
            continue
        if not _is_node(node):
            continue
        plan = _plan_of(found[:index], node)
        answered = _ANSWERED.match(text, node.quantity.end, node.quantity.end + 24) is not None
        if plan is not None and (plan.voice == "promise" or answered):
            plan.voice, plan.cued, node.voice = "promise", True, "context"
            node.settled = node.settled or bool(_OUGHT.search(node.clause_lead) or _BARE.search(node.clause_lead))
        elif (
            plan is None
            and answered
            and not _BARE.search(node.clause_lead)
            and cutoff_month is not None
            and cutoff_month < 12
        ):
            node.voice, node.interim, node.cued, node.due_words = "promise", True, True, f"{cutoff_month}月底前"
            node.own, node.subject = "", _thing(found[:index], node)


def _promise_whole(found: Sequence[Reading], index: int) -> None:
    """改造厕所600户,计划到三季度末完成400户、年底完成600户: what the node is of is the plan, once; in place."""
    node = found[index]
    plan = _plan_of(found[:index], node)
    if plan is None or plan.sentence != node.sentence:
        return
    plan.voice, plan.cued = "promise", True
    for again in found[index + 1 :]:
        if again.sentence == plan.sentence and (again.base, again.quantity.noun) == (plan.base, plan.quantity.noun):
            again.voice, again.settled = "context", True


def is_paced(lead: str) -> bool:
    """Whether the words before a number say that it is how much there should be by now."""
    return _PACED.search(lead) is not None


_PACED = sought(r"序时|时序")


def _is_node(r: Reading) -> bool:
    plain = r.measure == "amount" and not r.bracket and r.voice in ("promise", "report", "forecast", "context")
    if (
        not plain
        or r.quantity.noun in units.TIME
        or (r.voice == "context" and r.settled)
        or _ANY_NODE.search(r.clause_lead) is None
    ):
        return False
    words = sought(r"[,;:]").split(r.clause_lead)[-1]
    return (_NODE.search(words) or _OUGHT.search(words) or _BARE.search(words)) is not None and not _TELLS.search(words)


def _in_share(text: str, node: Reading) -> bool:
    """占序时目标(60亿元)的76.7%: the whole of a share is how much there should be by now."""
    words = text[max(0, node.start - 14) : node.start]
    return "序" in words and _IN_SHARE.search(words) is not None and _SHARED.match(text, node.quantity.end) is not None


def _is_larger(plan: Reading, node: Reading) -> bool:
    near = node.sentence - plan.sentence <= _REACH and plan.point == node.point
    return near and plan.quantity.noun == node.quantity.noun and plan.base > node.base and not plan.bracket


def _plan_of(before: Sequence[Reading], node: Reading) -> Reading | None:
    """The larger number of its unit that stands before it and that nothing tells."""
    alike = [r for r in before if r.quantity.noun == node.quantity.noun and node.sentence - r.sentence <= _REACH]
    plan = alike[-1] if alike else None
    if plan is None or plan.base <= node.base or plan.bracket or plan.measure != "amount":
        return None
    return plan if plan.voice == "promise" or (plan.voice in ("report", "context") and not _told(plan)) else None


def _told(r: Reading) -> bool:
    return sought(r"已|实际|累计|截至|目前|完成了|上年|去年|同期|其中").search(r.clause_lead) is not None


_OWN = sought(r"^.*(?:应当?|需|须|要)(?=[\u4e00-\u9fff]{2})")


def _thing(before: Sequence[Reading], node: Reading) -> str:
    """What the node is of: its own words, else what was named last."""
    own = _OWN.sub("", node.own)
    if own != node.own and len(names.folded(own)) >= 2:
        return own
    return before[-1].name if before and before[-1].point == node.point else node.subject
