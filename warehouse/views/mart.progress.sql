-- 进展（当前） | one row per indicator and report period, with its assessment and the sentence that proves it; start here
with assessed as (
    -- found by their ids, so that nothing wide is held while the newest is looked for
    select assessment.*
    from core.assessment
    where assessment_id in (
        select arg_max(assessment_id, (known_at, rule_version))
        from core.assessment
        group by extraction_id, indicator_no
    )
),

standing as (
    select
        reports.* exclude (known_at, correction_id),
        indicator.* exclude (extraction_id, due, direction, kind, accrues, refusal, confidence),
        coalesce(identity.promise_id, indicator.indicator_key) as promise_id,
        coalesce(identity.year_key, indicator.indicator_key) as year_key,
        max(reports.period_rank) over (partition by reports.source_id) as newest_rank,
        max(reports.period_rank) over (partition by reports.source_id, reports.year) as newest_rank_of_year
    from mart.reports
    inner join core.indicator on reports.extraction_id = indicator.extraction_id
    left join core.v_identity as identity on indicator.indicator_key = identity.indicator_key
    -- of two reports on one period the newer holds; a report of an unknown period stands for itself
    qualify row_number() over (
        partition by
            reports.source_id,
            coalesce(identity.year_key, indicator.indicator_key),
            coalesce(reports.period_rank::varchar, reports.extraction_id)
        order by reports.published_on desc nulls last, reports.fetched_at desc
    ) = 1
),

claims as (
    select extraction_id, indicator_no, string_agg(text, '；' order by claim_no) as claim_text
    from core.claim
    group by extraction_id, indicator_no
),

final as (
    select
        assessed.assessment_id, -- 评估编号 | core.assessment, where every input stands
        standing.year_key as indicator_key, -- 指标键 | names the same promise through all periods of its year
        standing.source_id, -- 来源编号 | sources/<source_id>.yaml
        standing.bureau, -- 部门 | whose report it is
        standing.region, -- 地区 | city, county or province
        assessed.year, -- 年度 | the year of the promise
        standing.period, -- 报告期 | Q1, H1, Q3, FY or M01 to M12; empty: unknown
        assessed.cutoff, -- 数据截止日 | the figure's own, else the report's
        standing.published_on, -- 发布日期 | of the report
        standing.url, -- 网址 | of the report
        standing.sha256, -- 内容指纹 | names the archived bytes
        standing.report_title, -- 报告标题 | its title
        task.number as task_number, -- 任务编号 | as written
        task.title as task_title, -- 任务名称 | its heading
        task.clauses, -- 条款号 | the clauses of the work report it answers
        task.departments, -- 牵头科室 | who leads it
        standing.name, -- 指标名称 | as written
        standing.owner, -- 责任地区 | the district or unit it is about, where not the whole
        standing.tier, -- 档次 | firm (确保) or stretch (力争)
        assessed.kind, -- 类型 | how it is compared: cumulative, rate, level, ceiling, milestone, qualitative
        coalesce(core.number_text(correction.target_value) || correction.target_unit, entry.text, target.text) as target_text, -- 目标 | as written, or as a person corrected it
        coalesce(core.number_text(correction.actual_value) || correction.actual_unit, actual.text) as actual_text, -- 实绩 | as written, or as a person corrected it
        assessed.completion, -- 完成率 | a share of the target
        assessed.pace, -- 序时进度 | the share of the year gone
        assessed.gap_pp, -- 差距（百分点） | negative is behind
        assessed.status, -- 状态 | achieved, on_track, lagging, not_reported, not_comparable, qualitative or unknown
        assessed.severity, -- 程度 | of lagging: slight, behind or severe
        assessed.basis, -- 依据 | figure: computed; claim: rests on the bureau's word; correction: on a person's; none
        assessed.reason, -- 理由 | one sentence with the numbers
        claims.claim_text, -- 自评 | the bureau's own words
        standing.sentence, -- 原文 | the sentence that proves it
        standing.marks, -- 标记 | where its numbers stand in the sentence: [start, end] each
        assessed.confidence, -- 置信度 | that the figure answers the promise, 0 to 1
        standing.is_baseline, -- 基线 | loaded with the first visit of its source
        coalesce(standing.period_rank = standing.newest_rank, standing.newest_rank is null) as is_newest, -- 最新一期 | of its source's newest period
        coalesce(standing.period_rank = standing.newest_rank_of_year, false) as is_newest_of_year, -- 当年最新一期 | of its source's newest period in its year
        standing.period_rank, -- 报告期序 | year and last month of the period as one number, to sort by
        coalesce(entry.operator, target.operator) as operator, -- 关系 | >= <= == ~ range
        coalesce(correction.target_value, entry.value, target.value) as target_value, -- 目标值 | in its unit
        coalesce(correction.target_unit, entry.unit, target.unit) as target_unit, -- 目标单位 | with its magnitude (亿元)
        coalesce(correction.actual_value, actual.value) as actual_value, -- 实绩值 | in its unit
        coalesce(correction.actual_unit, actual.unit) as actual_unit, -- 实绩单位 | with its magnitude
        assessed.target_base, -- 目标值（基本单位） | in the unit without magnitude (元), to compare and to add up
        assessed.target_noun, -- 目标基本单位 | the unit without magnitude
        assessed.actual_base, -- 实绩值（基本单位） | in the unit without magnitude
        assessed.actual_noun, -- 实绩基本单位 | the unit without magnitude
        assessed.baseline_base, -- 基数（基本单位） | where a level stood at the start
        assessed.direction, -- 方向 | up: more is better; down: less is better; empty: not known
        assessed.accrues, -- 累计 | whether the target is a year's sum
        assessed.pace_months, -- 已过月数 | the months that count
        assessed.pace_of, -- 总月数 | of how many: 12, or the month of the deadline
        assessed.ground, -- 判定条款 | the branch of the rule that held first
        standing.folded, -- 归一名称 | the name as it is compared
        standing.qualifiers, -- 限定词 | what keeps like names apart (省级, 出口 ...)
        assessed.expected, -- 应达值 | what the pace asks for, in the unit without magnitude (元)
        assessed.stated_completion, -- 自报完成率 | a share
        assessed.stated_status, -- 自报状态 | done, ongoing or lagging
        assessed.due, -- 完成期限 | its own deadline, where the text gives one
        assessed.rule_version, -- 评估规则版本 | version of the rule
        standing.version, -- 抽取规则版本 | version of the extraction
        assessed.known_at, -- 评估时间 | when we learnt of it
        standing.extraction_id, -- 抽取编号 | core.report
        standing.indicator_no, -- 指标序 | its place in the report, from 0
        standing.place, -- 位置 | where its figure is found again in a file; empty: it stands in the page
        correction.verdict as review, -- 人工复核 | accepted, corrected or rejected; empty: nobody looked
        assessed.correction_id, -- 复核编号 | core.correction that it rests on
        -- 复核对象编号 | names it for `duban review`
        sha256(concat_ws('|', standing.indicator_key, coalesce(standing.period, standing.document_id)))[:10] as review_id,
        standing.indicator_key as read_key, -- 本期指标键 | as the words of this report give it
        standing.promise_id, -- 承诺编号 | names the same promise through all years
        assessed.target_origin, -- 目标出处 | heading, breakdown, curated (the register's) or correction; empty: no number is promised
        assessed.pace_by, -- 进度依据 | linear: months of the year; nodes: quarterly nodes of the register
        coalesce(promised.co_units, []) as co_units -- 配合单位 | who helps, by the register
    from standing
    inner join assessed
        on standing.extraction_id = assessed.extraction_id and standing.indicator_no = assessed.indicator_no
    inner join core.task on standing.extraction_id = task.extraction_id and standing.task_no = task.task_no
    left join core.target
        on standing.extraction_id = target.extraction_id and standing.indicator_no = target.indicator_no
    left join core.actual
        on standing.extraction_id = actual.extraction_id and standing.indicator_no = actual.indicator_no
    left join claims
        on standing.extraction_id = claims.extraction_id and standing.indicator_no = claims.indicator_no
    left join core.v_correction as correction
        on standing.extraction_id = correction.extraction_id and standing.indicator_no = correction.indicator_no
    left join core.register_entry as entry on assessed.target_entry_id = entry.entry_id
    left join core.v_promised as promised on standing.indicator_key = promised.indicator_key
)

select * from final
