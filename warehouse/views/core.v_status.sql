-- 判定 | the branch of the rule that holds first, and the status it gives
with weighed as (
    select
        v_measure.*,
        v_rule.* exclude (slight_pp, behind_pp, rate_slight_pp, rate_behind_pp),
        -- half a point short of the pace is still on track, except at the deadline; a rate has no pace to be short of
        if(at_deadline, 0, tolerance_pp) as slack_pp,
        -- the points of a rate and of a ceiling in percent weigh ten times those of a share
        method in ('rate', 'ceiling') and is_percent and not (method = 'ceiling' and accrues) as is_pointwise,
        if(is_pointwise, rate_slight_pp, slight_pp) as slight_to_pp,
        if(is_pointwise, rate_behind_pp, behind_pp) as behind_to_pp,
        -- 6.5%左右 is kept by 6.4%: the promise itself says about
        coalesce(method = 'rate' and operator = '~' and measured_gap_pp >= -about_pp, false) as is_about_met
    from core.v_measure
    cross join core.v_rule
),

grounded as (
    select
        *,
        case
            when verdict = 'rejected' then 'rejected'
            when ruled_status = 'not_comparable' then 'ruled_out'
            when kind = 'qualitative' then 'qualitative'
            when kind <> 'milestone' and target_base is null and actual_base is null and refusal is null
                and stated_completion is null and stated_status is null then 'qualitative'
            when stated_status = 'done' and actual_base is null and stated_completion is null then 'stated_done'
            when refusal is not null and actual_base is null then 'refused'
            when confidence < confidence_min and verdict is null and (actual_base is not null or stated_completion is not null)
                then 'low_confidence'

            when method = 'milestone' and (stated_status = 'done' or stated_completion >= 1) then 'stated_done'
            when method = 'milestone' and stated_status = 'lagging' then 'stated_lagging'
            when method = 'milestone' and due <= cutoff then 'overdue'
            when method = 'milestone' and due is null and month(counted_to) = 12 then 'undated'
            when method = 'milestone' then 'not_due'

            when method = 'claim' and is_met then 'claim_met'
            when method = 'claim' and pace is null then 'no_cutoff'
            when method = 'claim' and measured_gap_pp < -slack_pp then 'claim_short'
            when method = 'claim' then 'claim_on_pace'

            when method = 'words' and stated_status = 'lagging' then 'stated_lagging'
            when method = 'words' and actual_base is null and stated_completion is not null then 'limit_claimed'
            when method = 'words' and actual_base is null then 'silent'
            when method = 'words' and stated_status = 'done' then 'stated_done'
            when method = 'words' then 'no_target'
            when method = 'units' then 'units'

            when method = 'share' and (goal_base < 0 or (goal_base = 0 and not is_met)) then 'odd_target'
            when method = 'rate' and direction is null then 'no_direction'

            when method = 'ceiling' and is_met and (pace is null or not accrues)
                then if(at_deadline, 'limit_kept', 'limit_so_far')
            when method = 'ceiling' and not is_met and not accrues then 'limit_broken'
            when method = 'ceiling' and pace is null then 'no_cutoff'
            when method = 'ceiling' and not is_met then 'limit_broken'
            when method = 'ceiling' and 100 * (actual_base - expected_base) > slack_pp * abs(target_base)
                then 'limit_ahead'
            when method = 'ceiling' then if(at_deadline, 'limit_kept', 'limit_so_far')

            when method = 'rate' and (is_met or is_about_met) then if(at_deadline, 'rate_met', 'rate_so_far')
            when is_met then 'met'
            when method = 'level' and at_deadline then 'level_short'
            when method = 'level' then 'no_baseline'
            when pace is null then 'no_cutoff'
            when method = 'rate' and measured_gap_pp is null then 'odd_target'
            when method = 'rate' then 'rate_short'
            when done_base >= expected_base or measured_gap_pp >= -slack_pp then 'on_pace'
            else 'short'
        end as ground
    from weighed
),

ruled as (
    select
        *,
        case
            when ground in ('met', 'rate_met', 'limit_kept', 'claim_met', 'stated_done') then 'achieved'
            when ground in ('on_pace', 'rate_so_far', 'limit_so_far', 'claim_on_pace') then 'on_track'
            when ground in (
                'short', 'rate_short', 'level_short', 'limit_broken', 'limit_ahead',
                'claim_short', 'stated_lagging', 'overdue'
            ) then 'lagging'
            when ground in ('silent', 'not_due') then 'not_reported'
            when ground in ('refused', 'units', 'ruled_out') then 'not_comparable'
            when ground = 'qualitative' then 'qualitative'
            else 'unknown'
        end as status
    from grounded
),

final as (
    select
        *,
        case
            when ground in ('rejected', 'ruled_out') then 'correction'
            when status not in ('achieved', 'on_track', 'lagging') then 'none'
            when is_corrected or is_redated then 'correction'
            when ground in ('stated_done', 'stated_lagging', 'claim_met', 'claim_on_pace', 'claim_short') then 'claim'
            when ground = 'overdue' then if(stated_status is null, 'none', 'claim')
            else 'figure'
        end as basis,
        case
            when method = 'level' and not (is_met or at_deadline) then null
            when status in ('achieved', 'on_track', 'lagging') then measured_gap_pp
        end as gap_pp
    from ruled
)

select * from final
