-- 承诺身份（最新） | for each indicator that is the same promise as another: the promise through all years, and its key within its year
with final as (
    select
        indicator_key,
        promise_id,
        year_key,
        how,
        score
    from core.identity
    qualify row_number() over (partition by indicator_key order by known_at desc) = 1
)

select * from final
