-- 预警：逾期未见报告 | quarters whose report was due and was not found in a list that could be read since
with newest as (
    select source_id, max(last_day(make_date(period_rank // 100, period_rank % 100, 1))) as covered_to
    from mart.reports
    where period_rank is not null
    group by source_id
),

awaited as (
    select
        missing.*,
        due.due_on,
        due.report_days,
        due.is_calendar_known,
        core.china_date(health.last_good_visit_at) as searched_on,
        health.last_error is null and not health.is_broken and searched_on > due.due_on as is_searched
    from mart.missing_reports as missing
    inner join core.v_due as due on missing.source_id = due.source_id and missing.quarter_end = due.quarter_end
    inner join mart.source_health as health on missing.source_id = health.source_id
    left join newest on missing.source_id = newest.source_id
    where
        due.due_on < core.today()
        -- what a newer report leaves out is not awaited any more
        and (newest.covered_to is null or missing.quarter_end > newest.covered_to)
),

final as (
    select
        'overdue' as rule, -- 规则 | what raises it
        one.source_id as subject, -- 对象 | the indicator's key, or the source's id
        one.source_id, -- 来源编号 | sources/<source_id>.yaml
        one.bureau, -- 部门 | whose report it is
        one.region, -- 地区 | city, county or province
        one.year, -- 年度 | of the promise
        one.period, -- 报告期 | in which it was found
        one.quarter_end as cutoff, -- 数据截止日 | the last day that the figures cover
        if(one.is_searched, 'raised', 'open') as state, -- 结论 | raised: it holds; cleared: it does not; open: nothing can be said
        null::varchar as severity, -- 程度 | slight, behind or severe; empty: it has no measure
        null::decimal(38, 9) as gap_pp, -- 差距（百分点） | negative is behind
        one.year::varchar || '年' || core.period_words(one.period) || '进展报告' as name, -- 名称 | of the indicator, or of what is awaited
        '' as department, -- 牵头科室 | who leads it
        '截至' || core.date_words(one.searched_on) || '未检索到' || one.year::varchar || '年' || core.period_words(one.period)
            || '进展报告；提示期限为' || core.date_words(one.due_on) || '（期末后第' || one.report_days::varchar || '个工作日'
            || if(one.is_calendar_known, '', '，' || year(one.due_on)::varchar || '年放假安排未知，只按周一至周五计') || '）' as words, -- 内容 | what was found, with its numbers
        '' as sentence, -- 原文 | the sentence that proves it
        one.url, -- 网址 | of the report, or of the list
        null::date as published_on, -- 发布日期 | of the report
        coalesce(one.searched_on::varchar, '') as evidence, -- 依据编号 | core.assessment; of a source the day of the search or the visit
        '' as extraction_id, -- 抽取编号 | core.report
        '' as revision_id, -- 版本编号 | raw.revision
        'firm' as tier, -- 档次 | firm (确保) or stretch (力争)
        false as is_baseline, -- 基线 | loaded with the first visit of its source
        null::varchar as review, -- 人工复核 | accepted, corrected or rejected; empty: nobody looked
        one.due_on as due -- 期限 | by which it must be done or reported
    from awaited as one
)

select * from final
