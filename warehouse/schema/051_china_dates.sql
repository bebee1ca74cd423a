-- dates are China's, wherever the machine stands

create macro core.china_date(moment) as (moment at time zone 'Asia/Shanghai')::date;
comment on macro core.china_date is '北京时间日期 | the day it was in China at a moment';

create or replace macro core.today() as coalesce(try_cast(getvariable('duban_today') as date), core.china_date(now()));
comment on macro core.today is '今日 | the day that counts as today: the variable duban_today, else the day it is in China';
