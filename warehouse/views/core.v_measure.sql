-- 测算 | completion, what the pace expects, whether the target is met, and the gap in points
with shared as (
    select
        *,
        case
            when method = 'share' and goal_base > 0 then core.ratio(done_base, goal_base)
            when method = 'claim' then stated_completion::decimal(38, 9)
        end as completion,
        case
            when method = 'share' and node_pace is not null then (goal_base * node_pace)::decimal(38, 9)
            when method = 'share' then core.ratio(goal_base * pace_months, pace_of)
            when method = 'ceiling' and accrues and node_pace is not null then (target_base * node_pace)::decimal(38, 9)
            when method = 'ceiling' and accrues then core.ratio(target_base * pace_months, pace_of)
        end as linear
    from core.v_method
),

expecting as (
    select
        *,
        -- counted things are expected in whole ones: 1 of 2 in September is on track (the casts keep the others' places)
        case
            when method = 'ceiling' and not accrues then target_base
            when method = 'ceiling' then if(countable, ceil(linear)::decimal(38, 9), linear)
            when method = 'share' then if(countable, floor(linear)::decimal(38, 9), linear)
        end as expected_base
    from shared
),

final as (
    select
        *,
        case method
            when 'share' then done_base >= goal_base
            when 'claim' then completion >= 1
            when 'ceiling' then actual_base <= target_base
            else sense * (actual_base - target_base) >= 0
        end as is_met,
        case
            when method = 'share' and kind = 'level'
                then (baseline_base + sense * expected_base)::decimal(38, 9)
            when method in ('share', 'ceiling') then expected_base
            when method in ('rate', 'level') then target_base::decimal(38, 9)
        end as expected,
        case
            when method in ('share', 'claim') then 100 * (completion - pace)
            when method = 'ceiling' and accrues then 100 * (pace - core.ratio(actual_base, target_base))
            when method = 'ceiling' and is_percent then target_base - actual_base
            when method = 'ceiling' then 100 * core.ratio(target_base - actual_base, abs(target_base))
            when method in ('rate', 'level') and is_percent then sense * (actual_base - target_base)
            when method in ('rate', 'level')
                then 100 * sense * core.ratio(actual_base - target_base, abs(target_base))
        end::decimal(38, 9) as measured_gap_pp
    from expecting
)

select * from final
