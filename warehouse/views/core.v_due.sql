-- 报送期限 | the working day by which each source's report on a quarter is expected, of quarters that ended within two years
with days as (
    select
        source.source_id,
        coalesce(own.value, every.value) as report_days
    from core.v_source as source
    inner join ops.alert_setting as every on every.name = 'report_days' and every.source_id = ''
    left join ops.alert_setting as own on own.name = 'report_days' and own.source_id = source.source_id
),

ends as (
    select (unnest(range(
        date_trunc('quarter', core.today()) - interval 24 months, core.today()::timestamp, interval 3 months
    )) - interval 1 day)::date as quarter_end
),

after_end as (
    select
        ends.quarter_end,
        (ends.quarter_end + passed.day_no::integer)::date as day
    from ends
    cross join range(1, 730) as passed(day_no)
),

working as (
    select
        after_end.quarter_end,
        after_end.day,
        row_number() over (partition by after_end.quarter_end order by after_end.day) as working_day_no
    from after_end
    left join ops.special_day as special on after_end.day = special.day
    where coalesce(special.is_working, isodow(after_end.day) < 6)
),

known as (
    select distinct year(day) as known_year
    from ops.special_day
),

final as (
    select
        days.source_id, -- 来源编号 | sources/<source_id>.yaml
        working.quarter_end, -- 期末 | the last day of the quarter
        days.report_days, -- 工作日数 | how many working days it is given
        working.day as due_on, -- 报送期限 | the last day on which a report is in time
        known.known_year is not null as is_calendar_known -- 节假日是否已知 | false: weekdays were counted, holidays of that year are not known
    from working
    inner join days on working.working_day_no = days.report_days
    left join known on year(working.day) = known.known_year
)

select * from final
