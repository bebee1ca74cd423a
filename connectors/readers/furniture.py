"""What stands around a report and is none of it: font sizes, sharing, breadcrumbs, neighbours, the site's own lines."""

from __future__ import annotations

import re

_LINE_MAX_CHARS = 160

# buttons, alone or in a row
_BUTTON = (
    r"分享(?:到|至)?|打印(?:本页|此页)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|返回(?:顶部|首页|上页)?|复制链接|下载"
    r"|微信|微博|QQ(?:空间)?|朋友圈|超大|特大|默认|大|中|小|[|｜\s\[\]【】()（）:：]"
)
_VERSION = r"无障碍(?:浏览|阅读)?|关怀版|长[辈者](?:版|模式)|适老(?:化|版)?|[繁简][體体](?:版)?|English|[|｜\s]"
_EDITOR = r"责任编辑|编辑|责编|校对|审核|审签|初审|复审|终审|一审|二审|三审|签发|录入|信息员"
_OWNER = r"主办|承办|协办|版权所有|技术支持|网站主管|主管单位|主办单位|承办单位|网站地图|联系我们"
_WHOLE_LINE = re.compile(
    rf"""
    [\[【(（]?\s*(?:设置)?(?:字\s*[号体]|字体大小|文字大小|视力保护色|保护视力色|背景色)\s*[:：\[【].*
    | (?:{_BUTTON})+
    | (?:{_VERSION})+
    | (?:请)?(?:使用|用)?(?:手机|微信)?(?:扫一扫|扫描(?:下方)?二维码).{{0,40}}
    | [\[【(（]?(?:{_EDITOR})\s*[:：].{{0,60}}
    | (?:您|你|现在|当前|目前)(?:现在|当前|目前|所在|的)*位置\s*(?:是)?\s*[:：].*
    | (?:首页|网站首页)\s*[>＞»/].*
    | (?:浏览|访问|阅读|点击)(?:次数|人次|量|率|数)?\s*[:：]\s*[\d,]*\s*次?
    | .{{0,40}}(?:网站标识码|ICP备|公网安备).{{0,120}}
    | (?:{_OWNER})(?:单位)?\s*(?:[:：©].{{0,120}})?
    | 今天是\s*[:：]?.{{0,40}}
    | [(（]?此件(?:主动|依申请|删减后)?公开(?:发布)?[)）]?
    | .{{0,20}}该?链接属?.{{0,4}}(?:站外|外部)链接.*
    | 政策性文件留言咨询.* | 验证码\s*[:：].* | (?:换一张|看不清).{{0,10}}
    | (?:打开|关闭)?(?:语音)?(?:播报|朗读|播放)
    """,
    re.VERBOSE,
)
# what follows one of these is about other pages
_TAIL = re.compile(
    r"【?\s*(?:上一[篇条页]|下一[篇条页]|前一[篇条]|后一[篇条]|相关(?:新闻|阅读|文章|推荐|链接|信息|文档|稿件)"
    r"|延伸阅读|热点推荐|推荐阅读|扫一扫|责任编辑)"
    r"\s*(?:】)?\s*(?:[:：].*|$)"
)


def is_furniture(line: str) -> bool:
    """Whether a line of a page says nothing about the report."""
    return len(line) <= _LINE_MAX_CHARS and (
        _WHOLE_LINE.fullmatch(line) is not None or (is_tail(line) and not line.startswith("相关"))
    )


def is_tail(line: str) -> bool:
    """Whether a line opens the list of other pages at a page's foot."""
    return _TAIL.match(line) is not None
