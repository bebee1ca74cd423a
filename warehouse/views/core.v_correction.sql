-- 指标更正 | for each indicator that a person looked at: the correction that holds, and the newest step
with steps as (
    select
        indicator.extraction_id,
        indicator.indicator_no,
        correction,
        correction.verdict <> 'undone' and undone.correction_id is null as holds
    from core.correction
    left join core.correction as undone on correction.correction_id = undone.undoes
    inner join core.indicator on correction.indicator_key = indicator.indicator_key
    inner join core.report on indicator.extraction_id = report.extraction_id
    inner join raw.revision on report.revision_id = revision.revision_id
    left join core.v_report_correction as redated on report.extraction_id = redated.extraction_id
    inner join raw.text on indicator.extraction_id = text.extraction_id
    where
        correction.about = 'indicator'
        -- the same page, or another one on the same period
        and (
            correction.document_id = revision.document_id
            or correction.period = coalesce(redated.period, report.period)
        )
        -- a newer page says what was judged in the same words, or it is looked at anew
        and (correction.sha256 = revision.sha256 or contains(text.text, correction.sentence))
),

newest as (
    select
        extraction_id,
        indicator_no,
        arg_max(correction.correction_id, correction.known_at) as step_id,
        arg_max(correction, correction.known_at) filter (holds) as held
    from steps
    group by extraction_id, indicator_no
),

final as (
    select
        extraction_id,
        indicator_no,
        step_id,
        held.correction_id,
        held.verdict,
        held.actual_value,
        held.actual_unit,
        held.actual_noun,
        held.actual_base,
        held.target_value,
        held.target_unit,
        held.target_noun,
        held.target_base,
        held.target_countable,
        held.ruled_status,
        held.why
    from newest
)

select * from final
