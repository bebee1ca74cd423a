-- 计分板（某日所知） | the scoreboard as it stood by what was known at the end of a day in China: from mart.as_known_on('2026-05-31')
create or replace macro mart.as_known_on(day) as table
select
    region,
    bureau,
    source_id,
    year,
    period,
    is_newest,
    status,
    count(*) as indicators,
    min(gap_pp) as worst_gap_pp
from mart.progress_as_known_on(day)
group by all;
