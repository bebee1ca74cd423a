"""Lines without a number: a list of promises, each with its story behind it, is a list of items.

    --高新技术企业净增40家。目前入库86家。
    --技术合同登记成交额18亿元。一季度成交额3.06亿元,只有年度目标的17%。

    新增规上服务业企业18家。进展情况:目前已入库11家。
    改造老旧街区52个。进展情况:已完工37个。

A dash or a dot leads them, or a label parts the story from the promise. Where such lines tell, they are paragraphs of
their section as any other; but of lines led by signs (●, ◆) a few that promise, or have a title, make items of all.
"""

from __future__ import annotations

from itertools import pairwise

from extraction.outline.account_begins import PLANNED, TOLD, account_in, answered
from extraction.outline.labels import ACCOUNT, ACCOUNT_LABEL, OWNERS
from extraction.records import Interval
from extraction.sought import sought

BULLET = sought(
    r"(?:-{1,4}|[●■◆★•·※▲►◇□▪◎➢➤✓✔☑√*△☆])\s?(?=[\u4e00-\u9fffA-Za-z“\"(])|(?:-{2,4}|-\s|[●■◆★•·※▲►◇□▪◎➢➤✓✔☑√△☆])\s?(?=\d)"
)
_MARKED = sought(r"(?:第\d{1,3}[项条]|[(]?[一二三四五六七八九十]{1,3}[、)]|\(?\d{1,2}[.、)])")
_AMOUNT = sought(r"(?<![A-Za-z.\d])\d[\d.,]*(?:万亿|[百千]?[万亿])?(?:%|‰|[\u4e00-\u9fff])")
# with the account of its own goal in it: it goes on with no other line
TELLS_ITSELF = sought(rf"[^\n。;]{{4,40}}[。,;]{ACCOUNT_LABEL}")
_TITLE = sought(r"[“”、\u4e00-\u9fff]{4,18}")
_LONGEST_GOAL = 60  # characters of a line whose account begins below it
_FEWEST = 2  # promises that make a list
_SIGN = sought(r"[●■◆★•▲►◇□◎➢➤✓✔☑√]")
_TITLED = sought(r"[●■◆★•▲►◇□◎➢➤✓✔☑√]\s?(?=[^。:]*[\u4e00-\u9fff]{2})[^。:,;]{2,18}[。:].{4}")
_FEWEST_SIGNS = 3  # lines led by a sign that are a list


def promising_lines(text: str, lines: list[Interval]) -> set[int]:
    """The beginnings of those lines that are items: most of their run promise first and tell then."""
    out: set[int] = set()
    run: list[Interval] = []
    above = ""
    lines = [line for line in lines if OWNERS.match(text, *line) is None]
    for (start, end), following in pairwise([*lines, (len(text), len(text)), (len(text), len(text))]):
        if BULLET.match(text, start, end) or _has_account(text, (start, end), following):
            run.append((start, end))
            continue
        if run and _goes_on(text, run[-1], (start, end)):
            run[-1] = (run[-1][0], end)
            continue
        if run and _TITLE.fullmatch(text, start, end) and following != (len(text), len(text)):
            continue  # 加强公共服务: a title between them parts no list
        if run and not _AMOUNT.search(above):
            promising = sum(_promises_first(text, low, high) for low, high in run)
            signed = _are_signed(text, run)
            promising += sum(_TITLED.match(text, low, high) is not None for low, high in run) if signed else 0
            fewest = max(1, len(run) / 4) if signed else max(_FEWEST, len(run) / 2)
            out |= {low for low, _ in run} if promising >= fewest else set()
        run = []
        marked = _MARKED.match(text, start, end)
        above = text[marked.end() : end] if marked else ""
    return out


def _are_signed(text: str, run: list[Interval]) -> bool:
    """Whether signs lead all of them, as numbers would; dashes lead what is told as well."""
    return len(run) >= _FEWEST_SIGNS and all(_SIGN.match(text, *line) is not None for line in run)


def _has_account(text: str, line: Interval, following: Interval) -> bool:
    """改造老旧小区46个。完成情况:已完工31个, in one line or in two: a line that tells of its own goal."""
    if _MARKED.match(text, *line) or ACCOUNT.match(text, *line):
        return False
    if TELLS_ITSELF.match(text, *line) is not None:
        return True
    account = _account_of(text, *line)
    if account:  # a line with words of planning is read as well as a paragraph
        return PLANNED.search(text, line[0], account) is None
    short = line[1] - line[0] <= _LONGEST_GOAL
    return short and (ACCOUNT.match(text, *following) is not None or _answered(text, line, following))


def tells_of_its_goal(text: str, start: int, end: int) -> bool:
    """Whether the stretch begins with a goal, and what it tells then is of it."""
    return TELLS_ITSELF.match(text, start, end) is not None or _account_of(text, start, end) > 0


def _account_of(text: str, start: int, end: int) -> int:
    """Where the account of the goal that the stretch begins with begins; 0 where there is none."""
    account = account_in(text, start, end)
    if account is not None:
        return account.mark
    stop = text.find("。", start, end)
    return stop if stop > 0 and answered(text, (start, stop), (stop + 1, end)) else 0


def _answered(text: str, line: Interval, following: Interval) -> bool:
    return _MARKED.match(text, *following) is None and answered(text, line, following)


def _goes_on(text: str, item: Interval, line: Interval) -> bool:
    """Whether a line without a mark tells of the item above it."""
    if _MARKED.match(text, *line):
        return False
    if _is_heading(text, item) and TOLD.search(text, *line) is not None:
        return True  # ☑新增除颤仪12台 / 已全部安装到位
    return ACCOUNT.match(text, *line) is not None or answered(text, item, line)


def _is_heading(text: str, item: Interval) -> bool:
    """Whether a bullet leads a short goal that ends with its line."""
    short = item[1] - item[0] <= _LONGEST_GOAL and BULLET.match(text, *item) is not None
    plain = short and text.find("。", *item) < 0 and TOLD.search(text, *item) is None
    return plain and _AMOUNT.search(text, *item) is not None


def _promises_first(text: str, start: int, end: int) -> bool:
    """Whether the line begins with a goal and goes over to its account."""
    bullet = BULLET.match(text, start, end)
    body = bullet.end() if bullet else start
    if _account_of(text, body, end):
        return True
    first, *behind = sought(r"[。:;\n]").split(text[body:end], 1)
    rest = behind[0] if behind else ""
    return bool(rest.strip()) and _AMOUNT.search(first) is not None and TOLD.search(first) is None
