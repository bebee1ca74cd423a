-- what lists showed and how sources fared: rows are only added

create table raw.listed (
    source_id varchar not null,
    url varchar not null,
    state varchar not null,
    title varchar not null,
    published_on date,
    same_as varchar,
    run_id varchar not null,
    known_at timestamptz not null
);
comment on table raw.listed is '列表变化 | a step in the life of a row of a source''s list; the newest is its state (mart.listing)';
comment on column raw.listed.source_id is '来源编号 | core.source';
comment on column raw.listed.url is '网址 | where the row leads';
comment on column raw.listed.state is '状态 | listed, vanished, returned, or copy (of another row''s report)';
comment on column raw.listed.title is '标题 | as the list shows it';
comment on column raw.listed.published_on is '列表日期 | as the list tells it';
comment on column raw.listed.same_as is '原件网址 | of a copy: the address under which its text is known';
comment on column raw.listed.run_id is '运行编号 | ops.run';
comment on column raw.listed.known_at is '记录时间 | when we saw it';

create table ops.source_check (
    check_no bigint primary key,
    source_id varchar not null,
    run_id varchar not null,
    checked_at timestamptz not null,
    trouble varchar,
    detail varchar,
    listed integer not null,
    newest_on date,
    step varchar not null,
    told boolean not null
);
comment on table ops.source_check is '来源体检 | how a source stood at each visit: its health history';
comment on column ops.source_check.check_no is '序号 | in the order they were written';
comment on column ops.source_check.source_id is '来源编号 | core.source';
comment on column ops.source_check.run_id is '运行编号 | ops.run';
comment on column ops.source_check.checked_at is '体检时间 | when';
comment on column ops.source_check.trouble is '异常 | unreachable, refused, changed, stale or metadata; empty: all is well';
comment on column ops.source_check.detail is '说明 | in one line, with the remedy';
comment on column ops.source_check.listed is '列出 | rows in the list';
comment on column ops.source_check.newest_on is '最新条目日期 | of the newest row';
comment on column ops.source_check.step is '判定 | well, waiting, first, told_before or recovered';
comment on column ops.source_check.told is '已通知 | a message about it was written to the outbox';
