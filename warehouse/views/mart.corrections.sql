-- 人工复核记录 | everything people said of what was read, and whether it holds of the current reports
with held as (
    select v_correction.correction_id
    from mart.reports
    inner join core.v_correction on reports.extraction_id = v_correction.extraction_id
    union
    select correction_id
    from mart.reports
    where correction_id is not null
    union
    select correction.correction_id
    from core.correction
    inner join mart.findings
        on correction.finding_kind = findings.kind and correction.sentence = findings.quote
    inner join mart.reports
        on findings.extraction_id = reports.extraction_id and correction.document_id = reports.document_id
),

weighed as (
    select
        correction.*,
        exists (select 1 from core.correction as other where other.undoes = correction.correction_id) as is_undone,
        -- a later one on the same thing
        exists (
            select 1
            from core.correction as later
            where
                later.about = correction.about
                and later.source_id = correction.source_id
                and later.known_at > correction.known_at
                and later.verdict <> 'undone'
                and not exists (select 1 from core.correction as other where other.undoes = later.correction_id)
                and later.indicator_key is not distinct from correction.indicator_key
                and (later.document_id = correction.document_id or later.period = correction.period)
                and (correction.about <> 'finding'
                    or (later.finding_kind = correction.finding_kind and later.sentence = correction.sentence))
        ) as is_replaced
    from core.correction
),

final as (
    select
        weighed.correction_id, -- 复核编号 | core.correction
        weighed.about, -- 对象 | indicator, report (its period) or finding
        weighed.source_id, -- 来源编号 | sources/<source_id>.yaml
        document.url, -- 网址 | of the report it was made on
        weighed.year, -- 年度 | of the promise
        weighed.period, -- 报告期 | of the report; empty: it was not known
        weighed.indicator_key, -- 指标键 | core.indicator, where it is about one
        weighed.finding_kind, -- 疑点类型 | where it is about a finding
        weighed.sentence, -- 原文 | the words it was judged by
        weighed.verdict, -- 结论 | accepted, corrected, rejected or undone
        -- 状态 | holds, replaced by a later one, undone, or adrift: what it was about is no longer read in the current reports
        case
            when weighed.verdict = 'undone' or weighed.is_undone then 'undone'
            when held.correction_id is not null and not weighed.is_replaced then 'holds'
            when weighed.is_replaced then 'replaced'
            else 'adrift'
        end as state,
        -- 更正内容 | in one line
        concat_ws(
            '，',
            '实绩' || core.number_text(weighed.actual_value) || weighed.actual_unit,
            '目标' || core.number_text(weighed.target_value) || weighed.target_unit,
            weighed.ruled_status,
            weighed.ruled_year::varchar || weighed.ruled_period || ' ' || weighed.ruled_cutoff::varchar
        ) as correction,
        weighed.quote, -- 引文 | the words that prove the corrected value, where they were given
        weighed.why, -- 缘由 | in the person's words
        weighed.who, -- 复核人 | by the setting or the login
        weighed.known_at, -- 复核时间 | when
        weighed.undoes, -- 撤销 | the correction_id that it takes back
        weighed.document_id, -- 文件编号 | raw.document
        weighed.sha256 -- 内容指纹 | the revision it was made on
    from weighed
    left join held on weighed.correction_id = held.correction_id
    left join raw.document on weighed.document_id = document.document_id
)

select * from final
