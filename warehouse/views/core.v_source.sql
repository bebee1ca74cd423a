-- 来源（当前） | each source as it was last registered
with final as (
    select
        source_id,
        bureau,
        region,
        url,
        family,
        known_at
    from core.source
    qualify row_number() over (partition by source_id order by known_at desc) = 1
)

select * from final
