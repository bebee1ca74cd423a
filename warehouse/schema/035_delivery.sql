-- delivery: threads of messages, when a failed one is tried again, and channels that want no more

alter table ops.outbox add column thread varchar;
comment on column ops.outbox.thread is '会话 | messages to one recipient in one year: a mail program shows them together';

alter table ops.delivery add column next_at timestamptz;
comment on column ops.delivery.outcome is '结果 | claimed, then delivered, failed or dead; replayed: a person had it tried anew';
comment on column ops.delivery.next_at is '下次尝试 | of a failed attempt: not before';

create table ops.channel_event (
    channel varchar not null,
    known_at timestamptz not null,
    state varchar not null,
    reason varchar
);
comment on table ops.channel_event is '渠道变化 | a channel that was disabled, or enabled again';
comment on column ops.channel_event.channel is '渠道 | its name in the settings';
comment on column ops.channel_event.known_at is '时间 | when';
comment on column ops.channel_event.state is '状态 | disabled or enabled';
comment on column ops.channel_event.reason is '原因 | why';
