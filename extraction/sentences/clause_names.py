"""What the clauses before a number name: 房地产业工资总额,2023年目标增速8%; 公厕方面,已建成8座."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.sentences.bracket_names import HOW_FAR
from extraction.sentences.doers import names_nothing, without_doer
from extraction.sentences.seen_from import seen_from
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.words import names
from extraction.words.owner_names import PLACE
from extraction.words.words_around import without_leading

_RATES = sought(r"(?<=...)(?:[及和与]其?)?(?:任务|目标)?(?:完成率|完成比例|完成进度)(?:情况)?(?:分别|依次)?(?:为|是)?$")
_PREDICATE = re.compile(
    r"(?:(?:全面|正式|陆续|相继|已|经)(?:动工|开工|启动|铺开|展开|复工|实施|推开)|滞后|缓慢|偏慢|较慢|顺利|良好|平稳|受阻|影响|[较偏]晚|不足|不够|受限|困难|偏[低少]|不及时|未到位"
    # 居民意见不统一, 施工单位退场, 选址难度大, 资金已到位
    r"|不(?:统一|同意|一致|配合|到位|强|高|畅|理想|充分|具备|完善|成熟|熟悉|积极)|退场|进场|撤场|复杂|紧张|繁杂|扎实|合理|有力|就绪"
    r"|流[标拍]|废标|停工|阻工|上访|变更|推迟|延期|延误|欠缺|缺失|反复|突出"
    r"|(?:难度|强度|压力|任务|工作量|跨度|阻力|矛盾|缺口|变化|影响|周期|流程|程序|战线)(?:较|很|偏|过|比较)?(?:大|重|多|长|繁|紧)"
    r"|条件(?:较|很|偏)?差|(?:已|均|全部|基本|陆续|尚?未|没有?)(?:到位|确定|落实|敲定|办结|获批|批复|移交|签约|见效|形成))$"
)  # a clause that says how it goes names nothing


_DONE_THERE = sought(  # 兰西市、张州市公租房基本建成任务已全面完成: places told as done name what others have to do
    rf"(?:^|[,;:、和及与])(?:{PLACE})(?:等(?:[两三四五六七八九十\d]{{1,2}}个?[省市县区州旗镇乡]{{1,2}})?)?"
    r"(?P<thing>(?!的?(?:年度|全年|目标|任务))[\u4e00-\u9fffA-Z]{2,16}?)(?:年度|全年|目标)*任务(?:均|都|已|全部|全面|提前|如期|超额|率先)*完成$"
)
_PLACE_BEHIND = sought(rf"[,;](?:而|但|其中)?{PLACE}$")
_PENDING = sought(  # 收入增速待国家统计局调查队反馈,前三季度为8.9%
    r"(?:(?:数据|数)?(?:[国省市县旗]里|[国省市县旗]上|上级|[省市][局厅])?)(?:[尚仍还暂]?[待未](?!遇)[^,。;\d]{0,16}(?:反馈|核定|公布|发布|核算|统计|提供|确定|审定)(?:[^,。;\d]{0,8}(?:数|数据|数值|结果|名单|情况))?)$"
)
_TREND = sought(  # 外贸进出口形势好转,累计完成109亿元: how it goes is no part of what it is
    r"(?<=...)(?:形势|态势|势头|运行|走势)?(?:总体|整体|持续|逐步|明显|稳步|有所|企稳|开始)*(?:好转|回升|回暖|向好|改善|提速|加速|发力|趋稳|企稳)$"
)
_UNIT_NOTE = sought(r"(?:任务|目标|计划)?\((?:单位:?)?[万亿]?[^()\d,。;:]{1,4}\)$")  # 各县区造林任务(万亩)
_ASPECT = sought(  # 公厕方面,已建成8座; 在危桥改造上,计划开工8座; 河道治理这一块
    r"(?:在(?P<on>[^,。;:\d]{3,16})上|在?(?P<of>[^,。;:\d]{2,16}?)(?:这一?(?:方面|块|项)|方面))"
)
_LEADS_ON = sought(r"看$|来看|如下|情况$|同时$|下步|举措")
_DATED = sought(r"\d月")  # 工程5月份全面动工: when it was is no name


def first_clause(s: SentenceContext, clause_start: int) -> str:
    """The clauses before the first number, where they name the thing: 房地产业工资总额,2023年目标增速8%."""
    piece = s.text[
        s.sentence.start : clause_start if clause_start <= s.first_number else s.clause_start(s.first_number)
    ].rstrip(",:;。 ")
    return _named_by(piece) or s.topic


_COLON = sought(r":(?P<name>[^,;:。\d()]{2,24}),$")  # 滞后1项:|储能电站项目,|年度计划投资3.2亿元
_A_DATE = sought(r"月|季度|目前|截至|[底末]$")


def behind_colon(s: SentenceContext, clause_start: int) -> str:
    """The work that a list behind a count names in a clause of its own, before the number of the next one."""
    said = _COLON.search(s.text, max(s.first_number, clause_start - 26), clause_start)
    return "" if said is None or _A_DATE.search(said["name"]) else _named_by(said["name"])


@lru_cache(maxsize=4096)
def _named_by(piece: str) -> str:
    """What the words before a clause name; empty where they tell why or how it is."""
    piece = _PLACE_BEHIND.sub("", HOW_FAR.sub("", _UNIT_NOTE.sub("", piece).rstrip("(")))
    if done := _DONE_THERE.search(piece):
        return done["thing"]
    if seen := seen_from(piece):
        return seen
    piece = sought(r"^[一二三四五六七八九十]{1,3}是").sub("", piece)
    last = sought(r"[,;:]").split(piece)[-1] if len(piece) > 30 else piece
    if aspect := _ASPECT.fullmatch(last):
        named = aspect["on"] or aspect["of"]
        return named if len(names.folded(named)) >= 2 else ""
    cleaned = _PENDING.sub("", _RATES.sub("", without_leading(without_doer(without_leading(last))).strip()))
    if sought(r"^(?:因|受|由于|鉴于|为|除(?!险|尘|草|雪))").match(cleaned) or names_nothing(cleaned):
        return ""  # why it is so, and what was done for it, names nothing
    if any(p.search(cleaned) for p in (_LEADS_ON, _DATED, _PREDICATE)):
        return ""
    cleaned = _TREND.sub("", cleaned)
    return cleaned if len(names.folded(cleaned)) >= 2 else ""
