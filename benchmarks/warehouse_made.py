"""Invented counties for measuring the warehouse: what workers would hand to the loader, as Parquet, without a worker.

Every county has the same bureaus, every bureau reports eight promises in each quarter. Figures come from a hash of
their place, so that the same scale always gives the same rows: some promises are met, some lag,
and some figures fall back.
Every span holds: the texts are put together from the very words that the records say stand there.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

COUNTIES, BUREAUS, QUARTERS, INDICATORS = 3000, 40, 4, 8
COUNTIES_A_PART = 150  # 24,000 reports: more than DuckDB takes over as one group of rows (docs/scale.md)

# name, unit, magnitude, noun, kind, a usual target
_PROMISES = (
    ("新增市级以上创新平台", "家", 1, "家", "cumulative", 40),
    ("新改建农村公路", "公里", 1, "公里", "cumulative", 150),
    ("改造城镇老旧小区", "个", 1, "个", "cumulative", 60),
    ("招商引资到位资金", "亿元", 100000000, "元", "cumulative", 80),
    ("新建高标准农田", "亩", 1, "亩", "cumulative", 9000),
    ("规模以上工业增加值增速", "%", 1, "%", "rate", 8),
    ("生产安全事故", "起", 1, "起", "ceiling", 30),
    ("高新技术企业", "家", 1, "家", "level", 300),
)

_FIGURES = """
create or replace temp table figure as
with promise as (
    select * from (values {promises}) as listed (no, name, unit, magnitude, noun, kind, usual)
),

reported as (
    select
        county.n as county,
        bureau.n as bureau,
        quarter.n as quarter,
        promise.*,
        hash(county.n, bureau.n, promise.no) % 1000 / 1000 as luck,
        hash(county.n, bureau.n, promise.no, quarter.n) % 1000 / 1000 as chance
    from range({first}, {last}) as county (n)
    cross join range(1, {bureaus} + 1) as bureau (n)
    cross join range(1, 5) as quarter (n)
    cross join promise
),

valued as (
    select
        *,
        greatest(round(usual * (0.5 + luck)), 1)::integer as target,
        case kind
            when 'rate' then round(usual * (0.6 + chance * 0.8))
            when 'ceiling' then round(usual * quarter / 4 * (0.3 + chance * 0.8))
            else round(usual * (0.5 + luck) * quarter / 4 * (0.7 + chance * 0.4))
        end::integer as actual
    from reported
),

worded as (
    select
        *,
        format('c{{:04d}}-b{{:02d}}', county, bureau) as source_id,
        ['Q1', 'H1', 'Q3', 'FY'][quarter] as period,
        make_date(2025, quarter * 3, 1).last_day() as cutoff,
        format('{{}}、{{}}。牵头单位：综合科，责任单位：各乡镇人民政府。全年目标', no + 1, name) as before_target,
        target || unit as target_text,
        format('，截至{{}}月底实际完成', quarter * 3) as before_actual,
        actual || unit as actual_text,
        if(no < 2, '，完成年度任务的', '，各项工作正在有序推进') as before_claim,
        if(no < 2, round(100.0 * actual / target, 1)::decimal(9, 1) || '%', '') as claim_text,
        '。下一步，将继续加大协调力度，逐项倒排工期，确保全年任务按期完成。' || chr(10) as ending
    from valued
),

joined as (
    select
        *,
        before_target || target_text || before_actual || actual_text || before_claim || claim_text || ending as item
    from worded
),

placed as (
    select
        *,
        {head} + coalesce(sum(length(item)) over (
            partition by county, bureau, quarter order by no rows between unbounded preceding and 1 preceding
        ), 0)::integer as item_start
    from joined
)

select
    *,
    sha256('d' || source_id || period)[:16] as document_id,
    sha256('r' || source_id || period)[:16] as revision_id,
    sha256('e' || source_id || period)[:16] as extraction_id,
    sha256('i' || source_id || no)[:16] as indicator_key,
    item_start + length(before_target) as target_start,
    target_start + length(target_text) as target_end,
    target_end + length(before_actual) as actual_start,
    actual_start + length(actual_text) as actual_end,
    actual_end + length(before_claim) as claim_start,
    claim_start + length(claim_text) as claim_end
from placed
order by county, bureau, quarter, no
"""

_HEAD = "重点工作任务进展情况的报告\n"

_TABLES = {
    "document": "select document_id, source_id, 'https://' || source_id || '.example/' || period as url {each}",
    "revision": (
        "select revision_id, document_id, sha256('p' || source_id || period) as sha256,"
        " (cutoff + 20)::timestamp at time zone 'UTC' as fetched_at, 'text/html' as media_type,"
        " '重点工作任务进展情况的报告' as listed_title, (cutoff + 15)::date as published_on {each}"
    ),
    "report": (
        "select extraction_id, revision_id, source_id, '1' as version, '重点工作任务进展情况的报告' as title,"
        " null::varchar as index_number, null::varchar as document_number, null::varchar as topic,"
        " source_id as issuer, null::varchar as region, (cutoff + 15)::date as published_on, null::date as signed_on,"
        " 2025 as year, period, cutoff {each}"
    ),
    "text": (
        "select extraction_id, '重点工作任务进展情况的报告' || chr(10) || string_agg(item, '' order by no) as text"
        " from figure group by extraction_id, county, bureau, quarter order by county, bureau, quarter"
    ),
    "task": (
        "select extraction_id, no as task_no, (no + 1)::varchar as number, name as title, item_start as span_start,"
        " item_start + length(item) as span_end, [no + 1] as clauses, ['综合科'] as departments from figure"
    ),
    "indicator": (
        "select extraction_id, no as indicator_no, no as task_no, indicator_key, name, name as folded,"
        " []::varchar[] as qualifiers, kind, if(kind = 'ceiling', 'down', 'up') as direction,"
        " kind in ('cumulative', 'ceiling') as accrues, null::varchar as owner, 'firm' as tier, null::date as due,"
        " null::decimal(28, 9) as baseline, null::decimal(28, 9) as baseline_base, null::varchar as refusal,"
        " '同句的目标和实绩' as link_reason, 0.95::double as confidence, rtrim(item, chr(10)) as sentence,"
        " [[target_start - item_start, target_end - item_start], [actual_start - item_start, actual_end - item_start]]"
        " as marks, null::varchar as place from figure"
    ),
    "target": (
        "select extraction_id, no as indicator_no, if(kind = 'ceiling', '<=', '>=') as operator,"
        " target::decimal(28, 9) as value, null::decimal(28, 9) as upper, unit, noun,"
        " (target::bigint * magnitude)::decimal(28, 9) as base, null::decimal(28, 9) as upper_base,"
        " unit in ('家', '个', '起') as countable, target_text as text, target_start as span_start,"
        " target_end as span_end, []::integer[][] as derived_from from figure"
    ),
    "actual": (
        "select extraction_id, no as indicator_no, actual::decimal(28, 9) as value, unit, noun,"
        " (actual::bigint * magnitude)::decimal(28, 9) as base, null::varchar as qualifier, null::date as cutoff,"
        " actual_text as text, actual_start as span_start, actual_end as span_end, []::integer[][] as parts from figure"
    ),
    "claim": (
        "select extraction_id, no as indicator_no, 0 as claim_no,"
        " round(actual / target, 3)::decimal(28, 9) as completion, null::varchar as stated_status, claim_text as text,"
        " claim_start as span_start, claim_end as span_end from figure where claim_text <> ''"
    ),
    "quantity": (
        "select extraction_id, no * 3 + k as quantity_no, [target_text, actual_text, claim_text][k] as text,"
        " [target_start, actual_start, claim_start][k] as span_start,"
        " [target_end, actual_end, claim_end][k] as span_end,"
        " [target, actual, 100.0 * actual / target][k]::decimal(28, 9) as value, null::decimal(28, 9) as upper,"
        " if(k = 3, '%', unit) as unit, if(k = 3, '%', noun) as noun,"
        " if(k = 3, 100.0 * actual / target, [target, actual][k]::bigint * magnitude)::decimal(28, 9) as base,"
        " null::varchar as qualifier, ['target', 'actual', 'claim'][k] as role, (no + 1)::varchar as task_number"
        " from figure cross join range(1, 4) as place (k) where k < 3 or claim_text <> ''"
    ),
    "finding": (
        "select extraction_id, 0 as finding_no, 'implausible' as kind, '数量级可疑' as message,"
        " actual_start as span_start, actual_end as span_end from figure where no = 4 and hash(extraction_id) % 50 = 0"
    ),
}
_EACH = "from figure where no = 0"
_NONE = {
    "attachment": (
        "select revision_id, 0 as attachment_no, '' as url, '' as name, null::varchar as sha256, '' as media_type,"
        " '' as state, '' as reason from figure limit 0"
    ),
    "place": "select extraction_id, 0 as span_start, 0 as span_end, '' as words from figure limit 0",
}
TABLES = tuple(_TABLES | _NONE)


def make(folder: Path, counties: int, bureaus: int = BUREAUS) -> list[Path]:
    """A folder for each part, in it a Parquet file for each table; returns the folders in order."""
    made = []
    with duckdb.connect() as con:
        for first in range(0, counties, COUNTIES_A_PART):
            part = folder / f"part-{first // COUNTIES_A_PART:04d}"
            part.mkdir(parents=True)
            last = min(first + COUNTIES_A_PART, counties)
            con.execute(_FIGURES.format(promises=_promises(), first=first, last=last, bureaus=bureaus, head=len(_HEAD)))
            for table, sql in (_TABLES | _NONE).items():
                con.execute(f"copy ({sql.format(each=_EACH)}) to '{part / table}.parquet' (compression zstd)")
            made.append(part)
    return made


def _promises() -> str:
    return ", ".join(str((no, *promise)) for no, promise in enumerate(_PROMISES))
