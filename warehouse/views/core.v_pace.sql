-- 序时进度 | the inputs with the pace: the share of the year (or of the way to its own deadline) gone by the cutoff
with dated as (
    select
        *,
        -- a date inside a month counts to the nearest month end; figures from before the year say nothing of it
        case
            when year(cutoff) < year then null
            when day(cutoff) > 15 or month(cutoff) = 1 then last_day(cutoff)
            else last_day(cutoff - interval 1 month)
        end as counted_to
    from core.v_inputs
),

spanned as (
    select
        *,
        case
            when counted_to is null then null
            when last_day(due) <= counted_to or year(counted_to) > year then 1
            else month(counted_to)
        end::integer as pace_months,
        case
            when counted_to is null then null
            when last_day(due) <= counted_to or year(counted_to) > year then 1
            when year(due) = year then month(due)
            else 12
        end::integer as pace_of
    from dated
),

final as (
    select
        *,
        core.ratio(pace_months, pace_of) as pace,
        coalesce(pace_months >= pace_of, false) as at_deadline
    from spanned
)

select * from final
