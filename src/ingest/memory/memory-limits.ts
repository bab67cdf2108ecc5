import {total} from '../values/exact';
import type {Plan} from '../plan/plan';
import type {Problem} from '../plan/plan-problems';
import {days} from '../totals';
import type {Exact, Rules} from '../types';

/** What an import that must be smaller leaves out. */
export interface Limits {
  /** rows of days before it are left out: an ISO date */
  since: string | null;
  /** one customer in so many stays */
  sample: number | null;
}

/** Reasons of rows that a rule leaves out to save memory; keys of the `ingest` messages. */
export const limitReasons = {since: 'before the period', sample: 'not in the sample'} as const;

/** Whether a reason is one of those. */
export const isLimit = (reason: string): boolean => Object.values<string>(limitReasons).includes(reason);

/** The same plan, which sets aside what the limits leave out. Rows without a customer are in every sample. */
export function limited(plan: Plan, limits: Limits): Plan {
  const problems = problemsOf(plan, limits);
  if (problems.length === 0) return plan;
  const usable = [plan.usable, ...problems.map(({holds}) => `not coalesce(${holds}, false)`)].join(' and ');
  return {...plan, problems: [...plan.problems, ...problems], usable};
}

/** Whether an import needs the last day of its data before it reads the first row. */
export const needsLastDay = ({months}: Rules): boolean => months !== undefined && months > 0;

function problemsOf({table, fields}: Plan, {since, sample}: Limits): Problem[] {
  const has = (role: string): boolean => fields.some((field) => field.role === role && field.column !== null);
  const at = (role: string): Pick<Problem, 'column' | 'text'> => {
    const field = fields.find((one) => one.role === role);
    return {column: field?.column ?? null, text: field?.raw ?? `''`};
  };
  const day = table === 'customer' ? undefined : days[table].find(has);
  const before: Problem[] =
    since === null || day === undefined
      ? []
      : [{...at(day), reason: limitReasons.since, holds: `${day} < date '${since}'`}];
  const others: Problem[] =
    sample === null || sample < 2 || !has('customer_id')
      ? []
      : [{...at('customer_id'), reason: limitReasons.sample, holds: outsideSql(sample)}];
  return [...before, ...others];
}

/** The sample is the same in every file and every version of DuckDB: MD5 is a standard, `hash` isn't. */
const outsideSql = (sample: number): string =>
  `('0x' || left(md5(customer_id), 7))::integer % ${Math.trunc(sample)} <> 0`;

/** Adds to the sum of a reason. */
export function addSum(sums: Map<string, Exact>, reason: string, amount: Exact): void {
  sums.set(reason, total([sums.get(reason) ?? '0.0000', amount]));
}
