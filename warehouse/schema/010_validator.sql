-- what servers said to ask for a page by, so that an unchanged one need not be sent again: rows are only added

create table raw.validator (
    source_id varchar not null,
    url varchar not null,
    sha256 varchar not null,
    etag varchar,
    last_modified varchar,
    fetched_at timestamptz not null
);
comment on table raw.validator is '缓存标识 | sent with the next request for the page; a saving, never the proof that nothing changed';
comment on column raw.validator.source_id is '来源编号 | core.source';
comment on column raw.validator.url is '网址 | of the page';
comment on column raw.validator.sha256 is '内容指纹 | of the bytes that came with it';
comment on column raw.validator.etag is 'ETag | as the server gave it';
comment on column raw.validator.last_modified is '修改时间 | the Last-Modified header, as the server gave it';
comment on column raw.validator.fetched_at is '抓取时间 | when the whole page came';
