"""Whether 其中 opens a part of what the sentence told, or tells what came of a plan set before it."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.words import names

YEARS_OWN = sought(r"其中[,:]?(?:今年|当年|本年度?|年内)[新已共]")  # 在岗248人,其中今年新开发141个
_OPENS = sought(r"[“\s]*(?:截[至止][^,。;]{1,10},|目前,?|现,?)?其中")
_DONE_OF = sought(r"已|完成|建成|交付|投用|投入使用|竣工|完工")


def tells_of_plan(raw: str, reading: Reading, known: frozenset[str]) -> bool:
    """新建18所。其中13所已交付使用: what is done of the plan is its answer, no part of one."""
    opens = _OPENS.match(raw) is not None
    another = len(names.folded(reading.own)) >= 4 and not names.BARE_VERB.fullmatch(reading.own)
    if another and not any(names.folded(reading.own) in name or name in names.folded(reading.own) for name in known):
        return False  # 其中公办学位已新增3400个: of one kind
    return opens and _DONE_OF.search(raw + reading.tail.split(",")[0]) is not None


def of_the_tasks(s: SentenceContext, before: list[Reading]) -> bool:
    """今年30件实事,已办结17件。其中5公里管网改造…: the tasks that were counted, told one by one."""
    counts = [r for r in s.just_told if not r.bracket]
    opens = all(b.clause_start == before[0].clause_start == s.sentence.start for b in before)
    return opens and bool(counts) and all(r.voice == "context" and r.quantity.noun in ("件", "项") for r in counts)


def counted_first(s: SentenceContext, reading: Reading, before: list[Reading]) -> Reading | None:
    """14个小区已全部开工,到位资金1860万元,其中完工5个: below a promise, the count that opens the sentence."""
    first = before[0] if before else None
    opens = (
        first is not None and s.answering and not first.clause_lead.strip() and first.clause_start == s.sentence.start
    )
    alike = opens and first is not None and first.quantity.noun == reading.quantity.noun != ""
    return first if alike and first is not None and first.base >= reading.base else None


def planned_before(s: SentenceContext, reading: Reading, before: list[Reading]) -> Reading | None:
    """改造38个小区。目前已完成投资1.5亿元,其中12个已完工: no money is made of them, but the plan just set."""
    if not before or any(b.quantity.noun != "元" for b in before):
        return None
    plans = [
        r for r in s.just_told if r.voice == "promise" and r.quantity.noun == reading.quantity.noun and not r.bracket
    ]
    return plans[0] if len(plans) == 1 and plans[0].base >= reading.base else None
