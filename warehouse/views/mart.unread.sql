-- 未读文件 | files of the lists that are archived and that no reader takes; `duban reextract --accept` tries them again
with newest as (
    select revision_id, arg_max(reason, known_at) as reason
    from raw.unread
    group by revision_id
),

final as (
    select
        document.source_id, -- 来源编号 | sources/<source_id>.yaml
        coalesce(source.bureau, '') as bureau, -- 部门 | whose file it is
        revision.listed_title, -- 列表标题 | the title in the list
        revision.published_on, -- 列表日期 | the date in the list
        newest.reason, -- 原因 | in one line, with the remedy
        document.url, -- 网址 | where it is published
        revision.sha256, -- 内容指纹 | names the archived bytes
        revision.fetched_at, -- 抓取时间 | when it was fetched
        revision.revision_id -- 版本编号 | raw.revision
    from newest
    inner join raw.revision on newest.revision_id = revision.revision_id
    inner join raw.document on revision.document_id = document.document_id
    left join core.v_source as source on document.source_id = source.source_id
    where newest.revision_id not in (select revision_id from core.report)
)

select * from final
