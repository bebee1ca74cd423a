"""One name for an office however it is written: 云汀市科学技术局, 市科技局 and 科技局 are one."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.sought import sought

_SHORT = (
    ("科学技术", "科技"), ("发展和改革", "发改"), ("发展改革", "发改"), ("人力资源和社会保障", "人社"),
    ("人力资源社会保障", "人社"), ("交通运输", "交通"), ("住房和城乡建设", "住建"), ("住房城乡建设", "住建"),
    ("教育体育", "教体"), ("文化和旅游", "文旅"), ("文化广电和旅游", "文旅"), ("文化旅游", "文旅"),
    ("卫生健康", "卫健"), ("工业和信息化", "工信"), ("应急管理", "应急"), ("生态环境", "环境"),
    ("市场监督管理", "市场监管"), ("自然资源和规划", "自规"), ("城市管理", "城管"), ("退役军人事务", "退役军人"),
    ("医疗保障", "医保"), ("农业和农村", "农业农村"), ("招商投资促进", "招商"), ("地方金融监督管理", "金融监管"),
)  # fmt: skip
_SUFFIX = sought(r"(?:委员会|局|委|厅|办公室|办|处|中心)$")
_PLACE = sought(r"^(?:[\u4e00-\u9fff]{2,8}?[省市州县区旗])?(?:市|县|区|省|州|旗)?(?=[\u4e00-\u9fff]{2})")
_BETWEEN = re.compile(r"[、,，;；/\s]+|和(?=[市县旗区省])")


@lru_cache(maxsize=4096)
def office(name: str) -> str:
    """The name without its place and its kind, the long words short; of what is no office the name itself."""
    short = name.strip()
    for long, brief in _SHORT:
        short = short.replace(long, brief)
    bare = _SUFFIX.sub("", _PLACE.sub("", short))
    return bare or short


def offices(words: str) -> tuple[str, ...]:
    """A list of offices as the names in it: 市财政局、各县区政府."""
    names = (name.strip("。.()（）:： ") for name in _BETWEEN.split(words))
    return tuple(dict.fromkeys(name for name in names if name and name not in ("无", "-", "—", "/")))
