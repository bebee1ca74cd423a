-- 自报完成率有误 | promises of the newest report of a year whose stated percentage is a point or more off what its own figures give
with final as (
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
        target_text, -- 目标 | as written
        actual_text, -- 实绩 | as written
        completion, -- 完成率 | computed from the two
        stated_completion, -- 自报完成率 | as the bureau states it
        100 * (stated_completion - completion) as over_pp, -- 高报（百分点） | stated less computed: positive is too good
        claim_text, -- 自评 | the bureau's own words
        status, -- 状态 | as it is judged by the figures
        sentence, -- 原文 | the sentence that proves it
        url, -- 网址 | of the report
        published_on, -- 发布日期 | of the report
        extraction_id, -- 抽取编号 | core.report
        indicator_no, -- 指标序 | core.indicator
        indicator_key, -- 指标键 | names the same promise through all periods of its year
        assessment_id -- 评估编号 | core.assessment, where every input stands
    from mart.progress
    where
        is_newest_of_year and kind = 'cumulative' and basis in ('figure', 'correction')
        and abs(stated_completion - completion) > 0.01
)

select * from final
