"""A column that tells what was done, whatever it is called: 主要任务 | 工作措施 | 责任单位, 年度目标 | 工作成效.

Where a plan stands and no column is headed like progress, the one called 措施, 成效, 动态 or 状态 is an account if its
cells tell as much: figures of what the plan counts beside words of what is done, or that all is done. Measures that
are only planned (计划…, 将…, 加强…) tell nothing, and what is to come next (下一步措施) is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.by_content import may_tell
from extraction.grids.cells import EMPTY, GridCell
from extraction.grids.columns import Column
from extraction.grids.fitting import content
from extraction.numbers import units
from extraction.numbers.quantities import scan
from extraction.sought import sought

_RESULT = sought(r"成效|成果|效果|动态|状态|现状|状况")
_CONTENT = sought(r"(?:建设|工作|实施|改造)内容")
_DONE = sought(
    r"已|累计|截[至止]|目前|现(?:已|有)|\d月|均|全部|全面|占|(?:完成|建成|完工|竣工|开工|新增|新建|改造|投用|交付|发放|达到?|实现)[^,。;\d]{0,8}\d"
)
_ALL_DONE = sought(r"(?:已|均|均已|已全部|全部|全面|基本)+(?:建成|完成|完工|竣工|交付|投入使用|投用|办结|达标)")
_SHARE = sought(r"\d[\d.]*\s?%")
_AHEAD = sought(r"(?:^|(?<=[,;。]))\s*(?:将|拟|计划|确保|力争|争取|力求|继续|年底前)[^,;。]*")


def settle_accounts(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """Make such a column the one of progress, and content that nothing names the rows' name; in place."""
    _name_by_content(columns)
    whole = [row for row in rows if len(row) == len(columns)]
    shares = [i for i, c in enumerate(columns) if c.role == "actual" and _all_shares(text, whole, i)]
    if any(c.role == "actual" and i not in shares for i, c in enumerate(columns)):
        return
    may = [i for i, c in enumerate(columns) if may_tell(c)]
    planned = [i for i, c in enumerate(columns) if c.role in ("target", "name") or _CONTENT.search(c.header)]
    plans = [i for i in planned if i not in may]
    found = [i for i in may if plans and i > plans[0] and _tell(text, whole, plans, i, columns[i].header)]
    if len(found) == 1:
        columns[found[0]].role = "actual"
        for i in shares:
            columns[i].role = "ratio"  # 完成进度: 62%


def _name_by_content(columns: Sequence[Column]) -> None:
    """序号 | 建设内容 | 完成情况: where nothing else names the rows or plans."""
    if any(c.role in ("name", "owner", "target", "category", "kind") for c in columns):
        return
    content = [c for c in columns if c.role == "aside" and _CONTENT.search(c.header)]
    if len(content) == 1:
        content[0].role = "name"


def _all_shares(text: str, rows: Sequence[Sequence[GridCell]], index: int) -> bool:
    held = [p for row in rows if not EMPTY.fullmatch(p := row[index].of(text))]
    return bool(held) and all(map(_SHARE.fullmatch, held))


def _tell(text: str, rows: Sequence[Sequence[GridCell]], plans: Sequence[int], told: int, header: str) -> bool:
    """Whether most cells tell what came of the plan beside them."""
    pairs = [(" ".join(row[i].of(text) for i in plans), row[told].of(text)) for row in rows]
    filled = [(a, b) for a, b in pairs if not EMPTY.fullmatch(b)]
    telling = sum(_tells(a, b, bare=_RESULT.search(header) is not None) for a, b in filled)
    return telling > 0 and telling * 2 >= len(filled)


def _tells(plan: str, piece: str, *, bare: bool) -> bool:
    """Whether the cell says how far its plan is; `bare` where a figure alone says it."""
    if _ALL_DONE.search(piece):
        return True
    piece = _AHEAD.sub("", piece)
    if not (bare or _DONE.search(piece) or content(piece) == "amount"):
        return False
    return (
        bool(_nouns(plan) & _nouns(piece)) or sought(r"(?:完成|占)[^,。;\d]{0,10}\d[\d.]*%").search(piece) is not None
    )


def _nouns(piece: str) -> set[str]:
    """What the figures of the piece count."""
    return {units.to_common(q.noun)[0] for q in scan(piece) if q.value is not None and q.noun not in ("", "%")}
