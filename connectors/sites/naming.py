"""What a new source may be called, and which titles it may follow: proposals that a person looks at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

# words of a progress report's title, the most telling first; a list seldom needs more than three of them
PROGRESS = (
    "进展情况", "完成情况", "落实情况", "执行情况", "推进情况", "实施情况", "工作进展", "进度", "督查通报", "通报",
)  # fmt: skip
# the same words stand in titles about meetings and plans
OTHER = ("召开", "会议", "培训", "责任分解", "征求意见", "采购", "招标")
_META = re.compile(r"<meta\b(?=[^<>]*\bname=[\"']?SiteName\b)[^<>]*?\bcontent=[\"']([^\"'<>]+)", re.I)
_TITLE = re.compile(r"<title[^<>]*>([^<]*)", re.I)
_PORTAL = re.compile(r"(?:官方|门户)?网站?$|\s+")
_REGION = re.compile(r"^(?:[一-鿿]{2,4}?(?:省|自治区))?[一-鿿]{2,7}?(?:自治州|自治县|市|区|县|旗|盟|州)")
_HOST_PARTS = frozenset({"www", "gov", "cn", "com", "org", "net", "example"})


def title_patterns(titles: Iterable[str]) -> tuple[list[str], list[str]]:
    """The words by which rows may be followed, and those by which not to; both empty where no title has any."""
    shown = list(titles)
    include = [word for word in PROGRESS if any(word in title for title in shown)][:3]
    followed = [title for title in shown if any(word in title for word in include)]
    return include, [word for word in OTHER if any(word in title for title in followed)]


def bureau_of(html: str) -> str:
    """The bureau's name as its page tells it, empty where it does not."""
    named, title = _META.search(html), _TITLE.search(html)
    name = named[1] if named else re.split(r"[_\-—|]", title[1])[-1] if title else ""
    return _PORTAL.sub("", name.strip())


def region_of(bureau: str) -> str:
    """The place at the beginning of a bureau's name, empty where there is none."""
    match = _REGION.match(bureau)
    return match[0] if match else ""


def id_of(url: str) -> str:
    """`<region>-<bureau>`: kjj.xianning.gov.cn is xianning-kjj, www.fl.gov.cn/zxqj/ is fl-zxqj."""
    address = urlsplit(url)
    labels = [label for label in (address.hostname or "").split(".") if label not in _HOST_PARTS][::-1]
    folders = [re.sub(r"\W", "", part.partition(".")[0].lower()) for part in address.path.split("/")]
    folders = [part for part in folders if re.fullmatch(r"[a-z][a-z0-9]{1,15}", part) and part not in ("index", "list")]
    parts = labels if len(labels) > 1 else [*labels, *folders[-1:]]
    return "-".join(re.sub(r"[^a-z0-9.]", "", part.lower()) for part in parts) or "new-source"
