-- 目标库承诺（最新） | what the register says of an indicator, as it was reconciled last
with final as (
    select *
    from core.promised
    qualify row_number() over (partition by indicator_key order by known_at desc) = 1
)

select * from final
