-- 测算 | of every indicator: as it was worked out when its report was loaded, or now where somebody has said something since
with final as (
    select measurement.*
    from core.measurement
    anti join core.v_touched using (extraction_id, indicator_no)
    union all by name
    select v_measured.* exclude (node_pace, sense, linear, is_percent_actual)
    from core.v_measured
)

select * from final
