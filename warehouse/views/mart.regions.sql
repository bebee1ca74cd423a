-- 地区计分板 | how many promises of all bureaus of a region stand how, for each period
with final as (
    select
        region, -- 地区 | city, county or province
        year, -- 年度 | of the promises
        period, -- 报告期 | Q1, H1, Q3, FY or M01 to M12
        count(distinct source_id) as bureaus, -- 报告部门数 | that reported on the period
        count(*) filter (status <> 'qualitative') as promises, -- 承诺数 | with a number or a date
        count(*) filter (status = 'lagging') as lagging, -- 滞后 | behind
        count(*) filter (severity = 'severe') as severe, -- 严重滞后 | of these
        count(*) filter (status = 'on_track') as on_track, -- 正常 | on pace
        count(*) filter (status = 'achieved') as achieved, -- 完成 | kept already
        count(*) filter (status = 'not_reported') as not_reported, -- 未报告 | the report does not answer them
        count(*) filter (status in ('not_comparable', 'unknown')) as not_judged, -- 无法判断 | not comparable or unknown
        period_rank -- 报告期序 | year and last month of the period as one number, to sort by
    from mart.progress
    where period_rank is not null
    group by region, year, period, period_rank
)

select * from final
