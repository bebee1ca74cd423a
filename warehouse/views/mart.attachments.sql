-- 附件（当前） | the files that current reports are published with, and what became of each
with final as (
    select
        reports.source_id, -- 来源编号 | sources/<source_id>.yaml
        reports.bureau, -- 部门 | whose report it is
        reports.year, -- 年度 | of the report
        reports.period, -- 报告期 | of the report
        reports.report_title, -- 报告标题 | its title
        attachment.name, -- 名称 | as the page calls the file
        attachment.state, -- 状态 | read, copy, unread, missing or waiting (raw.attachment)
        attachment.reason, -- 原因 | why it was not read, with the remedy
        attachment.url, -- 网址 | of the file
        attachment.sha256, -- 内容指纹 | names the archived bytes
        reports.url as report_url, -- 报告网址 | of the page
        reports.extraction_id -- 抽取编号 | core.report
    from mart.reports
    inner join core.report on reports.extraction_id = report.extraction_id
    inner join core.v_attachment as attachment on report.revision_id = attachment.revision_id
)

select * from final
