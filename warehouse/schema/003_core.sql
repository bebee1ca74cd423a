-- what one extraction read from one revision: rows are only added, a newer extraction stands beside the older

create table core.report (
    extraction_id varchar primary key,
    revision_id varchar not null,
    source_id varchar not null,
    version varchar not null,
    title varchar,
    index_number varchar,
    document_number varchar,
    topic varchar,
    issuer varchar,
    region varchar,
    published_on date,
    signed_on date,
    year integer,
    period varchar,
    cutoff date,
    is_baseline boolean not null,
    run_id varchar not null,
    known_at timestamptz not null
);
comment on table core.report is '报告 | a revision as one version of the extraction read it';
comment on column core.report.extraction_id is '抽取编号 | made from revision and version';
comment on column core.report.revision_id is '版本编号 | raw.revision';
comment on column core.report.source_id is '来源编号 | core.source';
comment on column core.report.version is '抽取规则版本 | version of the extraction';
comment on column core.report.title is '标题 | its title';
comment on column core.report.index_number is '索引号 | as the page states it';
comment on column core.report.document_number is '文号 | as the page states it';
comment on column core.report.topic is '主题分类 | as the page states it';
comment on column core.report.issuer is '发布机构 | who issued it';
comment on column core.report.region is '地区 | the region it speaks of';
comment on column core.report.published_on is '发布日期 | the date the page gives, else the list';
comment on column core.report.signed_on is '成文日期 | the date under the text';
comment on column core.report.year is '年度 | the year whose promises it reports on';
comment on column core.report.period is '报告期 | Q1, H1, Q3, FY or M01 to M12; empty: unknown';
comment on column core.report.cutoff is '数据截止日 | the last day its figures cover';
comment on column core.report.is_baseline is '基线 | loaded with the first visit of its source';
comment on column core.report.run_id is '运行编号 | the run that loaded it';
comment on column core.report.known_at is '入库时间 | when we learnt of it';

create table core.task (
    extraction_id varchar not null,
    task_no integer not null,
    number varchar not null,
    title varchar not null,
    span_start integer not null,
    span_end integer not null,
    clauses integer[] not null,
    departments varchar[] not null
);
comment on table core.task is '任务 | a numbered item of a report';
comment on column core.task.extraction_id is '抽取编号 | core.report';
comment on column core.task.task_no is '任务序 | its place in the report, from 0';
comment on column core.task.number is '编号 | as written';
comment on column core.task.title is '任务名称 | its heading';
comment on column core.task.span_start is '起 | first character in raw.text';
comment on column core.task.span_end is '止 | the character after the last';
comment on column core.task.clauses is '条款号 | the clauses of the work report it answers';
comment on column core.task.departments is '牵头科室 | who leads it';

create table core.indicator (
    extraction_id varchar not null,
    indicator_no integer not null,
    task_no integer not null,
    indicator_key varchar not null,
    name varchar not null,
    folded varchar not null,
    qualifiers varchar[] not null,
    kind varchar not null,
    direction varchar,
    accrues boolean not null,
    owner varchar,
    tier varchar not null,
    due date,
    baseline decimal(28, 9),
    baseline_base decimal(28, 9),
    refusal varchar,
    link_reason varchar not null,
    confidence double not null,
    sentence varchar not null,
    marks integer[][] not null,
    primary key (extraction_id, indicator_no)
);
comment on table core.indicator is '指标 | one measurable promise inside a task';
comment on column core.indicator.extraction_id is '抽取编号 | core.report';
comment on column core.indicator.indicator_no is '指标序 | its place in the report, from 0';
comment on column core.indicator.task_no is '任务序 | core.task';
comment on column core.indicator.indicator_key is '指标键 | names the same promise through all periods of its year';
comment on column core.indicator.name is '指标名称 | as written';
comment on column core.indicator.folded is '归一名称 | the name as it is compared';
comment on column core.indicator.qualifiers is '限定词 | what keeps like names apart (省级, 出口 ...)';
comment on column core.indicator.kind is '类型 | cumulative, rate, level, ceiling, milestone or qualitative';
comment on column core.indicator.direction is '方向 | up: more is better; down: less is better; empty: not known';
comment on column core.indicator.accrues is '累计 | whether the target is a year''s sum';
comment on column core.indicator.owner is '责任地区 | the district or unit it is about, where not the whole';
comment on column core.indicator.tier is '档次 | firm (确保) or stretch (力争)';
comment on column core.indicator.due is '完成期限 | its own deadline, where the text gives one';
comment on column core.indicator.baseline is '基数 | where the level stood at the start, in the unit of the target';
comment on column core.indicator.baseline_base is '基数（基本单位） | baseline x magnitude';
comment on column core.indicator.refusal is '拒配原因 | why a candidate figure was refused';
comment on column core.indicator.link_reason is '匹配依据 | why the figure answers the promise, or none does';
comment on column core.indicator.confidence is '置信度 | of the link, 0 to 1';
comment on column core.indicator.sentence is '原文 | the sentence that proves it';
comment on column core.indicator.marks is '标记 | where its numbers stand in the sentence: [start, end] each';

create table core.target (
    extraction_id varchar not null,
    indicator_no integer not null,
    operator varchar not null,
    value decimal(28, 9),
    upper decimal(28, 9),
    unit varchar not null,
    noun varchar not null,
    base decimal(28, 9),
    upper_base decimal(28, 9),
    countable boolean not null,
    text varchar not null,
    span_start integer,
    span_end integer,
    derived_from integer[][] not null,
    known_at timestamptz not null
);
comment on table core.target is '目标 | what was promised; a changed target is a new row with a later known_at';
comment on column core.target.extraction_id is '抽取编号 | core.report';
comment on column core.target.indicator_no is '指标序 | core.indicator';
comment on column core.target.operator is '关系 | >= <= == ~ range';
comment on column core.target.value is '目标值 | in its unit; empty where it is too large to be stored';
comment on column core.target.upper is '上限值 | the upper end of a range';
comment on column core.target.unit is '单位 | as written, with its magnitude (亿元)';
comment on column core.target.noun is '基本单位 | the unit without magnitude (元)';
comment on column core.target.base is '目标值（基本单位） | value x magnitude';
comment on column core.target.upper_base is '上限值（基本单位） | upper x magnitude';
comment on column core.target.countable is '可数 | whole things, expected in whole units';
comment on column core.target.text is '原文 | as written';
comment on column core.target.span_start is '起 | first character in raw.text; empty where derived';
comment on column core.target.span_end is '止 | the character after the last';
comment on column core.target.derived_from is '推算依据 | the intervals it was derived from';
comment on column core.target.known_at is '入库时间 | when we learnt of it';

create table core.actual (
    extraction_id varchar not null,
    indicator_no integer not null,
    value decimal(28, 9),
    unit varchar not null,
    noun varchar not null,
    base decimal(28, 9),
    qualifier varchar,
    cutoff date,
    text varchar not null,
    span_start integer not null,
    span_end integer not null,
    parts integer[][] not null,
    known_at timestamptz not null
);
comment on table core.actual is '实绩 | what was reported; a corrected figure is a new row with a later known_at';
comment on column core.actual.extraction_id is '抽取编号 | core.report';
comment on column core.actual.indicator_no is '指标序 | core.indicator';
comment on column core.actual.value is '实绩值 | in its unit; empty where it is too large to be stored';
comment on column core.actual.unit is '单位 | as written, with its magnitude';
comment on column core.actual.noun is '基本单位 | the unit without magnitude';
comment on column core.actual.base is '实绩值（基本单位） | value x magnitude';
comment on column core.actual.qualifier is '限定 | estimated, approximate ...';
comment on column core.actual.cutoff is '数据截止日 | its own, where the text gives one';
comment on column core.actual.text is '原文 | as written';
comment on column core.actual.span_start is '起 | first character in raw.text';
comment on column core.actual.span_end is '止 | the character after the last';
comment on column core.actual.parts is '加数 | the intervals of the addends, where the text gives only those';
comment on column core.actual.known_at is '入库时间 | when we learnt of it';

create table core.claim (
    extraction_id varchar not null,
    indicator_no integer not null,
    claim_no integer not null,
    completion decimal(28, 9),
    stated_status varchar,
    text varchar not null,
    span_start integer not null,
    span_end integer not null
);
comment on table core.claim is '自评 | the bureau''s own words on an indicator';
comment on column core.claim.extraction_id is '抽取编号 | core.report';
comment on column core.claim.indicator_no is '指标序 | core.indicator';
comment on column core.claim.claim_no is '自评序 | from 0';
comment on column core.claim.completion is '自报完成率 | a share: 0.963 for 96.3%';
comment on column core.claim.stated_status is '自报状态 | done, ongoing or lagging';
comment on column core.claim.text is '原文 | as written';
comment on column core.claim.span_start is '起 | first character in raw.text';
comment on column core.claim.span_end is '止 | the character after the last';

create table core.quantity (
    extraction_id varchar not null,
    quantity_no integer not null,
    text varchar not null,
    span_start integer not null,
    span_end integer not null,
    value decimal(28, 9),
    upper decimal(28, 9),
    unit varchar not null,
    noun varchar not null,
    base decimal(28, 9),
    qualifier varchar,
    role varchar not null,
    task_number varchar
);
comment on table core.quantity is '数字台账 | every number of a report and what it is there for';
comment on column core.quantity.extraction_id is '抽取编号 | core.report';
comment on column core.quantity.quantity_no is '数字序 | its place in the report, from 0';
comment on column core.quantity.text is '原文 | as written';
comment on column core.quantity.span_start is '起 | first character in raw.text';
comment on column core.quantity.span_end is '止 | the character after the last';
comment on column core.quantity.value is '数值 | in its unit; empty where a person must look or it is too large to be stored';
comment on column core.quantity.upper is '上限值 | the upper end of a range';
comment on column core.quantity.unit is '单位 | as written';
comment on column core.quantity.noun is '基本单位 | the unit without magnitude';
comment on column core.quantity.base is '数值（基本单位） | value x magnitude';
comment on column core.quantity.qualifier is '限定 | estimated, approximate ...';
comment on column core.quantity.role is '用途 | target, actual, claim, context, date, clause, ordinal or name';
comment on column core.quantity.task_number is '任务编号 | the task it stands in';

create table core.finding (
    extraction_id varchar not null,
    finding_no integer not null,
    kind varchar not null,
    message varchar not null,
    span_start integer not null,
    span_end integer not null
);
comment on table core.finding is '疑点 | something that deserves a person''s look';
comment on column core.finding.extraction_id is '抽取编号 | core.report';
comment on column core.finding.finding_no is '疑点序 | from 0';
comment on column core.finding.kind is '类型 | claim_differs, arithmetic, implausible, damaged ...';
comment on column core.finding.message is '说明 | what is odd';
comment on column core.finding.span_start is '起 | first character in raw.text';
comment on column core.finding.span_end is '止 | the character after the last';
