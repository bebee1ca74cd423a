-- a share of a limit says what the sum has used of it: 死亡21人,占全年控制指标的58%

create or replace macro core.rule_version() as '3';
comment on macro core.rule_version is '规则版本 | version of the assessment rule in the views; raised when an answer can change';
