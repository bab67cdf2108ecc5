import {tellsSql, ways} from '../../models/relationship/signal-words';

/** The open stages in their order. */
export function model(): string {
  return `-- The open stages in their order, as the days of the leads show it.
-- needs: acquisition_row
-- one row per open stage
--
-- $stage_order    stages in the order that a person gives, before all others; '': none
-- sign            of two stages: 1 where most who pass both pass the one first, −1 where last; where no one passes
--                 both, or as many either way, as the words of the stages say
-- place           from 1; 0 for a first stage in which leads come in: its words say so, or all begin in it
with

firsts as (
    select lead, stage, min(occurred_on) as first_on
    from acquisition_row
    where part = 'open'
    group by lead, stage
),

stages as (
    select stage, ${way} as way, count(*) as leads
    from firsts
    group by stage
),

pairs as (
    select
        one.stage,
        other.stage as other,
        sum(sign((other.first_on - one.first_on)::integer)) as sign
    from firsts as one
    join firsts as other on one.lead = other.lead and one.stage <> other.stage
    group by all
),

scores as (
    select
        one.stage,
        one.way,
        sum(coalesce(
            nullif(sign(pairs.sign), 0),
            sign(other.way - one.way),
            0
        )) as score
    from stages as one
    left join stages as other on one.stage <> other.stage
    left join pairs on pairs.stage = one.stage and pairs.other = other.stage
    group by one.stage, one.way
),

begins as (
    select min(first_on) as first_on, lead
    from (
        select lead, occurred_on as first_on from acquisition_row where part in ('start', 'open')
    )
    group by lead
),

entries as (
    select stage, count(*) as leads
    from firsts
    join begins using (lead, first_on)
    group by stage
),

ordered as (
    select
        stage,
        way,
        row_number() over (
            order by
                nullif(list_position(string_split($stage_order::varchar, ' | '), stage), 0) nulls last,
                score desc,
                way nulls last,
                stage
        ) as place
    from scores
),

opening as (
    select coalesce(max(ordered.way), -1) = 0 or coalesce(max(entries.leads), 0) = (select count(*) from begins) as is_entry
    from ordered
    left join entries using (stage)
    where place = 1
)

select stage, (case when is_entry then place - 1 else place end)::bigint as place
from ordered
cross join opening`;
}

/** The place of a stage on the usual way, from 0; null for one that isn't usual. */
const way = `case ${ways.map((sign, place) => `when ${tellsSql('stage', sign)} then ${place}`).join(' ')} end`;
