-- 预警：临近期限 | promises with a date, and reports, that are due within the days of the settings, before anything is late
with awaited as (
    select
        missing.*,
        due.due_on,
        due.report_days,
        due.is_calendar_known
    from mart.missing_reports as missing
    inner join core.v_due as due on missing.source_id = due.source_id and missing.quarter_end = due.quarter_end
    inner join ops.alert_setting as setting on setting.name = 'soon_report_days' and setting.source_id = ''
    -- of each five working days two are free
    where core.today() between due.due_on - (setting.value * 7 // 5)::integer and due.due_on
),

reports as (
    select
        'due_soon' as rule,
        one.source_id as subject,
        one.source_id,
        one.bureau,
        one.region,
        one.year,
        one.period,
        one.quarter_end as cutoff,
        'raised' as state,
        null::varchar as severity,
        null::decimal(38, 9) as gap_pp,
        one.year::varchar || '年' || core.period_words(one.period) || '进展报告' as name,
        '' as department,
        '应于' || core.date_words(one.due_on) || '前报送（期末后第' || one.report_days::varchar || '个工作日'
            || if(one.is_calendar_known, '', '，' || year(one.due_on)::varchar || '年放假安排未知，只按周一至周五计') || '），目前尚未检索到' as words,
        '' as sentence,
        one.url,
        null::date as published_on,
        core.today()::varchar as evidence,
        '' as extraction_id,
        '' as revision_id,
        'firm' as tier,
        false as is_baseline,
        null::varchar as review,
        one.due_on as due
    from awaited as one
),

promises as (
    select
        'due_soon' as rule,
        one.subject,
        one.source_id,
        one.bureau,
        one.region,
        one.year,
        one.period,
        one.cutoff,
        'raised' as state,
        null::varchar as severity,
        null::decimal(38, 9) as gap_pp,
        one.name,
        one.department,
        '应于' || core.date_words(one.due) || '前完成，距今' || (one.due - core.today())::varchar || '天；最新报告未见完成' as words,
        one.sentence,
        one.url,
        one.published_on,
        one.evidence,
        one.extraction_id,
        one.revision_id,
        one.tier,
        one.is_baseline,
        one.review,
        one.due
    from core.v_alertable as one
    inner join ops.alert_setting as setting on setting.name = 'soon_days' and setting.source_id = ''
    where
        one.kind = 'milestone' and one.is_newest_of_year and one.status <> 'achieved'
        and one.due between core.today() and core.today() + setting.value
),

due_soon as (
    select * from promises
    union all by name
    select * from reports
),

final as (
    select
        one.rule, -- 规则 | what raises it
        one.subject, -- 对象 | the indicator's key, or the source's id
        one.source_id, -- 来源编号 | sources/<source_id>.yaml
        one.bureau, -- 部门 | whose report it is
        one.region, -- 地区 | city, county or province
        one.year, -- 年度 | of the promise
        one.period, -- 报告期 | in which it was found
        one.cutoff, -- 数据截止日 | the last day that the figures cover
        one.state, -- 结论 | raised: it holds; cleared: it does not; open: nothing can be said
        one.severity, -- 程度 | slight, behind or severe; empty: it has no measure
        one.gap_pp, -- 差距（百分点） | negative is behind
        one.name, -- 名称 | of the indicator, or of what is awaited
        one.department, -- 牵头科室 | who leads it
        one.words, -- 内容 | what was found, with its numbers
        one.sentence, -- 原文 | the sentence that proves it
        one.url, -- 网址 | of the report, or of the list
        one.published_on, -- 发布日期 | of the report
        one.evidence, -- 依据编号 | core.assessment; of a source the day of the search or the visit
        one.extraction_id, -- 抽取编号 | core.report
        one.revision_id, -- 版本编号 | raw.revision
        one.tier, -- 档次 | firm (确保) or stretch (力争)
        one.is_baseline, -- 基线 | loaded with the first visit of its source
        one.review, -- 人工复核 | accepted, corrected or rejected; empty: nobody looked
        one.due -- 期限 | by which it must be done or reported
    from due_soon as one
)

select * from final
