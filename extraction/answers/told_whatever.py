"""What the words around a number tell, whatever the weights make of it: what was done, thought, counted, or was before.

完成销售86亿元,同比增长21%         what grew was told
年底还将建成680个                  what somebody thinks will come about
承担任务8项                        how many there are
新建198处,加上去年建成的378处      both were told
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.answers.told_in_title import is_told_in_title
from extraction.pairing.net_sums import is_gross_beside_net
from extraction.pairing.opening_plans import is_size_by_design, is_some_more
from extraction.pairing.paced_nodes import is_paced
from extraction.pairing.pair_answers import goes_beyond
from extraction.pairing.sites_told import is_of_site
from extraction.pairing.stated_done import done_of_plan
from extraction.pairing.worded_plans import has_its_share
from extraction.pairing.years_part import adds_to_all
from extraction.promises.baselines import is_there, stood_then
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.brackets import EARLIER
from extraction.voices.funds import is_spent
from extraction.voices.no_amounts import is_class_of_owners
from extraction.voices.plan_lists import begun, is_step
from extraction.voices.pointed_counts import points_to_some
from extraction.voices.tasks_detailed import details_tasks
from extraction.voices.tasks_in_brackets import divides_tasks
from extraction.words import names

_THOUGHT = re.compile(r"[,、;]?\s?(?:预计|预测|有望)(?:今年|全年|到?年底|年末|年内|下半年|四季度)*(?:将|可|能)")
_MORE_TO_COME = sought(r"还将?再?(?=[新改扩]?建|完成|建成|新增|改造)")
_SO_FAR = re.compile(r"\s?(?:年初以来|今年以来|截[至止]|目前|累计|至今|已|实际(?!利用|使用|到位))")
_TASKS = re.compile(  # 承担任务8项: how many there are
    r"(?:任务|事项|实事|项目|工作|指标)$|(?:分解|细化|拆分)(?:为|成|出)\s?$"
    r"|(?:责令|限期)+整改(?:各类)?(?:问题(?:线索)?|线索)$"
)
_ADDED = re.compile(r",(?:加上|连同|加之)")  # 新建198处,加上去年建成的378处: both are told
_GREW_BY = re.compile(  # 完成销售86亿元,同比增长21%: told
    r",(?:同比|[比较](?:上年|去年)(?:同期)?)(?:增长|增加|下降|减少)\d[\d.]*%[。;\n]"
)
_IN_STORE = sought(  # 现培育库储备81户: who may come next
    r"(?:培育|后备|储备|孵化|项目|企业)库(?:现|目前|内|中|里|共|在|已)*(?:储备|在库|收录|入库|有|存)(?:企业|项目)?(?:共|达)?\s?$"
)
_STANDARD = sought(  # 平均标准分别达到765元/月, 救助水平已分别达到1460元
    r"(?<!计划)(?<!目标)标准(?:已|均|都|现|分别|依次|各)*达到?了?\s?$|水平(?:已|均|现)*分别(?:已)?达到?了?\s?$"
)
_SUBTASKS = re.compile(r"子项|子任务|(?:民生)?实事|(?:目标)?任务(?!的)")


def is_told(text: str, found: Sequence[Reading], index: int) -> bool:
    """Whether the words around the number tell what was done or what is thought, whatever the weights say."""
    r = found[index]
    return (
        _so_far(text, r)
        or _ADDED.match(text, r.quantity.end) is not None
        or (r.measure == "amount" and _GREW_BY.match(text, r.quantity.end) is not None)
        or done_of_plan(text, r) is not None
        or has_its_share(text, found, index)
        or is_spent(text, r)
        or names.is_nominal(r.own)
        or stood_then(r)
        or is_there(r)
        or _IN_STORE.search(r.clause_lead) is not None
        or is_size_by_design(r)
        or is_of_site(found, index)
        or is_some_more(r)
        or _thought(text, r)
        or any(is_step(r, b) for b in found[max(0, index - 3) : index])
        or begun(found, index)
        or is_gross_beside_net(found, r)
        or is_told_in_title(text, found, index)
        or adds_to_all(found, index)
        or _divides_what_was_told(text, found, index)
        or _STANDARD.search(r.clause_lead) is not None
        or any(goes_beyond(text[r.quantity.end : b.start], r) for b in found[index + 1 : index + 2])
    )


def tells_of_no_plan(text: str, r: Reading) -> bool:
    """Whether a number that plans nothing counts tasks, or is of an earlier year or one part in its bracket."""
    return (
        (r.bracket and (r.of_plan is not None or EARLIER.match(r.lead) is not None))
        or _counts_tasks(text, r)
        or is_class_of_owners(text, r)
    )


_OPENS = sought(r"(?:以上|左右)?\([^()]{0,40}")


def _divides_what_was_told(text: str, found: Sequence[Reading], index: int) -> bool:
    """建成120所(其中新建80所、改建_40所): a part in the bracket right behind a figure that promises nothing."""
    r = found[index]
    whole = next((b for b in reversed(found[:index]) if not b.bracket), None) if r.bracket else None
    if whole is None or whole.voice != "report" or whole.quantity.noun != r.quantity.noun or whole.base <= r.base:
        return False
    return _OPENS.fullmatch(text, whole.quantity.end, r.start) is not None


def _thought(text: str, r: Reading) -> bool:
    """预计全年可淘汰285辆, 年底还将建成680个: what somebody thinks will come about."""
    thought = _THOUGHT.match(text, r.clause_start) is not None or _MORE_TO_COME.search(r.clause_lead) is not None
    return r.voice == "forecast" and thought


def _counts_tasks(text: str, r: Reading) -> bool:
    """承担任务8项, 含19个子项目: how many there are; 序时应完成45户: how many there should be by now."""
    if r.lead.endswith("”") and r.quantity.noun in ("项", "件"):
        return True  # “建设1000套周转房”一项
    if divides_tasks(text, r) or details_tasks(text, r) or points_to_some(text, r):
        return True
    return _TASKS.search(r.lead) is not None or is_paced(r.lead) or _SUBTASKS.match(text, r.quantity.end) is not None


def _so_far(text: str, r: Reading) -> bool:
    """增长8.5%(年初以来增长6.1%), 截至目前完成: what opens so tells."""
    opens = text.rfind("(", 0, r.start) + 1 if r.bracket else r.clause_start
    return _SO_FAR.match(text, opens) is not None
