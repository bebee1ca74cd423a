-- 待复核 | what deserves a person's look in the current reports, why, and what people said of it (is_open: nobody yet)
with final as (
    select
        review_id, -- 复核对象编号 | names it for `duban review`; the same whenever it is read again
        about, -- 对象 | indicator, report (its period), finding, or identity (whether two are one promise)
        reasons, -- 缘由 | low_confidence, refused, claim_differs, implausible, fell_back, arithmetic, damaged, period_unknown ...
        explanation, -- 说明 | what is doubtful
        source_id, -- 来源编号 | sources/<source_id>.yaml
        bureau, -- 部门 | whose report it is
        year, -- 年度 | of the promise
        period, -- 报告期 | of the report; empty: unknown
        is_newest, -- 最新一期 | of its source's newest period, or of an unknown one
        name, -- 名称 | of the indicator, else the words or the title it is about
        task_title, -- 任务名称 | of an indicator's task
        kind, -- 类型 | of an indicator: how it is compared
        target_text, -- 目标 | as written, or as a person corrected it
        actual_text, -- 实绩 | as written, or as a person corrected it
        claim_text, -- 自评 | the bureau's own words
        target_unit, -- 目标单位 | with its magnitude (亿元)
        actual_unit, -- 实绩单位 | with its magnitude
        status, -- 状态 | as it is judged now
        verdict_reason, -- 理由 | of the status
        confidence, -- 置信度 | that the figure answers the promise, 0 to 1
        sentence, -- 原文 | the sentence it is about
        marks, -- 标记 | where its numbers stand in the sentence: [start, end] each
        url, -- 网址 | of the report
        report_title, -- 报告标题 | its title
        published_on, -- 发布日期 | of the report
        proposal, -- 第二读者建议 | the figure that a language model read, where its quote holds it; it overrides nothing
        proposal_quote, -- 建议引文 | the words of the report that it quotes
        proposed_by, -- 建议模型 | which one
        correction_id is null as is_open, -- 待看 | nobody said anything of it yet
        review, -- 复核结论 | accepted, corrected or rejected
        reviewed_by, -- 复核人 | who
        reviewed_at, -- 复核时间 | when
        review_why, -- 复核缘由 | why
        correction_id, -- 复核编号 | core.correction
        indicator_key, -- 指标键 | of an indicator
        finding_kind, -- 疑点类型 | of a finding
        document_id, -- 文件编号 | raw.document
        sha256, -- 内容指纹 | the revision that is read now
        extraction_id -- 抽取编号 | core.report
    from core.v_reviewable
    where len(reasons) > 0 or correction_id is not null
)

select * from final
