-- 年底预测 | where each sum or built-up level is heading: run rate, last year's season, and what is required; no status rests on it
with running as (
    select
        *,
        coalesce(baseline_base, 0) as started_at,
        actual_base - coalesce(baseline_base, 0) as gained,
        target_base - coalesce(baseline_base, 0) as wanted,
        pace_of - pace_months as months_left
    from mart.progress
    where
        is_newest_of_year and pace_months < pace_of and actual_base is not null and target_noun = actual_noun
        and (
            kind = 'cumulative'
            or (kind = 'ceiling' and accrues)
            or (kind = 'level' and baseline_base is not null and completion is not null)
        )
),

seasoned as (
    select
        running.*,
        season.share as season_share
    from running
    left join core.v_season as season
        on running.kind = 'cumulative'
        and running.pace_of = 12
        and running.source_id = season.source_id
        and running.year = season.year + 1
        and running.pace_months = season.month
        and running.folded = season.folded
        and running.qualifiers = season.qualifiers
        and running.owner is not distinct from season.owner
        and running.actual_noun = season.actual_noun
),

projected as (
    select
        *,
        started_at + core.ratio(gained * pace_of, pace_months) as run_rate,
        core.ratio(actual_base, season_share) as by_season,
        core.ratio(gained, pace_months) as monthly_so_far,
        -- a level that is to fall, and a limit that is to be kept, need no more than they have
        if(wanted >= 0, greatest(core.ratio(target_base - actual_base, months_left), 0), core.ratio(target_base - actual_base, months_left))
            as monthly_required
    from seasoned
),

judged as (
    select
        *,
        coalesce(by_season, run_rate) as heading_to,
        -- what is to fall, and a limit, is kept from below
        if(kind = 'ceiling' or wanted < 0, heading_to <= target_base, heading_to >= target_base) as would_keep
    from projected
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
        kind, -- 类型 | cumulative, level or ceiling
        target_text, -- 目标 | as written
        actual_text, -- 实绩 | as written
        completion, -- 完成率 | so far
        months_left, -- 剩余月数 | to the end of the year, or to its own deadline
        actual_noun as noun, -- 基本单位 | of the figures below
        run_rate, -- 按当前速度 | where the speed so far leads to, in the unit without magnitude
        season_share, -- 上年同期份额 | the share of last year's result that had come in by this month
        by_season, -- 按上年节奏 | where last year's season leads to; empty: last year is not known
        monthly_so_far, -- 月均已完成 | per month
        monthly_required, -- 月均尚需 | per month that is left, to keep the promise
        core.ratio(monthly_required, monthly_so_far) as required_ratio, -- 需提速倍数 | required over so far: 2 is twice as fast; of a limit: what may still come
        core.ratio(heading_to, target_base) as heading_share, -- 预计完成率 | by last year's season where it is known, else by the run rate
        -- 预计 | reached: already; kept or missed: where it is heading; no judgement of the rule rests on it
        case when status = 'achieved' then 'reached' when would_keep then 'kept' else 'missed' end as outlook,
        status, -- 状态 | as it is judged now, which is another question
        sentence, -- 原文 | the sentence that proves the figure
        url, -- 网址 | of the report
        published_on, -- 发布日期 | of the report
        extraction_id, -- 抽取编号 | core.report
        indicator_no, -- 指标序 | core.indicator
        indicator_key, -- 指标键 | names the same promise through all periods of its year
        assessment_id -- 评估编号 | core.assessment, where every input stands
    from judged
)

select * from final
