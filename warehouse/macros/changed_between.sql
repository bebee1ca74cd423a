-- 两期之间 | promises whose status differs between two periods of a year: from changed_between('2024H1', '2024Q3')
create or replace macro changed_between(earlier_period, later_period) as table
select
    later.region,
    later.bureau,
    later.name,
    earlier.status as earlier_status,
    later.status,
    earlier.gap_pp as earlier_gap_pp,
    later.gap_pp,
    earlier.actual_text as earlier_actual_text,
    later.actual_text,
    later.target_text,
    later.sentence,
    later.url,
    later.indicator_key
from mart.progress as later
inner join mart.progress as earlier
    on later.source_id = earlier.source_id
    and later.indicator_key = earlier.indicator_key
    and later.year = earlier.year
where
    later.period_rank = core.period_rank(later_period)
    and earlier.period_rank = core.period_rank(earlier_period)
    and later.status <> earlier.status
order by later.gap_pp nulls last, later.bureau collate zh, later.name;
