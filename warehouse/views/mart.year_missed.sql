-- 全年未完成 | promises that the full-year report of a year shows not kept
with final as (
    select
        source_id, -- 来源编号 | sources/<source_id>.yaml
        bureau, -- 部门 | whose report it is
        region, -- 地区 | city, county or province
        year, -- 年度 | of the promise
        period, -- 报告期 | FY or M12
        cutoff, -- 数据截止日 | the figure's own, else the report's
        task_title, -- 任务名称 | its heading
        array_to_string(departments, '、') as department, -- 牵头科室 | who leads it
        name, -- 指标名称 | as written
        owner, -- 责任地区 | the district or unit it is about, where not the whole
        tier, -- 档次 | firm (确保) or stretch (力争)
        kind, -- 类型 | how it is compared
        target_text, -- 目标 | as written
        actual_text, -- 实绩 | as written
        completion, -- 完成率 | a share of the target
        if(target_noun = actual_noun, abs(target_base - actual_base), null) as short_by, -- 差额 | between the two, in the unit without magnitude
        target_noun as noun, -- 基本单位 | of short_by
        gap_pp, -- 差距（百分点） | negative is behind
        status, -- 状态 | lagging
        severity, -- 程度 | slight, behind or severe; empty: as the bureau says, or a date that passed
        basis, -- 依据 | figure: computed; claim: rests on the bureau's word; correction: on a person's; none
        reason, -- 理由 | one sentence with the numbers
        claim_text, -- 自评 | the bureau's own words
        sentence, -- 原文 | the sentence that proves it
        url, -- 网址 | of the report
        published_on, -- 发布日期 | of the report
        extraction_id, -- 抽取编号 | core.report
        indicator_no, -- 指标序 | core.indicator
        indicator_key, -- 指标键 | names the same promise through all periods of its year
        assessment_id -- 评估编号 | core.assessment, where every input stands
    from mart.progress
    where is_newest_of_year and status = 'lagging' and period_rank % 100 = 12
)

select * from final
