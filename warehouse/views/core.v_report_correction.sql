-- 报告期更正 | for each extraction whose report's period a person gave: the correction that holds, and the newest step
with steps as (
    select
        report.extraction_id,
        correction,
        correction.verdict <> 'undone' and undone.correction_id is null as holds
    from core.correction
    left join core.correction as undone on correction.correction_id = undone.undoes
    inner join raw.revision
        on correction.document_id = revision.document_id
        -- the next page at this address may speak of another period
        and correction.sha256 = revision.sha256
    inner join core.report on revision.revision_id = report.revision_id
    where correction.about = 'report'
),

newest as (
    select
        extraction_id,
        arg_max(correction.correction_id, correction.known_at) as step_id,
        arg_max(correction, correction.known_at) filter (holds) as held
    from steps
    group by extraction_id
),

final as (
    select
        extraction_id,
        step_id,
        held.correction_id,
        held.verdict,
        held.ruled_year as year,
        held.ruled_period as period,
        held.ruled_cutoff as cutoff
    from newest
)

select * from final
