-- broken sources are told in the digest like everything else: who heard of one by a message of its own is not told again

comment on column ops.source_check.told is '通知 | first and recovered: what the run''s decision tells';

insert into ops.told
with now_broken as (
    select
        source_id,
        max(checked_at) filter (where step = 'first') as broken_since
    from ops.source_check
    group by source_id
    having arg_max(step in ('first', 'told_before'), check_no)
),

alerts as (
    select
        alert_id,
        source_id,
        count(*)::integer as step_no
    from ops.alert_event
    where rule = 'broken'
    group by alert_id, source_id
    having arg_max(state in ('pending', 'firing', 'acknowledged'), event_no)
)

select
    outbox.message_id,
    outbox.channel,
    outbox.recipient,
    alerts.alert_id,
    alerts.source_id,
    'firing' as kind,
    alerts.step_no,
    0 as level,
    outbox.created_at as told_at,
    outbox.run_id
from ops.outbox as outbox
inner join alerts
    on outbox.payload ->> '$.source_id' = alerts.source_id and outbox.payload ->> '$.type' = 'duban.source_broken'
inner join now_broken on alerts.source_id = now_broken.source_id and outbox.created_at = now_broken.broken_since;
