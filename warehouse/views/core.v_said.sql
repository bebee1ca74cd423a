-- 外部说法 | what people and the register say of each indicator of core.v_touched (or of what a statement reads there): one row where anything is said
with final as (
    select
        indicator.extraction_id,
        indicator.indicator_no,
        correction.verdict,
        correction.actual_value,
        correction.actual_unit,
        correction.actual_noun,
        correction.actual_base,
        correction.target_value,
        correction.target_unit,
        correction.target_noun,
        correction.target_base,
        correction.target_countable,
        correction.ruled_status,
        correction.why,
        coalesce(correction.correction_id, redated.correction_id) as correction_id,
        nullif(concat_ws('+', correction.step_id, redated.step_id), '') as step_id,
        redated.verdict as redated_verdict,
        redated.year,
        redated.period,
        redated.cutoff,
        promised.outranks,
        promised.target_entry_id,
        promised.register_id,
        promised.origin,
        promised.kind,
        promised.direction,
        promised.accrues,
        promised.operator,
        promised.unit,
        promised.text,
        promised.noun,
        promised.countable,
        promised.base,
        promised.upper_base,
        promised.baseline,
        promised.baseline_base,
        promised.due,
        promised.node_q1,
        promised.node_h1,
        promised.node_q3
    from core.v_touched as indicator
    left join core.v_correction as correction
        on indicator.extraction_id = correction.extraction_id and indicator.indicator_no = correction.indicator_no
    left join core.v_report_correction as redated on indicator.extraction_id = redated.extraction_id
    left join core.v_promised as promised on indicator.indicator_key = promised.indicator_key
    where coalesce(correction.step_id, redated.step_id, promised.indicator_key) is not null
)

select * from final
