-- 历程 | each promise period after period, with what was added since the report before
with final as (
    select
        source_id, -- 来源编号 | sources/<source_id>.yaml
        bureau, -- 部门 | whose report it is
        region, -- 地区 | city, county or province
        name, -- 指标名称 | as written
        owner, -- 责任地区 | the district or unit it is about, where not the whole
        tier, -- 档次 | firm (确保) or stretch (力争)
        kind, -- 类型 | how it is compared
        year, -- 年度 | of the promise
        period, -- 报告期 | Q1, H1, Q3, FY or M01 to M12
        cutoff, -- 数据截止日 | the figure's own, else the report's
        target_text, -- 目标 | as written
        actual_text, -- 实绩 | as written
        actual_base, -- 实绩值（基本单位） | in the unit without magnitude (元), to compare and to draw
        actual_noun as noun, -- 基本单位 | the unit without magnitude
        -- 较上期 | since the report before in the year that has a figure
        if(
            actual_noun = last_value(if(actual_base is null, null, actual_noun) ignore nulls) over before,
            actual_base - last_value(actual_base ignore nulls) over before, null
        ) as added,
        completion, -- 完成率 | a share of the target
        pace, -- 序时进度 | the share of the year gone
        gap_pp, -- 差距（百分点） | negative is behind
        status, -- 状态 | achieved, on_track, lagging, not_reported, not_comparable, qualitative or unknown
        last_value(status) over before as earlier_status, -- 上期状态 | in the report before in the year
        severity, -- 程度 | of lagging: slight, behind or severe
        reason, -- 理由 | one sentence with the numbers
        claim_text, -- 自评 | the bureau's own words
        sentence, -- 原文 | the sentence that proves it
        url, -- 网址 | of the report
        published_on, -- 发布日期 | of the report
        period_rank, -- 报告期序 | year and last month of the period as one number, to sort by
        folded, -- 归一名称 | the name as it is compared: the same promise of other bureaus and years has it too
        qualifiers, -- 限定词 | what keeps like names apart (省级, 出口 ...)
        indicator_key, -- 指标键 | names the same promise through all periods of its year
        assessment_id, -- 评估编号 | core.assessment, where every input stands
        promise_id -- 承诺编号 | names the same promise through all years
    from mart.progress
    where period_rank is not null
    -- as in core.v_course, of which one bureau's course needs little: half of the time went into the rest
    window before as (
        partition by source_id, indicator_key, year order by period_rank rows between unbounded preceding and 1 preceding
    )
)

select * from final
