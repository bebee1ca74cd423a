-- 指标疑点 | why an indicator of a current report deserves a person's look, one row for each reason
with places as (
    select extraction_id, indicator_no, span_start, span_end from core.target where span_start is not null
    union all
    select extraction_id, indicator_no, span_start, span_end from core.actual
    union all
    select extraction_id, indicator_no, span_start, span_end from core.claim
),

pointed as (
    -- a finding that points at a number of an indicator is about that indicator
    select distinct
        finding.extraction_id,
        places.indicator_no,
        finding.finding_no,
        finding.kind as reason,
        finding.message as explanation
    from core.finding
    inner join places
        on finding.extraction_id = places.extraction_id
        and finding.span_start < places.span_end and places.span_start < finding.span_end
),

judged as (
    select
        progress.extraction_id,
        progress.indicator_no,
        progress.kind,
        progress.status,
        progress.basis,
        progress.completion,
        progress.pace,
        progress.actual_text,
        progress.stated_completion,
        progress.stated_status,
        progress.claim_text,
        progress.confidence,
        indicator.refusal,
        indicator.link_reason,
        actual.base as read_base,
        assessment.actual_base,
        lag(assessment.actual_base) over earlier as earlier_base,
        lag(progress.actual_text) over earlier as earlier_text,
        v_rule.confidence_min
    from mart.progress
    inner join core.assessment on progress.assessment_id = assessment.assessment_id
    inner join core.indicator
        on progress.extraction_id = indicator.extraction_id and progress.indicator_no = indicator.indicator_no
    left join core.actual
        on progress.extraction_id = actual.extraction_id and progress.indicator_no = actual.indicator_no
    cross join core.v_rule
    window earlier as (
        partition by progress.source_id, progress.indicator_key, progress.year order by progress.period_rank
    )
),

reasoned as (
    select extraction_id, indicator_no, null as finding_no, 'refused' as reason, refusal as explanation
    from judged
    where refusal is not null and read_base is null
    union all
    select extraction_id, indicator_no, null, 'low_confidence', link_reason
    from judged
    where confidence < confidence_min and (read_base is not null or stated_completion is not null)
    union all
    select
        extraction_id,
        indicator_no,
        null,
        'claim_differs',
        '自评“' || claim_text || '”，按数字计算为' || core.percent_text(completion)
    from judged
    where
        basis in ('figure', 'correction')
        and kind = 'cumulative'
        and (abs(stated_completion - completion) > 0.01 or (stated_status = 'done' and status = 'lagging'))
    union all
    -- 万元 read as 亿元, or the year's figure of another measure
    select extraction_id, indicator_no, null, 'implausible', '完成率' || core.percent_text(completion) || '，数量级可疑'
    from judged
    where
        kind = 'cumulative' and actual_base is not null
        and (completion >= 10 or (completion < 0.01 and completion > 0 and pace >= 0.5))
    union all
    select
        extraction_id, indicator_no, null, 'fell_back', '累计数' || actual_text || '少于此前报告的' || earlier_text
    from judged
    where kind = 'cumulative' and actual_base < earlier_base
),

final as (
    select extraction_id, indicator_no, finding_no, reason, explanation from reasoned
    union all
    select extraction_id, indicator_no, finding_no, reason, explanation from pointed
)

select * from final
