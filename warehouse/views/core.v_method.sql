-- 比较方法 | which comparison fits: share, level, rate, ceiling, claim, used (of a limit), or none that computes
with compared as (
    select
        *,
        case
            when kind in ('qualitative', 'milestone') then kind
            when (actual_base is null or target_base is null) and stated_completion is not null and kind <> 'ceiling'
                then 'claim'
            -- 死亡21人,占全年控制指标的58%: the share says what the sum has used of its limit
            when kind = 'ceiling' and (target_base is null) <> (actual_base is null) and coalesce(target_base, actual_base) > 0
                and stated_completion > 0 and accrues
                then 'used'
            when actual_base is null or target_base is null then 'words'
            when target_noun <> '' and actual_noun <> '' and is_percent <> is_percent_actual then 'units'
            when kind = 'level' and baseline_base is not null
                and if(direction = 'down', baseline_base > target_base, baseline_base < target_base)
                then 'share'
            when kind = 'cumulative' then 'share'
            else kind
        end as fitting,
        if(kind in ('level', 'rate') and direction = 'down', -1, 1) as sense
    from core.v_pace
),

judged as (
    select
        *,
        -- a level without a baseline says nothing before its deadline unless it is reached: the bureau's share may,
        -- but for that of a share (96.2% of 100%, 完成率 96.2%), which only divides the one by the other
        case
            when fitting = 'level' and stated_completion < 1 and not at_deadline
                and sense * (actual_base - target_base) < 0
                and not (is_percent and abs(actual_base - stated_completion * target_base) <= 0.006 * target_base)
                then 'claim'
            else fitting
        end as method
    from compared
),

final as (
    select
        * exclude (fitting),
        case when method = 'share' then sense * (actual_base - if(kind = 'level', baseline_base, 0)) end as done_base,
        case when method = 'share' then sense * (target_base - if(kind = 'level', baseline_base, 0)) end as goal_base
    from judged
)

select * from final
