-- 测算（已存） | what was worked out of each indicator when its report was loaded: no threshold changes it; kept as a table, which is made anew with the views
with final as (
    select
        extraction_id, -- 抽取编号 | core.report
        indicator_no, -- 指标序 | core.indicator
        kind, -- 类型 | input, of core.indicator or of the register
        direction, -- 方向 | input, of core.indicator or of the register
        accrues, -- 累计 | input, of core.indicator or of the register
        due, -- 完成期限 | input
        baseline_base, -- 基数 | input, in the target's noun
        baseline_text, -- 基数原文 | as it is told
        refusal, -- 拒配原因 | input, of core.indicator
        confidence, -- 置信度 | input, of core.indicator
        period, -- 报告期 | input
        operator, -- 关系 | input, of the target
        target_unit, -- 目标计量单位 | input
        target_noun, -- 目标单位 | input
        target_text, -- 目标原文 | as it is told
        countable, -- 可数 | input, of the target
        target_base, -- 目标值 | input, in its noun; of a range the end that counts
        actual_noun, -- 实绩单位 | input
        actual_text, -- 实绩原文 | as it is told
        actual_unit, -- 实绩计量单位 | input
        actual_base, -- 实绩值 | input, in its noun
        stated_completion, -- 自报完成率 | input, first of core.claim
        stated_status, -- 自报状态 | input, first of core.claim
        claim_text, -- 自报原文 | input, first of core.claim
        target_origin, -- 目标出处 | heading, breakdown, curated, or correction
        target_entry_id, -- 目标条目 | core.register_entry whose target it is
        register_id, -- 目标库条目 | the entries of core.register_entry that it rests on
        verdict, -- 复核结论 | of a person
        ruled_status, -- 人工判定 | of a person
        why, -- 复核理由 | of a person
        correction_id, -- 更正编号 | core.correction
        step_id, -- 复核步骤 | the newest steps of core.correction
        is_corrected, -- 是否经更正 | a person gave or rejected a figure
        is_redated, -- 报告期是否经更正 | a person gave the period
        cutoff, -- 数据截止日 | the figure's own, else the report's
        year, -- 年度 | of the report, else of the cutoff
        is_percent, -- 是否百分数 | whether the target is in percent or points
        counted_to, -- 计至 | the month end nearest to the cutoff
        pace_months, -- 已过月数 | the months that count
        pace_of, -- 总月数 | of how many: 12, or the month of the deadline
        at_deadline, -- 是否到期 | whether all months are gone
        pace_by, -- 进度依据 | linear or nodes
        pace, -- 序时进度 | the share of the way that is due
        method, -- 比较方法 | share, level, rate, ceiling, claim, used, words ...
        done_base, -- 已完成量 | of a share, in the target's noun
        goal_base, -- 应完成总量 | of a share, in the target's noun
        completion, -- 完成率 | a share of the target
        expected_base, -- 序时应达量 | in the target's noun
        expected, -- 应达值 | what the pace asks for, as it is shown
        is_met, -- 是否已达标 | whether the target itself is met
        measured_gap_pp -- 差距（百分点） | before any tolerance; negative is behind
    from core.v_measured
)

select * from final
