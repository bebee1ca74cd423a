-- 预警（当前） | the present state of every alert
with stepped as (
    select
        *,
        last_value(state) over (
            partition by alert_id order by event_no rows between unbounded preceding and unbounded following
        ) as newest_state
    from ops.alert_event
),

bounded as (
    select
        *,
        max(event_no) filter (state <> newest_state) over (partition by alert_id) as other_state_no
    from stepped
),

present as (
    -- the steps since the alert came into its present state
    select *
    from bounded
    where other_state_no is null or event_no > other_state_no
),

final as (
    select
        alert_id, -- 预警编号 | made from rule, indicator and year
        arg_max(rule, event_no) as rule, -- 规则 | what raised it
        arg_max(indicator_key, event_no) as indicator_key, -- 指标键 | core.indicator
        arg_max(source_id, event_no) as source_id, -- 来源编号 | core.source
        arg_max(year, event_no) as year, -- 年度 | of the promise
        arg_max(state, event_no) as state, -- 状态 | firing or resolved
        arg_max_null(severity, event_no) as severity, -- 程度 | slight, behind or severe
        arg_max(since_period, event_no) as since_period, -- 起始报告期 | the first period of the present lag
        arg_max(period, event_no) as period, -- 报告期 | the newest it was judged for
        bool_or(told) as told, -- 已通知 | a message about this firing (or its end) was written
        arg_max(assessment_id, event_no) as assessment_id, -- 评估编号 | the evidence
        arg_max(known_at, event_no) as known_at -- 记录时间 | of the newest step
    from present
    group by alert_id
)

select * from final
