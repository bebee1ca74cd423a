-- when reports are due: the day that counts as today, working days, and how many of them each source is given

create macro core.today() as coalesce(try_cast(getvariable('duban_today') as date), current_date);
comment on macro core.today is '今日 | the day that counts as today: the variable duban_today, else the clock''s';

create macro core.period_words(period) as
    case period
        when 'Q1' then '一季度' when 'H1' then '上半年' when 'Q3' then '三季度' when 'FY' then '全年' when 'M01' then '1月'
        else '1-' || try_cast(period[2:] as integer) || '月'
    end;
comment on macro core.period_words is '报告期名称 | the period as a report''s title names it';

create macro core.date_words(day) as
    year(day)::varchar || '年' || month(day)::varchar || '月' || day(day)::varchar || '日';
comment on macro core.date_words is '日期 | 2026年9月30日';

create table ops.special_day (
    day date primary key,
    is_working boolean not null,
    name varchar not null
);
comment on table ops.special_day is '节假日 | days on which China does not go by the week: holidays, and the weekends worked for them';
comment on column ops.special_day.day is '日期 | the day';
comment on column ops.special_day.is_working is '是否上班 | whether offices work';
comment on column ops.special_day.name is '名称 | of the holiday';

create table ops.alert_setting (
    name varchar not null,
    source_id varchar not null,
    value integer not null,
    primary key (name, source_id)
);
comment on table ops.alert_setting is '预警参数 | what alerts.yaml says of days; of all sources, or of one';
comment on column ops.alert_setting.name is '参数 | report_days: working days after a period''s end; soon_report_days: working days before that; soon_days: days before a promise''s date';
comment on column ops.alert_setting.source_id is '来源编号 | core.source; empty: of all the others';
comment on column ops.alert_setting.value is '取值 | days';
insert into ops.alert_setting values ('report_days', '', 20), ('soon_report_days', '', 5), ('soon_days', '', 30);
