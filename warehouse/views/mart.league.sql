-- 部门榜 | the bureaus side by side by their newest report: counts, never averages, with what was found about them
with counted as (
    select
        source_id,
        bureau,
        region,
        year,
        period,
        cutoff,
        count(*) filter (status <> 'qualitative') as promises,
        count(*) filter (status in ('achieved', 'on_track', 'lagging')) as judged,
        count(*) filter (status = 'achieved') as achieved,
        count(*) filter (status = 'on_track') as on_track,
        count(*) filter (status = 'lagging') as lagging,
        count(*) filter (status = 'lagging' and tier = 'firm') as lagging_firm,
        count(*) filter (severity = 'severe') as severe,
        count(*) filter (status = 'not_reported') as not_reported,
        count(*) filter (status in ('not_comparable', 'unknown')) as not_judged,
        count(*) filter (status = 'qualitative') as qualitative
    from (
        select * replace (max(cutoff) over (partition by source_id) as cutoff)
        from mart.progress
        where is_newest and period_rank is not null
    )
    group by source_id, bureau, region, year, period, cutoff
),

found as (
    select source_id, year, 'regressions' as what from mart.regressions
    union all
    select source_id, year, 'stale' from mart.stale
    union all
    select source_id, year, 'dropped' from mart.dropped_targets
    union all
    select source_id, year, 'lowered' from mart.changed_targets where change = 'lowered'
    union all
    select source_id, year, 'claims' from mart.claims
    union all
    select source_id, year, 'shares' from mart.stated_shares
),

findings as (
    select
        source_id,
        year,
        count(*) filter (what = 'regressions') as regressions,
        count(*) filter (what = 'stale') as stale,
        count(*) filter (what = 'dropped') as dropped,
        count(*) filter (what = 'lowered') as lowered,
        count(*) filter (what = 'claims') as claims,
        count(*) filter (what = 'shares') as wrong_shares
    from found
    group by source_id, year
),

missing as (
    select source_id, count(*) as missing_reports
    from mart.missing_reports
    group by source_id
),

final as (
    select
        counted.region, -- 地区 | city, county or province
        counted.bureau, -- 部门 | whose report it is
        counted.year, -- 年度 | of the promises
        counted.period, -- 报告期 | of its newest report: those of others may be older
        counted.cutoff, -- 数据截止日 | the last day its figures cover
        counted.promises, -- 承诺数 | with a number or a date
        counted.judged, -- 可判断 | of these
        counted.achieved, -- 完成 | kept already
        counted.on_track, -- 正常 | on pace
        counted.lagging, -- 滞后 | behind
        counted.lagging_firm, -- 确保类滞后 | of these, but for the stretch goals (力争)
        counted.severe, -- 严重滞后 | of these
        counted.not_reported, -- 未报告 | the report does not answer them
        counted.not_judged, -- 无法判断 | not comparable or unknown
        counted.qualitative, -- 定性 | no number was promised
        coalesce(findings.regressions, 0) as regressions, -- 倒退 | mart.regressions
        coalesce(findings.stale, 0) as stale, -- 停滞 | mart.stale
        coalesce(findings.dropped, 0) as dropped, -- 消失的目标 | mart.dropped_targets
        coalesce(findings.lowered, 0) as lowered, -- 下调的目标 | mart.changed_targets
        coalesce(findings.claims, 0) as claims, -- 自评与数据不符 | mart.claims
        coalesce(findings.wrong_shares, 0) as wrong_shares, -- 自报完成率有误 | mart.stated_shares
        coalesce(missing.missing_reports, 0) as missing_reports, -- 未见报告 | quarters for which none was found
        counted.source_id -- 来源编号 | sources/<source_id>.yaml
    from counted
    left join findings on counted.source_id = findings.source_id and counted.year = findings.year
    left join missing on counted.source_id = missing.source_id
)

select * from final
