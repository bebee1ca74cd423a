-- 预警：目标调低 | promises whose target, deadline or firmness became easier to keep
with final as (
    select
        'target_lowered' as rule, -- 规则 | what raises it
        one.subject, -- 对象 | the indicator's key, or the source's id
        one.source_id, -- 来源编号 | sources/<source_id>.yaml
        one.bureau, -- 部门 | whose report it is
        one.region, -- 地区 | city, county or province
        one.year, -- 年度 | of the promise
        one.period, -- 报告期 | in which it was found
        one.cutoff, -- 数据截止日 | the last day that the figures cover
        'raised' as state, -- 结论 | raised: it holds; cleared: it does not; open: nothing can be said
        null::varchar as severity, -- 程度 | slight, behind or severe; empty: it has no measure
        one.gap_pp, -- 差距（百分点） | negative is behind
        one.name, -- 名称 | of the indicator, or of what is awaited
        one.department, -- 牵头科室 | who leads it
        case found.what
            when 'deadline' then '期限由' || coalesce(core.date_words(found.earlier_due), '未注明') || '改为' || coalesce(core.date_words(found.due), '未注明')
            when 'origin' then '目标不一：' || case found.origin when 'breakdown' then '责任分解方案' when 'curated' then '目标库' else '报告' end || '为' || found.target_text || '，' || case found.earlier_origin when 'breakdown' then '责任分解方案' when 'curated' then '目标库' else '报告' end || '为' || found.earlier_target_text
            else '目标由' || coalesce(found.earlier_target_text, '') || '改为' || coalesce(found.target_text, '')
        end || coalesce('（此前见' || core.period_words(found.earlier_period) || '报告）', '') as words, -- 内容 | what was found, with its numbers
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
    from core.v_alertable as one
    inner join mart.changed_targets as found
        on one.extraction_id = found.extraction_id and one.indicator_no = found.indicator_no
    where found.change = 'lowered'
)

select * from final
