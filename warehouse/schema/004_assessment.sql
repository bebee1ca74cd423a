-- the rule's thresholds and version, its exact arithmetic, and the table its answers are written to

create macro core.rule_version() as '1';
comment on macro core.rule_version is '规则版本 | version of the assessment rule in the views; raised when an answer can change';

-- decimal / decimal is a double in DuckDB; this stays exact and rounds half away from zero at 9 places
create macro core.ratio(a, b) as
    (sign(a) * sign(b))::integer * (
        (2 * abs((a::decimal(38, 9) * 1000000000)::hugeint) * 1000000000 + abs((b::decimal(38, 9) * 1000000000)::hugeint))
        // nullif(2 * abs((b::decimal(38, 9) * 1000000000)::hugeint), 0)
    )::decimal(38, 0) * 0.000000001::decimal(10, 9);
comment on macro core.ratio is '比值 | a / b exactly, 9 places; null for b = 0';

create macro core.percent_text(share) as round(share * 100, 1)::decimal(38, 1)::varchar || '%';
comment on macro core.percent_text is '百分数 | 0.7917 as 79.2%';

create macro core.number_text(value) as
    case when value::varchar like '%.%' then rtrim(rtrim(value::varchar, '0'), '.') else value::varchar end;
comment on macro core.number_text is '数字 | a decimal without trailing zeros';

create macro core.points_text(value) as
    case when abs(value) < 0.05 then core.number_text(abs(value)) else core.number_text(round(abs(value), 1)) end;
comment on macro core.points_text is '百分点 | the size of a gap with one place, more where it is tiny';

create table ops.rule_setting (
    name varchar primary key,
    value decimal(9, 3) not null
);
comment on table ops.rule_setting is '规则参数 | the thresholds of the assessment';
comment on column ops.rule_setting.name is '参数 | confidence_min: share; rate_*: points of a rate or of a ceiling in percent; *_pp: points';
comment on column ops.rule_setting.value is '取值 | its value';
insert into ops.rule_setting values
    ('confidence_min', 0.6),
    ('tolerance_pp', 0.5),
    ('slight_pp', 10),
    ('behind_pp', 30),
    ('rate_slight_pp', 1),
    ('rate_behind_pp', 3);

create table core.assessment (
    assessment_id varchar primary key,
    extraction_id varchar not null,
    indicator_no integer not null,
    rule_version varchar not null,
    settings varchar not null,
    known_at timestamptz not null,
    status varchar not null,
    severity varchar,
    basis varchar not null,
    ground varchar not null,
    reason varchar not null,
    completion decimal(38, 9),
    pace decimal(38, 9),
    gap_pp decimal(38, 9),
    expected decimal(38, 9),
    kind varchar not null,
    direction varchar,
    accrues boolean not null,
    operator varchar,
    target_base decimal(28, 9),
    target_noun varchar,
    countable boolean,
    actual_base decimal(28, 9),
    actual_noun varchar,
    baseline_base decimal(28, 9),
    stated_completion decimal(28, 9),
    stated_status varchar,
    due date,
    year integer,
    period varchar,
    cutoff date,
    counted_to date,
    pace_months integer,
    pace_of integer,
    refusal varchar,
    confidence double not null
);
comment on table core.assessment is '评估 | what the rule said of an indicator, with every input; rows are only added';
comment on column core.assessment.assessment_id is '评估编号 | made from extraction, indicator, rule version and settings';
comment on column core.assessment.extraction_id is '抽取编号 | core.report';
comment on column core.assessment.indicator_no is '指标序 | core.indicator';
comment on column core.assessment.rule_version is '规则版本 | core.rule_version() of that moment';
comment on column core.assessment.settings is '规则参数 | ops.rule_setting of that moment, JSON';
comment on column core.assessment.known_at is '评估时间 | when it was written';
comment on column core.assessment.status is '状态 | achieved, on_track, lagging, not_reported, not_comparable, qualitative or unknown';
comment on column core.assessment.severity is '程度 | of lagging: slight, behind or severe';
comment on column core.assessment.basis is '依据 | figure: computed; claim: rests on the bureau''s word; none';
comment on column core.assessment.ground is '判定条款 | the branch of the rule that held first';
comment on column core.assessment.reason is '理由 | one sentence with the numbers';
comment on column core.assessment.completion is '完成率 | a share of the target';
comment on column core.assessment.pace is '序时进度 | the share of the year gone: pace_months / pace_of';
comment on column core.assessment.gap_pp is '差距（百分点） | negative is behind';
comment on column core.assessment.expected is '应达值 | what the pace asks for, in the target''s noun';
comment on column core.assessment.kind is '类型 | input, of core.indicator';
comment on column core.assessment.direction is '方向 | input, of core.indicator';
comment on column core.assessment.accrues is '累计 | input, of core.indicator';
comment on column core.assessment.operator is '关系 | input, of core.target';
comment on column core.assessment.target_base is '目标值 | input, in its noun; of a range the end that counts';
comment on column core.assessment.target_noun is '目标单位 | input, of core.target';
comment on column core.assessment.countable is '可数 | input, of core.target';
comment on column core.assessment.actual_base is '实绩值 | input, in its noun';
comment on column core.assessment.actual_noun is '实绩单位 | input, of core.actual';
comment on column core.assessment.baseline_base is '基数 | input, in the target''s noun';
comment on column core.assessment.stated_completion is '自报完成率 | input, first of core.claim';
comment on column core.assessment.stated_status is '自报状态 | input, first of core.claim';
comment on column core.assessment.due is '完成期限 | input, of core.indicator';
comment on column core.assessment.year is '年度 | input, of core.report';
comment on column core.assessment.period is '报告期 | input, of core.report';
comment on column core.assessment.cutoff is '数据截止日 | input, the figure''s own, else the report''s';
comment on column core.assessment.counted_to is '计至 | the month end nearest to the cutoff';
comment on column core.assessment.pace_months is '已过月数 | the months that count';
comment on column core.assessment.pace_of is '总月数 | of how many: 12, or the month of the deadline';
comment on column core.assessment.refusal is '拒配原因 | input, of core.indicator';
comment on column core.assessment.confidence is '置信度 | input, of core.indicator';
