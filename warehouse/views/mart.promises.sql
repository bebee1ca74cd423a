-- 承诺 | each promise that is told under several keys, one row for each: the same through the periods of a year and across years
with told as (
    select
        progress.promise_id,
        progress.read_key,
        arg_max(progress, progress.period_rank) as newest,
        list(distinct progress.year || coalesce(progress.period, '') order by progress.year || coalesce(progress.period, ''))
            as periods
    from mart.progress
    group by progress.promise_id, progress.read_key
),

final as (
    select
        told.promise_id, -- 承诺编号 | names it through all years
        newest.source_id, -- 来源编号 | sources/<source_id>.yaml
        newest.bureau, -- 部门 | whose reports tell it
        newest.year, -- 年度 | of this telling
        told.periods, -- 报告期 | of the reports that tell it so
        newest.name, -- 指标名称 | as written there
        newest.clauses, -- 条款号 | as given there
        newest.target_text, -- 目标 | as last written there
        newest.actual_text, -- 实绩 | as last reported there
        newest.status, -- 状态 | as last judged there
        coalesce(identity.how, 'own') as how, -- 依据 | what joined it to the others: person, clause, lead or name
        identity.score, -- 相似度 | of the names, 0 to 100
        newest.indicator_key, -- 年内指标键 | names the promise within its year
        told.read_key -- 指标键 | of this telling: names it for `duban identity`
    from told
    left join core.v_identity as identity on told.read_key = identity.indicator_key
    qualify count(*) over (partition by told.promise_id) > 1
)

select * from final
