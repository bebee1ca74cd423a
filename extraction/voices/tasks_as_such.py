"""Tasks as such: a count whose whole name says who set them and how they rank, and what they are about nowhere.

年度重点任务45项, 县政府常务会议议定事项40件, 20项今年分解到我局的工作中. What is said of their number behind it
(已完成31项,正在推进14项,完成率69%) measures nothing either. 市下达任务12项 is the plan of a heading's thing.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said

_SETTERS = (
    r"今年|全年|年度|年初|本年度?|当年|20\d\d年度?|国家|中央|上级|[国省市县区旗州镇局](?:级|委|定|直)?(?:党组|人大)?"
    r"|我[局市县区省州镇委]|我单位|本[局市县区省州镇委]|全[局市县区省州镇]|政府|党组|党委|安排|承担|承办|涉及|分解|下达"
    r"|部署|布置|确定|明确|列入|纳入|牵头|负责|主办|到|给|的|与|和|及|、|共|目标|工作|各项"
)
_RANKS = (
    r"重点|重要|重大|主要|核心|关键|考核|绩效|量化|定量|约束性|预期性|改革|民生|为民办?|民心|惠民|督办|督查|攻坚|乡村振兴"
    r"|党建|责任|清单|台账|高质量|经济|社会|发展|具体|专项|综合性?|十[大件]|议定|常委会|常务会议?|党组会议?|办公会议?|全会"
    r"|党代会|人代会|交办|专题会议?|[《“]?政府工作报告[》”]?|“?十[一二三四五]五”?规划"
)
_TASKS = r"(?:(?:目标)?任务(?:目标)?|实事)"
_MATTERS = r"(?:事项|指标|工作|要点)(?:任务)?"
_EITHER = rf"(?:{_SETTERS}|{_RANKS})"
_NAME = rf"(?:(?:{_SETTERS}){{0,6}}(?:{_RANKS}){_EITHER}{{0,6}}{_TASKS}|{_EITHER}{{1,9}}{_MATTERS})(?:清单|台账)?"
_BEFORE = sought(rf"(?:^|[,。;:、(\n\d.)]){_NAME}(?:总?数)?(?:共有?|共计|总计|合计|计|有|为)*\s?$")
_BEHIND = sought(rf"{_NAME}(?=[中里,。;、()]|已|均|全部|其中|目前|截至|完成|达到|$)")
_OF_PROGRAMME = sought(
    r"十[一二三四五]五”?规划(?:纲要)?(?:确定|明确|提出|安排|部署|列入|实施)?的?\s?$"
)  # “十四五”规划确定的102项重大工程
_ITS_WORKS = sought(r"(?:重大|重点|主要)*(?:工程|项目)+")
_KINDS = ("项", "件", "个", "条")
_HOW_FAR = sought(  # the characters of 已完成, 正在推进, 其余, 未达序时进度, 截至9月底, 完成率
    r"[截至止到目前现今年以来已均全部其余剩下中里有尚还正在仍按时期如提超额基本面累计共常序顺利加快抓紧稳步持续间进度达未欠低于高慢滞后"
    r"落缓较偏展完成办结销号启动推理实施开率占比为的分别约仅任务事项指标工作总数量个件条0-9.%,;、。()月份底末日上半三季一二]*\s?"
)
_NO_THING = sought(r"(?:任务|事项|指标|工作|实事)?(?=[,;。、()\n]|$|正|按|进展|尚|仍|滞后|未|占|已)")
_FAR = 60  # characters of such a name at most


def tasks_as_such(p: Place) -> Said | None:
    """年度重点任务_45项,已完成_31项,完成率_69%: tasks that nothing tells the work of, and what came of it."""
    if _are_tasks(p.s, p.r):
        p.s.count_tasks(p.r)
        p.r.settled = True
        return CONTEXT
    return CONTEXT if p.s.tasks and _goes_on_counting(p) else None


def _are_tasks(s: SentenceContext, r: Reading) -> bool:
    if r.quantity.noun not in _KINDS:
        return False
    low = max(s.sentence.start, r.start - _FAR)
    lead = s.text[low : r.start] if low == s.sentence.start else f"…{s.text[low : r.start]}"
    if _OF_PROGRAMME.search(lead) and _ITS_WORKS.match(s.text, r.quantity.end):
        return True
    return _BEFORE.search(lead) is not None or _BEHIND.match(s.text, r.quantity.end) is not None


def _goes_on_counting(p: Place) -> bool:
    """Whether nothing is named between such a count and the number."""
    if p.r.quantity.noun not in (*_KINDS, "%") or _NO_THING.match(p.s.text, p.r.quantity.end) is None:
        return False
    if p.last is not None and (p.last.voice != "context" or p.last.quantity.noun not in (*_KINDS, "%")):
        return False
    total = p.s.tasks.get(p.r.quantity.unit)
    if p.r.quantity.noun != "%" and (total is None or p.r.base > total):
        return False
    begin = p.last.quantity.end if p.last is not None else p.s.sentence.start
    return _HOW_FAR.fullmatch(p.s.text, begin, p.r.start) is not None
