-- 来源健康 | each source with its last visits and what it has brought
with visits as (
    select
        source_id,
        max(visited_at) as last_visit_at,
        max(visited_at) filter (error is null) as last_good_visit_at,
        arg_max(listed, visited_at) as listed,
        arg_max(coalesce(error, ''), visited_at) as last_error
    from ops.source_visit
    group by source_id
),

failures as (
    select source_visit.source_id, count(*) as failures_in_a_row
    from ops.source_visit
    inner join visits on source_visit.source_id = visits.source_id
    where
        source_visit.error is not null
        and (visits.last_good_visit_at is null or source_visit.visited_at > visits.last_good_visit_at)
    group by source_visit.source_id
),

brought as (
    select
        source_id,
        count(*) as reports,
        count(*) filter (period_rank is null) as reports_of_unknown_period,
        arg_max(year, period_rank) as newest_year,
        arg_max(period, period_rank) as newest_period,
        max(published_on) as newest_published_on
    from mart.reports
    group by source_id
),

checks as (
    select
        source_id,
        arg_max(coalesce(trouble, ''), check_no) as trouble,
        arg_max(coalesce(detail, ''), check_no) as detail,
        arg_max(step in ('first', 'told_before'), check_no) as is_broken,
        max(checked_at) filter (step = 'first') as broken_since
    from ops.source_check
    group by source_id
),

vanished as (
    select source_id, count(*) as vanished
    from mart.listing
    where state = 'vanished'
    group by source_id
),

final as (
    select
        source.source_id, -- 来源编号 | sources/<source_id>.yaml
        source.bureau, -- 部门 | that publishes there
        source.region, -- 地区 | city, county or province
        source.url, -- 网址 | of the list
        visits.last_visit_at, -- 最近访问 | when
        visits.last_good_visit_at, -- 最近成功访问 | when the list could be read
        visits.listed, -- 列出 | reports in the list at the last visit
        nullif(visits.last_error, '') as last_error, -- 最近错误 | of the last visit
        coalesce(failures.failures_in_a_row, 0) as failures_in_a_row, -- 连续失败 | visits since the last good one
        coalesce(brought.reports, 0) as reports, -- 报告数 | current reports
        coalesce(brought.reports_of_unknown_period, 0) as reports_of_unknown_period, -- 报告期不明 | of these
        brought.newest_year, -- 最新年度 | of its newest report period
        brought.newest_period, -- 最新报告期 | of its reports
        brought.newest_published_on, -- 最新发布 | date of its newest report
        coalesce(checks.is_broken, false) as is_broken, -- 是否异常 | an alert was raised and has not ended
        nullif(checks.trouble, '') as trouble, -- 异常 | unreachable, refused, changed, stale or metadata
        nullif(checks.detail, '') as trouble_detail, -- 异常说明 | in one line, with the remedy
        case when checks.is_broken then checks.broken_since end as broken_since, -- 异常起始 | when the alert was raised
        coalesce(vanished.vanished, 0) as vanished -- 消失条目 | rows that left the list before their time
    from core.v_source as source
    left join visits on source.source_id = visits.source_id
    left join failures on source.source_id = failures.source_id
    left join brought on source.source_id = brought.source_id
    left join checks on source.source_id = checks.source_id
    left join vanished on source.source_id = vanished.source_id
)

select * from final
