-- 列表 | every row that a source's list ever showed, as it stands: nothing is dropped when it vanishes
with final as (
    select
        source_id, -- 来源编号 | sources/<source_id>.yaml
        url, -- 网址 | where the row leads
        arg_max(state, known_at) as state, -- 状态 | listed, vanished, returned, or copy (of another row's report)
        arg_max(title, known_at) as title, -- 标题 | as the list showed it last
        arg_max(published_on, known_at) as published_on, -- 列表日期 | as the list told it last
        arg_max(same_as, known_at) as same_as, -- 原件网址 | of a copy: the address under which its text is known
        min(known_at) as first_listed_at, -- 首次列出 | when it was first seen
        max(known_at) filter (state = 'vanished') as vanished_at -- 消失时间 | when it was last missed, if ever
    from raw.listed
    group by source_id, url
)

select * from final
