"""Whether the words that records hold stand where they say, for everything on the stage at once."""

from __future__ import annotations

from warehouse.errors import SpanMismatch
from warehouse.staging import Stage

# what points into a text: what it says stands there (null: anything may), and which indicator it is about
_POINTING = """
    select extraction_id, 'quantity' as what, null as indicator_no, text as expected, span_start, span_end
    from temp.quantity
    union all
    select extraction_id, 'finding ' || kind, null, null, span_start, span_end from temp.finding
    union all
    select extraction_id, 'task ' || number, null, null, span_start, span_end from temp.task
    union all
    select extraction_id, 'target', indicator_no, text, span_start, span_end from temp.target
    where span_start is not null and span_end is not null
    union all
    select extraction_id, 'actual', indicator_no, text, span_start, span_end from temp.actual
    union all
    select extraction_id, 'claim', indicator_no, text, span_start, span_end from temp.claim
    union all
    select extraction_id, what, indicator_no, null, part[1], part[2]
    from (
        select extraction_id, 'target' as what, indicator_no, unnest(derived_from) as part from temp.target
        union all
        select extraction_id, 'actual', indicator_no, unnest(parts) from temp.actual
    ) as summed
"""
# A text is looked into piece by piece: a row that carried all of a long one would be as long, for each of its numbers,
# and its characters, which have no fixed width, would be walked through for each. What stands in a piece is looked for
# there, whole if it is what was expected: a piece goes on for as long as any expected words are.
_PIECE = 1024
_WRONG = f"""
with pointing as materialized ({_POINTING}),

measured as (
    select extraction_id, text, length(text) as chars from temp.text
),

longest as (
    select coalesce(max(length(expected)), 0) + 1 as chars from pointing
),

pieces as (
    select
        extraction_id,
        measured.chars,
        piece_no,
        substring(text, piece_no * {_PIECE} + 1, {_PIECE} + longest.chars) as piece
    from (
        select *, unnest(range(chars // {_PIECE} + 1)) as piece_no from measured
    ) as measured
    cross join longest
),

placed as (
    select
        pointing.*,
        piece,
        coalesce(0 <= span_start and span_start <= span_end and span_end <= chars, false) as is_inside,
        substring(piece, span_start % {_PIECE} + 1, span_end - span_start) as found
    from pointing
    left join pieces on pointing.extraction_id = pieces.extraction_id and span_start // {_PIECE} = piece_no
)

select *
from placed
where not is_inside or expected <> found
"""
_MISMATCHES = f"""
with wrong as ({_WRONG})

select
    wrong.extraction_id,
    document.url,
    case what when 'claim' then 'claim on ' || name when 'target' then 'target of ' || name
        when 'actual' then 'actual of ' || name else what end as record,
    span_start,
    span_end,
    coalesce(expected, '') as expected,
    if(is_inside, wrong.found, '') as found
from wrong
inner join temp.report on wrong.extraction_id = report.extraction_id
inner join temp.revision on report.revision_id = revision.revision_id
inner join temp.document on revision.document_id = document.document_id
left join temp.indicator
    on wrong.extraction_id = indicator.extraction_id and wrong.indicator_no = indicator.indicator_no
qualify row_number() over (partition by wrong.extraction_id order by span_start, span_end, record) = 1
order by document.url, wrong.extraction_id
"""


def mismatches(stage: Stage) -> dict[str, SpanMismatch]:
    """The extraction_id of every report on the stage with a record whose words do not stand there: its first one."""
    if not stage.ask("wrong_spans", f"{_WRONG} limit 1"):
        return {}
    found = stage.con.execute(_MISMATCHES).fetchall()
    return {extraction_id: SpanMismatch(*rest) for extraction_id, *rest in found}
