-- 评估输入 | every input of the assessment, what a person corrected in its place: one row per indicator of core.v_touched, or of what a statement reads there (inlining.py)
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
            said.base is not null and (target.base is null or said.outranks), false
        ) as is_registered,
        if(is_registered, said.kind, indicator.kind) as kind,
        if(is_registered, said.direction, indicator.direction) as direction,
        if(is_registered, said.accrues, indicator.accrues) as accrues,
        coalesce(indicator.due, said.due) as due,
        coalesce(if(is_registered, said.baseline_base, null), indicator.baseline_base) as baseline_base,
        coalesce(
            if(is_registered, core.number_text(said.baseline) || said.unit, null),
            core.number_text(indicator.baseline) || target.unit
        ) as baseline_text,
        if(said.actual_base is null, indicator.refusal, null) as refusal,
        indicator.confidence,
        -- a figure's own date is the text's; in a year or after a day that a person ruled out it is not believed
        if(
            said.cutoff is null
            or (year(actual.cutoff) = said.year and actual.cutoff <= said.cutoff),
            actual.cutoff, null
        ) as own_cutoff,
        coalesce(said.year, report.year) as report_year,
        coalesce(said.period, report.period) as period,
        coalesce(said.cutoff, report.cutoff) as report_cutoff,
        coalesce(
            if(is_registered, said.operator, target.operator), if(said.target_base is null, null, '>=')
        ) as operator,
        coalesce(said.target_unit, if(is_registered, said.unit, target.unit)) as target_unit,
        coalesce(said.target_noun, if(is_registered, said.noun, target.noun)) as target_noun,
        -- a derived target is told by its value, a sum too: the text holds only what they were made of
        coalesce(
            core.number_text(said.target_value) || said.target_unit,
            if(is_registered, said.text, null),
            if(target.span_start is null, core.number_text(target.value) || target.unit, target.text)
        ) as target_text,
        coalesce(said.target_countable, if(is_registered, said.countable, target.countable)) as countable,
        -- a range binds at its lower end, where less is better at its upper end
        case
            when said.target_base is not null then said.target_base
            when is_registered and said.operator = 'range' and (said.kind = 'ceiling' or said.direction = 'down')
                then coalesce(said.upper_base, said.base)
            when is_registered then said.base
            when target.operator = 'range' and (indicator.kind = 'ceiling' or indicator.direction = 'down')
                then coalesce(target.upper_base, target.base)
            else target.base
        end as target_base,
        coalesce(said.actual_noun, actual.noun) as actual_noun,
        coalesce(
            core.number_text(said.actual_value) || said.actual_unit,
            if(len(actual.parts) > 0, core.number_text(actual.value) || actual.unit, actual.text)
        ) as actual_text,
        coalesce(said.actual_unit, actual.unit) as actual_unit,
        coalesce(said.actual_base, actual.base) as actual_base,
        claims.stated_completion,
        claims.stated_status,
        claims.claim_text,
        case
            when said.target_base is not null then 'correction'
            when is_registered then said.origin
            when target.base is not null then 'heading'
        end as target_origin,
        if(is_registered and said.target_base is null, said.target_entry_id, null) as target_entry_id,
        said.register_id,
        said.node_q1,
        said.node_h1,
        said.node_q3,
        said.verdict,
        said.ruled_status,
        said.why,
        said.correction_id,
        said.step_id,
        coalesce(said.verdict in ('corrected', 'rejected'), false) as is_corrected,
        coalesce(said.redated_verdict = 'corrected', false) as is_redated
    from core.v_touched as indicator
    inner join core.report on indicator.extraction_id = report.extraction_id
    left join core.target
        on indicator.extraction_id = target.extraction_id and indicator.indicator_no = target.indicator_no
    left join core.actual
        on indicator.extraction_id = actual.extraction_id and indicator.indicator_no = actual.indicator_no
    left join claims
        on indicator.extraction_id = claims.extraction_id and indicator.indicator_no = claims.indicator_no
    left join core.v_said as said
        on indicator.extraction_id = said.extraction_id and indicator.indicator_no = said.indicator_no
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
