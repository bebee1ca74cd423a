-- 预警（当前） | the present state of every alert
with stepped as (
    select
        * exclude (level, periods, quiet, rose_no),
        row_number() over (partition by alert_id order by event_no) as step_no,
        state in ('pending', 'firing', 'acknowledged') as is_open,
        coalesce(level, 1) as level,
        coalesce(periods, 1) as periods,
        -- steps from before escalation was counted
        if(cause is null and reason in ('baseline', 'closed', 'stretch'), reason, quiet) as quiet,
        if(cause is null and reason in ('first', 'worse'), step_no, rose_no) as rose_no
    from ops.alert_event
),

newest as (
    select
        *,
        last_value(is_open) over (
            partition by alert_id order by event_no rows between unbounded preceding and unbounded following
        ) as is_open_now
    from stepped
),

bounded as (
    select
        *,
        max(event_no) filter (is_open <> is_open_now) over (partition by alert_id) as other_no
    from newest
),

present as (
    -- the steps since the alert began, or ended, the last time
    select *
    from bounded
    where other_no is null or event_no > other_no
),

heard as (
    select
        alert_id,
        max(step_no) filter (kind = 'firing') as firing_no,
        max(step_no) filter (kind <> 'firing') as ended_no,
        count(distinct (channel, recipient)) as recipients
    from ops.told
    group by alert_id
),

states as (
    select
        alert_id,
        min(step_no) as began_no,
        max_by(present, event_no) as newest,
        bool_or(told) as was_told,
        any_value(is_open_now) as is_open
    from present
    group by alert_id
),

final as (
    select
        states.alert_id, -- 预警编号 | made from rule, subject and year
        newest.rule as rule, -- 规则 | what raised it
        newest.indicator_key as indicator_key, -- 指标键 | core.indicator; of a rule about a source its source_id
        newest.source_id as source_id, -- 来源编号 | core.source
        newest.year as year, -- 年度 | of the promise
        newest.state as state, -- 状态 | pending, firing, acknowledged, resolved, superseded or expired
        newest.severity as severity, -- 程度 | slight, behind or severe
        newest.since_period as since_period, -- 起始报告期 | the first period of the present firing
        newest.period as period, -- 报告期 | the newest it was judged for
        -- 已通知 | a message about this firing (or its end) was written
        states.was_told or coalesce(if(states.is_open, heard.firing_no, heard.ended_no) >= states.began_no, false)
            as told,
        newest.step_no::integer as step_no, -- 步数 | the steps of its life so far
        states.began_no::integer as began_no, -- 起始步 | the step by which the present firing, or its end, began
        newest.rose_no::integer as rose_no, -- 加重步 | the step by which it last began or grew worse
        newest.quiet as quiet, -- 不通知缘由 | baseline, closed, stretch or pending; empty: it is told
        newest.level as level, -- 督办级别 | 1 first period, 2 second in a row, 3 behind at Q3, 4 year missed
        newest.periods as periods, -- 连续期数 | reports in a row that showed it
        newest.cause as cause, -- 起因 | of the newest step: report, revision, correction, clock, visit, person ...
        newest.assessment_id as assessment_id, -- 评估编号 | the evidence
        coalesce(newest.words, '') as words, -- 内容 | what was found, with its numbers
        coalesce(newest.extraction_id, '') as extraction_id, -- 抽取编号 | core.report, of the evidence
        coalesce(newest.revision_id, '') as revision_id, -- 版本编号 | raw.revision, of the evidence
        newest.actor as actor, -- 操作人 | of the newest step, where a person took it
        newest.note as note, -- 说明 | in the person's words
        coalesce(heard.recipients, 0) as recipients, -- 通知人数 | who were ever told of it
        newest.known_at as known_at -- 记录时间 | of the newest step
    from states
    left join heard on states.alert_id = heard.alert_id
)

select * from final
