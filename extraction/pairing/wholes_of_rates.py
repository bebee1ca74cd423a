"""Numbers that a rate makes plans: what it is of by the arithmetic, or the bare amount that it is said of.

22个项目…交房15个,交房率68.18%: 22 is the plan. 适老化改造680户,改造完成率44.1%: 680 is.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.pairing.list_labels import EACH
from extraction.pairing.proved_by_share import goal_of_rate
from extraction.pairing.share_arithmetic import explains
from extraction.sentences.part_scope import SOME_OF_IT
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.voices.funds import is_grant
from extraction.words import names, wording

_DONE = sought(r"已|目前|截至|累计|实际|完成|实现|共|达|新增|现")


_TAKEN_OFF = sought(  # 送审22.6亿元,审减2.97亿元,审减率13.1%: what was taken off, failed or found was planned by nobody
    r"(?:[审核扣削裁调精]减|压[减降缩]|下浮|节约|节支|流标|失败|退[出回]|逾期|不良|淘汰|检出|发[病现生]|阳性|异常|超标|中签|违[规法约]|差评|投诉|空置|闲置"
    r"|缺[口编席]|流失|淘汰|增长|回升|下降|贡献|渗透|普惠|在线|合格|优良|优秀|满意|知晓|中标|命中)率(?:为|达到?|仅)?\s?$"
)


_HANDLED = sought(
    r"参训|报名|发现|排查|查出|查处|交办|反馈|投诉|受理|接到|接收|收到|立案|抽检|转办|登记"
)  # 受理63件,结案62件: what came in was not planned


_SPENT = sought(r"支出|拨付|支付|兑付")
_CAME = sought(r"使用|动用|核销")  # 已到位27.3亿元,已使用_19.2亿元,使用率70.3%: of what came, which nobody planned
_GOT = sought(r"(?:落实|到位|争取|获批|授信|下达|获得|收到|筹集|整合|批复)[^,。;\d]{0,10}$")
_LENT_ON = sought(r"(?:发放|投放|放款|提款|使用|用信)率(?:已|仅|为|达到?)*\s?$")
_BEHIND_IT = 6  # numbers behind a rate among which its goal stands


_GOAL_BEHIND = sought(r"(?:及)?(?:以[上下内]|左右)?的[^,。;\d]{0,8}(?:目标|指标|要求)")


def _has_its_goal(found: Sequence[Reading], rate: Reading) -> bool:
    """4300人中普惠3610人,覆盖率84%,达到80%以上的目标: it is held against that, and makes no plan of what it is of."""
    at = index_of(found, rate.start) + 1
    behind = (r for r in found[at : at + _BEHIND_IT] if r.sentence == rate.sentence and r.quantity.noun == "%")
    return any(_GOAL_BEHIND.match(r.tail) is not None for r in behind)


def wholes_of_rates(found: Sequence[Reading]) -> None:
    """22个项目 ... 交房15个,交房率68.18%: the number that the rate is of, by its arithmetic, is the plan."""
    for rate in found:
        if (
            rate.voice not in ("report", "claim")
            or rate.measure not in ("percent", "completion")
            or names.stage(rate.clause_lead[-8:]) == "money"
        ):
            continue
        if any(
            p.voice == "promise" and p.measure in ("percent", "completion") and names.likeness(p.name, rate.name) >= 0.5
            for p in found
        ):
            continue
        if rate.measure == "percent" and not wording.RATE_OF.search(rate.clause_lead[-14:]):
            continue
        if _has_its_goal(found, rate):
            continue
        if _TAKEN_OFF.search(rate.clause_lead[-12:]) or (rate.voice == "claim" and EACH.search(rate.clause_lead)):
            continue  # 新增5条,延伸9条,分别为年度计划的125%和180%: one for each, whatever 9 is of 5
        before = [r for r in found if r.measure == "amount" and r.start < rate.start and _near_plan(r, rate, found)]
        for part in reversed(before):
            if part.bracket and rate.bracket and SOME_OF_IT.match(part.lead):
                break  # 完成712个(其中普惠性580个,占81.5%): how many of them
            whole = next(
                (w for w in before if w.start < part.start and explains(rate, part, w) and not _other_things(w, part)),
                None,
            )
            whole = _said_last(whole, part, before) if whole is not None else None
            known = whole is not None and any(
                p is not whole
                and p.voice == "promise"
                and p.base == whole.base
                and p.quantity.noun == whole.quantity.noun
                for p in found
            )
            if whole is not None and known:
                # 完成任务(3000人)的78.3%, 占总任务101户的69.3%: of its own figure
                if not (whole.voice == "promise" and (whole.bracket or whole.tail == "的")):
                    whole.voice = "context"
                break
            spent = _SPENT.search(rate.clause_lead[-10:]) or (part.quantity.noun == "元" and _CAME.search(part.lead))
            lent = whole is not None and _is_lent_on(whole, rate)
            if whole is not None and (spent or lent):
                break
            if whole is not None and (
                _has_share(whole, found) or _no_plan(whole, rate) or _is_all_there_is(whole, rate, found)
            ):
                break
            if whole is not None and (_is_of_a_kind(part, rate) or _did_what_was_planned(whole, found)):
                break
            if whole is not None and whole.voice == "report" and whole.base != part.base:
                whole.voice = "promise"
                if _JUDGED.fullmatch(part.own):
                    part.own, part.subject = "", whole.name
                break


def _did_what_was_planned(whole: Reading, found: Sequence[Reading]) -> bool:
    """计划发放消费券5000万元,已分3批发放_4200万元,核销3586万元,核销率85.4%: what was done of a plan before it."""
    plans = (p for p in found if p.voice == "promise" and p.start < whole.start and p.sentence == whole.sentence)
    alike = (p for p in plans if p.quantity.noun == whole.quantity.noun and p.base >= whole.base and not p.bracket)
    return len(whole.own) >= 2 and any(p.own.startswith(whole.own) for p in alike)


def _said_last(whole: Reading, part: Reading, before: Sequence[Reading]) -> Reading:
    """其中幼儿园33所。…幼儿园33所,装修8所,完工23所,完工率69.7%: where it is said again, the rate is of that."""
    again = [
        w
        for w in before
        if (w.base, w.quantity.noun, w.sentence) == (whole.base, whole.quantity.noun, part.sentence)
        and w.start < part.start
        and (w.own == whole.own or names.likeness(w.own, whole.own) >= 0.8)
    ]
    return again[-1] if again and whole.voice != "promise" else whole


def _other_things(whole: Reading, part: Reading) -> bool:
    """岗位、幸福院分别完成6561个、7061个: things of two names, that one comes to 108% of the other means nothing."""
    if whole.owner is not None and part.owner is not None and whole.owner != part.owner:
        return True  # 东山镇1500人,西河镇900人,占60%
    if _JUDGED.fullmatch(part.own):
        return False  # 13个停工楼盘…,住建局认定交付4个: who says so names no other thing
    long = all(max(len(names.folded(r.own)), len(r.own) - 2) >= 4 for r in (whole, part))  # 国内生产总值 folds to GDP
    named = long and not any(names.BARE_VERB.fullmatch(r.own) for r in (whole, part))
    return named and names.likeness(whole.own, part.own) < 0.3


_JUDGED = sought(
    r"(?:[\u4e00-\u9fff]{0,8}(?:[厅局委办院]|部门|机构|[国省市县旗区州]级?)|第三方|专家组?)(?:已|共)?"
    r"(?:认定|核定|验收|确认|审定|核查|核实|评定)(?:已|的)?(?:开业|投运|投产|达产|交付|复产|盘活|完工|竣工|建成|投用|销号|达标|合格|交工|入住|整改|通过)"
)


def _is_lent_on(whole: Reading, rate: Reading) -> bool:
    """到位信贷41亿元,投放17亿元,投放率41.5%: how much of the money that came went on, which nobody planned."""
    got = whole.quantity.noun == "元" and _GOT.search(whole.lead) is not None
    return got and _LENT_ON.search(rate.clause_lead) is not None


_FINISHING = sought(r"(?:改造|建设|安装|完工|竣工|建成|治理|整治|新建)(?:任务)?(?:完成)?率(?:为|达到?|仅)?\s?$")


_FINISHED = sought(r"(?:完工|竣工|建成|投用|交付)(?:了)?\s?$")  # 幼儿园完工118所,完工率53.6%: what is told, no plan


_BARE_RATE = 5  # characters of a rate's name that may name no thing: 改造完成率


def wholes_by_verb(found: Sequence[Reading]) -> None:
    """适老化改造680户,改造完成率44.1%: a rate of finishing alone behind a bare amount is of that amount; in place."""
    for of, rate in pairwise(found):
        if rate.measure not in ("completion", "percent") or rate.voice not in ("report", "claim") or rate.bracket:
            continue
        if rate.value > 100:
            continue
        bare = of.voice == "report" and of.measure == "amount" and not of.bracket and not _DONE.search(of.clause_lead)
        bare = bare and not _FINISHED.search(of.lead)
        alone = of.sentence == rate.sentence and not any(
            p.voice == "promise" and p.sentence == of.sentence for p in found
        )
        bare = bare and wording.DONE.search(of.tail) is None  # 972套周转房已全部完工,完工率100%: they were done
        named = len(names.folded(rate.own)) > _BARE_RATE and names.likeness(of.own, rate.own) < 0.5
        if named:
            continue  # 核发许可证2210户,“小散乱”排水户整治率91%: of another thing
        if goal_of_rate(found, rate) is not None:
            continue
        if bare and alone and len(names.folded(of.own)) >= 3 and _FINISHING.search(rate.clause_lead):
            of.voice, rate.voice, rate.measure = "promise", "claim", "completion"
            rate.own, rate.subject = "", of.name


_TASKS = ("子项", "子任务", "实事", "任务", "事项")  # 19个子项目,已完成7个,占36.8%: how many of them are done


_ALL_THERE_ARE = sought(r"(?:全[市县区省州镇乡旗]|辖区|所有)(?:内|现有|共有)?\s?$")  # 全县208个村卫生室


_OF_ALL_YEARS = sought(r"历年|累计|现有|在册|存量")  # 历年累计建成42.6万套,已分配35.9万套,分配率84.3%


def _is_all_there_is(whole: Reading, rate: Reading, found: Sequence[Reading]) -> bool:
    """标准化率达到95%,全县208个村卫生室中192个达标,达标率92.3%: behind a rate that is set they make the other."""
    if _ALL_THERE_ARE.search(whole.lead) is None:
        return False
    return any(r.quantity.noun == "%" and r.start < whole.start and r.sentence == rate.sentence for r in found)


_KIND = sought(r"其中[,:]?(?:有|共)?(?P<kind>[\u4e00-\u9fff]{2,8})\s?$")


_DONE_WITH = sought(r"已|完成|建成|竣工|完工|交付|投用|开工|实现|发放|办结|整改|验收")


def _is_of_a_kind(part: Reading, rate: Reading) -> bool:
    """特困人员1893人,其中集中供养412人,集中供养率21.8%: how many are of a kind, and their share, plans nothing."""
    kind = _KIND.fullmatch(part.lead.strip(" ,;"))
    return kind is not None and _DONE_WITH.search(kind["kind"]) is None and rate.own == f"{kind['kind']}率"


def _has_share(whole: Reading, found: Sequence[Reading]) -> bool:
    """办理案件341件,完成率106%,结案288件,结案率84%: what has its own share of the plan was done, and is none."""
    behind = next((r for r in found if r.start > whole.start), None)
    own = behind is not None and behind.voice == "claim" and behind.sentence == whole.sentence
    return own and whole.voice == "report" and not whole.bracket


_SIGNED = sought(r"签约|签[订署]|洽谈")
_WENT_ON = sought(r"(?:履约|落地|注册|投产|转化|到位|到账|兑现|竣工|开工)率")


def of_what_was_signed(rate: Reading, whole: Reading) -> bool:
    """签约项目26个,已履约21个,履约率80.8%: how many of those signed went on."""
    return _SIGNED.search(whole.lead) is not None and _WENT_ON.search(rate.clause_lead[-8:]) is not None


def _no_plan(whole: Reading, rate: Reading) -> bool:
    stock = _OF_ALL_YEARS.search(whole.clause_lead) is not None
    handled = _HANDLED.search(whole.lead) is not None or whole.tail.startswith(_TASKS)
    finished = names.is_bare(whole.own) and _FINISHED.search(whole.lead) is not None  # 竣工640套,入住288户,入住率45%
    signed = of_what_was_signed(rate, whole)
    return stock or handled or finished or signed or is_grant(whole) or _of_a_beginning(rate, whole)


def _of_a_beginning(rate: Reading, whole: Reading) -> bool:
    """安排项目86个,开工81个、开工率94.2%: how many of what there is were begun makes no plan of it."""
    return sought(r"开工率|动工率|启动率").search(rate.clause_lead[-8:]) is not None


def _near_plan(r: Reading, rate: Reading, found: Sequence[Reading]) -> bool:
    """In the rate's sentence, or in the one before where that one promises (计划开工5个,完成投资380亿元)."""
    if r.sentence == rate.sentence:
        return True
    told_in_part = (rate.quantity.value or Decimal(0)) % 1 != 0
    return (
        told_in_part
        and rate.sentence - 3 <= r.sentence < rate.sentence
        and r.voice == "report"
        and any(p.voice == "promise" and p.cued and p.sentence == r.sentence and p.start < r.start for p in found)
    )
