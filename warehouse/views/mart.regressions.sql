-- 倒退 | cumulative figures (or stated shares) of the newest report of a year that are under those of a report before
with figures as (
    select *, figure_before as earlier, figure_before.actual_base - actual_base as fell_by
    from core.v_course
    where is_newest_of_year and kind = 'cumulative' and actual_noun = figure_before.actual_noun
),

shares as (
    -- a bureau that gives shares only: its own word fell
    select *, share_before as earlier, null::decimal(28, 9) as fell_by
    from core.v_course
    where
        is_newest_of_year and kind = 'cumulative' and actual_base is null
        and stated_completion < share_before.stated_completion
),

fallen as (
    from figures
    where fell_by > 0
    union all
    from shares
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
        department, -- 牵头科室 | who leads it
        name, -- 指标名称 | as written
        owner, -- 责任地区 | the district or unit it is about, where not the whole
        tier, -- 档次 | firm (确保) or stretch (力争)
        target_text, -- 目标 | as written
        coalesce(actual_text, core.percent_text(stated_completion)) as actual_text, -- 实绩 | the figure, or the bureau's share, now
        earlier.period as earlier_period, -- 此前报告期 | of the report before
        coalesce(earlier.actual_text, core.percent_text(earlier.stated_completion)) as earlier_actual_text, -- 此前实绩 | the figure, or the share, then
        fell_by, -- 减少值 | in the unit without magnitude (元); empty where only shares are given
        actual_noun as noun, -- 基本单位 | of fell_by
        status, -- 状态 | as it is judged now
        sentence, -- 原文 | the sentence that proves the figure now
        url, -- 网址 | of the report
        earlier.sentence as earlier_sentence, -- 此前原文 | the sentence that proves the figure then
        earlier.url as earlier_url, -- 此前网址 | of the report before
        published_on, -- 发布日期 | of the report
        extraction_id, -- 抽取编号 | core.report
        indicator_no, -- 指标序 | core.indicator
        indicator_key, -- 指标键 | names the same promise through all periods of its year
        assessment_id -- 评估编号 | core.assessment, where every input stands
    from fallen
)

select * from final
