-- 计分板 | how many indicators of each bureau and period have each status
with final as (
    select
        region, -- 地区 | city, county or province
        bureau, -- 部门 | whose report it is
        source_id, -- 来源编号 | sources/<source_id>.yaml
        year, -- 年度 | the year of the promises
        period, -- 报告期 | Q1, H1, Q3, FY or M01 to M12; empty: unknown
        is_newest, -- 最新一期 | of its source's newest period
        status, -- 状态 | of the indicators counted
        count(*) as indicators, -- 指标数 | how many
        min(gap_pp) as worst_gap_pp -- 最大差距 | the lowest gap among them, in points
    from mart.progress
    group by all
)

select * from final
