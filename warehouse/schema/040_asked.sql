-- which known pages were asked for again and were as they had been: rows are only added

create table raw.asked (
    source_id varchar not null,
    url varchar not null,
    asked_at timestamptz not null
);
comment on table raw.asked is '复查 | a known page was asked for again and had not changed; by it the next time is told';
comment on column raw.asked.source_id is '来源编号 | core.source';
comment on column raw.asked.url is '网址 | of the page';
comment on column raw.asked.asked_at is '复查时间 | when the visit was that asked';
