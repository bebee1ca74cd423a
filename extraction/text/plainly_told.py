"""Words of talk where reports have plainer ones.

今年我们的目标是加装300台      目标是
拟建20个,14个已建好            计划新建
满意度目标90分,得分88.6分      实际为
低于省定95%的标准              的要求
达到序时进度(66.7%)的有2个     the pace without its figure
完成全年预期240亿元的75.8%     全年目标
围绕全年投资60亿元的目标       全年投资60亿元的目标
完成11亿元,年度18亿元,占61%    年度计划18亿元
3500亩土地处置任务消化1848亩   任务已消化
会议要求,至6月底开工率达到80%  要求至6月底
【滞后】泊位只建成310个         滞后:
建议12件、提案19件,均已按期答复 均已办结
应急广播、消防站各建100处      建应急广播、消防站各100处
东片12公里完工10公里           东片12公里,已完工10公里
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_OURS = sought(r"(?P<out>我们的?)(?=(?:年度|全年|今年的?)?目标(?:任务)?(?:就?是|为))")
_TO_BUILD = sought(
    rf"(?P<out>拟)(?=[新改扩]?建\d{{1,5}}(?:\.\d+)?(?P<unit>{units.AMOUNTS})[,;(]\s?(?:目前|其中)?,?(?:已建好?成?)?\d{{1,5}}(?:\.\d+)?(?P=unit)(?:已|建))"
)
_SCORED = sought(
    r"(?<=目标)(?:为|是)?\d{1,4}(?:\.\d{1,2})?分(?:以上)?[,;](?P<out>(?:实际|目前|考核|最终)*得分(?:为|是)?)(?=\d{1,4}(?:\.\d{1,2})?分)"
)

_STANDARD = sought(
    r"(?:低于|高于|达到|超过|未达到?|不低于)(?:国家|[省市县区]定?|上级|考核|规定|行业)*\d{1,3}(?:\.\d{1,2})?%的(?P<out>标准)(?=[,。;、)]|$)"
)
_EXPECTED = sought(
    rf"(?:完成|达到?|占|为)了?(?:全年|年度|年初)(?P<out>预期|预计)(?=\d[\d.,]{{0,11}}\s?[万亿]{{0,2}}(?:{units.AMOUNTS})[、,和的])"
)
_AIMED = sought(
    r"(?P<out>围绕|紧扣|锚定|对标|瞄准|聚焦|紧盯)(?=(?:全年|年度|年初)[\u4e00-\u9fffA-Z\d]{2,20}?\d[^,。;]{0,60}?的(?:目标|任务))"
)
_NUMBER = r"\d[\d,]{0,9}(?:\.\d{1,4})?\s?[万亿]{0,2}"
_OF_THE_YEAR = sought(
    rf"(?:完成|到位|实现|支出|投入)[\u4e00-\u9fff]{{0,6}}{_NUMBER}(?P<unit>{units.AMOUNTS})(?:\([^()\n]{{0,30}}\))?,(?P<of>年度|全年)(?={_NUMBER}(?P=unit),占\d)"
)
_TASK_DID = sought(
    rf"{_NUMBER}(?P<unit>{units.AMOUNTS})[\u4e00-\u9fff]{{2,16}}?任务(?P<at>)(?=(?!已|完成|目前|仅|实际|累计|分别)[\u4e00-\u9fff]{{2}}{_NUMBER}(?P=unit))"
)
_DEMANDED = sought(r"(?<=要求)(?P<out>[,:])(?=(?:到|至)?\d{1,2}月[底末][^,。;]{2,24}\d)")
_STATES = sought(
    r"(?:^|(?<=[\n。]))[ \t]{0,4}(?P<open>【)(?:已?(?:提前|全部)?(?:办结|完成|完工)|滞后|(?:按|达)?序时(?:推进|进度)?"
    r"|未(?:完成|启动|开工|达序时)|推进(?:中|缓慢)|正常推进|进展缓慢)"
    r"(?:的?(?:事项|项目|任务|类))?(?P<close>】)(?=[^\n【]{6})"
)
_REPLIED = sought(r"(?:均|都|全部)已?(?P<out>(?:按[期时])?(?:办理)?答复|按[期时]办[复结]|办复)(?=[,。;)]|$)")
_EACH_BUILT = sought(
    r"(?:(?<=[。;,:、)\n])|^)(?P<before>(?!其中|目前|已|截至)[\u4e00-\u9fff“”]{2,12}(?:[、和][\u4e00-\u9fff“”]{2,12}){1,3}各)(?P<verb>新改建|新建|建设|建成|改造|创建|培育|打造|举办|新增|建)"
    rf"(?={_NUMBER}(?:{units.AMOUNTS}))"
)
_DID_OF_IT = sought(
    rf"(?:(?<=[,;:、。\n])|^)(?!其中|已|目前|累计)[\u4e00-\u9fff“”]{{2,12}}?(?<!完成)(?<!任务)(?<!计划)(?P<plan>\d[\d,]{{0,9}}(?:\.\d{{1,4}})?)\s?(?P<times>[万亿]{{0,2}})(?P<unit>{units.AMOUNTS})"
    rf"(?P<at>)(?=(?:完工|建成|竣工|完成)(?P<done>\d[\d,]{{0,9}}(?:\.\d{{1,4}})?)\s?(?P=times)(?P=unit))"
)
_MAY_HAVE_DONE = re.compile(
    r"\d[万亿]{0,2}[\u4e00-\u9fff]{1,4}(?:完工|建成|竣工|完成)\d"
)  # what each match of it holds
_PACE = sought(r"(?<=[时序间]进度)(?P<out>\(\d{1,3}(?:\.\d{1,2})?%\))(?=的)")


def plainly_told(text: str) -> Iterator[Edit]:
    """The edits that write the plain words."""
    if "我们" in text:
        yield from ((*match.span("out"), "") for match in _OURS.finditer(text))
    if "拟" in text:
        yield from ((*match.span("out"), _planned(text, match.end("out"))) for match in _TO_BUILD.finditer(text))
    if "的标准" in text:
        yield from ((*match.span("out"), "要求") for match in _STANDARD.finditer(text))
    if "年预" in text or "度预" in text or "初预" in text:
        yield from ((*match.span("out"), "目标") for match in _EXPECTED.finditer(text))
    if "的目标" in text or "的任务" in text:
        yield from ((*match.span("out"), "") for match in _AIMED.finditer(text))
    if ",年度" in text or ",全年" in text:
        yield from ((match.end("of"), match.end("of"), "计划") for match in _OF_THE_YEAR.finditer(text))
    if "任务" in text:
        yield from ((*match.span("at"), "已") for match in _TASK_DID.finditer(text))
    if "要求," in text or "要求:" in text:
        yield from ((*match.span("out"), "") for match in _DEMANDED.finditer(text))
    if "复" in text:
        yield from ((*match.span("out"), "办结") for match in _REPLIED.finditer(text))
    if "各" in text:
        for match in _EACH_BUILT.finditer(text):
            yield match.start("before"), match.start("before"), match["verb"]
            yield *match.span("verb"), ""
    yield from (
        (*match.span("at"), ",已")
        for match in _DID_OF_IT.finditer(text)
        if _value(match["done"]) <= _value(match["plan"])
    )
    if "【" in text:
        for match in _STATES.finditer(text):
            yield *match.span("open"), ""
            yield *match.span("close"), ":"
    if "进度(" in text:
        yield from ((*match.span("out"), "") for match in _PACE.finditer(text))
    if "得分" in text:
        yield from ((*match.span("out"), "实际为") for match in _SCORED.finditer(text))


def _value(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


def _planned(text: str, at: int) -> str:
    return "计划新" if text.startswith("建", at) else "计划"
