-- 计分板（某期） | how many promises of each bureau stand how at the end of a period: from scoreboard('2024Q3')
create or replace macro scoreboard(at_period) as table
select * exclude (period_rank)
from core.v_board
where period_rank = core.period_rank(at_period)
order by lagging desc, region collate zh, bureau collate zh;
