-- 序时进度 | the inputs with the pace: the register's quarterly nodes, else the share of the year (or of the way to its own deadline) gone by the cutoff
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

noded as (
    select
        *,
        coalesce(pace_months >= pace_of, false) as at_deadline,
        pace_months < pace_of and coalesce(node_q1, node_h1, node_q3) is not null as is_noded,
        -- between two nodes the way is straight; it begins at nought and ends at the deadline
        case
            when pace_months >= 9 and node_q3 is not null then 9
            when pace_months >= 6 and node_h1 is not null then 6
            when pace_months >= 3 and node_q1 is not null then 3
            else 0
        end as from_month,
        case
            when pace_months <= 3 and node_q1 is not null then 3
            when pace_months <= 6 and node_h1 is not null then 6
            when pace_months <= 9 and node_q3 is not null then 9
            else pace_of
        end as to_month,
        case from_month when 9 then node_q3 when 6 then node_h1 when 3 then node_q1 else 0 end as from_share,
        case when to_month = pace_of then 1 when to_month = 3 then node_q1 when to_month = 6 then node_h1 else node_q3 end
            as to_share
    from spanned
),

final as (
    select
        * exclude (node_q1, node_h1, node_q3, is_noded, from_month, to_month, from_share, to_share),
        if(
            is_noded,
            (from_share + (to_share - from_share)
                * coalesce(core.ratio(pace_months - from_month, nullif(to_month - from_month, 0)), 0))::decimal(18, 9),
            null
        ) as node_pace,
        case when is_noded then 'nodes' when pace_months is not null then 'linear' end as pace_by,
        coalesce(node_pace::decimal(38, 9), core.ratio(pace_months, pace_of)) as pace
    from noded
)

select * from final
