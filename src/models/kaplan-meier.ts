/** Columns that `kaplanMeierSql` gives beside those it groups by. */
export const kaplanMeierColumns = ['duration', 'at_risk', 'events', 'censored', 'survival', 'greenwood'] as const;

/**
 * SQL of the Kaplan–Meier estimate of each group: a row for each duration at which something ended or was censored.
 *
 * `duration`  time since the start, in the unit of `from.duration`
 * `at_risk`   those not ended or censored before it; who is censored at a duration still counts there
 * `survival`  share for whom it isn't over after it: Π (1 − events ÷ at_risk)
 * `greenwood` Σ events ÷ (at_risk × (at_risk − events)); null from where survival is 0. Standard error: survival × √greenwood
 *
 * source: Kaplan & Meier 1958; Greenwood 1926; methods.md 2.10
 *
 * @param from a relation with `duration` and `event` (true: ended; false: censored), one row per observation
 * @param by its columns that tell groups apart
 */
export function kaplanMeierSql(from: string, by: readonly string[] = []): string {
  const keys = by.map((column) => `${column}, `).join('');
  return kaplanMeierOfCountsSql(
    `(
        select ${keys}duration, count(*) as leaving, count(*) filter (where event) as events
        from ${from}
        group by ${keys}duration
    )`,
    by
  );
}

/**
 * The same of observations that are counted already.
 *
 * @param from a relation with `duration`, `leaving` (how many ended or were censored at it) and `events` (of them, those
 *   that ended), one row per group and duration
 */
export function kaplanMeierOfCountsSql(from: string, by: readonly string[] = []): string {
  const keys = by.map((column) => `${column}, `).join('');
  const partition = by.length > 0 ? `partition by ${by.join(', ')} ` : '';
  return `select
    ${keys}duration,
    at_risk,
    events,
    leaving - events as censored,
    case when min(at_risk - events) over upto = 0 then 0
        else exp(sum(ln(1 - events / nullif(at_risk, events))) over upto) end as survival,
    case when min(at_risk - events) over upto > 0
        then sum(events / (at_risk::double * nullif(at_risk - events, 0))) over upto
        end as greenwood
from (
    select *, (sum(leaving) over (${partition}order by duration desc))::bigint as at_risk
    from ${from}
)
window upto as (${partition}order by duration)`;
}
