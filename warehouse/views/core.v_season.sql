-- 季节份额 | for each promise and month the share of its full year's result that had come in by then
with named as (
    select
        source_id,
        year,
        period_rank % 100 as month,
        folded,
        qualifiers,
        owner,
        actual_noun,
        any_value(actual_base) as actual_base
    from mart.progress
    where kind = 'cumulative' and period_rank is not null and actual_base is not null
    group by all
    -- a name that stands for two results says nothing
    having count(distinct actual_base) = 1
),

final as (
    select
        part.source_id,
        part.year,
        part.month,
        part.folded,
        part.qualifiers,
        part.owner,
        part.actual_noun,
        core.ratio(part.actual_base, whole.actual_base) as share
    from named as part
    inner join named as whole
        on part.source_id = whole.source_id
        and part.year = whole.year
        and part.folded = whole.folded
        and part.qualifiers = whole.qualifiers
        and part.owner is not distinct from whole.owner
        and part.actual_noun = whole.actual_noun
    where whole.month = 12 and part.month < 12 and part.actual_base between 0 and whole.actual_base and part.actual_base > 0
)

select * from final
