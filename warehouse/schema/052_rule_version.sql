-- a level in per cent is no longer answered by a stated share that only divides the one by the other

create or replace macro core.rule_version() as '2';
comment on macro core.rule_version is '规则版本 | version of the assessment rule in the views; raised when an answer can change';
