"""Why a reading that looks like the answer is none: another stage, a part, another qualifier, one month."""

from __future__ import annotations

from decimal import Decimal

from extraction.answers.beyond_the_plan import begun_counts, step_before, step_beyond, still_built
from extraction.answers.growth_of_part import part_grown_apart
from extraction.answers.kinds_of_begun import kind_of_begun
from extraction.answers.of_another_time import told_anew
from extraction.answers.one_month import of_one_month
from extraction.answers.one_quarter import of_one_quarter
from extraction.answers.places_apart import of_a_place
from extraction.answers.same_verb_beside import is_same_verb_beside
from extraction.answers.under_heads import of_other_head
from extraction.answers.very_part import is_end_of_list, part_of_it
from extraction.numbers import units
from extraction.pairing import named_sums
from extraction.pairing.kinds_of_one_work import tells_both
from extraction.pairing.kinds_told import is_one_of_clauses, is_one_of_several
from extraction.pairing.net_sums import other_sum
from extraction.pairing.parallel_parts import is_one_of_parallel
from extraction.promises import stages, stocks
from extraction.promises.contracted import only_paid, only_signed
from extraction.promises.links import Scope
from extraction.promises.repeated import repeats_ongoing
from extraction.promises.targets import Promise
from extraction.promises.works_apart import one_of_two_ways
from extraction.sentences import refusals
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names
from extraction.words.cuts import is_other_side
from extraction.words.faults_found import fault_found
from extraction.words.fittings import only_fitted
from extraction.words.outputs import other_output
from extraction.words.wholes import is_whole_of

_NET = sought(
    r"[较比](?:上年|去年|年初|20\d\d年)(?:同期|[年月]?[底末])?(?:数|基数)?(?:净增|新增|增加|减少)(?:了|约|近)?\s?$"
)


_CROP = sought(r"夏粮|秋粮|夏收|早稻|中稻|晚稻|[一单双]季稻|再生稻|小麦|玉米|大豆|马铃薯|薯类|高粱|青稞|[春夏秋冬]播")
_NO_CROP = sought(r"蔬菜|[肉蛋奶茶]|禽|水产|水果|果品|油[菜料]|棉花|烟叶|食用菌|药材|甘蔗|甜菜|花卉")
_ALL_CROPS = sought(r"粮食|全年")


def _one_crop(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """夏粮播种面积36万亩,总产13.9万吨 beside the year's 粮食总产: what one crop or season gave is a part."""
    if promise.target.noun not in ("亩", "吨", "公顷", "公斤", "斤"):
        return None
    if _NO_CROP.search(reading.own) is not None:
        return None  # 夏粮产量21万吨,蔬菜产量39.8万吨
    sentence = scope.item.sentences[reading.sentence]
    said = list(_CROP.finditer(scope.text, sentence.start, reading.start))
    if not said:
        return None
    place, crop = promise.reading, said[-1].group()
    whole = _ALL_CROPS.search(scope.text, said[-1].end(), reading.start) is not None
    promised = scope.text[max(0, place.clause_start - 24) : place.start]
    return None if whole or crop in promised or _ALL_CROPS.search(promised) is None else crop


_PROGRAMME = sought(r"棚户区|棚改|公租房|公共租赁|租赁住?房|廉租|安居|保障(?:性)?(?:租赁)?住?房|安置房|人才公寓")
_STAGED = sought(r"开工|建成|竣工|完工|交付|分配|入住")
_BUILT = sought(r"建成|竣工|完工")


def _of_two_stages(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """棚户区改造1100套: 已开工1100套、基本建成640套. Housing counts both; the promise does not say which it meant."""
    if not _PROGRAMME.search(promise.name) or _STAGED.search(promise.name) or not _BUILT.search(reading.clause_lead):
        return False
    return any(
        r.sentence == reading.sentence
        and r.start < reading.start
        and r.quantity.noun == reading.quantity.noun
        and "开工" in r.lead + r.own
        for r in scope.found
    )


def _stage_of_whole(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """签约项目34个,其中十亿元以上3个: a part was counted at the stage of its whole."""
    if not (reading.part or reading.bracket) or stages.done(reading):
        return None
    if promise.reading.part and any(stages.signs(p.name) for p in scope.promises):
        return None  # 引进项目30个,其中十亿元以上5个: what was signed has come in, and its part
    before = [r for r in scope.found if r.sentence == reading.sentence and r.start < reading.start and not r.bracket]
    near = before[-1] if before and reading.bracket else None  # 落地开工27个(5亿元以上4个): of what it stands behind
    whole = near or next((r for r in reversed(before) if not r.part), None)
    if whole is None or whole.voice != "report" or whole.quantity.noun != reading.quantity.noun:
        return None  # 开工39个,其中完工18个、惠及3120户: of those that are finished
    promised = _whole_promised(scope, promise.reading)  # 新签约35个,其中十亿元以上8个: its part is signed too
    return stages.clash(promised or promise, whole)


def _whole_promised(scope: Scope, part: Reading) -> Promise | None:
    """The promise of which the number is a part, in its sentence."""
    wholes = [p for p in scope.promises if p.reading.sentence == part.sentence and p.reading.start < part.start]
    return next((p for p in reversed(wholes) if not p.reading.part), None) if part.part else None


def _visits(promise: Promise, reading: Reading) -> bool:
    """上门服务11.6万人次 beside a promise of 9000名: far more visits than people is another count."""
    people = promise.target.noun in units.PEOPLE and not promise.target.noun.endswith("次")
    beyond = reading.base > promise.target.value * promise.target.magnitude * 2
    return people and beyond and reading.quantity.noun == "人次"


_EACH = sought(
    r"(?:每[人户生床亩头](?:每?[月年日天])?|人均|户均|月人均)(?:[由从]?\d[\d.]*元)?(?:不[低少]于|达到?|提高?到|至|为)*\s?$"
)
_SUMS = 20  # times what each shall have; more is what all had together


_FAR_BEYOND, _AT_MOST = 2, Decimal("1.2")  # times the plan


def _fits_another(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """整治河道28条,创成河湖5条: 26条,申报5条. A figure without a name is of the plan that it can be of."""
    verb = names.is_bare(reading.own) or (len(reading.own) == 2 and names.stage(reading.own) is not None)  # 动工
    named = len(names.folded(reading.own)) >= 2 and not verb
    if named or reading.bracket or reading.part or promise.measure != "amount":
        return False
    if reading.base <= promise.reading.base * _FAR_BEYOND:
        return False
    beside = (p for p in scope.promises if p is not promise and p.target.noun == promise.target.noun)
    plans = (p.reading.base for p in beside if p.measure == "amount" and p.reading.sentence == promise.reading.sentence)
    return any(plan / 4 <= reading.base <= plan * _AT_MOST for plan in plans)


_AREA = r"(?P<who>[全我本](?P<level>[国省市州县区旗镇乡])|全自治区)"
_PLANNED_BY = sought(rf"(?:^|[,:])(?:今年|20\d\d年|年内|年度)?{_AREA}(?!级|定)[^,。;我]{{0,20}}$")
_DONE_BY = sought(_AREA)
_RANKS = {level: rank for rank, levels in enumerate(("国", "省", "市州", "县区旗", "镇乡")) for level in levels}


def of_another_area(promise: Promise, reading: Reading) -> str | None:
    """全省计划新建120个,我市已建成10个: what one did answers no plan of the other; which two they are."""
    planned, done = _PLANNED_BY.search(promise.reading.clause_lead), _DONE_BY.search(reading.clause_lead)
    if planned is None or done is None:
        return None
    apart = _RANKS[planned["level"] or "省"] != _RANKS[done["level"] or "省"]
    return f"{planned['who']}≠{done['who']}" if apart else None


_PLANNED = sought(
    r"[,、;]?\s?(?:其中|今年|全年|年内)?(?:计划|拟)(?!生育|投资|单列|内|外)[^,。;:\d]{0,6}(?:\d[\d.]{0,7}[万户个家人])?"
)

_HANDED_OUT = sought(
    r"[^,。;\d]{0,10}(?:任务|指标|计划|名额|配额)(?:已|现|均|都|基本|全部|全面|及时|层层|逐级)*"
    r"(?:落实到|分[解配到给至]|下达|下发|细化)"
)


def _is_planned(text: str, reading: Reading) -> bool:
    """计划安置2406户, 首批12万户改造任务已落实到户: what was planned, or handed down, is no result."""
    return _PLANNED.fullmatch(reading.clause_lead) is not None or (
        _HANDED_OUT.match(text, reading.quantity.end) is not None
    )


_ONE_OF = (is_one_of_several, is_one_of_clauses, is_one_of_parallel)


def blocked_by(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """The reason why this reading does not answer the promise, or None."""
    if only_paid(promise.name, reading.lead):
        return refusals.other_kind("到账" if "账" in reading.lead else "到位")
    stage = stages.clash(promise, reading) or _stage_of_whole(scope, promise, reading)
    if stage and not begun_counts(scope, promise, reading):
        return stage
    if _fits_another(scope, promise, reading):
        return refusals.UNSURE
    if reading.measure == "amount" and _is_planned(scope.text, reading):
        return refusals.PLANNED
    if other := of_other_head(scope, promise, reading):
        return other
    if reading.of_some:
        return refusals.only_part(reading.of_some)
    if tells_both(scope.text, promise.reading, reading):
        return refusals.OF_BOTH
    if is_same_verb_beside(scope.text, promise.reading, reading):
        return refusals.other_kind(reading.own)
    if beside := step_beyond(scope, promise, reading) or step_before(promise, reading):
        return beside
    if at_work := still_built(scope, promise, reading):
        return at_work
    if _EACH.search(promise.reading.clause_lead) and reading.base > promise.reading.base * _SUMS:
        return refusals.SUM_OF_ALL  # 每人每月1000元,累计发放1.1亿元
    if _spent_of_what_came(scope, promise, reading):
        return refusals.early(reading, "money")
    if _of_two_stages(scope, promise, reading):
        return refusals.TWO_STAGES
    if part := stages.narrower(promise, scope.item.title, reading) or of_a_place(scope, promise, reading):
        return part
    if kind := kind_of_begun(scope, promise, reading):
        return refusals.only_part(kind)
    if it := part_of_it(scope, promise, reading) or part_grown_apart(scope, promise, reading):
        return refusals.more_than(it.own)
    if is_end_of_list(scope, promise, reading):
        return refusals.only_part(reading.own)
    if wider := _of_whole_or_kind(promise, reading):
        return wider
    if any(one_of(promise, scope.found, reading, scope.promises) for one_of in _ONE_OF):
        return refusals.only_part(reading.own)
    if one_way := one_of_two_ways(promise.name, reading.own):
        return refusals.only_part(one_way)
    if crop := _one_crop(scope, promise, reading):
        return refusals.only_part(crop)
    if kind := other_output(promise.name, reading.lead) or only_fitted(promise.name, reading.own):
        return refusals.other_kind(kind)
    if stock := stocks.stands(promise, reading) or stocks.with_earlier(scope.text, promise, reading):
        return stock
    if added := stocks.adds_to_it(promise, reading):
        return added
    if of_all := stocks.part_of_all(scope.found, promise, reading):
        return of_all
    if _NET.search(reading.lead) and not sought(r"增").search(promise.name):
        return refusals.NET
    if promise.measure == "amount" and is_other_side(promise.cut, promise.kind == "ceiling", reading.lead, reading.own):
        return refusals.OTHER_SIDE
    if _visits(promise, reading):
        return refusals.VISITS
    if other_sum(scope, promise, reading):
        return refusals.OTHER_SUM
    if other := _work_of_another(scope, promise, reading):
        return refusals.other_kind(other)
    if fault := fault_found(promise.name, reading.clause_lead):
        return refusals.other_kind(fault)
    if only_signed(promise.name, reading.own):
        return refusals.early(reading, "started")
    if member := named_sums.member(promise, reading):
        return refusals.only_part(member)
    clash = names.conflict(promise.name, reading.name if reading.own else reading.subject)
    clash = clash or of_another_area(promise, reading)
    if clash:
        return refusals.other_qualifier(clash)
    if repeats_ongoing(promise, reading):
        return refusals.REPEATED
    if told_anew(scope, promise, reading):
        return refusals.MONTH
    if promise.kind == "level" or (promise.kind == "ceiling" and _STILL.search(reading.clause_lead)):
        return None  # 9月监测仍有4个: what is left stands
    alone = of_one_month(scope, promise, reading) or of_one_quarter(scope, promise, reading)
    return refusals.MONTH if alone else None


_MADE = sought(r"(?:新建|建成|新增|新开工|建设)")
_MENDED = sought(r"(?:改造提升|提升改造|改造|提升|改建|扩建|改扩建|维修|修缮|整治|加固|更新)")


def _work_of_another(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """建成服务站18处,改造提升服务站36处: what was 改造提升 is of the second, whose verb it has, not of the first."""
    told = _MENDED.match(reading.own) if _MADE.match(promise.name) else None
    if told is None:
        return None
    beside = (p for p in scope.promises if p is not promise and p.target.noun == promise.target.noun)
    return told.group() if any(p.name.startswith(told.group()) for p in beside) else None


def _of_whole_or_kind(promise: Promise, reading: Reading) -> str | None:
    """进出口总额增长6% beside a promise of 出口, or the other way round: the sum is more, the kind is a part."""
    asked, told = promise.reading.name, reading.name
    if is_whole_of(told, asked):
        return refusals.more_than(asked)
    return refusals.only_part(told) if is_whole_of(asked, told) else None


_SPENT = sought(r"支出|拨付|支付|兑付|使用(?!外资|资金)")
_CAME = sought(r"到位|到账|筹集|筹措|落实(?:资金)?")


def _spent_of_what_came(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """计划投入1860万元,实际到位1420万元,已支出1180万元: what was spent is of what came, which stands between."""
    if reading.quantity.noun != "元" or not _SPENT.search(reading.lead) or _SPENT.search(promise.name):
        return False
    between = (r for r in scope.found if promise.reading.start < r.start < reading.start)
    return any(r.quantity.noun == "元" and r.sentence == reading.sentence and _CAME.search(r.lead) for r in between)


_STILL = sought(r"(?:仍|还|尚)(?:有|存|剩)\s?$")
