-- 有外部说法的指标 | indicators of which a person or the register said something: what was worked out at loading does not hold for them
with told as (
    select extraction_id, indicator_no
    from core.v_correction
    union
    select indicator.extraction_id, indicator.indicator_no
    from core.indicator
    semi join core.v_report_correction using (extraction_id)
    union
    select indicator.extraction_id, indicator.indicator_no
    from core.indicator
    semi join core.promised using (indicator_key)
),

final as (
    select indicator.*
    from core.indicator
    semi join told using (extraction_id, indicator_no)
)

select * from final
