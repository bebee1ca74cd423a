-- 自评与数据不符 | promises of the newest report of a year that lag by their figures while the bureau's words say otherwise
with spoken as (
    select
        *,
        case
            when stated_status = 'done' then 'said_done'
            when regexp_matches(claim_text, '顺利|良好|有序|稳步|按计划|按时间|按进度|序时|如期') then 'said_well'
            when stated_completion >= pace then 'said_share'
        end as conflict
    from mart.progress
    where is_newest_of_year and status = 'lagging' and basis in ('figure', 'correction')
),

final as (
    select
        source_id, -- 来源编号 | sources/<source_id>.yaml
        bureau, -- 部门 | whose report it is
        region, -- 地区 | city, county or province
        year, -- 年度 | of the promise
        period, -- 报告期 | of the newest report of the year
        cutoff, -- 数据截止日 | the figure's own, else the report's
        task_title, -- 任务名称 | its heading
        array_to_string(departments, '、') as department, -- 牵头科室 | who leads it
        name, -- 指标名称 | as written
        owner, -- 责任地区 | the district or unit it is about, where not the whole
        tier, -- 档次 | firm (确保) or stretch (力争)
        conflict, -- 矛盾 | said_done: called done; said_well: called on course; said_share: its own percentage is on pace
        claim_text, -- 自评 | the bureau's own words
        target_text, -- 目标 | as written
        actual_text, -- 实绩 | as written
        completion, -- 完成率 | computed
        stated_completion, -- 自报完成率 | as the bureau states it
        pace, -- 序时进度 | the share of the year gone
        gap_pp, -- 差距（百分点） | negative is behind
        status, -- 状态 | lagging
        severity, -- 程度 | slight, behind or severe
        reason, -- 理由 | one sentence with the numbers
        sentence, -- 原文 | the sentence that proves it
        url, -- 网址 | of the report
        published_on, -- 发布日期 | of the report
        extraction_id, -- 抽取编号 | core.report
        indicator_no, -- 指标序 | core.indicator
        indicator_key, -- 指标键 | names the same promise through all periods of its year
        assessment_id -- 评估编号 | core.assessment, where every input stands
    from spoken
    where conflict is not null
)

select * from final
