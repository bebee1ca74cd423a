-- 投递情况 | each message of the outbox: sent, waiting, or dead, with its attempts
with replayed as (
    select message_id, max(attempted_at) as replayed_at
    from ops.delivery
    where outcome = 'replayed'
    group by message_id
),

counted as (
    -- what happened since a person last had it tried anew
    select
        delivery.message_id,
        bool_or(delivery.outcome = 'delivered') as is_delivered,
        bool_or(delivery.outcome = 'dead') as is_dead,
        count(*) filter (where delivery.outcome in ('failed', 'dead')) as failures,
        min(delivery.attempted_at) as first_at,
        max(delivery.attempted_at) as last_at,
        arg_max(delivery.next_at, delivery.attempted_at) filter (where delivery.outcome = 'failed') as next_at,
        arg_max(delivery.reason, delivery.attempted_at) filter (where delivery.reason is not null) as reason
    from ops.delivery
    left join replayed on delivery.message_id = replayed.message_id
    where replayed.replayed_at is null or delivery.attempted_at > replayed.replayed_at or delivery.outcome = 'delivered'
    group by delivery.message_id
),

final as (
    select
        outbox.message_id, -- 消息编号 | ops.outbox
        outbox.channel, -- 渠道 | a configured channel
        outbox.recipient, -- 收件人 | to whom
        outbox.subject, -- 主题 | subject
        outbox.created_at, -- 创建时间 | when it was written
        -- 状态 | delivered, waiting (also for its next attempt) or dead (nobody tries any more)
        case when counted.is_delivered then 'delivered' when counted.is_dead then 'dead' else 'waiting' end as state,
        coalesce(counted.failures, 0) as failures, -- 失败次数 | attempts that failed
        counted.first_at, -- 首次尝试 | when it was first tried
        counted.last_at, -- 最近尝试 | when it was last tried
        counted.next_at, -- 下次尝试 | not before
        counted.reason, -- 原因 | of the last failure
        outbox.thread, -- 会话 | messages that a mail program shows together
        -- 前一封 | of the same thread
        lag(outbox.message_id) over (
            partition by outbox.channel, outbox.recipient, outbox.thread order by outbox.created_at, outbox.message_id
        ) as follows
    from ops.outbox
    left join counted on outbox.message_id = counted.message_id
)

select * from final
