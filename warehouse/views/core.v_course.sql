-- 历程 | each indicator of a report of a known period, beside what the reports before it in its year said of the promise
with told as (
    select
        *,
        struct_pack(
            period, period_rank, cutoff, url, sentence, extraction_id, status, claim_text, stated_completion, due,
            operator, target_text, target_base, target_noun, actual_text, actual_base, actual_noun, completion
        ) as telling
    from mart.progress
    where period_rank is not null
),

final as (
    select
        * exclude (telling),
        array_to_string(departments, '、') as department,
        last_value(telling) over before as before,
        last_value(if(actual_base is null, null, telling) ignore nulls) over before as figure_before,
        last_value(if(stated_completion is null, null, telling) ignore nulls) over before as share_before,
        last_value(if(target_base is null and due is null, null, telling) ignore nulls) over before as promise_before,
        -- within a year the rank counts months
        last_value(telling) over a_quarter_before as quarter_before
    from told
    window
        before as (
            partition by source_id, indicator_key, year order by period_rank
            rows between unbounded preceding and 1 preceding
        ),
        a_quarter_before as (
            partition by source_id, indicator_key, year order by period_rank
            range between unbounded preceding and 3 preceding
        )
)

select * from final
