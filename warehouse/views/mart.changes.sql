-- 版本变化 | what a changed page or file changed in the figures: one row per promise, target or result that differs
with revisions as (
    select
        revision.revision_id,
        revision.document_id,
        revision.sha256,
        revision.fetched_at,
        lag(revision.revision_id) over earlier as earlier_id,
        lag(revision.sha256) over earlier as earlier_sha256
    from raw.revision
    where revision.revision_id in (select revision_id from core.report)
    window earlier as (partition by revision.document_id order by revision.fetched_at, revision.known_at)
),

readings as (
    -- both sides by the newest extraction that read the two of them, so that a better rule is no change of the page
    select
        after.source_id,
        after.year,
        after.period,
        after.title,
        revisions.*,
        before.extraction_id as before_id,
        after.extraction_id as after_id
    from revisions
    inner join core.report as after on revisions.revision_id = after.revision_id
    inner join core.report as before
        on revisions.earlier_id = before.revision_id
        and split_part(after.version, '+', 1) = split_part(before.version, '+', 1)
    qualify
        row_number() over (
            partition by revisions.revision_id order by after.known_at desc, before.known_at desc, after.version desc
        ) = 1
),

figures as (
    select
        indicator.extraction_id,
        indicator.indicator_key,
        indicator.name,
        target.text as target_text,
        actual.text as actual_text
    from core.indicator
    left join core.target
        on indicator.extraction_id = target.extraction_id and indicator.indicator_no = target.indicator_no
    left join core.actual
        on indicator.extraction_id = actual.extraction_id and indicator.indicator_no = actual.indicator_no
),

old as (
    select readings.revision_id, figures.* from readings inner join figures on readings.before_id = figures.extraction_id
),

new as (
    select readings.revision_id, figures.* from readings inner join figures on readings.after_id = figures.extraction_id
),

paired as (
    select
        coalesce(new.revision_id, old.revision_id) as revision_id,
        coalesce(new.indicator_key, old.indicator_key) as indicator_key,
        coalesce(new.name, old.name) as name,
        old.indicator_key is null as is_new,
        new.indicator_key is null as is_gone,
        old.target_text as old_target,
        new.target_text as new_target,
        old.actual_text as old_actual,
        new.actual_text as new_actual
    from old
    full join new on old.revision_id = new.revision_id and old.indicator_key = new.indicator_key
),

differing as (
    select revision_id, indicator_key, name, 'promise' as what, null as before, coalesce(new_target, '') as after
    from paired
    where is_new
    union all
    select revision_id, indicator_key, name, 'promise', coalesce(old_target, ''), null
    from paired
    where is_gone
    union all
    select revision_id, indicator_key, name, 'target', old_target, new_target
    from paired
    where not is_new and not is_gone and old_target is distinct from new_target
    union all
    select revision_id, indicator_key, name, 'actual', old_actual, new_actual
    from paired
    where not is_gone and old_actual is distinct from new_actual and not (is_new and new_actual is null)
),

final as (
    select
        readings.source_id, -- 来源编号 | sources/<source_id>.yaml
        document.url, -- 网址 | of the report
        readings.title as report_title, -- 报告标题 | its title
        readings.year, -- 年度 | of the report
        readings.period, -- 报告期 | of the report
        differing.name, -- 指标名称 | as written
        differing.what, -- 变化项 | promise (it is new, or gone), target or actual
        differing.before, -- 原值 | as written before; empty: there was none
        differing.after, -- 现值 | as written now; empty: there is none
        readings.fetched_at, -- 抓取时间 | when the changed revision was fetched
        readings.earlier_sha256, -- 原内容指纹 | names the archived bytes before
        readings.sha256, -- 现内容指纹 | names the archived bytes now
        differing.indicator_key, -- 指标键 | core.indicator
        readings.revision_id, -- 版本编号 | raw.revision
        readings.after_id as extraction_id -- 抽取编号 | core.report
    from differing
    inner join readings on differing.revision_id = readings.revision_id
    inner join raw.document on readings.document_id = document.document_id
)

select * from final
