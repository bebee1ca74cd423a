"""How well a cell's content fits a column: what a piece of text is, and what each kind of column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from extraction.grids.cells import EMPTY, NUMBER
from extraction.grids.columns import GROWING, Column, is_unit
from extraction.numbers import units
from extraction.numbers.quantities import scan
from extraction.sought import sought

_AMOUNT = sought(
    r"(?:约|近|超|仅|已|达|≥|≤|[<>]?=|>|<|[大小]于(?:等于)?|不低于|不少于|不超过|不高于|达到?|新增|完成|增长)*-?\d[\d,]*(?:\.\d+)?"
    r"\s?(?![年月日])[^\s\d,。;:()]{0,6}(?:\([^()]*\))?(?:以上|以内|左右|以下)?"
)
_ITEM = sought(r"^\d{1,3}[、.](?=[^\d、.]{2,}$)")  # 3、旅游收入(万元) is no amount
_PERCENT = sought(
    r"(?:约|近|≥|≤|[<>]?=|>|<|[大小]于(?:等于)?|不低于|不超过|不高于|增长|达到?)*-?\d[\d.,]*\s?(?:%|个?百分点)(?:\([^()]*\)|以上|以内|左右)?"
)
_PHONE = sought(r"(?:0\d{2,3}-?)?[2-8]\d{6,7}(?:[、,/;\s]+\d{7,8})*|1[3-9]\d{9}")
_DATE = sought(
    r"(?:(?:19|20)\d\d[年./-])?(?:\d{1,2}(?:[月./-]\d{1,2}日?|月))(?:底|末|份|上旬|中旬|下旬)?(?:前|之前)?"
    r"|(?:19|20)\d\d年?[-~至](?:19|20)\d\d年?|(?:19|20)\d\d(?:年(?:底|末)?前?|[./-]\d{1,2}(?:[./-]\d{1,2})?)|全年|年底前?|长期|持续(?:推进)?|[一二三四]季度末?前?|上半年"
)
_FLAG = sought(
    r"[√×✓✔是否]|(?:已|未|不)?达(?:到)?(?:序时?|时序)(?:进度)?|(?:红|黄|绿|蓝)(?:灯|牌)?|(?:进度)?(?:正常|滞后|偏慢|较慢|超前)"
    r"|(?:已|未|基本)完成|(?:正常|有序|加快)推进|推进中|未启动|未开工|达标|未达标"
)
_PLACE = sought(r"[\u4e00-\u9fff]{1,5}(?:县|市|旗|(?<![小社园景校街片])区|本级)|合计|总计|全[市县区省州旗]")
_TOWN = sought(r"[\u4e00-\u9fff]{1,6}(?:镇|乡|街道|街道办|街道办事处|[园片]区|苏木|社区|村|景区|管理区|新区)")
_BODY = re.compile(
    r"(?:局|委|办|厅|处|科|中心|公司|镇|乡|街道|街道办|院|会|集团|支队|大队|部|署|所|园区|管委会|指挥部|政府|开发区"
    r"|各(?:县|旗|区|市|镇|乡|街道).{0,6})$"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_PERSON = re.compile(rf"[{_SURNAMES}]\s*[\u4e00-\u9fff]\s*[\u4e00-\u9fff]?")
_PROMISE = re.compile(r"\d\s?(?:%|(?![年月日号岁])[\u4e00-\u9fff㎡])")
_HOTLINE = sought(r"12\d{3}(?=热线|政务|工单|平台|市民|投诉|便民|服务|群众|诉求)")  # a name, no figure
_TELLING = re.compile(r"[,。;]|.{26,}")

_SIGN = sought(r"[≥≤><=≧≦﹥﹤]=?|定性|(?:大|小|等)于(?:或?等于)?|不[低少小高大多]于|不超过")
_COUNTED = ("number", "amount")
_LARGEST, _ROUNDED = 999, Decimal("0.06")  # per cent of a plan
_SHARED = ((2, 1), (3, 2), (3, 1), (1, 2))  # how far before a share its plan and result may stand
_SERIAL = sought(r"\d{1,3}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3}")
_STATE = sought(  # how far a work is, which names none
    r"(?:已|正在|完成|未|尚未|待|编制|进行|开展|启动|初步|主体)*(?:方案|选址|招标|招投标|设计|立项|施工|前期|审批|开工|动工|封顶|征地|拆迁|评审|采购|论证)"
    r"(?:工作|准备|编制|阶段|完成|中)*"
)

# what a cell of each kind costs under a column: 0 is at home, 9 does not belong there
_KINDS = (
    "number",
    "amount",
    "percent",
    "unit",
    "flag",
    "phone",
    "date",
    "body",
    "person",
    "text",
    "story",
    "promise",
    "sign",
)
_COSTS: dict[str, tuple[int, ...]] = {
    #          number amount percent unit flag phone date body person text story promise sign
    "serial": (9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9),
    "sign": (9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0),
    "rank": (0, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9),
    "target": (0, 0, 1, 9, 9, 8, 5, 6, 6, 3, 2, 0, 9),
    "actual": (0, 0, 1, 9, 3, 8, 5, 6, 6, 2, 1, 0, 9),
    "ratio": (3, 6, 0, 9, 9, 9, 9, 9, 9, 5, 9, 7, 9),
    "growth": (1, 6, 0, 9, 9, 9, 9, 9, 9, 5, 9, 7, 9),
    "unit": (9, 9, 9, 0, 9, 9, 9, 6, 9, 6, 9, 9, 9),
    "flag": (9, 9, 9, 9, 0, 9, 9, 9, 9, 2, 6, 6, 9),
    "remark": (7, 5, 6, 3, 3, 8, 4, 3, 3, 0, 0, 0, 6),
    "name": (8, 5, 9, 4, 6, 9, 5, 2, 2, 0, 1, 1, 9),
    "owner": (9, 9, 9, 4, 6, 9, 6, 0, 2, 0, 6, 6, 9),
    "category": (9, 9, 9, 4, 6, 9, 6, 2, 2, 0, 5, 5, 9),
    "department": (9, 9, 9, 6, 6, 9, 6, 0, 0, 1, 3, 6, 9),
    "phone": (3, 9, 9, 9, 9, 0, 9, 9, 9, 9, 9, 9, 9),
    "date": (7, 5, 9, 9, 6, 9, 0, 6, 6, 3, 5, 4, 9),
    "figure": (0, 0, 2, 6, 6, 6, 4, 6, 6, 3, 6, 3, 9),
    "words": (7, 5, 7, 3, 4, 7, 3, 1, 1, 0, 0, 0, 3),
}
_SKIPS = {"target": 3, "actual": 3, "name": 3, "serial": 2, "owner": 2, "rank": 4, "sign": 3}


def is_place(piece: str) -> bool:
    """Whether the piece is the name of a place, or says that a row is the sum of all places."""
    piece = sought(r"\s").sub("", piece)
    return _PLACE.fullmatch(piece) is not None or _TOWN.fullmatch(piece) is not None


@lru_cache(maxsize=1024)
def content(piece: str) -> str:
    """What the piece is: empty, number, amount, percent, unit, sign, flag, phone, date, body, person, text,
    story (a longer text) or promise (a text with a figure in it).
    """
    piece = _ITEM.sub("", _HOTLINE.sub("", piece))
    if EMPTY.fullmatch(piece):
        return "empty"
    if _PHONE.fullmatch(piece) and len(sought(r"\D").sub("", piece)) >= 7:
        return "phone"
    if NUMBER.fullmatch(piece.removeprefix("+")):
        return "percent" if "%" in piece else "number"
    if is_unit(piece) or piece in units.ALL:
        return "unit"
    if _SIGN.fullmatch(piece):
        return "sign"
    kinds = (("date", _DATE), ("flag", _FLAG), ("percent", _PERCENT), ("amount", _AMOUNT), ("person", _PERSON))
    found = next((kind for kind, pattern in kinds if pattern.fullmatch(piece)), None)
    if found == "person" and is_place(piece):
        return "body"  # 江口镇
    if found:
        return found
    if _PLACE.fullmatch(piece) or (_BODY.search(piece) and not sought(r"\d|。").search(piece)):
        return "body"
    if _PROMISE.search(piece):
        return "promise"
    return "story" if _TELLING.search(piece) else "text"


@lru_cache(maxsize=1024)
def only_sizes(piece: str, kind: str) -> bool:
    """Whether the figures that make the piece an amount or a promise are but a name's: 10亿元以上项目."""
    return kind in ("amount", "promise") and all(q.role not in ("context", "target", "actual") for q in scan(piece))


def contents(pieces: Sequence[str]) -> list[str]:
    """What each piece is; `share` where a bare number is the share that two before it make: 27800, 52242, 187.9."""
    kinds = [content(p) for p in pieces]
    for i in range(2, len(kinds)):
        if kinds[i] == "number" and any(_is_share(pieces, kinds, i, *two) for two in _SHARED):
            kinds[i] = "share"
    return kinds


def _is_share(pieces: Sequence[str], kinds: Sequence[str], i: int, whole: int, part: int) -> bool:
    """Whether the piece is the share that the one so many places before it has of the other."""
    if i < max(whole, part) or kinds[i - whole] not in _COUNTED or kinds[i - part] not in _COUNTED:
        return False
    plan, done, share = (figure(pieces[i - back]) for back in (whole, part, 0))
    if not plan or done is None or share is None or share > _LARGEST:
        return False
    beside = (whole, part) == _SHARED[0]
    return abs(done / plan * 100 - share) < (max(_ROUNDED, share / 100) if beside else _ROUNDED)


def figure(piece: str) -> Decimal | None:
    """The first number of the piece."""
    match = sought(r"-?\d[\d,]*(?:\.\d+)?").search(piece)
    return Decimal(match.group().replace(",", "")) if match else None


def _held(role: str, header: str, measured: bool) -> str:
    """Which row of costs the column has: its role, or what an unmeasured column of its heading holds."""
    if role == "rate":
        return "ratio"
    if role == "department" and sought(r"领导|责任人|联系人").search(header):
        return "department"
    if role == "aside":
        if sought(r"电话|联系方式").search(header):
            return "phone"
        if sought(r"时限|期限|时间|起止").search(header):
            return "date"
        return "words" if sought(r"内容|规模|性质|步|措施|来源|成效").search(header) else "figure"
    if role in ("other", "kind"):
        return (
            "figure"
            if measured
            or is_place(header)
            or sought(r"(?:数量?|总量|总额|面积|里程|规模|人口|均值|平均(?:水平|值)?)$").search(header)
            else "words"
        )
    return role


class Asks(NamedTuple):
    """All that a column asks of its cells: two columns that ask the same are fitted by the same cells."""

    held: str
    growth: bool
    percent: bool
    rate: bool


class Shows(NamedTuple):
    """All that a piece of text shows to a column."""

    kind: str
    serial: bool
    short: bool
    below: bool
    place: bool
    state: bool


def asks(column: Column) -> Asks:
    """What the column asks of its cells."""
    return _asks(column.role, column.header, bool(column.unit))


@lru_cache(maxsize=4096)
def _asks(role: str, header: str, measured: bool) -> Asks:
    rate = sought(r"率|比[例重]").search(header) is not None
    return Asks(_held(role, header, measured), GROWING.search(header) is not None, "%" in header, rate)


def shows(kind: str, piece: str) -> Shows:
    """What the piece, of this kind (`contents`), shows to any column."""
    return Shows(
        kind,
        _SERIAL.fullmatch(piece) is not None,
        len(piece) < 6,
        piece.startswith("-"),
        kind == "body" and is_place(piece),
        kind == "text" and _STATE.fullmatch(piece) is not None,
    )


def misfit(column: Column, kind: str, piece: str) -> int:
    """What it costs to lay the piece under the column."""
    return cost(asks(column), shows(kind, piece))


@lru_cache(maxsize=4096)
def cost(column: Asks, piece: Shows) -> int:
    """What it costs to lay such a piece under such a column."""
    held, kind = column.held, piece.kind
    if kind == "empty":
        return 0
    if held in ("serial", "rank"):
        return 0 if piece.serial else 9
    if held == "phone" and kind == "number" and piece.short:
        return 9
    if piece.place and held in ("target", "actual"):
        return 12  # whose the next row is
    if held in ("target", "actual") and piece.below and not column.growth:
        return 4
    if held in ("ratio", "growth") and kind == "number" and column.percent:
        return 0
    if kind == "percent" and held in ("target", "actual") and (column.growth or column.percent or column.rate):
        return 0
    if piece.state and held in ("name", "owner", "category"):
        return _COSTS["name"][0]
    if kind == "share":
        return 0 if held == "ratio" else _COSTS[held][0] + 3 * (held in ("target", "actual"))
    return _COSTS[held][_KINDS.index(kind)]


def skip(column: Column) -> int:
    """What it costs to leave the column empty."""
    return _SKIPS.get(column.role, 1)
