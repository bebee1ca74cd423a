-- runs, visits, alerts and the outbox: rows are only added

create table ops.run (
    run_id varchar not null,
    flow varchar not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome varchar not null,
    note varchar
);
comment on table ops.run is '运行 | a run of a flow';
comment on column ops.run.run_id is '运行编号 | its name';
comment on column ops.run.flow is '流程 | watch, quarterly ...';
comment on column ops.run.started_at is '开始 | when it began';
comment on column ops.run.ended_at is '结束 | when it ended; empty while it was going on';
comment on column ops.run.outcome is '结果 | how it ended';
comment on column ops.run.note is '备注 | in one line';

create table ops.source_visit (
    source_id varchar not null,
    run_id varchar not null,
    visited_at timestamptz not null,
    listed integer not null,
    new integer not null,
    error varchar
);
comment on table ops.source_visit is '访问 | a visit to a source''s list';
comment on column ops.source_visit.source_id is '来源编号 | core.source';
comment on column ops.source_visit.run_id is '运行编号 | ops.run';
comment on column ops.source_visit.visited_at is '访问时间 | when';
comment on column ops.source_visit.listed is '列出 | reports in the list';
comment on column ops.source_visit.new is '新增 | of these new to us';
comment on column ops.source_visit.error is '错误 | why the list could not be read';

create table ops.alert_event (
    event_no bigint primary key,
    alert_id varchar not null,
    rule varchar not null,
    indicator_key varchar not null,
    source_id varchar not null,
    year integer not null,
    period varchar not null,
    since_period varchar not null,
    state varchar not null,
    severity varchar,
    reason varchar not null,
    assessment_id varchar not null,
    told boolean not null,
    run_id varchar not null,
    known_at timestamptz not null
);
comment on table ops.alert_event is '预警变化 | one step of an alert''s life, with its cause; the newest is its state';
comment on column ops.alert_event.event_no is '序号 | in the order they were written';
comment on column ops.alert_event.alert_id is '预警编号 | made from rule, indicator and year';
comment on column ops.alert_event.rule is '规则 | what raised it';
comment on column ops.alert_event.indicator_key is '指标键 | core.indicator';
comment on column ops.alert_event.source_id is '来源编号 | core.source';
comment on column ops.alert_event.year is '年度 | of the promise';
comment on column ops.alert_event.period is '报告期 | the period it was judged for';
comment on column ops.alert_event.since_period is '起始报告期 | the first period of the present lag';
comment on column ops.alert_event.state is '状态 | firing or resolved';
comment on column ops.alert_event.severity is '程度 | slight, behind or severe';
comment on column ops.alert_event.reason is '通知缘由 | why it was told or not: first, worse, resolved, baseline ...';
comment on column ops.alert_event.assessment_id is '评估编号 | core.assessment, the evidence';
comment on column ops.alert_event.told is '已通知 | a message about it was written to the outbox';
comment on column ops.alert_event.run_id is '运行编号 | ops.run';
comment on column ops.alert_event.known_at is '记录时间 | when it was written';

create table ops.outbox (
    message_id varchar primary key,
    channel varchar not null,
    recipient varchar not null,
    subject varchar not null,
    text varchar not null,
    html varchar not null,
    payload varchar not null,
    created_at timestamptz not null,
    run_id varchar not null
);
comment on table ops.outbox is '发件箱 | messages, written in the transaction that decided to send them';
comment on column ops.outbox.message_id is '消息编号 | made from what the message is about';
comment on column ops.outbox.channel is '渠道 | a configured channel';
comment on column ops.outbox.recipient is '收件人 | to whom';
comment on column ops.outbox.subject is '主题 | subject';
comment on column ops.outbox.text is '正文 | plain text';
comment on column ops.outbox.html is '网页正文 | HTML';
comment on column ops.outbox.payload is '数据 | the JSON a webhook posts';
comment on column ops.outbox.created_at is '创建时间 | when it was written';
comment on column ops.outbox.run_id is '运行编号 | ops.run';

create table ops.delivery (
    message_id varchar not null,
    attempted_at timestamptz not null,
    outcome varchar not null,
    reason varchar
);
comment on table ops.delivery is '投递 | each attempt to send a message';
comment on column ops.delivery.message_id is '消息编号 | ops.outbox';
comment on column ops.delivery.attempted_at is '投递时间 | when';
comment on column ops.delivery.outcome is '结果 | delivered or failed';
comment on column ops.delivery.reason is '原因 | why it failed';
