-- 静默 | what people asked not to be told of, until when, by whom and why
with ends as (
    select silence_id, min(ended_at) as ended_at, arg_min(author, ended_at) as ended_by
    from ops.silence_end
    group by silence_id
),

final as (
    select
        silence.silence_id, -- 静默编号 | its name for `duban alerts unsilence`
        silence.matcher, -- 范围 | JSON: field and pattern, all of which must fit
        silence.author, -- 设置人 | who wants it
        silence.reason, -- 理由 | why
        silence.until, -- 截止日 | the last day on which it holds
        silence.made_at, -- 设置时间 | when
        ends.ended_at, -- 解除时间 | when a person ended it before its time
        ends.ended_by, -- 解除人 | who
        ends.ended_at is null and silence.until >= core.today() as is_active -- 是否有效 | whether it holds today
    from ops.silence as silence
    left join ends on silence.silence_id = ends.silence_id
)

select * from final
