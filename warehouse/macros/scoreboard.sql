-- 计分板（某期） | how many promises of each bureau stand how at the end of a period: from scoreboard('2024Q3')
create or replace macro scoreboard(at_period) as table
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
    source_id
from mart.progress
where period_rank = core.period_rank(at_period)
group by region, bureau, year, period, source_id
order by lagging desc, region collate zh, bureau collate zh;
