-- 目标变动 | promises whose target, or deadline, in the newest report of a year differs from that of a report before, or from the register's
with compared as (
    select
        *,
        target_noun = promise_before.target_noun as is_same_unit,
        -- of a limit, and of what should fall, less is more; another unit says neither
        if(
            is_same_unit,
            if(kind = 'ceiling' or direction = 'down', -1, 1) * sign(target_base - promise_before.target_base), null
        ) as harder,
        sign(datediff('day', due, promise_before.due)) as sooner,
        if(is_same_unit, (operator <> '~')::integer - (promise_before.operator <> '~')::integer, null) as firmer
    from core.v_course
    where is_newest_of_year and promise_before is not null
),

changes as (
    select
        source_id,
        bureau,
        region,
        year,
        period,
        cutoff,
        task_title,
        department,
        name,
        owner,
        tier,
        kind,
        case
            when harder <> 0 then if(harder < 0, 'lowered', 'raised')
            when sooner <> 0 then if(sooner < 0, 'lowered', 'raised')
            else if(firmer < 0, 'lowered', 'raised')
        end as change,
        case when harder <> 0 then 'target' when sooner <> 0 then 'deadline' else 'firmness' end as what,
        target_text,
        promise_before.target_text as earlier_target_text,
        if(is_same_unit, target_base - promise_before.target_base, null) as changed_by,
        target_noun as noun,
        due,
        promise_before.due as earlier_due,
        promise_before.period as earlier_period,
        'heading' as origin,
        'heading' as earlier_origin,
        status,
        sentence,
        url,
        promise_before.sentence as earlier_sentence,
        promise_before.url as earlier_url,
        published_on,
        extraction_id,
        indicator_no,
        indicator_key,
        assessment_id
    from compared
    where harder <> 0 or sooner <> 0 or firmer <> 0
),

differing as (
    -- what was changed from one report to the next is told as that
    select
        source_id,
        bureau,
        region,
        year,
        period,
        cutoff,
        task_title,
        department,
        name,
        owner,
        tier,
        kind,
        if(harder < 0, 'lowered', 'raised') as change,
        'origin' as what,
        target_text,
        earlier_target_text,
        changed_by,
        noun,
        due,
        null::date as earlier_due,
        null::varchar as earlier_period,
        origin,
        earlier_origin,
        status,
        sentence,
        url,
        earlier_sentence,
        earlier_url,
        published_on,
        extraction_id,
        indicator_no,
        indicator_key,
        assessment_id
    from core.v_differing as differing
    where not exists (
        select 1
        from changes
        where changes.extraction_id = differing.extraction_id and changes.indicator_no = differing.indicator_no
    )
),

told as (
    from changes
    union all by name
    from differing
),

final as (
    select
        source_id, -- 来源编号 | sources/<source_id>.yaml
        bureau, -- 部门 | whose report it is
        region, -- 地区 | city, county or province
        year, -- 年度 | of the promise
        period, -- 报告期 | of the newest report of the year
        cutoff, -- 数据截止日 | the figure's own, else the report's
        task_title, -- 任务名称 | its heading
        department, -- 牵头科室 | who leads it
        name, -- 指标名称 | as written
        owner, -- 责任地区 | the district or unit it is about, where not the whole
        tier, -- 档次 | firm (确保) or stretch (力争)
        kind, -- 类型 | how it is compared
        change, -- 变动 | lowered: easier to keep than what was promised before; raised: harder
        what, -- 变动内容 | target, deadline or firmness (8%以上 became 8%左右); origin: heading, breakdown document and file differ
        target_text, -- 目标 | as written now
        earlier_target_text, -- 此前目标 | as written before
        changed_by, -- 变动值 | now less before, in the unit without magnitude
        noun, -- 基本单位 | of changed_by
        due, -- 完成期限 | now
        earlier_due, -- 此前期限 | before
        earlier_period, -- 此前报告期 | of the report before; empty: it was another document, or a file
        status, -- 状态 | as it is judged now
        sentence, -- 原文 | the sentence that proves it now
        url, -- 网址 | of the report
        earlier_sentence, -- 此前原文 | the sentence, or the row of the file, that proves it before
        earlier_url, -- 此前网址 | of the report or document before, or the file and its row
        published_on, -- 发布日期 | of the report
        extraction_id, -- 抽取编号 | core.report
        indicator_no, -- 指标序 | core.indicator
        indicator_key, -- 指标键 | names the same promise through all periods of its year
        assessment_id, -- 评估编号 | core.assessment, where every input stands
        origin, -- 现目标出处 | heading or curated
        earlier_origin -- 此前目标出处 | heading, breakdown or curated
    from told
)

select * from final
