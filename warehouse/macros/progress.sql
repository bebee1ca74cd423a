-- 进展（某期） | every promise at the end of a period, the furthest behind first: from progress('2024Q3')
create or replace macro progress(at_period) as table
select *
from mart.progress
where period_rank = core.period_rank(at_period)
order by gap_pp nulls last, bureau collate zh, task_number, name;
