"""Pages that say "not found" while their status says 200."""

from __future__ import annotations

import re

from connectors.visible import visible

# a page with more characters than this is a page, whatever words are in it
SHORT_CHARS = 300

_TITLE = re.compile(
    r"^\W*(?:error\W*)?404(?!\d|[条项个家件号])"
    r"|(?:页面|网页)(?:没有找到|不存在|未找到|丢失|走丢)|找不到(?:页面|网页)|not found",
    re.I,
)
_BODY = re.compile(
    r"(?:访问|查找|请求|浏览|查看)的(?:页面|网页|文件|文章|信息|内容|资源|地址|链接).{0,12}?"
    r"(?:不存在|删除|未找到|找不到|没有找到|丢失|失效|无法|撤回|下线)"
    r"|(?:页面|网页|文章|信息)(?:已经?)?(?:不存在|不见了|走丢了|(?:被)?删除了)"
    r"|找不到(?:该|此|您)?.{0,8}(?:页面|网页|文章)|404\s*(?:not found|错误|页面)|not found",
    re.I,
)
_TITLE_TAG = re.compile(r"<title[^<>]*>([^<]*)", re.I)


def says_missing(title: str, text: str) -> bool:
    """Whether a page of this title and this visible text tells its reader that there is no such page."""
    return bool(_TITLE.search(title)) or (len(text) <= SHORT_CHARS and bool(_BODY.search(text)))


def html_says_missing(html: str) -> bool:
    """The same for a page's source, without parsing it."""
    title = _TITLE_TAG.search(html)
    return says_missing(title[1].strip() if title else "", visible(html))
