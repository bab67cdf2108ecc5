import {stagedName} from '../models/store';
import {isCancellingSql, kindSql} from './plan/rules';
import type {Filed, Filing, StageContext} from './stage-file';

/** Ids looked at to know what ids of a file are like. */
const sample = 20_000;

/**
 * Whether the file numbers cancellations as C and digits: its other ids are mostly digits, and most rows so marked are
 * negative. Files of the same columns are one table in parts, of which all rows tell. Where a C means something else, rows
 * staged as cancellations get the kind that they have without it.
 *
 * @throws {QueryError}
 */
export async function settleCancelling(
  filed: Filed,
  context: StageContext & {files: readonly Filed[]}
): Promise<boolean> {
  const {filing, plan} = filed;
  if (filing.table !== 'purchase' || !plan.columns.includes('transaction_id')) return false;
  const parts = context.files.filter((other) => isPartOf(other.filing, filing)).map((part) => part.filing.number);
  const {marked, negative, digits} = await evidence(parts, context);
  if (marked === 0) return false;
  if (digits >= 0.5 && negative >= marked / 2) return true;
  await unmark(filed, context);
  return false;
}

interface Evidence {
  /** rows whose id marks them as cancellations, and how many of those are negative */
  marked: number;
  negative: number;
  /** share of other ids that are digits only */
  digits: number;
}

/** Files whose columns have the same names and roles. */
const isPartOf = (other: Filing, {table, mapping}: Filing): boolean =>
  other.table === table &&
  JSON.stringify([other.mapping.header, idOf(other)]) === JSON.stringify([mapping.header, idOf({mapping})]);

const idOf = ({mapping}: Pick<Filing, 'mapping'>): number | undefined => mapping.roles['transaction_id']?.column;

async function evidence(files: readonly number[], {engine, staged, query}: StageContext): Promise<Evidence> {
  const rows = `${stagedName(staged, 'purchase')} where source in (${files.join(', ')}) and transaction_id is not null`;
  const marked = isCancellingSql('transaction_id');
  const result = await engine.query(
    `select
        count(*)::integer as marked,
        count(*) filter (where amount < 0)::integer as negative,
        (select coalesce(avg(regexp_full_match(transaction_id, '[0-9]+')::integer), 0)
         from (select transaction_id from ${rows} and not ${marked} limit ${sample})) as digits
     from ${rows} and ${marked}`,
    {},
    query
  );
  const [found = {marked: 0, negative: 0, digits: 0}] = result.objects<Evidence>();
  return found;
}

async function unmark({plan, parts}: Filed, {engine, staged, query}: StageContext): Promise<void> {
  const has = (name: string): string | null => (plan.columns.includes(name) ? name : null);
  const kind = kindSql({
    transaction: null,
    status: has('status'),
    amount: 'amount',
    quantity: has('quantity'),
    cancelling: false,
    kindType: `${staged.schema}.kind`
  });
  const updates = parts.map((part) => `update ${part} set kind = ${kind} where kind = 'cancellation'`);
  await engine.execute(updates.join(';\n'), {}, query);
}
