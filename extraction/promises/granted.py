"""What was granted of what was asked for: 已申报83家,其中已批准56家; 申报高新技术企业146家,其中已备案61家.

Behind a whole that was only asked for, a part that an office said yes to is no part of a result: it is the result. What
a jury has looked at (通过专家评审) or what hangs out for objections (公示) may still fail.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, takewhile

from extraction.promises.contracted import without_signing
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_YES = sought(
    r"批准|核准|批复|准予|公告|公布|入选|获证|发证|领证|授牌|审定|确认|(?:审核|审批|核定|验收|认定|评定)(?:已|均)?通过"
    r"|通过(?:[国省市县旗][\u4e00-\u9fff]{0,6})?(?:审核|审批|核定|验收|认定|评定)|备案"
)
_MAY_FAIL = sought(r"[未待拟]|初审|预审|推荐|尚|正在|预计|(?:备案|审批|批准|认定)(?:材料|手续|申请)")
_ASKING = sought(r"(?:组织|指导|辅导|新|已|共|累计|受理|推荐|申报|上报|申请|报送|提交|入库|纳统|升规|材料|评审)+")
_FILED = sought(  # things that are one as soon as their office has put them on its list
    r"高新技术企业|高企|科技型|科技企业|专精特新|规[上模]|限[上额]|众创空间|孵化器|机构|商标|标准|示范"
)


@lru_cache(maxsize=1024)
def granted(asked: str, told: str) -> bool:
    """Whether the words of a part say that an office agreed to so many of those that its whole only asked for."""
    return names.stage(asked) == "application" and _YES.search(told) is not None and not _MAY_FAIL.search(told)


def shared_out(whole: Reading, found: Sequence[Reading], index: int) -> bool:
    """申报146家,其中新申报83家、重新认定63家: parts that make up the whole are kinds of it, no step beyond."""
    parts = takewhile(lambda r: r.sentence == whole.sentence, islice(found, index, index + _PARTS))
    sizes = [r.base for r in parts if r.quantity.noun == whole.quantity.noun and not r.bracket]
    return len(sizes) > 1 and any(sum(sizes[:n]) == whole.base for n in range(2, len(sizes) + 1))


_PARTS = 5  # numbers that may share out a whole


def asked_for(found: Sequence[Reading], asked: Reading) -> str:
    """The thing that was asked for: named with the figure, else what was promised last in its unit."""
    thing = _ASKING.sub("", asked.own)
    if len(names.folded(thing)) >= 3:
        return thing
    promised = [r for r in found if r.start < asked.start and r.voice == "promise"]
    return next((r.name for r in reversed(promised) if r.quantity.noun == asked.quantity.noun), asked.subject)


@lru_cache(maxsize=1024)
def filed(promised: str, told: str) -> str:
    """The words of a figure without 备案 where that is no step before what was promised: 高新技术企业已备案61家."""
    told = without_signing(promised, told)
    final = "备案" in told and _FILED.search(promised) is not None and not _MAY_FAIL.search(told)
    return told.replace("公示备案", "").replace("备案", "") if final else told
