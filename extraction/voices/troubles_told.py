"""What a sentence of reasons counts: 主要问题是2个项目手续未办结,资金缺口1800万元; 原因是_3处管线未移交.

Such a sentence stands behind what lags and is nothing that lags. What it says was planned or done is still told:
原因是6个小区意见不统一,目前完成12个. A clause alone may give the reason: 系西旗_5万亩标段流标, 因_6个小区意见不一,….
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_OPENS = sought(
    r"\s?(?:[(（]?[\d一二三四五六七八九十]{1,2}[)）.、是]{1,2})?(?:目前|当前|其中|但|从督[查导]情况看|据了解)*[,:]?(?:"
    r"(?:存在|面临|反映|遇到)(?:的|了|着)?(?:主要|突出|共性)*(?:问题|困难|难点|堵点|瓶颈)"
    r"|(?:主要|突出|共性)?(?:问题|困难|难点|堵点|瓶颈|矛盾)(?:主要)?(?:是|有|在于|为|:)"
    r"|(?:究其|分析|探究)?(?:主要|滞后|客观|直接|其|拖后|欠账|偏慢|缓慢|未完成|未达标)*的?(?:主要)?原因(?:主要)?(?:是|有|在于|为|:|,)"
    r"|究其原因|由于|受(?![理益教众托援助])[^,。;\d]{2,16}影响)"
)
_DONE_OR_MEANT = sought(
    r"完成|建成|开工|竣工|完工|新增|达到|目标|计划|任务|应|累计|占|投用|整治|改造了|兑现|发放|签约(?!未)|到位(?!难|慢)"
)
_LACKED = sought(
    r"(?:缺口|缺额|短缺|尚缺|还缺|缺|差|停工|误工|窝工|推迟|延误|延期|拖欠|欠[付缴]?|损失|[尚还仍]有|剩余?|超出|搁置)(?:了|达|约|近|共|为)*\s?$"
)
_HINDERED = sought(
    r"[^,。;:\d]{0,18}?(?:[尚还仍均都]?未(?:能|及时)?|没有?|不(?:到位|足|统一|同意|配合|符|够|畅|愿|了)|滞后|退场|停工|受阻|变更|流标|流拍|废标|纠纷|推迟|"
    r"延[期误]|困难|难以|缓慢|缺口|短缺|卡在|堵在|反复|重招|停滞|搁置|窝工|所致|到时限|到期|调整|上访|阻工|偏慢|偏低|退出|注销)"
)

_REASON = sought(
    r"(?:^|[,;:。])\s?(?:主要)?(?:系|因(?!地制|村|户|校|人而)|由于|受(?![理益教众托援助]))[^,。;:\d]{0,14}$"
)
_LISTED_WITH_REASON = sought(r"(?:因|由于)[^,。;\d]{0,14}(?:到时限|到期|未到|时限)")


def is_the_reason(p: Place) -> Said | None:
    """系西旗_5万亩标段流标, 病区等_3项因年底到期: what is counted where it is told why."""
    end = p.r.quantity.end
    if p.r.quantity.noun in ("项", "个", "件") and _LISTED_WITH_REASON.match(p.s.text, end):
        return _aside(p.r)
    if _REASON.search(p.clause_lead) is None or _HINDERED.match(p.s.text, end) is None:
        return None
    return _aside(p.r)


@only_with(_OPENS)
def trouble_told(p: Place) -> Said | None:
    """存在的主要问题是:_2个项目用地手续尚未办结,资金缺口_1800万元: what hinders, and nothing of what lags."""
    r = p.r
    if r.bracket or r.measure not in ("amount", "percent") or _OPENS.match(p.s.text, p.s.sentence.start) is None:
        return None
    if _DONE_OR_MEANT.search(r.lead):
        return None
    lacked = _LACKED.search(r.lead) is not None
    if not lacked and _HINDERED.match(p.s.text, r.quantity.end) is None:
        return None
    return _aside(r)


def _aside(r: Reading) -> Said:
    r.settled = True
    return CONTEXT
