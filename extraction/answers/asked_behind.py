"""A verb of asking behind its number: 申报70家、净增20家,已组织首批41家企业申报 tells of the 70, and never of the 20.

The words around the number say who asked, and of what they asked for nothing: of two plans of asking it is neither's.
"""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_ASKED = sought(r"[^,。;、\d]{0,6}?(?P<verb>申报|申请|报名)(?:工作)?(?=[,。;]|$)")
_WHO = sought(r"(?:组织|指导|推荐|完成|首批|第?[一二三四]批|企业|单位|机构|主体|项目|家|户|申报|申请|报名)*")
_IS_ITS_VERB, _NOBODYS = 0.7, 0.3


def asked_behind(scope: Scope, promise: Promise, reading: Reading) -> float | None:
    """How well such a figure answers a plan of asking; None for other figures and other plans."""
    asked = _ASKED.match(reading.tail)
    same = promise.target.noun == reading.quantity.noun and promise.reading.start < reading.start
    if asked is None or not same or asked["verb"] not in promise.name or not _WHO.fullmatch(reading.own):
        return None
    others = (p for p in scope.promises if p is not promise and p.target.noun == promise.target.noun)
    return _NOBODYS if any(asked["verb"] in p.name for p in others) else _IS_ITS_VERB
