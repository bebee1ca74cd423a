-- 停滞 | promises not yet kept of which the newest report of a year says nothing new since a quarter or more before
with repeated as (
    select
        *,
        case
            when kind not in ('cumulative', 'level', 'milestone') then null
            when kind <> 'milestone' and actual_base is not null
                then if(
                    actual_base = quarter_before.actual_base and actual_noun = quarter_before.actual_noun, 'figure', null
                )
            when kind <> 'milestone' and stated_completion is not null
                then if(stated_completion = quarter_before.stated_completion, 'share', null)
            -- without a number the very words must be those of the report before
            when claim_text = quarter_before.claim_text and sentence = quarter_before.sentence then 'words'
        end as what
    from core.v_course
    where is_newest_of_year and status <> 'achieved'
),

since as (
    -- the first report of the year that said the same
    select
        repeated.extraction_id,
        repeated.indicator_no,
        arg_min(course.period, course.period_rank) as since_period
    from repeated
    inner join core.v_course as course
        on repeated.source_id = course.source_id
        and repeated.indicator_key = course.indicator_key
        and repeated.year = course.year
        and case repeated.what
            when 'figure' then repeated.actual_base = course.actual_base
            when 'share' then repeated.stated_completion = course.stated_completion
            else repeated.sentence = course.sentence
        end
    where repeated.what is not null
    group by repeated.extraction_id, repeated.indicator_no
),

final as (
    select
        repeated.source_id, -- 来源编号 | sources/<source_id>.yaml
        repeated.bureau, -- 部门 | whose report it is
        repeated.region, -- 地区 | city, county or province
        repeated.year, -- 年度 | of the promise
        repeated.period, -- 报告期 | of the newest report of the year
        repeated.cutoff, -- 数据截止日 | the figure's own, else the report's
        repeated.task_title, -- 任务名称 | its heading
        repeated.department, -- 牵头科室 | who leads it
        repeated.name, -- 指标名称 | as written
        repeated.owner, -- 责任地区 | the district or unit it is about, where not the whole
        repeated.tier, -- 档次 | firm (确保) or stretch (力争)
        repeated.kind, -- 类型 | cumulative, level or milestone
        repeated.what, -- 未变内容 | figure, share (the bureau's own percentage) or words (the sentence, letter by letter)
        since.since_period, -- 起始报告期 | the first report of the year that said the same
        repeated.target_text, -- 目标 | as written
        coalesce(repeated.actual_text, core.percent_text(repeated.stated_completion), repeated.claim_text)
            as actual_text, -- 实绩 | what has not changed
        repeated.completion, -- 完成率 | a share of the target
        repeated.pace, -- 序时进度 | the share of the year gone
        repeated.status, -- 状态 | as it is judged now
        repeated.sentence, -- 原文 | the sentence that proves it
        repeated.url, -- 网址 | of the report
        repeated.quarter_before.period as earlier_period, -- 此前报告期 | with which it was compared
        repeated.quarter_before.sentence as earlier_sentence, -- 此前原文 | the sentence that proves it there
        repeated.quarter_before.url as earlier_url, -- 此前网址 | of that report
        repeated.published_on, -- 发布日期 | of the report
        repeated.extraction_id, -- 抽取编号 | core.report
        repeated.indicator_no, -- 指标序 | core.indicator
        repeated.indicator_key, -- 指标键 | names the same promise through all periods of its year
        repeated.assessment_id -- 评估编号 | core.assessment, where every input stands
    from repeated
    inner join since
        on repeated.extraction_id = since.extraction_id and repeated.indicator_no = since.indicator_no
)

select * from final
