"""What is settled when all is linked: answers that are, or may be, no more than a part of the answer."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.alike_kinds import doubt_kinds
from extraction.pairing.carried_out import doubt_finished, leave_told_counts
from extraction.pairing.doubtful_periods import doubt_periods
from extraction.pairing.nodes_told import doubt_by_nodes
from extraction.pairing.totals_told import take_totals
from extraction.promises.links import Link, Scope, answered_by_one
from extraction.promises.parts_of_works import part_done
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names


def settle_last(scope: Scope, links: Sequence[Link]) -> None:
    """Answer by totals, and leave promises open whose answer is only one period's or one kind's, in place."""
    _part_listed(scope, links)
    _take_later_stages(scope, links)
    _doubt_seasons(links)
    take_totals(scope, links)
    leave_told_counts(links)
    doubt_finished(scope, links)
    doubt_periods(scope, links)
    doubt_kinds(scope, links)
    doubt_by_nodes(scope, links)


_EARLY = sought(  # what comes before the deed: 挂牌1650亩、成交1120亩; 已批复9.6万亩,…,已建成6.4万亩
    r"(?P<stage>挂牌|公告|批复|批准|核准|备案|下单|订购|报批|组卷|立项|招标|签约|受理|拨付"
    r"|审核|核定|审定|核实|确认|授信|评审|初审|公示|首[针剂]|第[一1][针剂])[^,。;、\d]{0,6}$"
)
_DEED = sought(
    r"(?:成交|建成|完成|完工|到货|竣工|交付|供应|投产|投用|发证|办结|安装"
    r"|兑现|兑付|拨付|支付|放款|发放|(?<!评审)(?<!审核)认定|获评|命名|(?:第[二三23]|[两三])[针剂]|全程(?:接种)?)[^,。;、\d]{0,4}$"
)
_STEP_OF_THEM = sought(  # 13座完成大坝加固,9座完成溢洪道改造,4座完工验收
    r"[^,。;、()\d]{0,6}?(?:已|均|全部)*完成了?(?P<step>[\u4e00-\u9fff]{2,8}?)(?:工作|工程|任务|施工)?$"
)
_BARE_STEP = sought(
    r"(?:全部|主体|整体|建设|改造|施工|安装|整治|治理|建成|任务|交付|验收|竣工|投用|年度|[^元]{0,4}目标)+"
)
_DEED_OF_THEM = sought(
    r"[^,。;、()\d]{0,4}?(?:已|均|全部|正式|实现|通过|完成|改造|建设)*(?:建成|完成$|完工|竣工|交付|投产|投用|投运|投入使用|投入运营|验收|发证|通车|开园|营业|运营|挂牌)"
)
_NEAR = 6  # numbers behind the earlier stage among which the deed is told


def _take_later_stages(scope: Scope, links: Sequence[Link]) -> None:
    """Answer by what was done, where an earlier stage of it stands beside it and was taken, or refused; in place."""
    answering = {id(entry.actual) for entry in links}
    refused = [
        (entry, entry.promise, entry.refused)
        for entry in links
        if entry.promise is not None and entry.actual is None and entry.refused is not None and not entry.shares
    ]
    of_parts = [told for told in refused if part_done(told[1].name, told[2])]
    for entry, promise, actual in [*answered_by_one(links), *of_parts]:
        if not (_is_early(promise, actual) or _is_step(promise, actual)):
            continue
        at = index_of(scope.found, actual.start)
        behind = scope.found[at + 1 : at + 1 + _NEAR]
        deeds = [r for r in behind if _is_deed(r, actual) and id(r) not in answering]
        if deeds:
            entry.actual, entry.reason = deeds[-1], "what was done of it, behind an earlier stage"
            entry.refused = entry.refusal = None


def _is_early(promise: Promise, r: Reading) -> bool:
    early = _EARLY.search(r.lead)
    return early is not None and not any(early["stage"] in said for said in (promise.name, promise.reading.lead))


def _is_step(promise: Promise, r: Reading) -> bool:
    """13座|完成大坝加固: a step of the work, and not what was promised in other words."""
    step = _STEP_OF_THEM.match(r.tail)
    return step is not None and step["step"] not in promise.name and not _BARE_STEP.fullmatch(step["step"])


def _is_deed(r: Reading, early: Reading) -> bool:
    alike = r.quantity.noun == early.quantity.noun and r.sentence == early.sentence and r.owner == early.owner
    told = _DEED.search(r.lead) or _DEED_OF_THEM.match(r.tail)
    return alike and r.voice == "report" and not r.bracket and r.base <= early.base and told is not None


_SEASONAL = sought(
    r"(?:夏|秋|春|冬|早|晚)(?:粮|稻|播|收|油|茶|菜|果|蚕|季)|[大小早晚]春|[早晚]秋|[大小]季|[早中晚]熟|[头首][茬批季]"
)


def _doubt_seasons(links: Sequence[Link]) -> None:
    """总产目标34.5亿斤,夏粮已收获12.9亿斤,秋粮正在收获: one season's is not the year's; in place."""
    for entry, promise, actual in answered_by_one(links):
        said = _SEASONAL.match(actual.own)
        if said is not None and said.group() not in promise.name and actual.base < promise.reading.base:
            entry.actual, entry.refused, entry.refusal = None, actual, refusals.UNSURE


_BESIDE = sought(r"、[^,。;、()\d]{2,16}")


def _part_listed(scope: Scope, links: Sequence[Link]) -> None:
    """人大建议12件、政协提案19件,均已办结: of two things told side by side neither answers the other; in place."""
    for entry, promise, actual in answered_by_one(links):
        if promise.reading.heading or promise.reading.cued or actual.start > promise.reading.start:
            continue
        beside = _BESIDE.fullmatch(scope.text, actual.quantity.end, promise.reading.start) is not None
        named = min(len(names.folded(r.own)) for r in (actual, promise.reading)) >= 2
        if beside and named and not (names.is_bare(actual.own) or names.is_bare(promise.reading.own)):
            entry.actual, entry.hardly = None, True
