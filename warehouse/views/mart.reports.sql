-- 报告（当前） | the newest revision of every report, as the newest extraction read it
with revisions as (
    select
        revision.revision_id,
        revision.sha256,
        revision.fetched_at,
        revision.published_on,
        revision.listed_title,
        document.document_id,
        document.url
    from raw.revision
    inner join raw.document on revision.document_id = document.document_id
    where revision.revision_id in (select revision_id from core.report)
    qualify row_number() over (
        partition by revision.document_id order by revision.fetched_at desc, revision.known_at desc
    ) = 1
),

newest as (
    select *
    from core.report
    qualify row_number() over (partition by revision_id order by known_at desc, version desc) = 1
),

final as (
    select
        newest.extraction_id, -- 抽取编号 | core.report
        newest.source_id, -- 来源编号 | core.source
        coalesce(source.bureau, newest.issuer, '') as bureau, -- 部门 | whose report it is
        coalesce(source.region, newest.region, '') as region, -- 地区 | city, county or province
        coalesce(redated.year, newest.year) as year, -- 年度 | the year whose promises it reports on
        coalesce(redated.period, newest.period) as period, -- 报告期 | Q1, H1, Q3, FY or M01 to M12; empty: unknown
        coalesce(redated.cutoff, newest.cutoff) as cutoff, -- 数据截止日 | the last day its figures cover
        coalesce(newest.published_on, revisions.published_on) as published_on, -- 发布日期 | the page's, else the list's
        revisions.url, -- 网址 | where it is published
        revisions.sha256, -- 内容指纹 | names the archived bytes
        coalesce(newest.title, revisions.listed_title) as report_title, -- 标题 | its title
        revisions.fetched_at, -- 抓取时间 | when this revision was fetched
        newest.is_baseline, -- 基线 | loaded with the first visit of its source
        newest.version, -- 抽取规则版本 | version of the extraction
        newest.known_at, -- 入库时间 | when we learnt of it
        -- 报告期序 | year and last month of the period as one number, to sort by
        coalesce(redated.year, newest.year) * 100 + case coalesce(redated.period, newest.period)
            when 'Q1' then 3 when 'H1' then 6 when 'Q3' then 9 when 'FY' then 12
            else try_cast(coalesce(redated.period, newest.period)[2:] as integer)
        end as period_rank,
        redated.correction_id, -- 复核编号 | core.correction, where a person gave (or saw) the period
        revisions.document_id -- 文件编号 | raw.document
    from newest
    inner join revisions on newest.revision_id = revisions.revision_id
    left join core.v_source as source on newest.source_id = source.source_id
    left join core.v_report_correction as redated on newest.extraction_id = redated.extraction_id
    -- a breakdown document promises and reports nothing
    where newest.extraction_id not in (select extraction_id from core.breakdown)
)

select * from final
