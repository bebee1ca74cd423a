"""A plan told of site by site, and of all of it nowhere: what its sites did is what was done.

    河道绿化计划70公里,滨河路沿线完成21公里、工业园区完成16公里、城北片区完成17公里
    新增停车位2400个。老城区新增610个,新城区新增380个,开发区新增170个

Three of them or more, right behind the plan, each with its own verb: one or two may be some of many. So may towns
and counties that own their figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought

_FEWEST, _MOST = 3, 12
_SITE = sought(
    r"[,、;:]?\s?(?:目前|现)?,?(?P<name>[\u4e00-\u9fff]{1,10}(?:片区|沿线|[县旗区市镇乡村路道段线渠库场站校园]|社区|小区|流域|标段|[上下南北]游))"
    r"(?:已|共|实际|累计)*(?:完成|建成|改造|新建|新增|新修|铺设|安装|整治|治理|竣工|完工|栽植)(?:了|约|近)?\s?"
)
_WHOLE = sought(r"[全我本][省市县区州镇乡旗]|合计|其[余他]|共")


def told_of_sites(promise: Promise, found: Sequence[Reading]) -> list[Reading]:
    """The figures of such sites; none where something else of its unit stands among them."""
    if promise.measure != "amount" or promise.kind != "cumulative" or promise.reading.owner is not None:
        return []
    at = index_of(found, promise.reading.start)
    run: list[Reading] = []
    called: set[str] = set()
    for r in found[at + 1 : at + 1 + _MOST]:
        behind = r.sentence - promise.reading.sentence
        if (r.sentence != run[0].sentence if run else behind > 1) or r.quantity.noun != promise.target.noun:
            break
        said = _SITE.fullmatch(r.lead) or _SITE.fullmatch(r.clause_lead)
        plain = r.voice == "report" and not (r.bracket or r.of_some or r.owner) and r.of_plan is None
        if said is None or not plain or _WHOLE.match(said["name"]) or said["name"] in called:
            return []
        called.add(said["name"])
        run.append(r)
    return run if len(run) >= _FEWEST else []


def is_of_site(found: Sequence[Reading], index: int) -> bool:
    """Whether the number right behind a plan of its unit tells what was done at one site."""
    r, plan = found[index], found[index - 1] if index else None
    if plan is None or plan.voice != "promise" or (plan.sentence, plan.quantity.noun) != (r.sentence, r.quantity.noun):
        return False
    return _SITE.fullmatch(r.lead) is not None and not r.bracket
