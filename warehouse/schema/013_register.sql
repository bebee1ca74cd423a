-- the target register: what breakdown documents and curated files promise, beside the headings of reports; rows are only added

create table core.register_entry (
    entry_id varchar primary key,
    entry_key varchar not null,
    origin varchar not null,
    source_id varchar not null,
    region varchar not null,
    year integer not null,
    clauses integer[] not null,
    task varchar not null,
    lead varchar not null,
    co_units varchar[] not null,
    name varchar not null,
    folded varchar not null,
    qualifiers varchar[] not null,
    kind varchar not null,
    direction varchar,
    accrues boolean not null,
    owner varchar,
    tier varchar not null,
    due date,
    operator varchar,
    value decimal(28, 9),
    upper decimal(28, 9),
    unit varchar not null,
    noun varchar not null,
    base decimal(28, 9),
    upper_base decimal(28, 9),
    countable boolean not null,
    text varchar not null,
    baseline decimal(28, 9),
    baseline_base decimal(28, 9),
    node_q1 decimal(18, 9),
    node_h1 decimal(18, 9),
    node_q3 decimal(18, 9),
    sentence varchar not null,
    extraction_id varchar,
    span_start integer,
    span_end integer,
    file varchar,
    row_no integer,
    who varchar not null,
    known_at timestamptz not null
);
comment on table core.register_entry is '目标库 | a promise of a breakdown document or of a curated file; a changed one is a new row, the newest of an entry_key and origin holds';
comment on column core.register_entry.entry_id is '条目编号 | made from all that it says and where it stands';
comment on column core.register_entry.entry_key is '条目键 | names the same promise in every version of its document or file';
comment on column core.register_entry.origin is '出处 | breakdown (责任分解方案) or curated (a file that was imported)';
comment on column core.register_entry.source_id is '来源编号 | whose document it is, or whose promise the file gives';
comment on column core.register_entry.region is '地区 | for whose bureaus it speaks';
comment on column core.register_entry.year is '年度 | of the promise';
comment on column core.register_entry.clauses is '条款号 | the clauses of the work report';
comment on column core.register_entry.task is '任务 | as written';
comment on column core.register_entry.lead is '牵头单位 | who leads it; empty: not said';
comment on column core.register_entry.co_units is '配合单位 | who helps';
comment on column core.register_entry.name is '指标名称 | as written';
comment on column core.register_entry.folded is '归一名称 | the name as it is compared';
comment on column core.register_entry.qualifiers is '限定词 | what keeps like names apart';
comment on column core.register_entry.kind is '类型 | cumulative, rate, level, ceiling, milestone or qualitative';
comment on column core.register_entry.direction is '方向 | up or down; empty: not known';
comment on column core.register_entry.accrues is '累计 | whether the target is a year''s sum';
comment on column core.register_entry.owner is '责任地区 | the district or unit it is about, where not the whole';
comment on column core.register_entry.tier is '档次 | firm (确保) or stretch (力争)';
comment on column core.register_entry.due is '完成期限 | its deadline, where one is given';
comment on column core.register_entry.operator is '关系 | >= <= == ~ range; empty: no number is promised';
comment on column core.register_entry.value is '目标值 | in its unit';
comment on column core.register_entry.upper is '上限值 | the upper end of a range';
comment on column core.register_entry.unit is '单位 | with its magnitude (亿元)';
comment on column core.register_entry.noun is '基本单位 | the unit without magnitude (元)';
comment on column core.register_entry.base is '目标值（基本单位） | value x magnitude';
comment on column core.register_entry.upper_base is '上限值（基本单位） | upper x magnitude';
comment on column core.register_entry.countable is '可数 | whole things, expected in whole units';
comment on column core.register_entry.text is '目标原文 | as written, with its unit';
comment on column core.register_entry.baseline is '基数 | where a level stood at the start, in its unit';
comment on column core.register_entry.baseline_base is '基数（基本单位） | baseline x magnitude';
comment on column core.register_entry.node_q1 is '一季度节点 | the share of the target to be reached by the end of March';
comment on column core.register_entry.node_h1 is '上半年节点 | by the end of June';
comment on column core.register_entry.node_q3 is '前三季度节点 | by the end of September';
comment on column core.register_entry.sentence is '原文 | the sentence, or the row of the file, that says so';
comment on column core.register_entry.extraction_id is '抽取编号 | of a breakdown document: core.report, whose raw.text it stands in';
comment on column core.register_entry.span_start is '起 | first character of the target (else of the task) in raw.text';
comment on column core.register_entry.span_end is '止 | the character after the last';
comment on column core.register_entry.file is '文件 | of a curated target: the name of the file, and the beginning of its SHA-256';
comment on column core.register_entry.row_no is '行 | of a curated target: its row in the file, from 1';
comment on column core.register_entry.who is '录入人 | who imported it; of a document: the run';
comment on column core.register_entry.known_at is '入库时间 | when we learnt of it';

create table core.breakdown (
    extraction_id varchar primary key,
    source_id varchar not null,
    year integer,
    entries integer not null,
    known_at timestamptz not null
);
comment on table core.breakdown is '责任分解方案 | a document that promises and reports nothing: it is in the register, not among the reports';
comment on column core.breakdown.extraction_id is '抽取编号 | core.report';
comment on column core.breakdown.source_id is '来源编号 | core.source';
comment on column core.breakdown.year is '年度 | of its promises';
comment on column core.breakdown.entries is '条目数 | how many it gave the register';
comment on column core.breakdown.known_at is '入库时间 | when we learnt of it';

create table core.register_match (
    indicator_key varchar not null,
    entry_key varchar not null,
    how varchar not null,
    holds boolean not null,
    known_at timestamptz not null
);
comment on table core.register_match is '目标匹配 | which promise of the register answers which indicator; the newest row of a pair holds';
comment on column core.register_match.indicator_key is '指标键 | core.indicator';
comment on column core.register_match.entry_key is '条目键 | core.register_entry';
comment on column core.register_match.how is '依据 | person, clause, lead, name, or doubtful: then it waits for review and counts for nothing';
comment on column core.register_match.holds is '有效 | false: it no longer does';
comment on column core.register_match.known_at is '入库时间 | since when';

create table core.promised (
    indicator_key varchar not null,
    outranks boolean not null,
    target_entry_id varchar,
    register_id varchar,
    origin varchar,
    kind varchar,
    direction varchar,
    accrues boolean,
    operator varchar,
    unit varchar,
    noun varchar,
    text varchar,
    countable boolean,
    base decimal(28, 9),
    upper_base decimal(28, 9),
    baseline decimal(28, 9),
    baseline_base decimal(28, 9),
    due date,
    node_q1 decimal(18, 9),
    node_h1 decimal(18, 9),
    node_q3 decimal(18, 9),
    co_units varchar[],
    lead varchar,
    known_at timestamptz not null
);
comment on table core.promised is '目标库核对 | what the register said of an indicator, side by side and by authority; the newest row holds';
comment on column core.promised.indicator_key is '指标键 | core.indicator';
comment on column core.promised.outranks is '优先 | its target goes before that of the report''s heading';
comment on column core.promised.target_entry_id is '目标条目 | core.register_entry that gives the target';
comment on column core.promised.register_id is '目标库条目 | those that give target, nodes and deadline; empty: none does any more';
comment on column core.promised.origin is '出处 | of the target: breakdown or curated';
comment on column core.promised.kind is '类型 | of core.register_entry';
comment on column core.promised.direction is '方向 | of core.register_entry';
comment on column core.promised.accrues is '累计 | of core.register_entry';
comment on column core.promised.operator is '关系 | of core.register_entry';
comment on column core.promised.unit is '单位 | with its magnitude';
comment on column core.promised.noun is '基本单位 | the unit without magnitude';
comment on column core.promised.text is '目标原文 | as written, with its unit';
comment on column core.promised.countable is '可数 | of core.register_entry';
comment on column core.promised.base is '目标值（基本单位） | value x magnitude';
comment on column core.promised.upper_base is '上限值（基本单位） | upper x magnitude';
comment on column core.promised.baseline is '基数 | in its unit';
comment on column core.promised.baseline_base is '基数（基本单位） | baseline x magnitude';
comment on column core.promised.due is '完成期限 | its deadline';
comment on column core.promised.node_q1 is '一季度节点 | a share of the target';
comment on column core.promised.node_h1 is '上半年节点 | a share of the target';
comment on column core.promised.node_q3 is '前三季度节点 | a share of the target';
comment on column core.promised.co_units is '配合单位 | who helps';
comment on column core.promised.lead is '牵头单位 | who leads it';
comment on column core.promised.known_at is '入库时间 | since when';

-- the order of authority: the lowest holds, where it gives a number
insert into ops.rule_setting values
    ('authority_curated', 1),
    ('authority_breakdown', 2),
    ('authority_heading', 3);

alter table core.assessment add column pace_by varchar;
alter table core.assessment add column target_origin varchar;
alter table core.assessment add column target_entry_id varchar;
alter table core.assessment add column register_id varchar;
comment on column core.assessment.pace_by is '进度依据 | linear: months of the year; nodes: quarterly nodes of the register; empty: no pace';
comment on column core.assessment.target_origin is '目标出处 | heading, breakdown, curated, or correction; empty: no number is promised';
comment on column core.assessment.target_entry_id is '目标条目 | core.register_entry whose target it is measured by';
comment on column core.assessment.register_id is '目标库条目 | the entries of core.register_entry that it rests on, for target, nodes and deadline';
