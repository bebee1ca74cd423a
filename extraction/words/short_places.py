"""Places called without their kind in a list that is headed as one of places: 排名前三的是:石桥(96%)、白马(91%).

排后三位的乡镇为:大坪51%、龙潭47%       who is first and last, each with its share at once
分县区看,东陵、西岭、南川分别完成78%…   names side by side whose figures follow in their order
其中青县1.02万人、白县1.18万人、石桥1.24万人  one among those that have their kind

The words before the list, or its other names, say that places are meant, and the list that each has a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_KINDS = (
    r"(?:县市区|市县区|县\(市、区\)|县区|区县|市县|县市|乡镇|镇乡|镇街|街镇|乡\(镇\)|市州"
    r"|市\(州\)|县\(市\)|地区|地方|[县旗区市州镇乡]|街道|园区|片区)"
)
_NAME = r"(?!其中|其[余他]|全[市县旗区省]|平均|同比|增长|下降|任务|完成|[高低]于|不足|超过|未达)[\u4e00-\u9fff]{2,3}"
_RANKED = (
    rf"(?:[前后末][\d一二三四五六七八九十两]{{1,2}}(?:[位名]|个?(?={_KINDS}))?|靠[前后]|[领滞落][先后]|垫底|[较最][快慢好差高低])"
    rf"的?(?:\d{{1,2}}个)?{_KINDS}?(?:分别|依次)?(?:[是为有]|(?=:)){{1,2}}[:]?"
)
_BEYOND = (  # 开工率低于全市平均水平的有
    r"(?:[高低]于|不足|不到|超过|未达到?)(?:\d{1,3}(?:\.\d{1,2})?%|[^,。;:\d%的]{2,12})(?:以[上下])?"
    rf"的(?:\d{{1,2}}个)?{_KINDS}?(?:分别|依次)?(?:[是为有]|(?=:)){{1,2}}[:]?"
)
_OF_EACH = rf"[各分]{_KINDS}[^,。;:\d]{{0,16}}(?:分别|依次)?(?:[是为:]|看,){{1,2}}"
_SHARE = r"\(?(?:仅|只|为|完成|达)?\d{1,3}(?:\.\d{1,2})?%\)?"
_ONE_BY_ONE = re.compile(
    rf"(?:{_RANKED}|{_BEYOND}|{_OF_EACH})(?P<list>{_NAME}{_SHARE}(?:[、,;和]{{1,2}}{_NAME}{_SHARE}){{1,14}})"
)
_IN_TURN = re.compile(rf"(?:{_RANKED}|{_OF_EACH})(?P<list>{_NAME}(?:[、和与]{_NAME}){{1,9}}),?(?:分别|依次)")
# each with what its matches hold, of which most texts have nothing: sought first
_LISTS = (
    (re.compile(rf"[、,;和](?=[\u4e00-\u9fff]{{2,3}}{_SHARE}){_NAME}{_SHARE}"), _ONE_BY_ONE),
    (re.compile("分别|依次"), _IN_TURN),
)
_AMOUNT = r"\d[\d.]*[万亿]?[\u4e00-\u9fff]{1,2}"
_AMONG_KINDS = re.compile(
    rf"(?:其中|包括|分别为)[:,]?(?P<list>{_NAME}{_AMOUNT}(?:[、,]{_NAME}{_AMOUNT}){{2,14}})(?=[。,;)\n]|$)"
)
_WITH_KIND = re.compile(r"[\u4e00-\u9fff]{1,2}[县区市镇乡州旗]")
_NO_NAME = re.compile(
    r"(?:[男女]性|[城农][镇村市区]|乡村|学生|党员|青年|儿童|老人|[市区县旗省州][直级]|本级|企业|机关|高校|公[办立]|民办|社会|脱贫|贫困|低保|特困|残疾|退役|大学).*"
)
_CALLED = re.compile(_NAME)
_HAS_KIND = re.compile(r"[\u4e00-\u9fff]+[县区市镇乡州旗]")  # 达州 stands beside 遂宁 and 内江
_IS_NO_PLACE = re.compile(r"[\u4e00-\u9fff]+[局委办厅率度比]")


def short_names(text: str) -> frozenset[str]:
    """The names of the places that the folded text calls so; of those in a list that have no kind."""
    found: set[str] = set()
    for needed, pattern in _LISTS:
        for listed in pattern.finditer(text) if needed.search(text) else ():
            called = [re.sub(r"^[和与、]", "", name) for name in re.findall(r"[\u4e00-\u9fff]+", _bare(listed["list"]))]
            if all(_CALLED.fullmatch(name) and not _IS_NO_PLACE.fullmatch(name) for name in called):
                found.update(name for name in called if not _HAS_KIND.fullmatch(name))
    return frozenset(found | set(_among_kinds(text)))


def _among_kinds(text: str) -> Iterator[str]:
    """其中青县1.02万人、白县1.18万人、石桥1.24万人: names without a kind among places that have theirs."""
    for listed in _AMONG_KINDS.finditer(text) if "其中" in text or "包括" in text or "分别为" in text else ():
        called = re.findall(r"(?:^|[、,])([\u4e00-\u9fff]{2,3})(?=\d)", listed["list"])
        places = [name for name in called if _WITH_KIND.fullmatch(name)]
        others = [name for name in called if name not in places]
        if len(places) >= max(2, len(others)) and not any(_NO_NAME.fullmatch(name) for name in others):
            yield from others


def _bare(listed: str) -> str:
    """The list without what stands between a name and its figure."""
    return re.sub(r"\(?(?:仅|只|为|完成|达)?\d[\d.]*%\)?|[、,;和与]", " ", listed)
