"""Numbers of a list, which speak as their place in it says: goals that go on, districts' plans, stages that tell.

全年净增220家,有效数突破1300家; 井仁县160公里完成152公里; 计划220公里、开工205公里、通车128公里; 改造360户,排查541户
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.at_work import is_worked_on
from extraction.sentences.goal_phrases import stands_as_goal
from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.words import names, wording

_SAID = sought(r"已|目前|截至|累计|实际|预计|有望|同比|月|季度|半年")


def lists_on(s: SentenceContext, r: Reading, before: list[Reading]) -> bool:
    """全年净增220家,有效数突破1300家: under the year's words the list of goals goes on until something is told."""
    last = before[-1] if before else None
    if last is None or last.bracket or last.voice != "promise" or not last.cued or last.sentence != r.sentence:
        return False
    if (s.cutoff_month or 12) == 12 or r.period is None or r.period is not last.period:
        return False
    if s.text[r.period.start : r.period.end] != "全年" or not s.sentence.start <= r.period.start < last.start:
        return False
    return len(names.folded(r.own)) >= 2 and not _SAID.search(s.text, last.quantity.end, r.start)


_DOES = sought(r",\s?(?:现|实际|共|仅)?(?:完成|建成)\s?")


def does_it(r: Reading, before: list[Reading]) -> bool:
    """培育直播基地8家,完成6家: a verb of completion alone, behind a promise of the same unit, tells how much of it."""
    last = before[-1] if before else None
    if last is None or last.voice != "promise" or last.sentence != r.sentence or r.clause_start <= last.start:
        return False
    same = last.quantity.noun == r.quantity.noun and last.base >= r.base
    return same and _DOES.fullmatch("," + r.lead.lstrip(",")) is not None


_LOOKED_AT = sought(wording.LOOKED_AT)


_EARLY_STEP = sought(r"(?:已|均)?(?:批复|立项|招标|备案|选址|设计|评审|公示|申报|入库|摸底|初稿)(?:通过|完成)?")


def is_step(r: Reading, before: Reading) -> bool:
    """改造水库42座,批复42座,开工40座: a bare step of the work behind a number of its unit, in its sentence."""
    same = before.sentence == r.sentence and before.quantity.noun == r.quantity.noun and not before.bracket
    return same and before.base >= r.base and _EARLY_STEP.fullmatch(r.own) is not None


_THERE_ARE = sought(r"在建|现有|(?:合同|协议)(?:利用)?(?:外资|金额|总?投资)")  # what was signed is no plan of what came


_TO_REACH = sought(r"(?:达到|不少于|不低于)\s?$")


def on_the_way(r: Reading, before: Sequence[Reading]) -> bool:
    """适老化改造360户,摸底排查541户: behind a promise of its unit, what was looked at or applied for is a step.

    在建水利工程23项: so many there are, whatever stands before; so are 正在安装44个 behind how many are done.
    """
    if _THERE_ARE.match(r.own):
        return True
    last = before[-1] if before else None
    if last is not None and last.quantity.noun == r.quantity.noun and is_worked_on(r):
        return True
    if last is not None and is_step(r, last):
        return True
    if last is None or last.voice != "promise" or last.quantity.noun != r.quantity.noun:
        return False
    verb = len(names.folded(r.own)) <= 6 or names.stage(r.own[:2]) is not None  # 入库培育企业
    verb = verb and names.stage(r.own) == "application"
    # 认定200家,辅导申报264家; but 上市2家,后备企业达到80家 is a goal of its own
    asked = verb and r.base > last.base and _TO_REACH.search(r.lead) is None
    looked_at = _LOOKED_AT.search(r.own) is not None and _TO_REACH.search(r.lead) is None  # 排查不少于2万户
    return (asked or looked_at) and names.stage(last.own) is None


_TOLD = sought(r"已|目前|实际(?!利用|使用|吸收)|累计|截至|现(?!代)|季度|\d月|半年|完成")


def back_along(found: Sequence[Reading]) -> None:
    """300公里以上、力争350公里: what the last of a list promises, those before it promise too, in place."""
    last = found[-1]
    if last.voice == "promise" and stands_as_goal(last.tail) and _SET_BY.match(last.clause_lead):
        _set_together(found)
    if last.voice != "promise" or last.bracket or sought(r"\s?、\s?(?:力争|奋斗|冲刺)?").fullmatch(last.lead) is None:
        return
    listed = "分别" in last.clause_lead or "依次" in last.clause_lead or len(last.lead.strip()) > 1
    for before in reversed(found[:-1]):
        if before.clause_start != last.clause_start or before.bracket or before.voice != "report":
            break
        if not listed or _TOLD.search(before.clause_lead):
            break
        before.voice, before.cued = "promise", True


_SET_BY = sought(
    r"(?:[国省市县旗区州]|国家|上级|年初|今年|全年|年度)(?:里|委|政府)?(?:定|下达|核定|确定|要求|提出|给定)"
)


def _set_together(found: Sequence[Reading]) -> None:
    """省定我市均值38微克、优良天数比例82.5%以上的目标: what is listed before the last goal is a goal, too; in place."""
    last = found[-1]
    for before in reversed(found[:-1]):
        if before.clause_start != last.clause_start or before.voice != "report" or before.bracket:
            return
        if _TOLD.search(before.clause_lead) or not before.own:
            return
        before.voice, before.cued = "promise", True


_STEP = sought(r"[、,]?\s?(?:已|共|现|实际)*(?:新?开工|动工|完工|竣工|建成|通车|投用|交付|完成)\s?")


def climbs(r: Reading, before: list[Reading]) -> bool:
    """计划220公里、开工205公里、通车128公里: behind a plan without a verb, bare stages tell."""
    last = before[-1] if before else None
    if last is None or last.clause_start != r.clause_start or last.quantity.noun != r.quantity.noun or r.bracket:
        return False
    planned = last.voice == "promise" and sought(r"(?:计划|任务|目标)\s?$").search(last.lead) is not None
    goes_on = last.voice == "report" and _STEP.fullmatch(last.lead) is not None and last.cued
    return (planned or goes_on) and _STEP.fullmatch(r.lead) is not None and r.base <= last.base * 2


def goes_up(r: Reading, before: Sequence[Reading]) -> bool:
    """全年新建3800户,共摸底4120户,动工1966户,完工1508户: behind a plan of no stage, the stages of its unit tell."""
    plan = next((b for b in reversed(before) if b.voice == "promise" and not b.bracket), None)
    if plan is None or plan.sentence != r.sentence or plan.quantity.noun != r.quantity.noun or r.bracket:
        return False
    dashed = r.lead.startswith("--")  # 改造背街18条--完工11条
    later = (dashed or r.clause_start > plan.start) and names.stage(plan.own) is None and not _STAGED.search(plan.own)
    if plan.heading and r.heading and _another_work(plan, r):
        return False
    return later and _STAGE.fullmatch(r.lead.lstrip("-") if dashed else r.clause_lead.lstrip("、, ")) is not None


_BEGUN = sought(r"(?<=..)(?<!新)(?:开工|动工)(?:建设)?$")
_BEGINS = sought(r"(?:新|已)?(?:开工|动工)(?:建设)?(?=..)")
_FINISHED = sought(r"(?:全部|主体|已)*(?:完工|竣工|建成)(?:投用)?$")


_SET_OUT = sought(r"(?:新?开工|动工)(?:新建|建设|改造|改建|筹集)?(?!率)")
_INTENDED = sought(r"计划|目标|任务|全年|年度|今年|年内|确保|力争|应")


def _more_than_begun(first: Reading, second: Reading) -> bool:
    """开工公租房520套,已竣工610套: more were finished than begun, so that both are told."""
    begins = _SET_OUT.match(first.own) is not None and _INTENDED.search(first.clause_lead) is None
    return begins and second.base > first.base


def begun(found: Sequence[Reading], index: int) -> bool:
    """拟建57个,…,三通一平开工建设_45个,已完工22个: what was begun, with what is finished behind it, is no plan."""
    first, second = found[index], found[index + 1] if index + 1 < len(found) else None
    if second is None or second.sentence != first.sentence or second.quantity.noun != first.quantity.noun:
        return False
    if _FINISHED.fullmatch(second.own) is None:
        return False
    if _more_than_begun(first, second):
        return True
    own = found[index - 1].own if index and first.lead.strip() == "、" else first.own  # 开工110个、59.2万亩
    before = [b for b in found[max(0, index - _BACK) : index] if b.voice == "promise"]
    alike = any(b.quantity.noun == first.quantity.noun and b.base >= first.base for b in before)
    if alike and own in ("开工", "动工"):
        return True
    planned = alike or any(b.sentence == first.sentence for b in before[-3:])
    if _BEGINS.match(own) and (planned or (len(own) > _NAMED and "已" not in second.lead)):
        return True  # 开工建设标准厂房12万平方米,已竣工8万平方米 is a plan and its answer
    return (planned or len(own) > _NAMED) and _BEGUN.search(own) is not None


_NAMED = 3  # characters of a name: 水渠开工建设410公里,建成61公里 needs no plan before it
_BACK = 8  # numbers back to the plan of what was begun


_WORK = sought(r"新建|新增|改扩?建|改造|提升|修缮|扩建|认定|创建|培训|救助|安装|更新|整治")


def _another_work(plan: Reading, r: Reading) -> bool:
    """新建活动室7个,完成_5个活动室标准化改造: in a heading, what names a work of its own is planned as well."""
    mine, its = _WORK.search(r.own), _WORK.search(plan.own)
    bare = r.lead.strip(" ,、") == "完成" and len(names.folded(r.own)) >= 4
    return bare and mine is not None and its is not None and mine.group() not in plan.own


def works_on(r: Reading, before: Sequence[Reading]) -> bool:
    """全年改造260公里,完成路基210公里、_路面158公里: behind a plan of its unit, works that are parts of it tell."""
    last = before[-1] if before else None
    if last is None or last.sentence != r.sentence or last.quantity.noun != r.quantity.noun or r.bracket:
        return False
    part = names.stage(r.own) == "started" and len(r.own) <= 4 and names.stage(last.own) is None
    if last.voice == "promise" and r.clause_start > last.start:
        return part and _DOES_PART.match(r.lead) is not None
    listed = last.voice == "report" and last.clause_start == r.clause_start and r.lead.startswith("、")
    return listed and names.stage(last.own) == "started" and bool(r.own)


_DOES_PART = sought(r"[,、]?(?:已|现|共|累计)*(?:完成|建成|铺筑|铺设)")
_STAGED = sought(r"开工|动工|启动|签约|完工|竣工|建成|投用|交付")
_STAGE = sought(
    rf"(?:目前|现|已|共|累计|实际|先后|均)*(?:{wording.LOOKED_AT}|主体|正在|在建|封顶|装修|收尾|选址|鉴定|评估|立项|招标|设计|批复|审批|申报|进场|施工|新?开工|动工|启动|完工|竣工|验收|通过|并|投入使用|投用|交付|建成|改造|完成|入户)+(?:了|约|近)?"
)
_ANSWER = sought(
    r"\s?(?:已|现|实际|累计)?(?:完成|建成|改造|到位|完工)\s?|,(?:目前|现)?(?:已|现|实际|累计)(?:完成|建成|改造|到位|完工)?\s?"
)


def owners_plan(s: SentenceContext, r: Reading) -> bool:
    """井仁县160公里完成152公里: in a list of districts the number right behind the name is its plan."""
    if (
        r.owner is None
        or r.own
        or r.bracket
        or sought(r"[\u4e00-\u9fff]{2,8}").fullmatch(r.lead.strip("、,; ")) is None
    ):
        return False
    behind = s.number_behind(r.quantity.end)
    if behind is None or behind.noun != r.quantity.noun or r.lead.strip("、,; ")[-1] not in "县区市旗州镇乡":
        return False
    return _ANSWER.fullmatch(s.text, r.quantity.end, behind.start) is not None
