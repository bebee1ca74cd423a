-- 评估 | what the rule says now of every indicator of every extraction; the loader writes it to core.assessment
with final as (
    select
        sha256(concat_ws('|', extraction_id, indicator_no, rule_version, settings, step_id, 'register ' || register_id))[:16] as assessment_id,
        extraction_id,
        indicator_no,
        rule_version,
        settings,
        status,
        case
            when status <> 'lagging' or ground in ('stated_lagging', 'overdue') then null
            -- a limit of nought is broken without a measure of how far
            when gap_pp is null or abs(gap_pp) > behind_to_pp then 'severe'
            when abs(gap_pp) > slight_to_pp then 'behind'
            else 'slight'
        end as severity,
        basis,
        ground,
        coalesce(said, ground) as reason,
        completion,
        pace,
        gap_pp,
        expected,
        kind,
        direction,
        accrues,
        operator,
        target_base,
        target_noun,
        countable,
        actual_base,
        actual_noun,
        baseline_base,
        stated_completion,
        stated_status,
        due,
        year,
        period,
        cutoff,
        counted_to,
        pace_months,
        pace_of,
        refusal,
        confidence,
        correction_id,
        pace_by,
        target_origin,
        target_entry_id,
        register_id
    from core.v_reason
)

select * from final
