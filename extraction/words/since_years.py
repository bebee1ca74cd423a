"""Words that a figure is of all the years since one: 自2010年至今年8月,累计开工38416套; and words that it is of now."""

from __future__ import annotations

from extraction.sought import sought

OF_MANY_YEARS = sought(
    r"自?(20\d\d)年[^,。;\d]{0,8}(?:以来|至今(?!年)|起,|[至到](?:今年|20\d\d年)[^,。;]{0,6}?(?=,|累计))"
)
# 2016年以来的问题需整改_860处: since then they arose, and are to be dealt with now
OF_NOW = sought(
    r"[今本]年|年[度内]|其中|[需应须待](?:要|全部)?(?:整[改治]|治理|销号|改造|化解|清零|消除|处置|拆除|修复)"
)
