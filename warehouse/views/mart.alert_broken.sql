-- 预警：栏目异常 | sources whose list can no longer be trusted to show what is new
with final as (
    select
        'broken' as rule, -- 规则 | what raises it
        one.source_id as subject, -- 对象 | the indicator's key, or the source's id
        one.source_id, -- 来源编号 | sources/<source_id>.yaml
        one.bureau, -- 部门 | whose report it is
        one.region, -- 地区 | city, county or province
        year(core.china_date(one.broken_since))::integer as year, -- 年度 | of the promise
        'M' || strftime(core.china_date(one.broken_since), '%m') as period, -- 报告期 | in which it was found
        core.china_date(one.broken_since) as cutoff, -- 数据截止日 | the last day that the figures cover
        'raised' as state, -- 结论 | raised: it holds; cleared: it does not; open: nothing can be said
        null::varchar as severity, -- 程度 | slight, behind or severe; empty: it has no measure
        null::decimal(38, 9) as gap_pp, -- 差距（百分点） | negative is behind
        '信息公开栏目' as name, -- 名称 | of the indicator, or of what is awaited
        '' as department, -- 牵头科室 | who leads it
        case one.trouble
            when 'unreachable' then '多次访问没有得到应答'
            when 'refused' then '网站拒绝访问或地址已失效'
            when 'changed' then '栏目页读不到条目，版式或地址可能已改'
            when 'stale' then '栏目长期没有新条目，可能已改在别处发布'
            when 'metadata' then '最新报告缺少应有的信息，版式可能已改'
            else coalesce(one.trouble, '')
        end as words, -- 内容 | what was found, with its numbers
        coalesce(one.trouble_detail, '') as sentence, -- 原文 | the sentence that proves it
        one.url, -- 网址 | of the report, or of the list
        null::date as published_on, -- 发布日期 | of the report
        one.broken_since::varchar as evidence, -- 依据编号 | core.assessment; of a source the day of the search or the visit
        '' as extraction_id, -- 抽取编号 | core.report
        '' as revision_id, -- 版本编号 | raw.revision
        'firm' as tier, -- 档次 | firm (确保) or stretch (力争)
        false as is_baseline, -- 基线 | loaded with the first visit of its source
        null::varchar as review, -- 人工复核 | accepted, corrected or rejected; empty: nobody looked
        null::date as due -- 期限 | by which it must be done or reported
    from mart.source_health as one
    where one.is_broken and one.broken_since is not null
)

select * from final
