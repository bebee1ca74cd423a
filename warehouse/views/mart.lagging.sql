-- 滞后清单 | what lags in the newest period of each source; the worst first when ordered by gap_pp
with final as (
    select
        bureau, -- 部门 | whose report it is
        region, -- 地区 | city, county or province
        year, -- 年度 | the year of the promise
        period, -- 报告期 | Q1, H1, Q3, FY or M01 to M12; empty: unknown
        cutoff, -- 数据截止日 | the figure's own, else the report's
        task_number, -- 任务编号 | as written
        task_title, -- 任务名称 | its heading
        departments, -- 牵头科室 | who leads it
        name, -- 指标名称 | as written
        target_text, -- 目标 | as written
        actual_text, -- 实绩 | as written
        completion, -- 完成率 | a share of the target
        pace, -- 序时进度 | the share of the year gone
        gap_pp, -- 差距（百分点） | negative is behind
        status, -- 状态 | lagging
        severity, -- 程度 | slight, behind or severe; empty: as the bureau says
        basis, -- 依据 | figure: computed; claim: rests on the bureau's word; correction: on a person's; none
        reason, -- 理由 | one sentence with the numbers
        claim_text, -- 自评 | the bureau's own words
        sentence, -- 原文 | the sentence that proves it
        url, -- 网址 | of the report
        published_on, -- 发布日期 | of the report
        source_id, -- 来源编号 | sources/<source_id>.yaml
        indicator_key, -- 指标键 | names the same promise through all periods of its year
        assessment_id -- 评估编号 | core.assessment, where every input stands
    from mart.progress
    where status = 'lagging' and is_newest
)

select * from final
