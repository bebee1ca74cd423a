-- 滞后清单（某期） | what lagged at the end of a period, the furthest behind first: from lagging('2024Q3')
create or replace macro lagging(at_period) as table
select *
from mart.progress
where status = 'lagging' and period_rank = core.period_rank(at_period)
order by gap_pp nulls last, bureau collate zh, name;
