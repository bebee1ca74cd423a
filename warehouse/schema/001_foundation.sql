-- the four rooms of the warehouse, and what it knows of its own making

-- raw: what was fetched and what was read from it, as it stood
create schema raw;
-- core: what reports promise and report, and the assessments; rows are only added
create schema core;
-- mart: what to query; current, one idea per view
create schema mart;
-- ops: how the system itself ran: runs, visits, settings of the rule, alerts, outbox
create schema ops;

create table ops.migration (
    number integer primary key,
    name varchar not null,
    sha256 varchar not null,
    applied_at timestamptz not null
);
comment on table ops.migration is '迁移记录 | the numbered migrations this database has been through';
comment on column ops.migration.number is '编号 | its number; each is applied once, in order';
comment on column ops.migration.name is '文件名 | the file in warehouse/schema';
comment on column ops.migration.sha256 is '校验和 | SHA-256 of the file as it was applied';
comment on column ops.migration.applied_at is '执行时间 | when it was applied';

create table ops.view_set (
    sha256 varchar not null,
    names varchar[] not null,
    created_at timestamptz not null
);
comment on table ops.view_set is '视图集 | each set of views this database was given; the newest is in force';
comment on column ops.view_set.sha256 is '校验和 | SHA-256 over all view files';
comment on column ops.view_set.names is '视图名 | the views of the set';
comment on column ops.view_set.created_at is '创建时间 | when they were created';
