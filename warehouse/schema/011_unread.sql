-- files that no reader took: kept all the same, so that a better reader finds them; rows are only added

create table raw.unread (
    revision_id varchar not null,
    reason varchar not null,
    known_at timestamptz not null
);
comment on table raw.unread is '未读版本 | a revision that could not be read, with the reason; once it is read, core.report has it (mart.unread: those that are not)';
comment on column raw.unread.revision_id is '版本编号 | raw.revision';
comment on column raw.unread.reason is '原因 | in one line, with the remedy';
comment on column raw.unread.known_at is '入库时间 | when it was tried';
