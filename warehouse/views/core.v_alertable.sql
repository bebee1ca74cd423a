-- 可预警指标 | every indicator of a dated report in the shape that all alerts have
with final as (
    select
        course.indicator_key as subject, -- 对象 | the indicator's key
        course.source_id, -- 来源编号 | sources/<source_id>.yaml
        course.bureau, -- 部门 | whose report it is
        course.region, -- 地区 | city, county or province
        course.year, -- 年度 | of the promise
        course.period, -- 报告期 | Q1, H1, Q3, FY or M01 to M12
        course.cutoff, -- 数据截止日 | the figure's own, else the report's
        course.status, -- 状态 | as it is judged
        if(course.status = 'lagging', course.severity, null) as severity, -- 程度 | slight, behind or severe
        course.gap_pp, -- 差距（百分点） | negative is behind
        course.name, -- 指标名称 | as written
        array_to_string(course.departments, '、') as department, -- 牵头科室 | who leads it
        course.reason, -- 理由 | one sentence with the numbers
        course.sentence, -- 原文 | the sentence that proves it
        course.url, -- 网址 | of the report
        course.published_on, -- 发布日期 | of the report
        course.assessment_id as evidence, -- 依据编号 | core.assessment
        course.extraction_id, -- 抽取编号 | core.report
        course.indicator_no, -- 指标序 | core.indicator
        report.revision_id, -- 版本编号 | raw.revision
        course.tier, -- 档次 | firm (确保) or stretch (力争)
        course.is_baseline, -- 基线 | loaded with the first visit of its source
        course.review, -- 人工复核 | accepted, corrected or rejected; empty: nobody looked
        course.due, -- 完成期限 | its own deadline, where the text gives one
        course.kind, -- 类型 | how it is compared
        course.is_newest_of_year, -- 本年最新一期 | of the newest report of its year
        course.period_rank -- 报告期序 | year and last month of the period as one number
    from mart.progress as course
    inner join core.report on course.extraction_id = report.extraction_id
    where course.period_rank is not null and course.cutoff is not null and course.year is not null
)

select * from final
