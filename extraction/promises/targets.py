"""What was promised: from a reading in the voice of a promise to a target with kind, operator, direction and tier."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extraction.numbers import units
from extraction.promises import capacities
from extraction.promises.display_names import display_name
from extraction.promises.due_dates import due_of
from extraction.promises.standing import is_standing
from extraction.promises.tiers import is_stretch
from extraction.promises.worked_off import is_worked_off
from extraction.records import Direction, Interval, Kind, Operator, Target, Tier
from extraction.sentences.goal_phrases import stands_as_goal
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording
from extraction.words.cuts import is_cut
from extraction.words.directions import (
    either_way,
    higher_is_better,
    is_cleared,
    is_dealt_with,
    is_deed,
    is_handed_over,
    is_waited_for,
    lower_is_better,
)

_STOCK = sought(
    r"保有量|拥有量|总动力|总数|(?<!盘活)(?<!收购)(?<!消化)(?<!处置)(?<!化解)(?<!去)存量|余额|总规模|每万人|每千人|每千名|每万名|每百名|(?<![\d.])万人(?=[^,。]{2})|(?<![\d.])千人(?=[^,。]{2})"
    r"|人均(?!可支配|纯收入|收入|GDP|生产总值)|(?<!高)标准(?=$|提高|达到|为|至|由)|总里程|总量达|常住人口"
    r"|(?<!新增)(?<!净增)(?<!意外险)(?<!意外伤害险)(?<!意外伤害保险)(?<!惠民保)(?<!惠民保’)参保(?:人数|人员)?$|基本农田(?:保护)?(?:总|面积)|床位数|托位数|注册(?=商标|志愿|人数|用户)|市场主体总|在库|户数达|存栏"
    r"|(?:农田|耕地|林地|湿地)保护面积|红线面积"
)
_ADDED = sought(r"(?:新增|净增|新建|新开发)(?![^,。;\d]{0,8}(?:率|比重|占比))")  # 新增托位数800个 is no stock
_ADDED_TO = sought(  # 贷款余额新增80亿元, 敬老院新增床位数140张: what the year adds
    r"余额(?:全?年)?(?:新增|净增|净?增加)(?:额|量)?$|(?:新增|净增)[^,。;\d]{0,6}(?:床位|托位)数?$"
)
_BUILT_UP = re.compile(
    r"(?:污水|水土流失|黑臭水体|生活垃圾)治理率|消除比例|通(?:客车|公交|车|硬化路|达)率|颁证率|海绵城市|达标面积|覆盖率|覆盖[^,。;]{0,6}(?:比例|比重|占比|面)|[村户区校厂]的?占比|普及率|(?<![火转消孵净])化率|入园率|绿化率|森林|参保率|毛入学率|巩固率|建成率|配备率"
)
_RAISED = sought(r"提[高升][到至]\s?$")  # 回收利用率提升至45%: it is on its way there all through the year
_OF_QUALITY = sought(  # 抽检合格率提高到98%: measured anew each time, and nothing that is built up
    r"合格率|满意[率度]|办结率|及时率|优良|达标率|准确率|完好率|履约率|响应率|回复率|兑现率|按[期时][^,。;]{0,6}率"
)
_BUILT_BY_NAME = ("覆盖率", "普及率")  # they are built up, with 达到 before the goal or without
_KEPT = sought(r"保持|稳定|维持|不低于|不少于|不得低于")
_CONTROL_BEHIND = sought(
    r"\s?(?:以内|左右)?的?(?:年度|全年|年初|核定)?(?:(?:控制|调控|管控)(?:目标|指标|数|线|计划|要求)|限额(?!以[上下])|限值|上限|红线)"
)  # 25%的控制目标, 6.8万立方米的限额
_CONTROL_BEFORE = sought(  # 高于控制指标_2.6%, 低于年度控制指标(_6.8%), (控制线_5%)
    r"(?:控制(?:性)?(?:指标|目标|计划|任务|线|数)|警戒线|预警线)(?:数|值)?(?:为|是|:)?\s?$"
)
_WITHIN = sought(r"(?:控制在|不超过|未突破|未超过)[^,。;\d]{0,8}$")  # 控制在年度目标(0个)之内
_REACHED = sought(r"达到|超过|超额|高于|优于|(?:完成|实现)[^,。;\d]{0,6}$")
_OPERATORS: dict[str, Operator] = {"ge": ">=", "le": "<=", "near": "~", "over": ">="}


@dataclass(slots=True)
class Promise:
    """A target with what is needed to compare it. `measure` is the reading's: a growth is answered by a growth."""

    reading: Reading
    name: str
    target: Target
    kind: Kind
    direction: Direction | None
    accrues: bool
    tier: Tier
    due: date | None
    reduction: bool = False

    @property
    def measure(self) -> str:
        return self.reading.measure

    @property
    def cut(self) -> bool:
        """Whether it is an amount that is to go."""
        return self.measure == "amount" and self.target.operator != "<=" and is_cut(self.reading.lead, self.name)


def promise(reading: Reading, year: int | None) -> Promise:
    """The promise that a reading makes."""
    quantity = reading.quantity
    lead = reading.clause_lead + reading.lead if reading.bracket else reading.clause_lead
    reduction = reading.measure in ("growth", "change", "percent") and _is_reduction(reading)
    name = display_name(reading, reduction)
    if not reading.own:
        name = names.without_stage(name)
    operator = _operator(reading, lead, name, reduction)
    kind = _kind(reading, operator, name, lead, reduction)
    if kind == "ceiling" and operator != "range":
        operator = "<="
    value = abs(quantity.value or Decimal(0)) if reduction else (quantity.value or Decimal(0))
    target = Target(
        operator=operator,
        value=value,
        unit=quantity.unit,
        text=quantity.text,
        start=quantity.start,
        end=quantity.end,
        upper=quantity.upper,
        magnitude=quantity.magnitude,
        noun=quantity.noun,
        countable=is_countable(quantity.noun, quantity.magnitude, value),
    )
    return Promise(
        reading,
        name,
        target,
        kind,
        _direction(reading, kind, operator, name, reduction),
        accrues(kind, name, reading),
        "stretch" if is_stretch(reading) else "firm",
        due_of(reading, year),
        reduction,
    )


_CUT_GOALS = sought(
    r"(?:减排|削减|压减|下降|降低)(?:目标|任务|比例|率)(?:分别|依次)?(?:为|是|:)?[^,;。]*$"
)  # 减排目标为2%、2.5%


def _is_reduction(reading: Reading) -> bool:
    """下降4.5%, and each of a list: 年度减排目标为2%、2.5%、3%."""
    listed = sought(r"[、和及与\s]*").fullmatch(reading.lead) is not None or reading.lead.endswith(("为", "是", ":"))
    falls = reading.measure != "percent" and wording.FALL.search(reading.lead) is not None
    return falls or (listed and _CUT_GOALS.search(reading.clause_lead) is not None)


def derived(
    actual: Decimal, gap: Decimal, unit: str, noun: str, magnitude: Decimal, text: str, places: tuple[Interval, ...]
) -> Target:
    """低于目标0.9个百分点 beside 6.1%: a target of 7.0%."""
    return Target("==", actual + gap, unit, text, None, None, magnitude=magnitude, noun=noun, derived_from=places)


def is_countable(noun: str, magnitude: Decimal, value: Decimal) -> bool:
    """Whether only whole ones of it exist: 3 家 is, 1.2 万套 and 5 亩 are not."""
    return noun in units.COUNTED and magnitude == 1 and value == value.to_integral_value()


def _operator(reading: Reading, lead: str, name: str, reduction: bool) -> Operator:
    quantity = reading.quantity
    if quantity.upper is not None:
        return "range"
    if reduction:
        return ">="
    if _AT_LEAST.match(reading.tail):
        return ">="  # 煤炭产量控制在3.1亿吨以上
    bounded = re.search(r"控制|限|红线", reading.lead + reading.tail) or reading.tail.startswith(("以下", "以内"))
    if reading.compared and not bounded:
        return "=="  # 参保率96.8%,低于97%的目标: what is a bound elsewhere compares here
    if (
        quantity.qualifier == "le"
        or _CONTROL_BEFORE.search(reading.clause_lead if reading.bracket and not reading.lead else reading.lead)
        or _CONTROL_BEHIND.match(reading.tail)
        or (_NOT_OVER.search(reading.lead) and _LIMIT_BEHIND.match(reading.tail))
        or (reading.bracket and _WITHIN.search(reading.clause_lead))
        or sought(r"(?:控制数|控制额|限额|上限|红线)$").search(name)
        or wording.CEILING_LEAD.search(reading.lead[-12:])
    ):
        return "<="
    if _HELD_AGAINST.search(reading.lead) and stands_as_goal(reading.tail):
        return "=="  # 失业率5.4%,高于5.3%的预期目标: how it compares, and no bound of the goal
    if quantity.qualifier in _OPERATORS:
        return _OPERATORS[quantity.qualifier]
    return "=="


_HELD_AGAINST = sought(r"(?:高于|超过|超出|大于|多于)\s?$")


_BY_THEN_ALL = sought(r"年(?:底|末|内)(?:前|之前)?(?:达到?|要|应|须|完成|实现)*\s?$")
_HANDLES = sought(r"(?:办结|化解|整改|处置|清零|销案|结案|兑付|清收)率$")
_AT_LEAST = sought(r"及?以上")
_NOT_OVER = sought(r"(?:未|没有?)(?:突破|超过?|超出)了?\s?$")  # 38.5立方米,未突破40立方米的红线
_LIMIT_BEHIND = sought(r"[的]?[^,。;\d]{0,6}(?:上限|红线|限值|限额|控制|警戒线|指标|目标)")


def _kind(reading: Reading, operator: Operator, name: str, lead: str, reduction: bool) -> Kind:
    goes = is_cut(reading.lead, name) or is_cleared(name)
    if reading.measure == "amount" and operator != "<=" and goes:
        return "cumulative"  # 煤炭消费总量压减15万吨: the more the better
    own_lead = sought(r"[、,;]").split(lead.rstrip("、,; "))[-1]  # 逾期率控制在0.3‰以下、新增缴存职工2.6万人
    lower = lower_is_better(name) or (lower_is_better(own_lead) and not higher_is_better(name))
    if lower and operator == "==" and reading.measure == "amount" and is_dealt_with(name):
        return "cumulative"  # 事故案件结案15起
    if lower and operator == "==" and reading.quantity.noun in units.COUNTED and is_deed(name, reading.tail):
        return "cumulative"  # 事故应急演练18场
    if not reduction and reading.quantity.noun in units.TIME and operator in ("==", "~") and is_waited_for(name):
        return "ceiling"  # 审批时间目标60个工作日: over it is no more than was promised
    if not reduction and (operator == "<=" or (lower and reading.measure != "completion" and operator != ">=")):
        return "ceiling"
    if reading.measure in ("growth", "change") or reading.quantity.noun in ("分钟", "秒"):
        return "rate" if reading.measure != "amount" else "level"  # 预警提前量达到45分钟: it stands
    if reading.measure in ("completion", "percent") and operator != "<=" and is_handed_over(name):
        return "rate"
    if reading.measure == "completion":
        return "cumulative"
    said = name + ("进度" if "进度" in reading.lead[-10:] and not name.endswith(("率", "进度")) else "")
    by_then = name.endswith("整改率") and sought(r"年[底末内]").search(reading.clause_lead + reading.lead) is not None
    grows = _GROWS.search(said) or by_then or (_SETTLED.search(said) and not _KEEPS_COMING.search(said))
    if reading.measure == "percent" and not reading.compared and grows:
        return "cumulative"  # a completion-rate goal grows through the year
    if reading.measure == "percent" and _BY_THEN_ALL.search(reading.lead) and _HANDLES.search(name):
        return "cumulative"  # 化解率75%,距国家要求的年底100%: what is to be handled by the year's end
    if reading.measure == "percent":
        stays = _KEPT.search(reading.lead) is not None
        built = _BUILT_UP.search(name) and (
            wording.LEVEL.search(reading.lead) or (name.endswith(_BUILT_BY_NAME) and not stays)
        )
        raised = _RAISED.search(reading.lead) and not _OF_QUALITY.search(name)
        return "level" if built or raised or _BY_YEAR_END.search(reading.lead) else "rate"
    added = _ADDED.match(name) or _ADDED_TO.search(name)
    stock = reading.stock or (
        quantity_is_stock(reading) and not added and _is_stock(reading, name + ("" if "存量" in name else lead[-12:]))
    )
    noun = reading.quantity.noun
    if (
        stock
        or (not noun and reading.quantity.magnitude == 1 and _COEFFICIENT.search(name))
        or capacities.stands(reading)
        or noun in units.STATES
        or ("/" in noun and not capacities.is_added(reading, name))
    ):
        # 能繁母猪存栏不少于9万头: what must never fall below it is not climbed to
        kept = sought(r"不少于|不低于|不得低于").search(reading.lead) and sought(r"存栏|储备|库存").search(name)
        return "rate" if kept else "level"
    counted = reading.quantity.noun in units.COUNTED and not reading.quantity.noun.endswith("次")  # visits add up
    reached = wording.LEVEL.search(lead) is not None
    return "level" if counted and reached and not wording.ACCRUING.search(lead + name) else "cumulative"


_GROWS = sought(
    r"(?:开工|投产|完工|竣工|完成|支付|支出|执行|销号|清偿|清欠|落地|转化|交付|供地|达产)(?:率|进度)$|(?:资金|补贴|补助|债券?|专项债|经费)[\u4e00-\u9fff]{0,2}使用率$"
)
_SETTLED = sought(r"化解(?:率|进度)$|整改进度$")  # 债务化解率 is worked off; of what keeps coming in it is a rate
_KEEPS_COMING = sought(r"纠纷|矛盾|诉求|警情|信访(?!积案)|投诉|举报|工单|来[信访]|^(?:按期|及时)?化解率$")
_COEFFICIENT = sought(r"系数|(?<!价格)指数|弹性|(?:PQI|PCI|SCI)")  # it stands, and nothing adds up to it
_BY_YEAR_END = sought(r"^[,、]?(?:到|至)?年[底末](?:之?前)?(?:实现|达到?|提[高升][到至])\s?$")  # 占比86.5%,年底实现90%


_OF_A_SIZE = sought(r"^[^,。;]*\d[^,。;\d]{0,6}的(?=[\u4e00-\u9fff]{2})")  # 存栏300头以上的|奶牛场 are built


def _is_stock(reading: Reading, name: str) -> bool:
    if is_worked_off(name):
        return False
    found = _STOCK.search(_OF_A_SIZE.sub("", name))
    return found is not None and not capacities.is_made_each(reading.quantity.noun, found.group())


def quantity_is_stock(reading: Reading) -> bool:
    """Money flows; only a balance (余额) of it stands."""
    return reading.quantity.noun not in units.MONEY or "余额" in reading.name or "标准" in reading.name


def _direction(reading: Reading, kind: Kind, operator: Operator, name: str, reduction: bool) -> Direction | None:
    if kind == "ceiling":
        return "down"
    if reduction or operator in (">=", "range") or kind in ("cumulative", "level"):
        return "up"
    if lower_is_better(name) and not is_handed_over(name):
        return "down"
    reached = _REACHED.search(reading.clause_lead if reading.bracket else reading.lead) is not None
    return "up" if reached or reading.measure in ("growth", "change") or not either_way(name) else None


_DAYS = sought(
    r"(?:污染|超标|停[电水产]|缺课|[轻中重]度)[^,。;]{0,4}(?:天|日)数?$"
)  # 重污染天数: so many of the year's days


def accrues(kind: Kind, name: str, reading: Reading) -> bool:
    """Whether the year's sum is meant, which the pace scales; 平均浓度, 余额 and times are no sums."""
    return kind == "cumulative" or (
        kind == "ceiling"
        and reading.measure == "amount"
        and "/" not in reading.quantity.noun
        and not (_STOCK.search(name) or is_standing(name))
        and not (reading.quantity.noun in units.COUNTED and reading.value < 1)  # 0.3次: a mean
        and (reading.quantity.noun not in ("", "‰", *units.TIME) or _DAYS.search(name) is not None)
    )


def tidy(name: str) -> str:
    """The folded name that keys the indicator."""
    return names.folded(name)
