-- 计分板（各期） | how many promises of each bureau stand how at the end of each period: what scoreboard() shows
with final as (
    select
        region,
        bureau,
        year,
        period,
        count(*) filter (status <> 'qualitative') as promises,
        count(*) filter (status = 'lagging') as lagging,
        count(*) filter (severity = 'severe') as severe,
        count(*) filter (status = 'on_track') as on_track,
        count(*) filter (status = 'achieved') as achieved,
        count(*) filter (status = 'not_reported') as not_reported,
        count(*) filter (status = 'not_comparable') as not_comparable,
        count(*) filter (status = 'unknown') as unknown,
        min(gap_pp) as worst_gap_pp,
        source_id,
        period_rank
    from mart.progress
    group by region, bureau, year, period, source_id, period_rank
)

select * from final
