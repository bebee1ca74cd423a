-- 目标库 | what breakdown documents and curated files promise, with the indicator that answers, and where it stands
with matched as (
    select indicator_key, entry_key, how
    from core.register_match
    qualify holds and row_number() over (partition by indicator_key, entry_key order by known_at desc) = 1
),

answering as (
    -- of an indicator told in several reports the newest
    select matched.entry_key, matched.how, progress.*
    from matched
    inner join mart.progress on matched.indicator_key = progress.read_key
    qualify row_number() over (partition by matched.entry_key order by progress.period_rank desc nulls last) = 1
),

final as (
    select
        entry.year, -- 年度 | of the promise
        entry.source_id, -- 来源编号 | whose document it is, or whose promise the file gives
        entry.region, -- 地区 | for whose bureaus it speaks
        entry.lead, -- 牵头单位 | who leads it
        entry.co_units, -- 配合单位 | who helps
        entry.clauses, -- 条款号 | the clauses of the work report
        entry.task, -- 任务 | as written
        entry.name, -- 指标名称 | as written
        entry.text as target_text, -- 目标 | as written, with its unit; empty: no number is promised
        entry.due, -- 完成期限 | its deadline, where one is given
        entry.node_q1, -- 一季度节点 | a share of the target
        entry.node_h1, -- 上半年节点 | a share of the target
        entry.node_q3, -- 前三季度节点 | a share of the target
        entry.kind, -- 类型 | how it is compared
        entry.origin, -- 出处 | breakdown (责任分解方案) or curated (a file)
        -- 匹配 | answered: an indicator answers; doubtful: a person must say; unanswered: none was found
        case when answering.how = 'doubtful' then 'doubtful' when answering.how is null then 'unanswered' else 'answered' end
            as match,
        answering.source_id as answered_by, -- 报告来源 | of the indicator that answers
        answering.name as answered_as, -- 报告名称 | what that report calls it
        answering.period, -- 报告期 | of the newest report that answers
        answering.status, -- 状态 | as it is judged there
        answering.target_text as used_target_text, -- 采用目标 | by which it is judged, by the order of authority
        answering.target_origin, -- 采用出处 | heading, breakdown, curated or correction
        entry.sentence, -- 原文 | the sentence, or the row of the file, that says so
        coalesce(document.url, entry.file || ' 第' || entry.row_no || '行') as place, -- 位置 | the document's address, or file and row
        entry.who, -- 录入人 | who imported it
        entry.known_at, -- 入库时间 | since when
        entry.entry_key, -- 条目键 | names it for `duban identity merge` and `split`
        answering.read_key as indicator_key -- 指标键 | core.indicator that answers
    from core.v_register as entry
    left join answering on entry.entry_key = answering.entry_key
    left join core.report as report on entry.extraction_id = report.extraction_id
    left join raw.revision as revision on report.revision_id = revision.revision_id
    left join raw.document as document on revision.document_id = document.document_id
)

select * from final
