-- 附件（最新） | what is known now of each file that a revision is published with
with final as (
    select *
    from raw.attachment
    qualify row_number() over (partition by revision_id, attachment_no order by known_at desc) = 1
)

select * from final
