-- what people said of what was read: kept beside the extraction, rows are only added

create table core.correction (
    correction_id varchar primary key,
    about varchar not null,
    source_id varchar not null,
    document_id varchar not null,
    sha256 varchar not null,
    indicator_key varchar,
    year integer,
    period varchar,
    finding_kind varchar,
    sentence varchar not null,
    verdict varchar not null,
    undoes varchar,
    actual_value decimal(28, 9),
    actual_unit varchar,
    actual_noun varchar,
    actual_base decimal(28, 9),
    target_value decimal(28, 9),
    target_unit varchar,
    target_noun varchar,
    target_base decimal(28, 9),
    target_countable boolean,
    ruled_status varchar,
    ruled_year integer,
    ruled_period varchar,
    ruled_cutoff date,
    quote varchar,
    why varchar not null,
    who varchar not null,
    known_at timestamptz not null
);
comment on table core.correction is '人工复核 | what a person said of an indicator, a report or a finding; of those that were not undone the newest holds';
comment on column core.correction.correction_id is '复核编号 | made from what it says and when';
comment on column core.correction.about is '对象 | indicator, report (its period) or finding';
comment on column core.correction.source_id is '来源编号 | core.source';
comment on column core.correction.document_id is '文件编号 | raw.document';
comment on column core.correction.sha256 is '内容指纹 | the revision it was made on';
comment on column core.correction.indicator_key is '指标键 | core.indicator, where it is about one';
comment on column core.correction.year is '年度 | of the promise';
comment on column core.correction.period is '报告期 | of the report; empty: it was not known';
comment on column core.correction.finding_kind is '疑点类型 | core.finding, where it is about one';
comment on column core.correction.sentence is '原文 | the words it was judged by; on another revision it holds only where they still stand';
comment on column core.correction.verdict is '结论 | accepted: right as read; corrected; rejected: wrongly read; undone: takes another back';
comment on column core.correction.undoes is '撤销 | the correction_id that it takes back';
comment on column core.correction.actual_value is '更正实绩值 | in its unit';
comment on column core.correction.actual_unit is '更正实绩单位 | with its magnitude (亿元)';
comment on column core.correction.actual_noun is '更正实绩基本单位 | the unit without magnitude (元)';
comment on column core.correction.actual_base is '更正实绩值（基本单位） | value x magnitude';
comment on column core.correction.target_value is '更正目标值 | in its unit';
comment on column core.correction.target_unit is '更正目标单位 | with its magnitude (亿元)';
comment on column core.correction.target_noun is '更正目标基本单位 | the unit without magnitude (元)';
comment on column core.correction.target_base is '更正目标值（基本单位） | value x magnitude';
comment on column core.correction.target_countable is '更正目标可数 | whole things, expected in whole units';
comment on column core.correction.ruled_status is '裁定状态 | not_comparable, or empty';
comment on column core.correction.ruled_year is '裁定年度 | of a report';
comment on column core.correction.ruled_period is '裁定报告期 | of a report: Q1, H1, Q3, FY or M01 to M12';
comment on column core.correction.ruled_cutoff is '裁定数据截止日 | of a report';
comment on column core.correction.quote is '引文 | the words of the report that prove the corrected value, where they were given';
comment on column core.correction.why is '缘由 | in the person''s words';
comment on column core.correction.who is '复核人 | by the setting or the login';
comment on column core.correction.known_at is '复核时间 | when';

alter table core.assessment add column correction_id varchar;
comment on column core.assessment.correction_id is '复核编号 | core.correction that it rests on, where a person looked';
comment on column core.assessment.basis is '依据 | figure: computed; claim: rests on the bureau''s word; correction: on a person''s; none';
