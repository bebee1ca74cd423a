-- 进展（某日所知） | every indicator as it stood by what was known at the end of a day in China: from mart.progress_as_known_on('2026-05-31')
create or replace macro mart.progress_as_known_on(day) as table
with until as (
    select ((day::date + interval 1 day)::timestamp at time zone 'Asia/Shanghai') as moment
),

revisions as (
    select revision.*
    from raw.revision
    cross join until
    where revision.known_at < until.moment and revision_id in (
        select report.revision_id from core.report where report.known_at < until.moment
    )
    qualify row_number() over (partition by document_id order by fetched_at desc, revision.known_at desc) = 1
),

readings as (
    select report.*, revisions.document_id, revisions.fetched_at, revisions.published_on as listed_on
    from core.report
    inner join revisions on report.revision_id = revisions.revision_id
    cross join until
    where report.known_at < until.moment
    qualify row_number() over (
        partition by report.revision_id order by report.known_at desc, report.version desc
    ) = 1
),

assessed as (
    select assessment.*
    from core.assessment
    cross join until
    where assessment.known_at < until.moment
    qualify row_number() over (
        partition by extraction_id, indicator_no order by assessment.known_at desc, rule_version desc
    ) = 1
),

identified as (
    select identity.indicator_key, identity.year_key, identity.promise_id
    from core.identity
    cross join until
    where identity.known_at < until.moment
    qualify row_number() over (partition by indicator_key order by identity.known_at desc) = 1
),

sources as (
    select source.*
    from core.source
    cross join until
    where source.known_at < until.moment
    qualify row_number() over (partition by source_id order by source.known_at desc) = 1
),

standing as (
    select
        readings.source_id,
        coalesce(sources.bureau, readings.issuer, '') as bureau,
        coalesce(sources.region, readings.region, '') as region,
        coalesce(identified.promise_id, indicator.indicator_key) as promise_id,
        coalesce(identified.year_key, indicator.indicator_key) as year_key,
        document.url,
        readings.document_id,
        readings.version,
        indicator.extraction_id,
        indicator.indicator_no,
        indicator.name,
        indicator.owner,
        indicator.tier,
        indicator.sentence,
        assessed.* exclude (extraction_id, indicator_no),
        assessed.year * 100 + case assessed.period
            when 'Q1' then 3 when 'H1' then 6 when 'Q3' then 9 when 'FY' then 12
            else try_cast(assessed.period[2:] as integer)
        end as period_rank
    from readings
    inner join core.indicator on readings.extraction_id = indicator.extraction_id
    inner join assessed
        on indicator.extraction_id = assessed.extraction_id and indicator.indicator_no = assessed.indicator_no
    inner join raw.document on readings.document_id = document.document_id
    left join sources on readings.source_id = sources.source_id
    left join identified on indicator.indicator_key = identified.indicator_key
    where readings.extraction_id not in (select extraction_id from core.breakdown)
    qualify row_number() over (
        partition by
            readings.source_id,
            coalesce(identified.year_key, indicator.indicator_key),
            coalesce(period_rank::varchar, readings.extraction_id)
        order by coalesce(readings.published_on, readings.listed_on) desc nulls last, readings.fetched_at desc
    ) = 1
)

select
    standing.source_id,
    standing.bureau,
    standing.region,
    standing.year,
    standing.period,
    standing.cutoff,
    standing.name,
    standing.owner,
    standing.tier,
    standing.kind,
    coalesce(
        core.number_text(correction.target_value) || correction.target_unit, entry.text, target.text
    ) as target_text,
    coalesce(core.number_text(correction.actual_value) || correction.actual_unit, actual.text) as actual_text,
    standing.completion,
    standing.pace,
    standing.gap_pp,
    standing.status,
    standing.severity,
    standing.basis,
    standing.reason,
    standing.sentence,
    standing.url,
    standing.known_at,
    coalesce(
        standing.period_rank = max(standing.period_rank) over (partition by standing.source_id), true
    ) as is_newest,
    standing.version,
    standing.rule_version,
    standing.year_key as indicator_key,
    standing.promise_id,
    standing.assessment_id
from standing
left join core.target
    on standing.extraction_id = target.extraction_id and standing.indicator_no = target.indicator_no
left join core.actual
    on standing.extraction_id = actual.extraction_id and standing.indicator_no = actual.indicator_no
left join core.register_entry as entry on standing.target_entry_id = entry.entry_id
-- the correction that the assessment of that day rests on; a report's period is in the assessment itself
left join core.correction as correction
    on standing.correction_id = correction.correction_id and correction.about = 'indicator';
