-- 目标库核对 | what the register says now of an indicator: target, nodes and deadline each by the entry of the highest authority; kept in core.promised
with matched as (
    select indicator_key, entry_key
    from core.register_match
    qualify holds and how <> 'doubtful'
        and row_number() over (partition by indicator_key, entry_key order by known_at desc) = 1
),

ranked as (
    select
        matched.indicator_key,
        entry,
        coalesce(rule.value, 9) as authority
    from matched
    inner join core.v_register as entry on matched.entry_key = entry.entry_key
    left join ops.rule_setting as rule on rule.name = 'authority_' || entry.origin
),

chosen as (
    select
        indicator_key,
        arg_min(entry, authority) filter (entry.base is not null) as told,
        min(authority) filter (entry.base is not null) as authority,
        arg_min(entry, authority)
            filter (coalesce(entry.node_q1, entry.node_h1, entry.node_q3) is not null) as paced,
        arg_min(entry, authority) filter (entry.due is not null) as dated,
        arg_min(entry, authority) filter (len(entry.co_units) > 0) as helped,
        arg_min(entry, authority) filter (entry.lead <> '') as led
    from ranked
    group by indicator_key
),

final as (
    select
        indicator_key,
        coalesce(authority < v_rule.authority_heading, false) as outranks,
        told.entry_id as target_entry_id,
        nullif(concat_ws('+', told.entry_id, paced.entry_id, dated.entry_id), '') as register_id,
        told.origin,
        told.kind,
        told.direction,
        told.accrues,
        told.operator,
        told.unit,
        told.noun,
        told.text,
        told.countable,
        told.base,
        told.upper_base,
        told.baseline,
        told.baseline_base,
        dated.due,
        paced.node_q1,
        paced.node_h1,
        paced.node_q3,
        helped.co_units,
        led.lead
    from chosen
    cross join core.v_rule
)

select * from final
