"""Lists of owners with how much of its plan each has done: 各县区完成率依次为:甲区98.6%、乙县92.3%; 后三位是丙镇60.1%.

The words before the list, or before each figure, say that it tells of plans; else the share of the whole that stands
just before it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.owners.rows import Row
from extraction.owners.stages import STAGE, STAGE_RATE, stage_of_head
from extraction.sentences.readings import Reading
from extraction.sought import sought

_OF_PLANS = sought(
    r"完成(?:情况|率|比例|进度|程度|排|较|最|居|靠)|完成(?:了)?(?:年度|全年|年初|年)*(?:目标|任务|计划)+的?(?:比例|百分比|百分率|率|情况)|完成(?:了)?(?:年度|全年|年初|年)*(?:目标|任务|计划)+(?=较|最|居|排|靠|[好差快慢])|(?:任务|目标|计划)(?:完成|进度)|(?<!形象)(?<!工程)(?<!施工)进度|序时|时序|执行率|兑现率"
)
_OF_OTHERS = sought(
    r"增速|增幅|增长|涨幅|降幅|下降|占比|比重|贡献|发生率|(?:形象|工程|施工)进度|(?<!完成)(?<!执行)(?<!兑现)率"
)
_EACH_OF_PLANS = sought(
    r"完成率|完成比例|完成进度|完成[\u4e00-\u9fff]{0,10}?(?:任务|计划|目标|预算)|占(?:年度|全年|年初)?(?:任务|计划|目标|预算)"
)
_BARE = sought(r"(?:仅|只|才|[尚还仍]?不[足到满]|为|有|达到?|完成(?:了)?|是|分别|依次|均|也|已|目前|约|近|[:(\s])*")


_PACED = sought(  # 淘汰率仅为31.5%、28.8%,未完成“双过半”: what is said behind the list is said of plans
    r"[)]?,(?:均|都|[两三四]个?[县旗区镇乡街道]{0,2}|明显)*(?:没有|未|低于|慢于|落后于?|滞后于?)(?:能|有)?(?:完成|实现|达到?)?[“\"]?(?:时间任务)?(?:双过半|序时|时序|时间进度)"
)
_OF_QUALITY = sought(r"(?:合格|满意|优良|达标|登记|失业|死亡|发生|覆盖|普及|收集|处理|利用)率")


def are_shares(head: str, before: Sequence[Reading], rows: Sequence[Row], behind: str = "") -> bool:
    """Whether each row has one share of its plan; `behind`: the words that follow the list."""
    if not all(_share(row) for row in rows):
        return False
    if _PACED.match(behind) and not _OF_QUALITY.search(head + rows[0].words):
        return True
    if any(_EACH_OF_PLANS.search(row.words) for row in rows):
        return True
    stages = {_stage_of(row.words) for row in rows}
    if len(stages) == 1 and (stage := stages.pop()) and _told_last(stage, before):
        return _at_its_stage(stage, before)  # 三县竣工率分别为31.2%、38.5%、40.1%
    if not all(_BARE.fullmatch(row.words) for row in rows):
        return False
    whole = (r for r in reversed(before) if r.owner is None and not (r.bracket or _is_aside(r)))
    last = next(whole, None)
    of_plans = last is not None and _plans_share(last, before)
    if before and before[-1].quantity.noun == "%" and _DEMANDED.search(before[-1].clause_lead):
        return True
    if _RANKS.search(head) and _ranks_by_share(before, rows):
        return True
    said = [*_OF_PLANS.finditer(head)]
    others = [*_OF_OTHERS.finditer(head)]
    if others or said:
        if others and _at_its_stage(stage_of_head(head), before):
            return True
        return bool(said) and (not others or others[-1].start() < said[-1].start())
    return of_plans or (all("完成" in row.words for row in rows) and _answered_last(before))


def _answered_last(before: Sequence[Reading]) -> bool:
    """全市计划造林5000亩,已完成3900亩。甲区完成46%、乙县完成88%: behind a plan of all and its answer, or a share."""
    whole = [r for r in before if r.owner is None and not r.bracket and not _is_aside(r)]
    told = whole[:-1] if whole and whole[-1].quantity.noun == "%" and whole[-1].measure != "growth" else whole
    if len(told) < 2 or told[-1].voice != "report" or told[-1].measure != "amount":
        return False
    plan, answer = told[-2:]
    together = plan.quantity.noun == answer.quantity.noun and answer.sentence - plan.sentence <= 1
    share = whole[-1] if whole[-1] is not answer else None
    as_told = share is None or (plan.base != 0 and abs(answer.base / plan.base * 100 - share.value) <= _WHOLE_OFF)
    return plan.voice == "promise" and plan.measure == "amount" and together and as_told


_DEMANDED = sought(
    r"(?:要求|必须|务必)[^,。;]{0,20}完成[^,。;\d]{0,6}(?:任务|计划|目标)(?:总?数|量)?的\s?$"
)  # …9月底前完成任务的75%,甲县82%
_RANKS = sought(
    r"(?:^|[,。;\s])(?:全市|全县|全省|各|分)?(?:街道|单位|[县旗市区州镇乡街]){0,4}(?:排名|排序|位次)"
    r"(?:情况)?(?:依次|分别|顺序)?(?:为|是|如下)?[:]\s?$"
)
_OVER = Decimal(100)


def _ranks_by_share(before: Sequence[Reading], rows: Sequence[Row]) -> bool:
    """全市开工9038套,开工率90.4%。与上月相比,新增128套。县区排名为:甲区112.4%: ranked by what the whole came to.

    It came to a share of its plan, or to a rate of a stage, of which no plan but one that is passed has over 100%.
    """
    rates = [r for r in before if r.owner is None and not r.bracket and r.quantity.noun == "%" and r.voice != "context"]
    last = rates[-1] if rates else None
    if last is None:
        return False
    of_stage = last.voice == "report" and _RATE_OF_STAGE.fullmatch(last.own) is not None
    passed = any(row.readings[0].value > _OVER for row in rows)
    return _plans_share(last, before) or (of_stage and passed)


_RATE_OF_STAGE = sought(rf"[^,。;:\d]{{0,10}}(?:{STAGE})率")


def _stage_of(words: str) -> str | None:
    """The stage whose rate the words between a name and its figure tell, behind what it is of or not."""
    said = STAGE_RATE.search(words, 0, 20) if "率" in words and not sought(r"[,。;:]").search(words) else None
    return said["stage"] if said is not None else None


def _told_last(stage: str, before: Sequence[Reading]) -> bool:
    """Whether the whole was last counted at this stage: of an earlier one, names tell more (owners/stages.py)."""
    counts = (r for r in reversed(before) if r.owner is None and r.measure == "amount" and not r.bracket)
    last = next((r for r in counts if stage in r.lead or sought(STAGE).search(r.lead) is not None), None)
    return last is not None and stage in last.lead


def _at_its_stage(stage: str | None, before: Sequence[Reading]) -> bool:
    """开工1850个,占年度任务的84%。开工率较低的有: the list is of a stage at which the whole's share was told."""
    if stage is None:
        return False
    whole = [r for r in before if r.owner is None and not r.bracket]
    counts = [r for r in whole if r.measure == "amount" and r.voice == "report" and stage in r.lead]
    plans = [r for r in whole if r.voice == "promise" and r.measure == "amount"]
    shares = ((of, _share_behind(of, whole)) for of in counts)
    return any(share is not None and _is_of_plan(of, share, stage, plans) for of, share in shares)


def _share_behind(of: Reading, whole: Sequence[Reading]) -> Reading | None:
    """What stands right behind the count, or behind the plan that it is of: 占今年88641户任务数的80.26%."""
    behind = (r for r in whole if r.start > of.start)
    return next((r for r in behind if r.voice != "promise" or r.quantity.noun != of.quantity.noun), None)


_OFF, _WHOLE_OFF = Decimal("0.06"), Decimal("0.6")  # points by which a rounded rate may be off


def _is_of_plan(of: Reading, share: Reading, stage: str, plans: Sequence[Reading]) -> bool:
    """任务22万亩,…,完工13.2万亩,完工率60%: the rate of a stage is the plan's share by the sum."""
    if share.voice == "claim":
        return True
    rate = share.voice == "report" and f"{stage}率" in share.lead
    off = _WHOLE_OFF if share.value % 1 == 0 else _OFF
    return rate and any(p.base and abs(of.base / p.base * 100 - share.value) <= off for p in plans)


def _is_aside(r: Reading) -> bool:
    """What no share of a place can be compared with: the bound of the list, how far the whole came since a month."""
    return r.voice == "context" or (r.voice == "report" and r.measure == "change") or _is_bound(r)


def _is_bound(r: Reading) -> bool:
    """低于70%的有东山县64.3%: the bound that parts the list from the others."""
    return _BOUND.search(r.lead) is not None and r.tail.startswith("的")


_BOUND = sought(r"(?:高于|低于|超过|不足|未达到?|达到|不到|大于|小于)\s?$")


def _plans_share(last: Reading, before: Sequence[Reading]) -> bool:
    """Whether the whole's share of its plan stands just before the list, with its distance from the pace or without."""
    if last.voice == "gap":
        claims = [r for r in before if r.sentence == last.sentence and r.voice == "claim"]
        return bool(claims)
    return last.voice == "claim" and last.measure == "completion"


def _share(row: Row) -> Reading | None:
    """The only figure of the row but for what stands beside it in points or brackets."""
    first = row.readings[0]
    counts = [r for r in row.readings[1:] if r.voice == "context" and r.quantity.noun == "个"]  # ;低于平均的有2个县
    alone = all(r.quantity.noun in ("%", "个百分点") or r in counts for r in row.readings)
    return first if alone and first.quantity.noun == "%" and first.measure != "growth" else None


_OF_ITS_PLAN = sought(
    r"完成(?:了)?(?:年度|全年|年(?![度初]))?(?P<thing>(?!年度|年初|全年|目标|任务|计划)[\u4e00-\u9fff]{2,8}?)(?:任务|计划|目标)"
)


_OF_ITS_OWN = sought(  # 镇安县移民搬迁入住仅完成年度任务的41.3%
    r"(?P<thing>[\u4e00-\u9fff“”]{4,16}?)(?:目前|仅|只|才|已|累计)*(?:完成|占)了?(?:年度|全年|年)*(?:任务|计划|目标)+的"
)


_OF_ITS_RATE = sought(  # 柳河区、安定县黄标车淘汰率仅为31.5%、28.8%
    r"(?P<thing>(?!全面|年度|全年|任务|目标|计划|总体|投资)[\u4e00-\u9fff“”]{4,10}?)(?:完成)?率(?:分别|依次|仅|只|才|均|为|是|有|达到?)*$"
)

_INVESTED = sought(r"(?:项目|年度|计划)?投资完成(?:率|比例|进度)")  # of all that is invested, whatever was told before
_NO_PACE = sought(r"(?:未|没有)?(?:完成|达到?|低于|高于|超过?|[慢快]于|落后于?|滞后于?)(?:序时|时序)(?:进度)?$")


def claim_shares(rows: Sequence[Row], thing: str) -> None:
    """Give the first figure of each row the voice of a claim of its owner, in place."""
    said = next(filter(None, (_OF_ITS_PLAN.search(row.words) or _OF_ITS_RATE.match(row.words) for row in rows)), None)
    name = said["thing"] if said is not None else thing
    called: dict[str, str] = {}  # 甲区、乙县投资完成率为118%、104%: the second is of what the first is of
    for row in rows:
        share, own = row.readings[0], _OF_ITS_OWN.match(row.words) or _OF_ITS_RATE.match(row.words)
        share.owner, share.own = row.owner, ""
        plain = called.setdefault(row.words, _NO_PACE.sub("", share.subject)) if row.words else share.subject
        invested = "投资" if _INVESTED.match(row.words) else ""
        share.subject = (own["thing"] if own else invested or name) or _NO_PACE.sub("", plain)
        share.voice, share.measure, share.part, share.cued = "claim", "completion", False, True


_PLANNED = sought(r"目标|任务|计划|要求|[应须需]|力争|确保|不低于|不少于|不超过|控制")
_WORKS = sought(r"(?:形象|工程|施工)进度")


def tell_rates(head: str, rows: Sequence[Row]) -> bool:
    """合格率居前的是甲县99%、乙区97%: rates of owners, without a plan before them, promise nothing; in place.

    How far their works are (形象进度) is no share of a plan either.
    """
    if not all(_share(row) for row in rows) or any(
        _PLANNED.search(words) for words in (head, *(r.words for r in rows))
    ):
        return False
    for row in rows:
        rate = row.readings[0]
        rate.owner = row.owner
        if _WORKS.search(row.words):
            rate.voice = "context"
        elif rate.voice == "promise":
            rate.voice = "report"
    return True


def name_shared(rows: Sequence[Row], thing: str) -> None:
    """城东街道2130人,完成85.2%: where each row has a nameless figure and its share, both are of the thing; in place."""
    if not thing or not all(_is_shared(row) for row in rows):
        return
    for row in rows:
        for r in row.readings[:2]:
            r.owner, r.own, r.subject, r.part = row.owner, "", thing, False


_DID = sought(r"(?:分别|依次|各|仅|只|才|已|累计|共|实际|完成|建成|竣工|完工|开工|新建|改造|新增|到位|发放)+")


def _is_shared(row: Row) -> bool:
    first, second = (*row.readings, None, None)[:2]
    plain = not row.words.strip(": (") or _DID.fullmatch(row.words) is not None
    told = first is not None and first.voice == "report" and first.measure == "amount" and plain
    return told and second is not None and second.voice == "claim" and second.measure == "completion"
