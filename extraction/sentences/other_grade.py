"""Grades: 创建省级森林乡村10个,市级20个 ... 省级已公布6个,市级认定17个; 通过市级验收 where 省级 was promised."""

from __future__ import annotations

from functools import lru_cache

from extraction.sought import sought

_GRADE = sought(r"国家级|[省市县旗区校]级")
_ONLY_GRADE = sought(
    r"[,、\s]*(?:目前|现|其中|已)*(?P<grade>国家级|[省市县旗区校]级)"
    r"(?:已|现|获|公布|认定|获批|获评|命名|评定|授牌|创成|通过|新增|完成)*\s?"
)


_RANKS = {"校": 0, "镇": 0, "乡": 0, "县": 1, "区": 1, "市": 2, "省": 3, "国": 4}
_STRIVES = sought(
    r"(?:创建|创成|争创|申创|培育|认定|评定|评选|新增|获评|获批|命名|建成|打造)[^,。;]{0,10}?(国家|[省市])级(?![^,。;]{0,4}(?:重点|财政|专项)|及?以上)"
    # 省级“专精特新”企业任务11户: what nobody is but by an award
    r"|(国家|[省市])级(?=“?(?:专精特新|小巨人|绿色|示范|优质|美丽|卫生|文明|森林|生态|高新技术|科技型|瞪羚|孵化器|众创|企业技术中心|龙头))"
)
_ATTESTS = sought(r"([国省市县旗区镇乡])(?:家)?级?(?:[^,。;\d级]{0,4})(?:验收|评审|初审|评估|审核|核查|复核|考核|审查)")


def attested_below(promised: str, told: str) -> str | None:
    """市级验收, where 通过市级验收14个 is told of 创建省级示范村20个: those above them award the grade."""
    grade, by = _STRIVES.search(promised), _ATTESTS.search(told)
    return (
        by.group()
        if grade is not None and by is not None and _RANKS[by[1]] < _RANKS[(grade[1] or grade[2])[0]]
        else None
    )


_OF = sought(r"(?<![全各])(国家|[省市县旗])(?!场|民|域|政|道|外|内)")


def awarded_below(promised: str, told: str) -> bool:
    """获批省重点实验室, where 国家级平台 were promised: what a lower office awards is none of them."""
    grade, by = _GRADE.search(promised), _OF.search(told)
    return grade is not None and by is not None and _RANKS.get(by[1][0], 0) < _RANKS[grade.group()[0]]


@lru_cache(maxsize=4096)
def of_other_grade(lead: str, inherited: str) -> str | None:
    """The thing that was named before, of the grade that these words name and nothing else; None for other words."""
    said = _ONLY_GRADE.fullmatch(lead)
    known = _GRADE.search(inherited) if said is not None else None
    if said is None or known is None:
        return None
    return inherited[: known.start()] + said["grade"] + inherited[known.end() :]
