-- 理由 | the assessment in one sentence with the numbers
with spoken as (
    select
        *,
        -- a cell of a table has its unit in the head or the caption
        target_text || if(right(target_text, 1) between '0' and '9' and not ends_with(target_text, coalesce(target_unit, '')), coalesce(target_unit, ''), '') as target_words,
        actual_text || if(right(actual_text, 1) between '0' and '9' and not ends_with(actual_text, coalesce(actual_unit, '')), coalesce(actual_unit, ''), '') as actual_words,
        strftime(due, '%Y年%-m月%-d日') as due_words,
        strftime(cutoff, '%Y年%-m月%-d日') as cutoff_words
    from core.v_status
),

worded as (
    select
        *,
        case
            when method = 'claim' then '自报完成率' || core.percent_text(completion)
            when method = 'used' then coalesce('发生值' || actual_words || '，', '') || '自报占控制目标'
                || coalesce(target_words || '的', '') || core.percent_text(completion)
            when method = 'share' and kind = 'level'
                then '达到' || actual_words || '，基数' || baseline_text || '，目标' || target_words
                    || '，增量完成' || core.percent_text(completion)
            when method = 'share'
                then '完成' || actual_words || '/' || target_words || coalesce('＝' || core.percent_text(completion), '')
            when method = 'level' then '达到' || actual_words || '，目标' || target_words
            when method = 'ceiling' then '发生值' || actual_words || '，控制目标' || target_words
            else '实绩' || actual_words || '，目标' || target_words
        end as numbers,
        coalesce(if(pace_by = 'nodes', '，季度节点', '，序时进度') || core.percent_text(pace), '') as pace_words,
        core.points_text(measured_gap_pp) || '个百分点' as points,
        coalesce('，落后' || points, '') as behind_words,
        if(is_about_met and not is_met, '，相差' || points || '，在允许范围内', null) as about_words,
        coalesce('（期限' || due_words || '）', '') as by_due,
        case
            when status not in ('achieved', 'on_track', 'lagging') then ''
            when target_origin = 'breakdown' then '（目标据责任分解方案）'
            when target_origin = 'curated' then '（目标据目标库）'
            else ''
        end as by_origin,
        case
            when basis <> 'correction' or ground in ('rejected', 'ruled_out') then ''
            when is_corrected then '（经人工更正）'
            else '（报告期由人工确定）'
        end as by_person
    from spoken
),

final as (
    select
        *,
        case ground
            when 'rejected' then '经人工复核，原文读取有误，不作判定：' || why
            when 'ruled_out' then '经人工复核，口径不可比：' || why
            when 'qualitative' then '没有可计算的数字目标'
            when 'stated_done' then '报告自称已完成：' || coalesce(claim_text, '')
            when 'stated_lagging' then if(
                claim_text ~ '^不[足到满].*', -- 完成率不足50%: where less than that is behind the pace
                '自报完成率' || claim_text || coalesce('，低于' || ltrim(pace_words, '，'), ''),
                '报告自称滞后：' || coalesce(claim_text, '')
            )
            when 'refused' then refusal
            when 'low_confidence' then '数字与指标的对应置信度' || core.number_text(confidence::decimal(9, 2))
                || '，低于' || core.number_text(confidence_min) || '，需人工核对'
            when 'overdue' then '期限' || due_words || '，截至' || cutoff_words || '的数据中未见完成的报告'
            when 'undated' then '原文未写期限，截至' || cutoff_words || '的数据中未见完成的报告'
            when 'not_due' then coalesce('期限' || due_words || '未到，未见完成的报告', '未见完成的报告，原文未写期限')
            when 'claim_met' then numbers || '，已达目标' || by_due
            when 'claim_on_pace' then numbers || pace_words || by_due || '，无可比数字，依据自报'
            when 'claim_short' then numbers || pace_words || by_due || behind_words || '，依据自报'
            when 'claim_broken' then numbers || '，已超出全年控制数，依据自报'
            when 'claim_ahead' then numbers || pace_words || by_due || coalesce('，超出序时' || points, '') || '，依据自报'
            when 'claim_kept' then numbers || '，未超出' || by_due || '，依据自报'
            when 'claim_so_far' then numbers || pace_words || by_due || '，目前未超出，依据自报'
            when 'limit_claimed' then '只有自报完成率' || core.percent_text(stated_completion) || '，不能说明控制目标是否守住'
            when 'silent' then '报告中没有找到对应的数字'
            when 'no_target' then '报告了' || actual_words || '，但没有可用的目标值'
            when 'units' then '目标' || target_words || '与实绩' || actual_words || '单位不可比'
            when 'odd_target' then '目标' || target_words || '不大于零，无法计算进度'
            when 'no_direction' then numbers || '，不清楚增减哪个方向为好'
            when 'no_baseline' then numbers || '，未到年底且不知基数，无法判断进度'
            when 'due_later' then numbers || if(method = 'rate', '', pace_words) || '，期限' || due_words || '在本年之后，无法判断进度'
            when 'no_cutoff' then if(method = 'ceiling', '发生值' || actual_words || '，控制目标' || target_words, numbers)
                || '，数据截止日不明，无法判断进度'
            when 'met' then numbers || '，已达目标' || by_due
            when 'rate_met' then numbers || coalesce(about_words, '，已达目标') || by_due
            when 'limit_kept' then numbers || '，未超出' || by_due
            when 'limit_so_far' then numbers || '，目前未超出' || if(accrues, pace_words || by_due, '')
            when 'limit_broken' then numbers || if(accrues, '，已超出全年控制数', '，已超出') || if(is_percent and not accrues, points, '')
            when 'limit_ahead' then numbers || pace_words || by_due || coalesce('，超出序时' || points, '')
            when 'rate_so_far' then numbers || coalesce(about_words, '，目前已达目标')
            when 'rate_short' then numbers || behind_words
            when 'level_short' then numbers || '，到期未达' || behind_words
            when 'on_pace' then numbers || pace_words || by_due || case
                when countable and measured_gap_pp < -slack_pp
                    then '，按整数计应达' || core.number_text(expected) || target_noun
                when measured_gap_pp < 0 then '，相差' || points || '，在允许范围内'
                else ''
            end
            when 'short' then numbers || pace_words || by_due || behind_words
        end || by_origin || by_person as said
    from worded
)

select * from final
