"""What a heading, or a few words that stand alone, say that the numbers behind them are about."""

from __future__ import annotations

from functools import lru_cache

from extraction.outline.items import Sentence
from extraction.sought import sought

_NUMBERED = sought(r"\(第[\d一二三四五六七八九十、-]{1,8}[项条件]\)?")  # 外贸出口(第10项)
_SAID_OF_IT = sought(  # 行业扶贫情况, 争取上级资金成效明显: how it is told of is no part of what it is
    r"(?<=...)(?:(?:进展|完成|落实|推进|工作|执行)*情况|(?:成效|效果|进展|增势|运行|态势|势头)(?:较为|比较|十分|持续|更加|总体)?"
    r"(?:明显|显著|突出|顺利|良好|平稳|较好|强劲))$"
)
_PLACES = sought(  # 县区进展情况, 各乡镇推进, 分县(区)完成情况: whose the figures are, not what they are of
    r"(?:[各分](?=[县旗市区州乡镇街地])|全[省市县旗])*(?:(?:[县市区州旗乡镇街]|街道|地区)(?:[(](?:[市县区州旗]|街道|园区)[)])?[、和及]?){1,4}"
    r"(?:的?(?:工作|任务|项目|建设|投资)?(?:进展|完成|推进|落实|实施|进度|执行|推进落实)(?:情况)?|情况)"
)

# whom the report is sent to
_ADDRESSED = sought(
    r"各(?:[市县旗区乡镇州]|有关|相关|直属|成员|责任|部门|单位)[^。;\d]{0,40}(?:政府|单位|部门|机构|委员会|管委会|办事处|[局委办])"
)
_LABEL = sought(
    r"^(?:绩效|年度|工作|考核)*(?:目标|指标|任务|事项|项目)[A-Z\d一二三四五六七八九十]{1,2}[:](?=[^:\d]{3,16}。$)"
)
_COUNTS = sought(r"(?<![A-Za-z\d])\d(?!\d?周?岁)")  # 3岁以下婴幼儿托位 counts nothing
_STATE = sought(
    r"(?:目前|现|已|正在?|均|提前|超额|如期|基本|全部|全面|有序|正常|稳步|加快|抓紧|顺利|持续)+(?:推进|实施|建设|完成|办结|开展|施工|落实)(?:中|年度|全年|目标|任务)*"
    r"|(?:进度|进展|推进)(?:较为?|比较|相对|明显|严重)?(?:滞后|缓慢|偏慢|较慢|落后|顺利|良好|正常|较快)"
)
_ABOVE = 120  # characters in which the title stands
_TITLE = sought(r"(?:^|\n)[^\n]{0,20}?关于([^\n]{4,40}?)的(?:通报|报告|通知|函)\s*$")
_NO_THING = sought(  # 全市2013年农村危房改造5月份进展情况: the thing is 农村危房改造
    r"[全我本][省市县旗区州镇]|(?:20\d\d年)度?|(?:\d{1,2}-)?\d{1,2}月(?:份|底|末)?|[上下]半年|[前第]?[一二三四]季度|第\d{1,2}[周期]"
    r"|(?:工作|任务|工程|项目)?(?:目标任务)?(?:完成|进展|落实|推进|实施|进度|执行)*情况$|(?:工作|建设)?进[展度]$"
)


def _of_title(above: str) -> str:
    """What the title right above an address is about; empty where it does not say."""
    said = _TITLE.search(above.rstrip())
    thing = _NO_THING.sub("", said[1]) if said else ""
    return thing if 2 <= len(thing) <= 16 and not sought(r"[\d《》,、]").search(thing) else ""


@lru_cache(maxsize=4096)
def subject_of_topic(topic: str) -> str:
    """What the heading is about, without how it is told of; empty where it only says that places are told of."""
    return "" if _PLACES.fullmatch(topic) else _SAID_OF_IT.sub("", _NUMBERED.sub("", topic))


def topic_of(text: str, sentence: Sentence) -> str:
    piece = text[sentence.start : sentence.end].strip()
    bare = sought(r"^[一二三四五六七八九十]{1,3}是").sub("", piece)
    pointed = bare != piece or piece.endswith(":") or (piece.endswith("。") and len(_LABEL.sub("", piece)) <= 14)
    bare = _LABEL.sub("", bare)
    bare = bare.strip(" 。;:,")
    if _ADDRESSED.fullmatch(bare):
        return _of_title(text[max(0, sentence.start - _ABOVE) : sentence.start])
    if bare.endswith(("看", "如下", "牵头", "负责", "承办", "主办", "配合", "督办")):
        return ""  # 分行业看, 县住建局牵头: names nothing
    if _STATE.fullmatch(bare):
        return ""  # 正在推进。, 提前完成年度任务。
    bare = subject_of_topic(bare)
    return bare if pointed and 2 <= len(bare) <= 20 and not _COUNTS.search(bare) else ""
