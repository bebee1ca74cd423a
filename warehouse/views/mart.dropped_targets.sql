-- 消失的目标 | promises of an earlier report of a year that its newest report no longer names, though it tells of most others
with standing as (
    select *
    from core.v_course
    where kind <> 'qualitative'
),

newest as (
    select distinct on (source_id, year)
        source_id,
        year,
        period,
        period_rank,
        cutoff,
        url,
        published_on
    from standing
    where is_newest_of_year
    order by source_id, year, published_on desc nulls last, url
),

present as (
    select source_id, year, indicator_key, folded, kind
    from standing
    where is_newest_of_year
),

texts as (
    select reports.source_id, reports.period_rank, string_agg(text.text, chr(10)) as text
    from mart.reports
    inner join newest on reports.source_id = newest.source_id and reports.period_rank = newest.period_rank
    inner join raw.text on reports.extraction_id = text.extraction_id
    group by reports.source_id, reports.period_rank
),

last_seen as (
    select *
    from standing
    qualify row_number() over (partition by source_id, indicator_key, year order by period_rank desc) = 1
),

compared as (
    select
        last_seen.*,
        newest.period as newest_period,
        newest.cutoff as newest_cutoff,
        newest.url as newest_url,
        newest.published_on as newest_published_on,
        last_seen.is_newest_of_year
        -- under another heading it has another key, and is the same promise all the same
        or exists (
            select 1
            from present
            where
                present.source_id = last_seen.source_id and present.year = last_seen.year
                and (present.indicator_key = last_seen.indicator_key
                    or contains(present.folded, last_seen.folded) or contains(last_seen.folded, present.folded))
        ) as is_kept,
        -- named and not read is no silence
        contains(texts.text, last_seen.name) as is_named
    from last_seen
    inner join newest on last_seen.source_id = newest.source_id and last_seen.year = newest.year
    left join texts on newest.source_id = texts.source_id and newest.period_rank = texts.period_rank
),

weighed as (
    -- a report of something else drops nothing: half of the year's promises must stand in it
    select *, avg(is_kept::integer) over (partition by source_id, year) as kept_share
    from compared
),

final as (
    select
        source_id, -- 来源编号 | sources/<source_id>.yaml
        bureau, -- 部门 | whose report it is
        region, -- 地区 | city, county or province
        year, -- 年度 | of the promise
        newest_period as period, -- 报告期 | of the newest report of the year, which is silent
        newest_cutoff as cutoff, -- 数据截止日 | of the newest report
        period as last_period, -- 最后出现 | the report period in which it was last told
        task_title, -- 任务名称 | its heading there
        department, -- 牵头科室 | who led it
        name, -- 指标名称 | as written there
        owner, -- 责任地区 | the district or unit it is about, where not the whole
        tier, -- 档次 | firm (确保) or stretch (力争)
        kind, -- 类型 | how it was compared
        target_text, -- 目标 | as written there
        actual_text, -- 实绩 | as last reported
        completion, -- 完成率 | as last reported
        status as last_status, -- 最后状态 | as it was judged there; achieved ones are not listed
        round(kept_share, 3) as kept_share, -- 留存比例 | of the year's promises that the newest report still tells of
        sentence, -- 原文 | the sentence in which it was last told
        url, -- 网址 | of the report that sentence stands in
        newest_url, -- 最新报告网址 | of the report that is silent
        newest_published_on as published_on, -- 发布日期 | of the report that is silent
        extraction_id, -- 抽取编号 | core.report, of the sentence
        indicator_no, -- 指标序 | core.indicator, of the sentence
        indicator_key, -- 指标键 | names the same promise through all periods of its year
        assessment_id -- 评估编号 | core.assessment, of the last telling
    from weighed
    where
        not is_kept and not coalesce(is_named, false) and kept_share >= 0.5
        and status <> 'achieved'
        -- an interim goal (半年 40%) ends with its date
        and (kind = 'milestone' or due is null or due > cutoff)
)

select * from final
