-- an alert's life in full: why each step, how far it has escalated, and what every recipient was told of it

alter table ops.alert_event add column rose_no integer;
alter table ops.alert_event add column quiet varchar;
alter table ops.alert_event add column level integer;
alter table ops.alert_event add column periods integer;
alter table ops.alert_event add column cause varchar;
alter table ops.alert_event add column words varchar;
alter table ops.alert_event add column extraction_id varchar;
alter table ops.alert_event add column revision_id varchar;
alter table ops.alert_event add column actor varchar;
alter table ops.alert_event add column note varchar;
comment on column ops.alert_event.indicator_key is '指标键 | core.indicator; of a rule about a source its source_id';
comment on column ops.alert_event.state is '状态 | pending, firing, acknowledged, resolved, superseded or expired';
comment on column ops.alert_event.assessment_id is '评估编号 | core.assessment, the evidence; of a rule about a source what was looked at';
comment on column ops.alert_event.rose_no is '加重步 | the step of its life by which it last began or grew worse; empty since it grew better';
comment on column ops.alert_event.quiet is '不通知缘由 | why it is told to nobody: baseline, closed, stretch or pending';
comment on column ops.alert_event.level is '督办级别 | 1 first period, 2 second in a row, 3 behind at Q3, 4 year missed';
comment on column ops.alert_event.periods is '连续期数 | reports in a row that showed it';
comment on column ops.alert_event.cause is '起因 | report, revision, rereading, correction, clock, visit or person';
comment on column ops.alert_event.words is '内容 | what was found, with its numbers';
comment on column ops.alert_event.extraction_id is '抽取编号 | core.report, that the evidence was read from';
comment on column ops.alert_event.revision_id is '版本编号 | raw.revision, that the evidence was read from';
comment on column ops.alert_event.actor is '操作人 | the person, where one did it';
comment on column ops.alert_event.note is '说明 | in the person''s words';

create table ops.told (
    message_id varchar not null,
    channel varchar not null,
    recipient varchar not null,
    alert_id varchar not null,
    source_id varchar not null,
    kind varchar not null,
    step_no integer not null,
    level integer not null,
    told_at timestamptz not null,
    run_id varchar not null
);
comment on table ops.told is '通知记录 | what each recipient was told of each alert, written with the message; the newest row is what they know';
comment on column ops.told.message_id is '消息编号 | ops.outbox';
comment on column ops.told.channel is '渠道 | a configured channel';
comment on column ops.told.recipient is '收件人 | to whom';
comment on column ops.told.alert_id is '预警编号 | mart.alerts';
comment on column ops.told.source_id is '来源编号 | core.source';
comment on column ops.told.kind is '内容 | firing, ended or withdrawn';
comment on column ops.told.step_no is '步序 | the step of the alert''s life up to which they know it';
comment on column ops.told.level is '督办级别 | the highest of which they know';
comment on column ops.told.told_at is '通知时间 | when the message was written';
comment on column ops.told.run_id is '运行编号 | ops.run';

-- what was told before these tables were there stands in the messages
insert into ops.told
with rows_told as (
    select
        outbox.message_id,
        outbox.channel,
        outbox.recipient,
        outbox.created_at,
        outbox.run_id,
        outbox.payload ->> '$.source_id' as source_id,
        unnest(list_concat(
            from_json(coalesce(outbox.payload -> '$.lagging', '[]'), '["json"]'),
            from_json(coalesce(outbox.payload -> '$.resolved', '[]'), '["json"]')
        )) as told_row
    from ops.outbox as outbox
    where outbox.payload ->> '$.type' = 'duban.digest'
),

steps as (
    select
        *,
        row_number() over (partition by alert_id order by event_no) as step_no
    from ops.alert_event
)

select
    rows_told.message_id,
    rows_told.channel,
    rows_told.recipient,
    rows_told.told_row ->> '$.alert_id' as alert_id,
    rows_told.source_id,
    case rows_told.told_row ->> '$.reason'
        when 'resolved' then 'ended' when 'withdrawn' then 'withdrawn' else 'firing'
    end as kind,
    max(steps.step_no)::integer as step_no,
    1 as level,
    rows_told.created_at as told_at,
    rows_told.run_id
from rows_told
inner join steps
    on rows_told.told_row ->> '$.alert_id' = steps.alert_id and rows_told.run_id = steps.run_id and steps.told
group by all;

create table ops.silence (
    silence_id varchar not null,
    matcher varchar not null,
    author varchar not null,
    reason varchar not null,
    until date not null,
    made_at timestamptz not null
);
comment on table ops.silence is '静默 | what is told to nobody until a day, by whose wish and why; rows are only added';
comment on column ops.silence.silence_id is '静默编号 | its name for `duban alerts unsilence`';
comment on column ops.silence.matcher is '范围 | JSON: field and pattern, all of which must fit';
comment on column ops.silence.author is '设置人 | who wants it';
comment on column ops.silence.reason is '理由 | why';
comment on column ops.silence.until is '截止日 | the last day on which it holds';
comment on column ops.silence.made_at is '设置时间 | when';

create table ops.silence_end (
    silence_id varchar not null,
    author varchar not null,
    ended_at timestamptz not null
);
comment on table ops.silence_end is '解除静默 | a silence that a person ended before its time';
comment on column ops.silence_end.silence_id is '静默编号 | ops.silence';
comment on column ops.silence_end.author is '解除人 | who ended it';
comment on column ops.silence_end.ended_at is '解除时间 | when';
