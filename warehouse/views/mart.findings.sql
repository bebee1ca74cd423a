-- 疑点 | what deserves a person's look in the current reports, with the place
with final as (
    select
        reports.source_id, -- 来源编号 | sources/<source_id>.yaml
        reports.bureau, -- 部门 | whose report it is
        reports.year, -- 年度 | of the report
        reports.period, -- 报告期 | of the report
        finding.kind, -- 类型 | claim_differs, arithmetic, implausible, damaged ...
        finding.message, -- 说明 | what is odd
        -- 原文 | the words it is about
        substring(text.text, finding.span_start + 1, finding.span_end - finding.span_start) as quote,
        finding.span_start, -- 起 | first character in raw.text
        finding.span_end, -- 止 | the character after the last
        reports.url, -- 网址 | of the report
        reports.report_title, -- 报告标题 | its title
        reports.extraction_id, -- 抽取编号 | core.report
        finding.finding_no -- 疑点序 | from 0
    from mart.reports
    inner join core.finding on reports.extraction_id = finding.extraction_id
    inner join raw.text on reports.extraction_id = text.extraction_id
)

select * from final
