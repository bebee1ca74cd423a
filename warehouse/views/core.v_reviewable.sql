-- 可复核 | every current report, its indicators and its findings, with what is doubtful about them
with doubts as (
    select
        extraction_id,
        indicator_no,
        list(distinct reason order by reason) as reasons,
        string_agg(distinct explanation, '；' order by explanation) as explanation
    from core.v_doubt
    group by extraction_id, indicator_no
),

indicators as (
    select
        progress.review_id,
        'indicator' as about,
        coalesce(doubts.reasons, []) as reasons,
        coalesce(doubts.explanation, '') as explanation,
        progress.source_id,
        progress.bureau,
        progress.year,
        progress.period,
        progress.is_newest,
        progress.name,
        progress.task_title,
        progress.kind,
        progress.target_text,
        progress.actual_text,
        progress.claim_text,
        progress.target_unit,
        progress.actual_unit,
        progress.status,
        progress.reason as verdict_reason,
        progress.confidence,
        progress.sentence,
        progress.marks,
        progress.read_key as indicator_key,
        null as finding_kind,
        correction.correction_id,
        progress.extraction_id
    from mart.progress
    left join doubts
        on progress.extraction_id = doubts.extraction_id and progress.indicator_no = doubts.indicator_no
    left join core.v_correction as correction
        on progress.extraction_id = correction.extraction_id and progress.indicator_no = correction.indicator_no
),

periods as (
    select
        sha256('report|' || reports.document_id)[:10] as review_id,
        'report' as about,
        if(reports.period_rank is null, ['period_unknown'], []) as reasons,
        if(reports.period_rank is null, '标题、正文和落款都没有写明数据截至何时', '') as explanation,
        reports.source_id,
        reports.bureau,
        reports.year,
        reports.period,
        true as is_newest,
        coalesce(reports.report_title, '') as name,
        '' as task_title,
        null as kind,
        null as target_text,
        null as actual_text,
        null as claim_text,
        null as target_unit,
        null as actual_unit,
        null as status,
        null as verdict_reason,
        null::double as confidence,
        text.text[:80] as sentence,
        []::integer[][] as marks,
        null as indicator_key,
        null as finding_kind,
        reports.correction_id,
        reports.extraction_id
    from mart.reports
    inner join raw.text on reports.extraction_id = text.extraction_id
),

stray as (
    -- findings that point at no indicator; the same words of the same kind are looked at once
    select
        findings.extraction_id,
        findings.kind,
        findings.quote,
        min(findings.message) as message,
        min(findings.span_start) as span_start,
        min(findings.span_end) as span_end
    from mart.findings
    where
        findings.kind not in ('period_unknown', 'low_confidence')
        and not exists (
            select 1
            from core.v_doubt as doubt
            where doubt.extraction_id = findings.extraction_id and doubt.finding_no = findings.finding_no
        )
    group by findings.extraction_id, findings.kind, findings.quote
),

seen as (
    select
        correction.document_id,
        correction.finding_kind,
        correction.sentence,
        arg_max(correction.correction_id, correction.known_at) as correction_id
    from core.correction
    left join core.correction as undone on correction.correction_id = undone.undoes
    where correction.about = 'finding' and correction.verdict <> 'undone' and undone.correction_id is null
    group by correction.document_id, correction.finding_kind, correction.sentence
),

strays as (
    select
        sha256(concat_ws('|', 'finding', reports.document_id, stray.kind, stray.quote))[:10] as review_id,
        'finding' as about,
        [stray.kind] as reasons,
        stray.message as explanation,
        reports.source_id,
        reports.bureau,
        reports.year,
        reports.period,
        coalesce(
            reports.period_rank = max(reports.period_rank) over (partition by reports.source_id), true
        ) as is_newest,
        stray.quote as name,
        '' as task_title,
        null as kind,
        null as target_text,
        null as actual_text,
        null as claim_text,
        null as target_unit,
        null as actual_unit,
        null as status,
        null as verdict_reason,
        null::double as confidence,
        substring(text.text, greatest(stray.span_start - 40, 0) + 1, least(stray.span_start, 40) + length(stray.quote) + 40)
            as sentence,
        [[least(stray.span_start, 40), least(stray.span_start, 40) + length(stray.quote)]] as marks,
        null as indicator_key,
        stray.kind as finding_kind,
        seen.correction_id,
        reports.extraction_id
    from stray
    inner join mart.reports on stray.extraction_id = reports.extraction_id
    inner join raw.text on stray.extraction_id = text.extraction_id
    left join seen
        on reports.document_id = seen.document_id
        and stray.kind = seen.finding_kind and stray.quote = seen.sentence
),

identities as (
    select
        doubts.review_id,
        'identity' as about,
        ['identity'] as reasons,
        doubts.why || '：' || doubts.name_a || '（' || doubts.year_a || coalesce(doubts.period_a, '') || '）与' || doubts.name_b
            || '（' || doubts.year_b || coalesce(doubts.period_b, '目标库') || '）' as explanation,
        reports.source_id,
        reports.bureau,
        doubts.year_b as year,
        reports.period,
        true as is_newest,
        doubts.name_b as name,
        '' as task_title,
        null as kind,
        null as target_text,
        null as actual_text,
        null as claim_text,
        null as target_unit,
        null as actual_unit,
        null as status,
        null as verdict_reason,
        null::double as confidence,
        doubts.sentence_b as sentence,
        []::integer[][] as marks,
        doubts.key_a || '+' || doubts.key_b as indicator_key,
        null as finding_kind,
        null as correction_id,
        reports.extraction_id
    from mart.identity_doubts as doubts
    inner join mart.reports on doubts.extraction_id = reports.extraction_id
),

entries as (
    from indicators
    union all
    from periods
    union all
    from strays
    union all
    from identities
),

proposed as (
    -- the newest of a second reader, on the content that is read now
    select
        indicator_key,
        sha256,
        arg_max(proposal, proposal.known_at) as newest
    from core.proposal
    where outcome = 'figure'
    group by indicator_key, sha256
),

final as (
    select
        entries.* exclude (extraction_id),
        core.number_text(proposed.newest.value) || proposed.newest.unit as proposal,
        proposed.newest.quote as proposal_quote,
        proposed.newest.model as proposed_by,
        reports.url,
        reports.report_title,
        reports.published_on,
        reports.document_id,
        reports.sha256,
        reports.extraction_id,
        correction.verdict as review,
        correction.who as reviewed_by,
        correction.known_at as reviewed_at,
        correction.why as review_why
    from entries
    inner join mart.reports on entries.extraction_id = reports.extraction_id
    left join core.correction on entries.correction_id = correction.correction_id
    left join proposed on entries.indicator_key = proposed.indicator_key and reports.sha256 = proposed.sha256
)

select * from final
