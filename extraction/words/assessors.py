"""Who found a figure, said between a goal and its answer: 达82%以上,据抽查为79.5%; 达到55%,经遥感监测为53.8%.

The words name nothing. Behind a goal they tell as 目前 does, unless another office says them (省级抽检为99.1%): that
may be a second finding of the same thing.
"""

from __future__ import annotations

from extraction.sought import sought

_WAY = r"[春秋]季学期|学年度?|社会|群众|民意|专家|抽样|问卷|电话|公众|初步|专项|资源|遥感|现场|实地|年度|季度|月度"
_OFFICE = r"[国省市县旗区州级局厅委]|第三方|机构|部门|统计局?|调查队|中心|上级|督查"
_FINDS = (
    r"(?:评估|测评|调查|监测|检查|核查|考核|统计|抽查|抽检|抽测|审计|检测|实测|测算|核算|清查|普查|督查|考评|评价|暗访|暗查|夜查|回访)"
    r"(?:结果|显示|得分|反馈|数据|值|数|平均)*"
)
ASSESSOR = sought(rf"(?:[经据按]|根据)?(?:{_OFFICE}|{_WAY})*{_FINDS}")
OWN_FINDING = rf"(?:[经据按]|根据)?(?:{_WAY}|督查)*{_FINDS}"
# the office whose word it is: 经省厅核定, 经自治区核算
CERTIFIED = (
    r"经(?:国家|自治区|上级|[省市部](?:[\u4e00-\u9fff]{0,8}[厅局部])?)?(?:初步|最终|年终)?"
    r"(?:核定|核算|认定|审核|核查)(?:认定|确认)?"
)
FINDING = sought(_FINDS)
CHANGED = sought(rf"\s?{OWN_FINDING}(?:已|仅|实际|分别|均|同比)*(?:增长|上升|提高|上涨|下降|减少|降低|削减|压减|下滑)")
