-- sources, documents, revisions and the text that was read: rows are only added

create table core.source (
    source_id varchar not null,
    bureau varchar not null,
    region varchar not null,
    url varchar not null,
    family varchar not null,
    known_at timestamptz not null
);
comment on table core.source is '来源 | a listing of one bureau; a changed entry is a new row, the newest holds (core.v_source)';
comment on column core.source.source_id is '来源编号 | the name of its file in sources/';
comment on column core.source.bureau is '部门 | the bureau that publishes there';
comment on column core.source.region is '地区 | city, county or province';
comment on column core.source.url is '网址 | the address of the list';
comment on column core.source.family is '网站类型 | which kind of site it is (trs, folder ...)';
comment on column core.source.known_at is '入库时间 | when we learnt of it';

create table raw.document (
    document_id varchar primary key,
    source_id varchar not null,
    url varchar not null,
    first_seen_at timestamptz not null
);
comment on table raw.document is '文件 | a thing published at an address; its contents are its revisions';
comment on column raw.document.document_id is '文件编号 | made from source and address';
comment on column raw.document.source_id is '来源编号 | core.source';
comment on column raw.document.url is '网址 | where it is published';
comment on column raw.document.first_seen_at is '首次发现 | when it was first loaded';

create table raw.revision (
    revision_id varchar primary key,
    document_id varchar not null,
    sha256 varchar not null,
    fetched_at timestamptz not null,
    media_type varchar not null,
    listed_title varchar not null,
    published_on date,
    run_id varchar not null,
    known_at timestamptz not null
);
comment on table raw.revision is '版本 | one content of a document; the bytes are in the archive folder under its SHA-256';
comment on column raw.revision.revision_id is '版本编号 | made from document and SHA-256';
comment on column raw.revision.document_id is '文件编号 | raw.document';
comment on column raw.revision.sha256 is '内容指纹 | SHA-256 of the bytes, hex';
comment on column raw.revision.fetched_at is '抓取时间 | when it was fetched';
comment on column raw.revision.media_type is '媒体类型 | as the server called it';
comment on column raw.revision.listed_title is '列表标题 | the title in the list';
comment on column raw.revision.published_on is '列表日期 | the date in the list';
comment on column raw.revision.run_id is '运行编号 | the run that brought it';
comment on column raw.revision.known_at is '入库时间 | when we learnt of it';

create table raw.text (
    extraction_id varchar primary key,
    text varchar not null
);
comment on table raw.text is '正文 | the text of a revision as read; every position in core points into it';
comment on column raw.text.extraction_id is '抽取编号 | core.report';
comment on column raw.text.text is '正文 | positions count its Unicode characters from 0';
