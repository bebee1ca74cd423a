-- 身份疑点 | pairs that may be one promise: a person says (`duban identity merge` or `split`, or `duban review`)
with newest as (
    select *
    from core.identity_doubt
    qualify holds and row_number() over (partition by key_a, key_b order by known_at desc) = 1
),

named as (
    select
        indicator.indicator_key as key,
        arg_max(
            struct_pack(
                name := indicator.name, sentence := indicator.sentence, year := report.year, period := report.period,
                extraction_id := report.extraction_id
            ),
            report.known_at
        ) as told
    from core.indicator
    inner join core.report on indicator.extraction_id = report.extraction_id
    where indicator.indicator_key in (select key_a from newest union all select key_b from newest)
    group by indicator.indicator_key
    union all
    select
        entry_key,
        struct_pack(
            name := name, sentence := sentence, year := year, period := null, extraction_id := null
        )
    from core.v_register
    where entry_key in (select key_b from newest)
),

final as (
    select
        newest.source_id, -- 来源编号 | core.source
        a.told.name as name_a, -- 甲名称 | as written
        a.told.year as year_a, -- 甲年度 | of the promise
        a.told.period as period_a, -- 甲报告期 | of its newest report
        b.told.name as name_b, -- 乙名称 | as written
        b.told.year as year_b, -- 乙年度 | of the promise
        b.told.period as period_b, -- 乙报告期 | of its newest report; empty: it stands in the register
        newest.score, -- 相似度 | of the names, 0 to 100
        newest.why, -- 说明 | why it is in doubt
        a.told.sentence as sentence_a, -- 甲原文 | the sentence that tells it
        b.told.sentence as sentence_b, -- 乙原文 | the sentence, or the row of the file
        newest.key_a, -- 甲 | its indicator_key
        newest.key_b, -- 乙 | its indicator_key, or its entry_key of the register
        coalesce(b.told.extraction_id, a.told.extraction_id) as extraction_id, -- 抽取编号 | of the report that tells the later
        -- 复核对象编号 | names it for `duban review`
        sha256(concat_ws('|', 'identity', newest.key_a, newest.key_b))[:10] as review_id
    from newest
    inner join named as a on newest.key_a = a.key
    inner join named as b on newest.key_b = b.key
)

select * from final
