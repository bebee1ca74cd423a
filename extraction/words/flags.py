"""What 是 and 否 say: 是否达序时 否 is behind, 是否滞后 否 is not."""

from __future__ import annotations

from extraction.sought import sought

_ASKS_BEHIND = sought(
    r"是否(?:已经?|存在|出现|有|属于?|进度|严重)*(?:滞后|落后|偏慢|较慢|逾期|超期|延期|未)|有无(?:滞后|逾期|超期)"
)
_YES, _NO = ("是", "√", "有", "滞后"), ("否", "×", "无", "不滞后", "未滞后")


def asks_behind(question: str) -> bool:
    """Whether 是 means that it is behind: 进度是否滞后."""
    return _ASKS_BEHIND.search(question) is not None


def is_behind(question: str, answer: str) -> bool | None:
    """Whether a yes or no to the question says that it is behind; None where it says neither."""
    if answer not in (*_YES, *_NO):
        return None
    return (answer in _YES) == asks_behind(question)
