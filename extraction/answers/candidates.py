"""Whether a reading may answer a promise, and how well."""

from __future__ import annotations

from extraction.answers.blocking import blocked_by
from extraction.answers.by_its_work import told_under
from extraction.answers.goal_set_first import is_of_goal_before
from extraction.answers.grown_before import grown_before
from extraction.answers.homes import only_at_its_stage
from extraction.answers.naming import likeness_of
from extraction.answers.nearness import nearness
from extraction.answers.of_another_time import told_anew
from extraction.answers.resuming import resumes
from extraction.answers.rounded import is_rounded
from extraction.answers.same_measure import same_measure
from extraction.answers.standards_apart import is_of_another_standard
from extraction.answers.told_by_verb import told_by_verb
from extraction.answers.whole_names import is_another_by_name
from extraction.answers.within_reach import within_reach
from extraction.numbers import units
from extraction.numbers.counted_alike import is_place_and_holder
from extraction.pairing.some_of_them import is_whole_of_next
from extraction.pairing.years_part import is_since_begun
from extraction.promises import stages
from extraction.promises.contracted import as_contracted
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.interim import set_apart
from extraction.sentences.named_in_clause import named_in_clause
from extraction.sentences.readings import Reading
from extraction.sentences.whole_of_parts import of_the_whole
from extraction.sought import sought
from extraction.words import names

UNSURE = 0.35  # of the score below which what does not answer is not even doubted
_REFUSED = 0.4  # of the likeness from which on it is told why a figure does not answer
_FUNDS_IN = sought(r"到账|争取|获批|获得")
_OF_A_MONTH = sought(r"(?:[当本单]月|月份)[^,。;、]{0,6}$")  # 送餐8600人次,9月当月910人次
_SIZE = sought(r"涉及|惠及|受益|覆盖(?!率)|辐射")


def consider(scope: Scope, promise: Promise, reading: Reading) -> tuple[float, str, bool] | None:
    """How well the reading answers the promise: (score, reason, may it answer); None when it is no candidate at all."""
    if (
        promise.reading.interim
        and reading.voice == "claim"
        and reading.owner == promise.reading.owner
        and not reading.part
        and (
            0 <= reading.sentence - promise.reading.sentence <= (promise.measure == "completion")
            or _asked_for_behind(promise, reading)
            or (reading.sentence == promise.reading.sentence - 1 and set_apart(promise.reading))
        )
    ):
        return 0.9, "an interim goal for the stated share", True
    behind = promise.reading.bracket or promise.reading.behind is not None
    if behind and told_anew(scope, promise, reading):
        return None
    if behind and reading.voice == "report" and _anchors(scope, promise, reading):
        return 1.5, "its target stands behind it", True
    if reading.voice == "claim" and not reading.bracket and _is_rate(promise) and _same_rate(promise, reading):
        return 0.85, "the rate of completion that was promised", True
    if promise.reading.behind is reading and reading.voice == "report" and same_measure(promise, reading):
        return 0.95, "its target stands right behind it", True
    if reading is promise.reading or reading.voice not in ("report", "forecast"):
        return None
    if not same_measure(promise, reading):
        return None
    if reading.voice == "forecast":
        return _foreseen(promise, reading)
    if not within_reach(scope, promise, reading) or is_of_goal_before(scope, promise, reading):
        return None
    if reading.owner != promise.reading.owner and (reading.owner or promise.reading.owner):
        return None
    before = reading.sentence < promise.reading.sentence and not promise.reading.outlook
    if (
        reading.part
        and before
        and not (promise.reading.part and names.likeness(promise.reading.own, reading.own) >= 0.8)
    ):
        return None  # 吸纳就业2071人,其中贫困劳动力1386人 belongs to what stood there
    if reading.bracket and reading.part and reading.start < promise.reading.start and not promise.reading.part:
        return None  # 58处(含立体停车场12处),完成全年60处的任务还差2处
    if is_whole_of_next(reading) or is_since_begun(scope.found, promise.reading, reading):
        return None
    of_whole = of_the_whole(promise.reading, reading)
    if of_whole and (reading.of_plan is not None or _whole_is_here(scope, promise)):
        return None
    if is_rounded(scope, reading) or _is_one_of(scope, promise, reading):
        return None
    if reading.quantity.noun != promise.target.noun and _SIZE.search(reading.lead) and not _SIZE.search(promise.name):
        return None  # 改造86个、涉及2.1万户: how large it is
    if is_another_by_name(scope, promise, reading) or is_of_another_standard(scope, promise, reading):
        return None
    if (
        grown_before(scope, promise, reading)
        or _is_of_another_size(promise, reading)
        or _measures_the_other(scope, promise, reading)
    ):
        return None
    under = told_under(scope, promise, reading)
    if under is False:
        return None  # 新建段完工12公里 is no 养护维修
    by_verb = told_by_verb(scope, promise, reading)
    if by_verb is False:
        return None  # 改造更新58公里 is of the promise to 改造, not of that to 新铺
    likeness, how = likeness_of(scope, promise, reading)
    if by_verb and likeness < 0.7:
        likeness, how = 0.7, "told by the verb of the promise"
    if under and likeness < 0.7:
        likeness, how = 0.7, "told under the work that was promised"
    if likeness < 0.5 and likeness > 0.15 and _only_of_its_unit(scope, promise, reading):
        sure = promise.reading.heading or _same_things(promise, reading)
        likeness, how = 0.62 if sure else 0.58, "the only figure of this unit in the task"
    if likeness < 0.62 and only_at_its_stage(scope, promise, reading):
        likeness, how = 0.62, "the only home of its stage in the task"
    if likeness < 0.7 and as_contracted(promise.name, reading.own):
        likeness, how = 0.7, "what was signed of the contracts that were promised"
    if likeness <= 0.5 and _really(scope, promise, reading):
        likeness, how = 0.6, "what really came of it, the only figure of its unit"
    if likeness < 0.5 and (resumed := resumes(scope, promise, reading)):
        likeness, how = 0.6, resumed
    if (
        _people(promise.target.noun) != _people(reading.quantity.noun)
        and not is_place_and_holder(promise.name, promise.target.noun, reading.quantity.noun)
        and names.likeness(promise.name, reading.own) < 0.5
    ):
        return None  # 选派300名 is not answered by a nameless 418个
    score = likeness + nearness(scope, promise, reading)
    if likeness < _REFUSED and score < UNSURE:
        return None
    blocked = blocked_by(scope, promise, reading)
    if blocked:
        return (score, blocked, False) if likeness >= _REFUSED else None
    return score, how, True


def _asked_for_behind(promise: Promise, share: Reading) -> bool:
    """投资79亿元,占年度计划的37%。市里要求上半年投资完成率达到50%: the share of the plan of which the rate is asked."""
    of = promise.name.removesuffix("完成率")
    near = 0 < promise.reading.sentence - share.sentence <= 1 and promise.measure == share.measure == "completion"
    return near and of != promise.name and len(of) > 1 and share.name.endswith(of)


def _whole_is_here(scope: Scope, promise: Promise) -> bool:
    """Whether the part's own sentence names the whole; …;其中税收任务28亿元,实际完成19.7亿元 tells of the part."""
    part = promise.reading
    return any(
        r.sentence == part.sentence and r.quantity.noun == part.quantity.noun and not r.part and not r.bracket
        for r in scope.found
        if r.start < part.start
    )


_MOST = 50  # times a plan that a count may come to


def _is_of_another_size(promise: Promise, reading: Reading) -> bool:
    """27个增学位项目已全部完工,新增学位25520个: what is counted by the same unit, and is no answer to so few."""
    counted = promise.measure == "amount" and reading.quantity.noun in units.COUNTED
    return counted and promise.reading.base > 0 and reading.base > promise.reading.base * _MOST


def _is_one_of(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """城镇居民收入增长5.1%,农村居民收入增长7.9% beside a promise of 居民收入: neither of the two is the whole."""
    if reading.measure == "amount" or not names.qualifiers(reading.name) or names.conflict(promise.name, reading.name):
        return False
    mine = set(names.qualifiers(reading.name)) - set(names.qualifiers(promise.name))
    return bool(mine) and any(
        r.voice == "report"
        and r.sentence == reading.sentence
        and r.measure == reading.measure
        and names.conflict(r.name, reading.name) is not None
        and names.conflict(r.name, promise.name) is None
        and names.likeness(promise.name, r.name) >= 0.6
        for r in scope.found
        if r is not reading and r is not promise.reading
    )


def _is_rate(promise: Promise) -> bool:
    named = promise.measure == "percent" and sought(r"率|进度").search(promise.name + promise.reading.lead)
    return promise.measure == "completion" or bool(named)


def _same_rate(promise: Promise, reading: Reading) -> bool:
    """开工率91.3% for a promised 开工率; 为全年筛查任务的71.3% is no 筛查率."""
    rated = sought(r"率|进度|比例").search(reading.lead) is not None
    said = len(names.folded(reading.lead)) >= 2  # 完成率 alone is the rate of any plan
    return names.likeness(promise.name, reading.own) >= 0.5 or (
        rated and said and names.likeness(promise.name, reading.lead) >= 0.5
    )


def _people(noun: str) -> bool:
    return noun in units.PEOPLE


def _anchors(scope: Scope, promise: Promise, reading: Reading) -> bool:
    if promise.reading.behind is not None:
        return promise.reading.behind is reading
    index = scope.found.index(promise.reading)
    before = [
        r
        for r in scope.found[:index]
        if not r.bracket and r.sentence == promise.reading.sentence and r.voice == "report"
    ]
    fitting = [r for r in before if same_measure(promise, r)]
    if fitting and (named := named_in_clause(promise.reading, fitting)) is not fitting[-1]:
        return named is reading
    return bool(fitting) and fitting[-1] is reading and promise.reading.start - reading.quantity.end <= 24


def _foreseen(promise: Promise, reading: Reading) -> tuple[float, str, bool] | None:
    if names.likeness(promise.name, reading.name) < 0.6 and reading.own:
        return None
    if not reading.own or reading.outlook:
        return None
    return 0.3, stages.clash(promise, reading) or refusals.FORECAST, False


def _same_things(promise: Promise, reading: Reading) -> bool:
    """制定国家、行业、团体标准35项: 发布实施标准19项 are finished ones of the same noun."""
    thing = names.folded(reading.own)[-2:]
    same = len(thing) == 2 and names.folded(promise.name).endswith(thing) and not names.is_generic(thing)
    return same and stages.done(reading)


_REALLY = sought(r"(?:截至[^,]{1,8},)?实际(?!利用|使用|吸收)")


def _really(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """出清“僵尸企业”15户。实际注销、破产合计4户: 实际 behind the promise, nothing else in 户 is told or promised."""
    place, noun = promise.reading, reading.quantity.noun
    if not place.heading or promise.measure != "amount" or noun != promise.target.noun or noun in ("元", "", "%"):
        return False
    if reading.part or reading.bracket or _REALLY.match(reading.clause_lead) is None:
        return False
    told = [r for r in scope.found if r.voice == "report" and r.quantity.noun == noun and not (r.part or r.bracket)]
    wholes = [p for p in scope.promises if p.target.noun == noun and not p.reading.interim]
    return len(told) == 1 and len(wholes) == 1


def _only_of_its_unit(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """One promise and one figure in 起, but for one month's: they belong together when their names share anything."""
    noun = promise.target.noun
    funds = noun == "元" and promise.name.endswith("资金") and reading.own.endswith("资金")
    general = noun in ("", "个", "项", "家", "%", "元", "次") and not (
        (funds and _FUNDS_IN.search(reading.own)) or _same_things(promise, reading)
    )
    if general or promise.measure != "amount" or reading.quantity.noun != noun:
        return False
    alike = [r for r in scope.found if r.voice == "report" and r.quantity.noun == noun and not (r.bracket or r.part)]
    told = sum(r is reading or not _OF_A_MONTH.search(r.lead) for r in alike)
    return told == 1 == sum(p.target.noun == noun for p in scope.promises)


def _measures_the_other(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """改造小区52个、5120户: 33个小区 is counted as the first of the two goals of one thing is, and answers no 户."""
    told, wanted = reading.quantity.noun, promise.target.noun
    return told != wanted and any(p.target.noun == told and p.name == promise.name for p in scope.promises)
