-- 历程（某指标） | the promises whose name holds these words, period after period: from history('养老床位')
create or replace macro history(words) as table
select *
from mart.history
where contains(name, words) or contains(folded, words)
order by region collate zh, bureau collate zh, name, year, period_rank;
