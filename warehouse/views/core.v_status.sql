-- 判定 | the branch of the rule that holds first, and the status it gives
with weighed as (
    select
        measure.*,
        v_rule.* exclude (slight_pp, behind_pp, rate_slight_pp, rate_behind_pp),
        -- half a point short of the pace is still on track, except at the deadline; a rate has no pace to be short of
        if(at_deadline, 0, tolerance_pp) as slack_pp,
        -- the points of a rate and of a ceiling in percent weigh ten times those of a share
        method in ('rate', 'ceiling') and is_percent and not (method = 'ceiling' and accrues) as is_pointwise,
        if(is_pointwise, rate_slight_pp, slight_pp) as slight_to_pp,
        if(is_pointwise, rate_behind_pp, behind_pp) as behind_to_pp,
        -- 6.5%左右 is kept by 6.4%: the promise itself says about
        coalesce(method = 'rate' and operator = '~' and measured_gap_pp >= -about_pp, false) as is_about_met
    from core.measurement as measure
    cross join core.v_rule
),

grounded as (
    select
        *,
        case
            -- what a person ruled, and what no number can say; then each method's own question
            when verdict = 'rejected' then 'rejected'
            when ruled_status = 'not_comparable' then 'ruled_out'
            when method = 'qualitative' then 'qualitative'
            when method <> 'milestone' and target_base is null and actual_base is null and refusal is null
                and stated_completion is null and stated_status is null then 'qualitative'
            when actual_base is null and stated_completion is null and stated_status = 'done' then 'stated_done'
            when actual_base is null and refusal is not null then 'refused'
            when confidence < confidence_min and verdict is null and (actual_base is not null or stated_completion is not null)
                then 'low_confidence'
            when method = 'share' then case
                when goal_base < 0 or (goal_base = 0 and not is_met) then 'odd_target'
                when is_met then 'met'
                when pace is null then 'no_cutoff'
                when measured_gap_pp >= -slack_pp or done_base >= expected_base then 'on_pace'
                when year(due) > year and not at_deadline then 'due_later' -- behind the year, which is not its own
                else 'short'
            end
            when method = 'ceiling' then case
                when is_met and (pace is null or not accrues) then if(at_deadline, 'limit_kept', 'limit_so_far')
                when not is_met and not accrues then 'limit_broken'
                when pace is null then 'no_cutoff'
                when not is_met then 'limit_broken'
                when 100 * (actual_base - expected_base) > slack_pp * abs(target_base) then 'limit_ahead'
                when at_deadline then 'limit_kept'
                else 'limit_so_far'
            end
            when method = 'rate' then case
                when direction is null then 'no_direction'
                when is_met or is_about_met then if(at_deadline, 'rate_met', 'rate_so_far')
                when pace is null then 'no_cutoff'
                when measured_gap_pp is null then 'odd_target'
                when year(due) > year and not at_deadline then 'due_later'
                else 'rate_short'
            end
            when method = 'level' then case
                when is_met then 'met'
                when at_deadline then 'level_short'
                when stated_status = 'lagging' then 'stated_lagging' -- the bureau says so itself
                else 'no_baseline'
            end
            when method = 'claim' then case
                when is_met then 'claim_met'
                when pace is null then 'no_cutoff'
                when measured_gap_pp < -slack_pp and year(due) > year and not at_deadline then 'due_later'
                when measured_gap_pp < -slack_pp then 'claim_short'
                else 'claim_on_pace'
            end
            when method = 'used' then case
                when pace is null then 'no_cutoff'
                when not is_met then 'claim_broken'
                -- counted things may use up whole ones: 3 of 5 by June
                when measured_gap_pp < -slack_pp and coalesce(actual_base, target_base * completion) > expected_base
                    then 'claim_ahead'
                when at_deadline then 'claim_kept'
                else 'claim_so_far'
            end
            when method = 'milestone' then case
                when stated_status = 'done' or stated_completion >= 1 then 'stated_done'
                when stated_status = 'lagging' then 'stated_lagging'
                when due <= cutoff then 'overdue'
                when due is null and month(counted_to) = 12 then 'undated'
                else 'not_due'
            end
            when method = 'words' then case
                when stated_status = 'lagging' then 'stated_lagging'
                when actual_base is null and stated_completion is not null then 'limit_claimed'
                when actual_base is null then 'silent'
                when stated_status = 'done' then 'stated_done'
                else 'no_target'
            end
            else 'units'
        end as ground
    from weighed
),

ruled as (
    select
        *,
        case
            when ground in ('met', 'rate_met', 'limit_kept', 'claim_kept', 'claim_met', 'stated_done') then 'achieved'
            when ground in ('on_pace', 'rate_so_far', 'limit_so_far', 'claim_so_far', 'claim_on_pace') then 'on_track'
            when ground in (
                'short', 'rate_short', 'level_short', 'limit_broken', 'limit_ahead',
                'claim_broken', 'claim_ahead', 'claim_short', 'stated_lagging', 'overdue'
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
            when ground in ('stated_done', 'stated_lagging') or starts_with(ground, 'claim_') then 'claim'
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
