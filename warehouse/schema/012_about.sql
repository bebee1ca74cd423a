-- how far below a promise of about a rate (6.5%左右) still keeps it: the last place in which rates are published

insert into ops.rule_setting values ('about_pp', 0.1);
