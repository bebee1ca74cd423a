-- 评估输入 | every input of the assessment, what a person corrected in its place: one row per indicator
with claims as (
    select
        extraction_id,
        indicator_no,
        arg_min(completion, claim_no) filter (completion is not null) as stated_completion,
        arg_min(stated_status, claim_no) filter (stated_status is not null) as stated_status,
        arg_min(text, claim_no) as claim_text
    from core.claim
    group by extraction_id, indicator_no
),

joined as (
    select
        indicator.extraction_id,
        indicator.indicator_no,
        -- the register's target stands where the report gives none, or where it has the higher authority
        coalesce(
            promised.base is not null and (target.base is null or promised.outranks), false
        ) as is_registered,
        if(is_registered, promised.kind, indicator.kind) as kind,
        if(is_registered, promised.direction, indicator.direction) as direction,
        if(is_registered, promised.accrues, indicator.accrues) as accrues,
        coalesce(indicator.due, promised.due) as due,
        coalesce(if(is_registered, promised.baseline_base, null), indicator.baseline_base) as baseline_base,
        coalesce(
            if(is_registered, core.number_text(promised.baseline) || promised.unit, null),
            core.number_text(indicator.baseline) || target.unit
        ) as baseline_text,
        if(correction.actual_base is null, indicator.refusal, null) as refusal,
        indicator.confidence,
        -- a figure's own date is the text's; in a year or after a day that a person ruled out it is not believed
        if(
            redated.cutoff is null
            or (year(actual.cutoff) = redated.year and actual.cutoff <= redated.cutoff),
            actual.cutoff, null
        ) as own_cutoff,
        coalesce(redated.year, report.year) as report_year,
        coalesce(redated.period, report.period) as period,
        coalesce(redated.cutoff, report.cutoff) as report_cutoff,
        coalesce(
            if(is_registered, promised.operator, target.operator), if(correction.target_base is null, null, '>=')
        ) as operator,
        coalesce(correction.target_unit, if(is_registered, promised.unit, target.unit)) as target_unit,
        coalesce(correction.target_noun, if(is_registered, promised.noun, target.noun)) as target_noun,
        -- a derived target is told by its value, a sum too: the text holds only what they were made of
        coalesce(
            core.number_text(correction.target_value) || correction.target_unit,
            if(is_registered, promised.text, null),
            if(target.span_start is null, core.number_text(target.value) || target.unit, target.text)
        ) as target_text,
        coalesce(correction.target_countable, if(is_registered, promised.countable, target.countable)) as countable,
        -- a range binds at its lower end, where less is better at its upper end
        case
            when correction.target_base is not null then correction.target_base
            when is_registered and promised.operator = 'range' and (promised.kind = 'ceiling' or promised.direction = 'down')
                then coalesce(promised.upper_base, promised.base)
            when is_registered then promised.base
            when target.operator = 'range' and (indicator.kind = 'ceiling' or indicator.direction = 'down')
                then coalesce(target.upper_base, target.base)
            else target.base
        end as target_base,
        coalesce(correction.actual_noun, actual.noun) as actual_noun,
        coalesce(
            core.number_text(correction.actual_value) || correction.actual_unit,
            if(
                -- a sum, and words without a figure (改造部分全部完成) or a sign (下降21.8%), come to one that stands nowhere
                len(actual.parts) > 0
                or not regexp_matches(actual.text, '[0-9０-９〇零一二三四五六七八九十百千万亿两半]')
                or (actual.value < 0 and not regexp_matches(actual.text, '[-－−负]')),
                core.number_text(actual.value) || actual.unit,
                actual.text
            )
        ) as actual_text,
        coalesce(correction.actual_unit, actual.unit) as actual_unit,
        coalesce(correction.actual_base, actual.base) as actual_base,
        claims.stated_completion,
        claims.stated_status,
        claims.claim_text,
        case
            when correction.target_base is not null then 'correction'
            when is_registered then promised.origin
            when target.base is not null then 'heading'
        end as target_origin,
        if(is_registered and correction.target_base is null, promised.target_entry_id, null) as target_entry_id,
        promised.register_id,
        promised.node_q1,
        promised.node_h1,
        promised.node_q3,
        correction.verdict,
        correction.ruled_status,
        correction.why,
        coalesce(correction.correction_id, redated.correction_id) as correction_id,
        nullif(concat_ws('+', correction.step_id, redated.step_id), '') as step_id,
        coalesce(correction.verdict in ('corrected', 'rejected'), false) as is_corrected,
        coalesce(redated.verdict = 'corrected', false) as is_redated
    from core.indicator
    inner join core.report on indicator.extraction_id = report.extraction_id
    left join core.target
        on indicator.extraction_id = target.extraction_id and indicator.indicator_no = target.indicator_no
    left join core.actual
        on indicator.extraction_id = actual.extraction_id and indicator.indicator_no = actual.indicator_no
    left join claims
        on indicator.extraction_id = claims.extraction_id and indicator.indicator_no = claims.indicator_no
    left join core.v_correction as correction
        on indicator.extraction_id = correction.extraction_id and indicator.indicator_no = correction.indicator_no
    left join core.v_report_correction as redated on indicator.extraction_id = redated.extraction_id
    left join core.v_promised as promised on indicator.indicator_key = promised.indicator_key
),

final as (
    select
        * exclude (is_registered, own_cutoff, report_year, report_cutoff),
        coalesce(own_cutoff, report_cutoff) as cutoff,
        coalesce(report_year, year(coalesce(own_cutoff, report_cutoff))) as year,
        coalesce(target_noun in ('%', '个百分点'), false) as is_percent,
        coalesce(actual_noun in ('%', '个百分点'), false) as is_percent_actual
    from joined
)

select * from final
