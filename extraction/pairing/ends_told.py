"""A plan known by the verb of its end, where no word says what is planned and when it was told.

    培训乡村医生900人次,培训861人次。        (the plan's own verb, told again)
    招聘医务人员120名,到岗87名。            (a verb that ends what the plan begins)
    实施技改项目50个,开工46个,竣工27个。    (steps stand between)

Nothing but the verb may name the second number, and its unit counts the same things. Behind a time of its own
(1-9月新登记1.17万家) any verb of completion does; of money only the plan's own verb, behind such a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.numbers.counted_alike import counts_alike
from extraction.outline.items import Item
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_TOLD_BEFORE = sought(
    r"已|目前|累计|截至|截止|今年以来|同比|实际(?!利用|使用|吸收)|共(?!享|建|同)|现有|其中|另|还有|去年|上年|季度|半年|\d月|正在|全部|均"
)
_TELLS = sought(
    r"\s?(?:[^,。;\d]{2,12}(?:方面|领域)[,:])?"
    r"\s?(?:今年以来|截[至止]|目前|累计|至今|\d{1,2}-\d{1,2}月[份,])[^,;。]{0,12},"
)
_LED = sought(
    r"[,、\s]*-{0,2}(?:(?:截至|到)?目前|(?:截至|至|到)?\d{1,2}(?:-\d{1,2})?月(?:\d{1,2}日|[底末份])?|全年|年内|上半年|[前第]?[一二三四]季度|截至[^,。;\d]{1,6}|现|已|实际|实|正式|共|累计|最终|均|仅|只"
    r"|经[^,。;\d]{2,8}?(?=达标|通过|认定|验收)|[国省市](?:[\u4e00-\u9fff]{0,4}[厅局委办])?(?=公布|命名|认定|授牌))*"
)
_ENDS = sought(
    r"(?:到岗|到位|入职|录用|聘用|报到|上岗|签约入职|建成|完工|竣工|投用|投产|投入使用|投运|开园|开业|开通|启用|通过验收|验收|验收通过|交付|通车|并网|达标|出列"
    r"|销号|入住|落地|投放|发放|兑付|获批|获评|授牌|挂牌|命名|认定|评定|公布|通过|达到|提供|完成|栽植|成活|送达|安装|上线|接入){1,2}(?:使用|运营)?"
)
_NO_PLAN = sought(rf"开工|动工|抽查|检查|监测|检测|受理|办理|{wording.LOOKED_AT}")  # what was begun or looked at
_BEGUN = sought(r"开工|动工")
_WHEN = sought(r"全年|上半年|季度|月")  # 接待读者180万人次,全年203.6万人次
_DATED = sought(
    r"[,、\s]*(?:(?:截至|到|至)?\d{1,2}(?:[-至]\d{1,2})?月[底末份]?|上半年|[前第]?[一二三四]季度|截至[^,。;\d]{1,6})"
)
_RESULT = sought(r"(?P<verb>[\u4e00-\u9fff]{2})(?:合格|达标|通过|成功|结业|毕业|到位|上岗|就业)")
_STEP = sought(r"[,、\s]*[^,;。:]{2,16}")
_TRAIL = sought(r"(?:[全我本][省市县旗区州]|了|约|近|超|为)+$")
_PARTED = sought(r"\s?(?:\([^()\d]{1,6}\))?(?:[,、。]|--)")  # 860件(副),
_REACH = 4  # numbers behind the plan


def is_dated_telling(text: str, item: Item, r: Reading) -> bool:
    """今年以来,发放宣传册2.4万份,引进企业12家、建成8家: a sentence that opens with its date tells all through."""
    return _TELLS.match(text, item.sentences[r.sentence].start) is not None


def ends_told(text: str, found: Sequence[Reading], index: int) -> bool:
    """Whether what stands behind the number tells how much of it was brought to its end."""
    plan = found[index]
    if plan.bracket or plan.measure != "amount" or plan.quantity.noun in ("", "%"):
        return False
    if names.stage(plan.own) not in (None, "visits") or _TOLD_BEFORE.search(text, plan.clause_start, plan.start):
        return False
    end = plan.quantity.end
    for told in found[index + 1 : index + 1 + _REACH]:
        if not 0 <= told.sentence - plan.sentence <= 1 or told.bracket or told.voice != "report" or told.part:
            return False
        if not _counts_the_same(plan, told) or _PARTED.match(text, end) is None:
            return False
        if _is_end(plan, told):
            return plan.base >= told.base / 5 and (
                plan.quantity.noun != "元" or plan.base >= told.base * Decimal("0.8")
            )
        if _STEP.fullmatch(told.lead) is None or names.stage(told.own or told.lead) is None:
            return False
        end = told.quantity.end
    return False


_PLANNED = sought(r"(?:年度?|全年|今年)(?:内)?计划新?(?P<verb>开工|动工|竣工|完工|建成|投产)[\u4e00-\u9fff]{0,10}$")


def is_done_as_planned(found: Sequence[Reading], index: int) -> bool:
    """本年度计划开工项目183项,其中1-9月计划开工140项,实际已开工118项: the verb of the plan is told again."""
    plan = found[index]
    said = _PLANNED.search(plan.clause_lead) if plan.measure == "amount" and not plan.bracket else None
    behind = found[index + 1 : index + 1 + _REACH] if said is not None else ()
    return said is not None and any(
        r.sentence == plan.sentence
        and (r.voice, r.quantity.noun) == ("report", plan.quantity.noun)
        and r.lead.endswith(said["verb"])
        for r in behind
    )


def _counts_the_same(plan: Reading, told: Reading) -> bool:
    a, b = plan.quantity.noun, told.quantity.noun
    return a == b or (counts_alike(plan.own, a, b) and _HOUSED.search(plan.own) is None)


_HOUSED = sought(r"惠及|涉及|受益|居民|群众")  # 惠及居民2.64万户,...;完工73个


def _is_end(plan: Reading, told: Reading) -> bool:
    led = _LED.match(told.lead)
    verb = _TRAIL.sub("", told.lead[led.end() if led else 0 :].strip())
    if not verb:
        return told.lead.startswith("--") or _WHEN.search(told.lead) is not None
    dated = _DATED.match(told.lead) is not None
    again = verb in plan.own or (dated and len(verb) == 2 and set(verb) <= set(plan.own))  # 分配公租房: 配租
    if len(verb) >= 2 and again and (names.is_bare(verb) or len(verb) == 2):
        return _BEGUN.search(plan.own) is None and (dated or plan.quantity.noun != "元")
    if plan.quantity.noun == "元":
        return False
    if (result := _RESULT.fullmatch(verb)) is not None:
        return result["verb"] in plan.own  # 培训育婴员500名,培训合格421人
    if dated and names.BARE_VERB.fullmatch(verb) and names.stage(verb) is None:
        return _NO_PLAN.search(plan.own) is None
    if len(verb) == 1 and "实" in told.lead:
        return verb in plan.own  # 实发1742户 of 发放租赁补贴1860户
    if _ENDS.fullmatch(verb) is None or _NO_PLAN.search(plan.own):
        return False
    return verb != "达到" or (told.base <= plan.base and "新" not in plan.own)
