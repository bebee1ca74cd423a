"""Why a figure that looked like the answer is none, in the words of the page: one place for every refusal."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

_STAGES = {
    "application": "申报、推荐、培育",
    "started": "开工、在建、前期",
    "money": "资金拨付、到位",
    "visits": "涉及、惠及、走访",
}
STAGE = "阶段不同"
_PART = "口径不同：只是其中的"
_WIDER = "口径不同：是总数，承诺的只是其中的"
_OTHER_KIND = "口径不同：报告的是"
FORECAST = "预测数：为以后时期的预计，不是已完成数"
PLANNED = "计划数：原文此处为计划，不是完成数"
MONTH = "当期数：只是一个月（季）的数字，不是全年累计"
REPEATED = "复述目标：与目标数相同且正在进行，不是完成数"
STOCK = "存量数：为历年累计或总量，不是当年新增"
NET = "增减数：为比上年末的增减，不是期末总数"
VISITS = "口径不同：人次不是人数"
OTHER_SUM = "口径不同：承诺的是净增（或总量），报告此处为新设、注销数"
SUM_OF_ALL = "口径不同：承诺的是每人（户）的标准，报告此处为合计数"
OTHER_SIDE = "口径不同：减少的量与现有的量不是同一个数"
TWO_STAGES = "阶段不明：开工数与建成数并列，承诺未说明是哪一个"
NODES = "节点不同：报告自列了分阶段节点，与全年序时的结论不一致"
UNSURE = "对应关系不明：报告了同类数字，但不能确定是该指标的实绩"
OF_BOTH = "对应关系不明：报告此处是几项合计，不能确定各是多少"
SAME_NAMES = "对应关系不明：有几项同名指标，不能确定是哪一项的实绩"


def is_plain(refusal: str) -> bool:
    """Whether the words themselves say what the figure is, and no likelihood says otherwise."""
    return refusal in (
        REPEATED,
        PLANNED,
        OTHER_SIDE,
        OTHER_SUM,
        STOCK,
        SUM_OF_ALL,
        OF_BOTH,
        SAME_NAMES,
    ) or refusal.startswith((_PART, _WIDER, _OTHER_KIND))


def early(reading: Reading, stage: str) -> str:
    """An application is no certification: 阶段不同：“已申报14家”属申报、推荐、培育阶段……"""
    return f"{STAGE}：“{quoted(reading)}”属{_STAGES[stage]}阶段，不是承诺的阶段"


def other_stage(reading: Reading) -> str:
    """What was signed, where a beginning was promised."""
    return f"{STAGE}：“{quoted(reading)}”不是承诺的开工数"


def other_work(reading: Reading) -> str:
    """What was harvested, where sowing was promised."""
    return f"{STAGE}：“{quoted(reading)}”不是承诺的事项"


def short_of(words: str, promised: str) -> str:
    """Completed, where use was promised."""
    return f"{STAGE}：报告称“{words}”，未见“{promised}”"


def only_ready(step: str) -> str:
    """Where it shall stand is known, and nothing says that it stands."""
    return f"{STAGE}：报告只称“{step}”已办妥，属前期工作"


def only_part(word: str) -> str:
    """示范家庭农场 beside a promise of 家庭农场."""
    return f"{_PART}“{word}”部分"


def other_kind(kind: str) -> str:
    """水产品 beside a promise of 茶叶."""
    return f"{_OTHER_KIND}“{kind}”"


def more_than(word: str) -> str:
    """农作物 beside a promise of 粮食, of which the text tells: 其中粮食182.5万亩."""
    return f"{_WIDER}“{word}”"


def other_qualifier(pair: str) -> str:
    """省级 beside 市级."""
    return f"口径不同：{pair}"


def quoted(reading: Reading) -> str:
    """The figure with the words around it, as the text says them."""
    lead = sought(r"[、,;:。]").split(reading.lead)[-1][-16:]
    tail = sought(r"[、,;:。()]").split(reading.tail)[0][:8]
    return f"{lead}{reading.quantity.text}{tail}".strip()
