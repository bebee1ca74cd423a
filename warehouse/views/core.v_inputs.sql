-- 评估输入 | every input of the assessment: one row per indicator of each extraction
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
        indicator.kind,
        indicator.direction,
        indicator.accrues,
        indicator.due,
        indicator.baseline,
        indicator.baseline_base,
        indicator.refusal,
        indicator.confidence,
        coalesce(report.year, year(coalesce(actual.cutoff, report.cutoff))) as year,
        report.period,
        coalesce(actual.cutoff, report.cutoff) as cutoff,
        target.operator,
        target.unit as target_unit,
        target.noun as target_noun,
        target.text as target_text,
        target.countable,
        -- a range binds at its lower end, where less is better at its upper end
        case
            when target.operator = 'range' and (indicator.kind = 'ceiling' or indicator.direction = 'down')
                then coalesce(target.upper_base, target.base)
            else target.base
        end as target_base,
        actual.noun as actual_noun,
        actual.text as actual_text,
        actual.base as actual_base,
        claims.stated_completion,
        claims.stated_status,
        claims.claim_text
    from core.indicator
    inner join core.report on indicator.extraction_id = report.extraction_id
    left join core.target
        on indicator.extraction_id = target.extraction_id and indicator.indicator_no = target.indicator_no
    left join core.actual
        on indicator.extraction_id = actual.extraction_id and indicator.indicator_no = actual.indicator_no
    left join claims
        on indicator.extraction_id = claims.extraction_id and indicator.indicator_no = claims.indicator_no
),

final as (
    select
        *,
        coalesce(target_noun in ('%', '个百分点'), false) as is_percent,
        coalesce(actual_noun in ('%', '个百分点'), false) as is_percent_actual
    from joined
)

select * from final
