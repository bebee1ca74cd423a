-- 报告期序 | year and last month of a period in one number, to sort and filter by: 2024Q3 is 202409, 2024Q2 and 2024H1 are 202406
create or replace macro core.period_rank(words) as (
    case
        when regexp_full_match(upper(trim(words)), '\d{4}(Q[1-4]|H1|FY|M(0[1-9]|1[0-2]))')
            then left(trim(words), 4)::integer * 100 + case upper(trim(words))[5:]
                when 'Q1' then 3
                when 'Q2' then 6
                when 'H1' then 6
                when 'Q3' then 9
                when 'Q4' then 12
                when 'FY' then 12
                else upper(trim(words))[6:]::integer
            end
        else error('a period is written 2024Q1, 2024H1, 2024Q3, 2024FY or 2024M05, not ' || words)
    end
);
