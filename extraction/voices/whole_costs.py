"""The cost of a work in all its years, and the share of it that is spent: 累计完成总投资18亿元的43% is no year's."""

from __future__ import annotations

from extraction.sought import sought

_SPENT = r"[占为]|(?:[了已]|累计|共|(?:^|[,、;])\s?)完成"
_COST = r"(?:项目|工程|概算|估算|批复)*(?:计划)?总投资额?(?:约|近)?"
WHOLE_COST = sought(rf"(?:^|{_SPENT}){_COST}\s?$")
OF_WHOLE_COST = sought(rf"(?:{_SPENT}){_COST}(?:\d[\d.]*[万亿]?元?)?的\s?$")
