-- 未见报告 | the quarters that ended, from a source's first report to today, for which no report of it was found
with covered as (
    -- a report of any month of a quarter does not cover it; its last month, the half-year and the year do
    select distinct source_id, make_date(period_rank // 100, period_rank % 100, 1) as covered_month
    from mart.reports
    where period_rank is not null
),

watched as (
    select
        source.source_id,
        source.bureau,
        source.region,
        source.url,
        -- before its first report, or its entry, nothing was expected of it
        coalesce(min(covered.covered_month), core.china_date(source.known_at)) as since
    from core.v_source as source
    left join covered on source.source_id = covered.source_id
    group by source.source_id, source.bureau, source.region, source.url, source.known_at
),

quarters as (
    select
        watched.*,
        unnest(range(date_trunc('quarter', since)::timestamp, core.today()::timestamp, interval 3 months))::date
            as quarter_start
    from watched
),

ended as (
    select
        *,
        last_day(quarter_start + interval 2 months) as quarter_end
    from quarters
    where quarter_start + interval 3 months <= core.today()
),

final as (
    select
        ended.source_id, -- 来源编号 | sources/<source_id>.yaml
        ended.bureau, -- 部门 | that should have reported
        ended.region, -- 地区 | city, county or province
        ended.url, -- 网址 | of the list that was looked at
        year(ended.quarter_end)::integer as year, -- 年度 | of the quarter
        case quarter(ended.quarter_end) when 1 then 'Q1' when 2 then 'H1' when 3 then 'Q3' else 'FY' end as period, -- 报告期 | Q1, H1, Q3 or FY
        ended.quarter_end, -- 期末 | the last day of the quarter
        visits.last_good_visit_at -- 最近成功访问 | until when nothing was found; empty: the list was never read
    from ended
    anti join covered
        on ended.source_id = covered.source_id and ended.quarter_end = last_day(covered.covered_month)
    left join (
        select source_id, max(visited_at) as last_good_visit_at
        from ops.source_visit
        where error is null
        group by source_id
    ) as visits on ended.source_id = visits.source_id
)

select * from final
