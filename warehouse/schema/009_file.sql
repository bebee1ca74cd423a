-- the files that documents are published with, and where in a file each stretch of a text stands: rows are only added

create table raw.attachment (
    revision_id varchar not null,
    attachment_no integer not null,
    url varchar not null,
    name varchar not null,
    sha256 varchar,
    media_type varchar not null,
    state varchar not null,
    reason varchar not null,
    known_at timestamptz not null
);
comment on table raw.attachment is '附件 | a file that a revision is published with, the newest row holds (core.v_attachment); its bytes are in the archive folder under its SHA-256';
comment on column raw.attachment.revision_id is '版本编号 | raw.revision';
comment on column raw.attachment.attachment_no is '附件序 | its place on the page, from 0';
comment on column raw.attachment.url is '网址 | where it is published';
comment on column raw.attachment.name is '名称 | as the page calls it';
comment on column raw.attachment.sha256 is '内容指纹 | SHA-256 of its bytes, hex; empty: they were not had';
comment on column raw.attachment.media_type is '媒体类型 | as the server called it';
comment on column raw.attachment.state is '状态 | read; copy: it says nothing that the page does not; unread: archived, no reader takes it; missing: its address gives nothing; waiting: it gave nothing yet';
comment on column raw.attachment.reason is '原因 | why it was not read, with the remedy';
comment on column raw.attachment.known_at is '入库时间 | when we learnt of it';

create table raw.place (
    extraction_id varchar not null,
    span_start integer not null,
    span_end integer not null,
    words varchar not null
);
comment on table raw.place is '位置 | where a stretch of a text is found again in its file: page, sheet and cell, or paragraph';
comment on column raw.place.extraction_id is '抽取编号 | core.report';
comment on column raw.place.span_start is '起 | first character in raw.text';
comment on column raw.place.span_end is '止 | the character after the last';
comment on column raw.place.words is '位置 | in words, with the file''s name: 附件“完成情况表.xlsx” 工作表“前三季度”F6';

alter table core.indicator add column place varchar;
comment on column core.indicator.place is '位置 | where its figure is found again in a file; empty: it stands in the page';
