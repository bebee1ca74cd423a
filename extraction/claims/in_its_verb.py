"""What is said to be wholly done in the very verb of the promise: 新开工廉租房200套,已全部开工."""

from __future__ import annotations

import re

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.records import Claim
from extraction.sought import sought

EARLY = re.compile(r"开工|动工|签约|征收|启动|落户|上线|挂牌|搬迁|入住|退出|出列|脱贫|封顶")
_BY_THEN = r"(?:[于在]?\d{1,2}月(?:\d{1,2}日|底|末|初|份|[上中下]旬)?(?:前(?=已))?(?!前))?"
_WHOLLY = r"(?:已全部|均已|全部已?|已全面|全面|都已|已)"


_BEGINS = sought(  # 已全部启动, 已全部申报: a step on the way, where nobody promised it
    r"启动|开工|动工|开题|开建|进场|签约|立项|招标|下达|分解|纳入|列入|落实|安排|下拨|拨付|申报|上报|完成|在建|进入|开展|推进|铺开|复工|封顶|摸底|排查|受理|接收|交办|公示|制定|编制|签订|部署|培训|发放|正在|提交|到位|整改|处于|采购|选址|设计|评审|登记|入库|见效|过半|近半|[大一逾超]半|接近|达半"
)
_WHOLLY_SO = sought(  # 取缔“地条钢”企业19家,已全部取缔
    rf"(?:^|[,:])(?:现|目前|{_BY_THEN})(?:已全部|均已|全部已?|已全面)(?P<verb>[\u4e00-\u9fff]{{2}})(?=[,。;、并]|到位|完毕|$)"
)


def in_its_verb(text: str, start: int, end: int, name: str) -> Claim | None:
    """新开工廉租房200套,已全部开工: done in the very word that was promised, early stage or not."""
    verb = EARLY.search(name)
    done = (
        re.compile(rf"(?:^|[,:]){_BY_THEN}{_WHOLLY}{verb.group()}(?=[,。;、]|$)").search(text[start:end])
        if verb
        else None
    )
    if done is None:
        done = _WHOLLY_SO.search(text[start:end])
        if done is None or (done["verb"] not in name and _BEGINS.match(done["verb"]) is not None):
            return None
    words = done.group().lstrip(",:")
    return Claim(None, "done", words, start + done.end() - len(words), start + done.end())


def begun_in_list(scope: Scope, promise: Promise) -> Claim | None:
    """计划开工24座、完工18座,已全部开工,完工7座: the step of one goal of a list, done in its own verb."""
    place, verb = promise.reading, EARLY.search(promise.reading.own)
    if verb is None or not scope.text.startswith("、", place.quantity.end):
        return None
    alike = [p for p in scope.promises if p.reading.sentence == place.sentence and verb.group() in p.reading.own]
    end = scope.item.sentences[place.sentence].end
    return in_its_verb(scope.text, place.quantity.end, end, verb.group()) if len(alike) == 1 else None
