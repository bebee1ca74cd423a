-- 规则参数（一行） | the thresholds of the rule side by side, and all of them as JSON
with final as (
    select
        core.rule_version() as rule_version,
        max(value) filter (name = 'confidence_min') as confidence_min,
        max(value) filter (name = 'tolerance_pp') as tolerance_pp,
        max(value) filter (name = 'about_pp') as about_pp,
        max(value) filter (name = 'slight_pp') as slight_pp,
        max(value) filter (name = 'behind_pp') as behind_pp,
        max(value) filter (name = 'rate_slight_pp') as rate_slight_pp,
        max(value) filter (name = 'rate_behind_pp') as rate_behind_pp,
        max(value) filter (name = 'authority_heading') as authority_heading,
        '{' || string_agg('"' || name || '":' || value::varchar, ',' order by name) || '}' as settings
    from ops.rule_setting
)

select * from final
