-- 目标不一 | indicators of the newest report of a year whose heading and register, or whose document and file, promise different things
with course as (
    select *
    from core.v_course
    where is_newest_of_year
),

told as (
    select
        course.extraction_id,
        course.indicator_no,
        course.kind,
        course.direction,
        'heading' as origin,
        target.text,
        target.base,
        target.noun,
        course.sentence,
        course.url as place,
        rule.value as authority
    from course
    inner join core.target
        on course.extraction_id = target.extraction_id and course.indicator_no = target.indicator_no
    left join ops.rule_setting as rule on rule.name = 'authority_heading'
    where target.base is not null
    union all
    select
        course.extraction_id,
        course.indicator_no,
        course.kind,
        course.direction,
        entry.origin,
        entry.text,
        entry.base,
        entry.noun,
        entry.sentence,
        coalesce(document.url, entry.file || ' 第' || entry.row_no || '行'),
        rule.value
    from course
    inner join (
        select indicator_key, entry_key
        from core.register_match
        qualify holds and how <> 'doubtful'
            and row_number() over (partition by indicator_key, entry_key order by known_at desc) = 1
    ) as matched on course.read_key = matched.indicator_key
    inner join core.v_register as entry on matched.entry_key = entry.entry_key
    left join core.report as report on entry.extraction_id = report.extraction_id
    left join raw.revision as revision on report.revision_id = revision.revision_id
    left join raw.document as document on revision.document_id = document.document_id
    left join ops.rule_setting as rule on rule.name = 'authority_' || entry.origin
    where entry.base is not null
),

paired as (
    -- what the report says itself is told beside what was promised before it; else the file beside the document
    select
        present.extraction_id,
        present.indicator_no,
        present.text as target_text,
        present.noun,
        present.sentence,
        present.origin,
        earlier.text as earlier_target_text,
        earlier.sentence as earlier_sentence,
        earlier.place as earlier_url,
        earlier.origin as earlier_origin,
        present.base - earlier.base as changed_by,
        if(present.kind = 'ceiling' or present.direction = 'down', -1, 1) * sign(present.base - earlier.base) as harder
    from told as present
    inner join told as earlier
        on present.extraction_id = earlier.extraction_id and present.indicator_no = earlier.indicator_no
        and present.noun = earlier.noun and present.base <> earlier.base
        and (present.origin = 'heading' and earlier.origin <> 'heading'
            or present.origin = 'curated' and earlier.origin = 'breakdown')
    qualify row_number() over (
        partition by present.extraction_id, present.indicator_no
        order by present.origin = 'heading' desc, earlier.authority
    ) = 1
),

final as (
    select
        paired.*,
        course.* exclude (extraction_id, indicator_no, target_text, sentence)
    from paired
    inner join course on paired.extraction_id = course.extraction_id and paired.indicator_no = course.indicator_no
)

select * from final
