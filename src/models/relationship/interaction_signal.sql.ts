import {literal} from '../../engine/sql';
import {none} from './customer_occasion.sql';
import {foldSql, patternOf, type Sign} from './signal-words';

/** What each contact says of the relationship, told from the words of its kind, stage and outcome. */
export const model =
  (): string => `-- What each contact says: a lead, an answer to a survey, a review, a complaint, a recommendation, a contact both ways.
-- needs: interaction, known_customer
-- one row per contact with a customer or prospect who is known
--
-- signal           referral, review, nps (0–10, would you recommend us), survey, complaint, lead, contact or other, by the
--                  words of its kind; without a kind: nps or survey where there is a score, else lead where there is a stage
-- satisfaction     score ÷ scale of anything but reviews, leads and 0–10 surveys; null without a score
-- nps              0–10
-- review           score ÷ scale of a review; where the file names no scale, it is 5, 10 or 100, by the highest score
-- two_way          a visit, a call, a meeting … but for one whose outcome says that nobody was reached; of mail and other
--                  writing, one that has been answered; a lead beyond its first stage
-- succeeded        of a recommendation: its outcome doesn't say that it failed
-- open_until       of a complaint: the day from which it isn't open any more. Where its outcome, or else its stage, says
--                  open or not solved, that is never; where they say nothing, the customer's next contact; any other word
--                  solves it at once, since no file says when it was solved
with

said as (
    select
        customer_key,
        occurred_on,
        interaction.kind,
        interaction.stage,
        interaction.outcome,
        score,
        score_scale
    from interaction
    join known_customer using (customer_id)
    where occurred_on is not null
),

kind_sign as (
    select kind, case
        when kind is null then null
${kinds.map((sign) => `        when ${finds('folded', sign)} then '${sign}'`).join('\n')}
        else 'other' end as sign,
        ${finds('folded', 'written')} as written
    from (select kind, ${foldSql('kind')} as folded from said group by kind)
),

ending as (
    select
        stage,
        outcome,
        ${finds('last_word', 'open')} as is_open,
        ${finds('result', 'unanswered')} as unanswered,
        ${finds('result', 'refused')} as refused,
        ${finds('step', 'first')} as first_step
    from (
        select
            stage,
            outcome,
            ${foldSql('coalesce(outcome, stage)')} as last_word,
            ${foldSql('outcome')} as result,
            ${foldSql('stage')} as step
        from said
        group by stage, outcome
    )
),

told as (
    select
        said.*,
        written,
        is_open,
        unanswered,
        refused,
        first_step,
        case
            when sign in ('nps', 'survey') then if(score_scale = 10 or sign = 'nps' and score_scale is null, 'nps', 'survey')
            when sign = 'review' and score is null then 'contact'
            when sign is not null then sign
            when score is not null then if(score_scale = 10, 'nps', 'survey')
            when said.stage is not null then 'lead'
            else 'other' end as signal
    from said
    join kind_sign on said.kind is not distinct from kind_sign.kind
    join ending on said.stage is not distinct from ending.stage and said.outcome is not distinct from ending.outcome
),

highest as (
    select signal, max(score) as highest
    from told
    where score_scale is null
    group by signal
),

scaled as (
    select told.*, coalesce(score_scale, case
        when signal = 'nps' or highest > 5 and highest <= 10 then 10
        when highest <= 5 then 5 else 100 end) as scale
    from told
    left join highest using (signal)
),

shared as (
    select *, case when scale > 0 and score between 0 and scale
        then round(score::double / scale::double, 6)::decimal(9, 6) end as share
    from scaled
),

next_contact as (
    select complaint.customer_key, complaint.occurred_on, min(said.occurred_on) as next_on
    from (select distinct customer_key, occurred_on from told where signal = 'complaint' and outcome is null and stage is null)
        as complaint
    join said on complaint.customer_key = said.customer_key and complaint.occurred_on < said.occurred_on
    group by complaint.customer_key, complaint.occurred_on
)

select
    customer_key,
    occurred_on,
    signal,
    case when signal not in ('nps', 'review', 'lead') then share end as satisfaction,
    case when signal = 'nps' and score between 0 and 10 and scale = 10 then score end as nps,
    case when signal = 'review' then share end as review,
    case
        when signal = 'contact' and written then outcome is not null and not coalesce(unanswered or refused, false)
        when signal = 'contact' then not coalesce(unanswered, false)
        when signal = 'lead' then stage is not null and not coalesce(first_step, false)
        else false end as two_way,
    signal = 'referral' and not coalesce(refused or unanswered, false) as succeeded,
    case
        when signal <> 'complaint' then null
        when coalesce(outcome, stage) is null then coalesce(next_on, date '${none}')
        when is_open then date '${none}'
        else occurred_on end as open_until
from shared
left join next_contact using (customer_key, occurred_on)`;

/** In this order: a complaint about a visit is a complaint. */
const kinds = ['referral', 'nps', 'review', 'survey', 'complaint', 'lead', 'contact'] as const;

const finds = (text: string, sign: Sign): string => `regexp_matches(${text}, ${literal(patternOf(sign))})`;
