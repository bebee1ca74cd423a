-- what a second reader (a language model) proposed for what went to review: it overrides nothing, rows are only added

create table core.proposal (
    proposal_id varchar primary key,
    source_id varchar not null,
    document_id varchar not null,
    sha256 varchar not null,
    indicator_key varchar not null,
    year integer,
    period varchar,
    model varchar not null,
    outcome varchar not null,
    value decimal(28, 9),
    unit varchar,
    quote varchar,
    detail varchar not null,
    known_at timestamptz not null
);
comment on table core.proposal is '第二读者建议 | what a language model answered on an indicator in review; it overrides nothing';
comment on column core.proposal.proposal_id is '建议编号 | made from what was asked, of whom and when';
comment on column core.proposal.source_id is '来源编号 | core.source';
comment on column core.proposal.document_id is '文件编号 | raw.document';
comment on column core.proposal.sha256 is '内容指纹 | the revision it was shown';
comment on column core.proposal.indicator_key is '指标键 | core.indicator';
comment on column core.proposal.year is '年度 | of the promise';
comment on column core.proposal.period is '报告期 | of the report';
comment on column core.proposal.model is '模型 | which one answered';
comment on column core.proposal.outcome is '结果 | figure: a value whose quote stands in the text and holds it; none: it found no value; else why its answer does not count';
comment on column core.proposal.value is '建议值 | in its unit; only where the outcome is figure';
comment on column core.proposal.unit is '单位 | with its magnitude';
comment on column core.proposal.quote is '引文 | words of the report, character for character';
comment on column core.proposal.detail is '说明 | why an answer does not count';
comment on column core.proposal.known_at is '时间 | when it answered';
