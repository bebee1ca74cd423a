-- 数字台账 | every number of every current report and what it is there for
with final as (
    select
        reports.source_id, -- 来源编号 | sources/<source_id>.yaml
        reports.bureau, -- 部门 | whose report it is
        reports.year, -- 年度 | of the report
        reports.period, -- 报告期 | of the report
        quantity.quantity_no, -- 数字序 | its place in the report, from 0
        quantity.text, -- 原文 | as written
        quantity.value, -- 数值 | in its unit
        quantity.upper, -- 上限值 | the upper end of a range
        quantity.unit, -- 单位 | with its magnitude
        quantity.qualifier, -- 限定 | estimated, approximate ...
        quantity.role, -- 用途 | target, actual, claim, context, date, clause, ordinal or name
        quantity.task_number, -- 任务编号 | the task it stands in
        quantity.span_start, -- 起 | first character in raw.text
        quantity.span_end, -- 止 | the character after the last
        -- 上下文 | the characters around it
        substring(text.text, greatest(quantity.span_start - 20, 0) + 1, quantity.span_end - quantity.span_start + 40)
            as context,
        if(quantity.span_start < place.span_end, place.words, null) as place, -- 位置 | where it is found again in a file; empty: it stands in the page
        reports.url, -- 网址 | of the report
        reports.extraction_id -- 抽取编号 | core.report
    from mart.reports
    inner join core.quantity on reports.extraction_id = quantity.extraction_id
    inner join raw.text on reports.extraction_id = text.extraction_id
    asof left join raw.place as place
        on quantity.extraction_id = place.extraction_id and quantity.span_start >= place.span_start
)

select * from final
