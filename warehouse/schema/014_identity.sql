-- which indicators are the same promise, through periods and years; rows are only added

create table core.identity (
    source_id varchar not null,
    indicator_key varchar not null,
    promise_id varchar not null,
    year_key varchar not null,
    how varchar not null,
    score double not null,
    known_at timestamptz not null
);
comment on table core.identity is '承诺身份 | an indicator that is the same promise as another one; the newest row holds, one without a row is a promise of its own';
comment on column core.identity.source_id is '来源编号 | core.source';
comment on column core.identity.indicator_key is '指标键 | core.indicator';
comment on column core.identity.promise_id is '承诺编号 | names the promise through all years';
comment on column core.identity.year_key is '年内指标键 | names the promise through all periods of its year: the key of its first report';
comment on column core.identity.how is '依据 | person, clause, lead, name, or own (no longer joined)';
comment on column core.identity.score is '相似度 | of the names, 0 to 100';
comment on column core.identity.known_at is '入库时间 | since when';

create table core.identity_doubt (
    source_id varchar not null,
    key_a varchar not null,
    key_b varchar not null,
    score double not null,
    why varchar not null,
    holds boolean not null,
    known_at timestamptz not null
);
comment on table core.identity_doubt is '身份疑点 | two that may be one promise: a person says; the newest row of a pair holds';
comment on column core.identity_doubt.source_id is '来源编号 | core.source';
comment on column core.identity_doubt.key_a is '甲 | the indicator_key of the earlier';
comment on column core.identity_doubt.key_b is '乙 | the indicator_key of the later, or an entry_key of the register';
comment on column core.identity_doubt.score is '相似度 | of the names, 0 to 100';
comment on column core.identity_doubt.why is '说明 | why it is in doubt';
comment on column core.identity_doubt.holds is '有效 | false: it is settled';
comment on column core.identity_doubt.known_at is '入库时间 | since when';

create table core.identity_ruling (
    ruling_id varchar primary key,
    source_id varchar not null,
    key_a varchar not null,
    key_b varchar not null,
    verdict varchar not null,
    undoes varchar,
    why varchar not null,
    who varchar not null,
    known_at timestamptz not null
);
comment on table core.identity_ruling is '人工身份裁定 | what a person said of two promises; of those that were not undone the newest of a pair holds';
comment on column core.identity_ruling.ruling_id is '裁定编号 | made from what it says and when';
comment on column core.identity_ruling.source_id is '来源编号 | core.source';
comment on column core.identity_ruling.key_a is '甲 | an indicator_key';
comment on column core.identity_ruling.key_b is '乙 | an indicator_key, or an entry_key of the register';
comment on column core.identity_ruling.verdict is '结论 | same, different, or undone: takes another back';
comment on column core.identity_ruling.undoes is '撤销 | the ruling_id that it takes back';
comment on column core.identity_ruling.why is '缘由 | in the person''s words';
comment on column core.identity_ruling.who is '裁定人 | by the setting or the login';
comment on column core.identity_ruling.known_at is '裁定时间 | when';

create table core.identity_run (
    source_id varchar not null,
    fingerprint varchar not null,
    known_at timestamptz not null
);
comment on table core.identity_run is '身份比对 | when the promises of a source were compared last, and over what; the newest row holds';
comment on column core.identity_run.source_id is '来源编号 | core.source';
comment on column core.identity_run.fingerprint is '指纹 | of the reports, rulings and entries that were compared';
comment on column core.identity_run.known_at is '时间 | when';
