-- 测算（现算） | completion, what the pace expects, whether the target is met, and the gap in points, worked out now
with implying as (
    select
        -- of a limit that is not told nobody knows in what it counts, but from what is used of it
        * replace (if(method = 'used', coalesce(countable, actual_base = floor(actual_base)), countable) as countable),
        -- the limit that a sum and its share come to: 3 deaths are 60 % of 5
        if(method = 'used', core.ratio(actual_base, stated_completion::decimal(38, 9)), null) as implied_base
    from core.v_method
),

divided as (
    select
        *,
        -- what is measured against what: each row divides once
        case method
            when 'share' then done_base
            when 'ceiling' then if(accrues, actual_base, target_base - actual_base)
            else actual_base - target_base
        end as part_base,
        case
            when method = 'share' then if(goal_base > 0, goal_base, null)
            when method = 'ceiling' and accrues then target_base
            when method = 'ceiling' or not is_percent then abs(target_base)
        end as whole_base,
        case
            when method = 'share' then goal_base
            when method = 'ceiling' and accrues then target_base
            when method = 'used' then coalesce(target_base, if(countable, round(implied_base)::decimal(38, 9), implied_base))
        end as due_base
    from implying
),

shared as (
    select
        *,
        core.ratio(part_base, whole_base) as part,
        if(
            node_pace is null, core.ratio(due_base * pace_months, pace_of), (due_base * node_pace)::decimal(38, 9)
        ) as linear
    from divided
),

expecting as (
    select
        * exclude (part_base, whole_base, due_base, implied_base),
        case when method = 'share' then part when method in ('claim', 'used') then stated_completion::decimal(38, 9) end as completion,
        -- counted things are expected in whole ones: 1 of 2 in September is on track (the casts keep the others' places)
        case
            when method = 'ceiling' and not accrues then target_base
            when not countable or linear is null then linear
            when method in ('ceiling', 'used') then coalesce(ceil(try_cast(linear as decimal(18, 9)))::decimal(38, 9), ceil(linear)::decimal(38, 9))
            else coalesce(floor(try_cast(linear as decimal(18, 9)))::decimal(38, 9), floor(linear)::decimal(38, 9))
        end as expected_base
    from shared
),

final as (
    select
        * exclude (part),
        case method
            when 'share' then done_base >= goal_base
            when 'claim' then completion >= 1
            when 'used' then completion <= 1
            when 'ceiling' then actual_base <= target_base
            else sense * (actual_base - target_base) >= 0
        end as is_met,
        case
            when method = 'share' and kind = 'level'
                then (baseline_base + sense * expected_base)::decimal(38, 9)
            when method in ('share', 'ceiling', 'used') then expected_base
            when method in ('rate', 'level') then target_base::decimal(38, 9)
        end as expected,
        case
            when method in ('share', 'claim') then 100 * (completion - pace)
            when method = 'used' then 100 * (pace - completion)
            when method = 'ceiling' and accrues then 100 * (pace - part)
            when method = 'ceiling' and is_percent then target_base - actual_base
            when method = 'ceiling' then 100 * part
            when method in ('rate', 'level') and is_percent then sense * (actual_base - target_base)
            when method in ('rate', 'level') then 100 * sense * part
        end::decimal(38, 9) as measured_gap_pp
    from expecting
)

select * from final
