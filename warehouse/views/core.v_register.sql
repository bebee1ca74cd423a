-- 目标库（最新） | the newest row of each promise that documents and files make
with final as (
    select register_entry.*
    from core.register_entry
    qualify row_number() over (partition by entry_key, origin order by known_at desc, entry_id) = 1
)

select * from final
