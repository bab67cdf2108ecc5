import {
  ask,
  listed,
  parts,
  purchasesWhere,
  rowsOf,
  shareOf,
  sumOf,
  type Check,
  type Finding,
  type Patient
} from './check';

/** What stands out among amounts, products and currencies. */
export const amountChecks: Check[] = [
  {name: 'currencies', asks: ({filled}) => filled.has('purchase.currency'), find: currencies},
  purchasesWhere('negative_prices', 'totals', {
    asks: ({filled}) => filled.has('purchase.quantity'),
    where: () => 'amount < 0 and quantity > 0',
    rules: ['negative_prices']
  }),
  {name: 'unmatched_returns', asks: ({rows}) => rows.purchase > 0, find: unmatched},
  {name: 'outliers', asks: ({rows}) => rows.purchase >= 100, find: outliers},
  purchasesWhere('adjustments', 'totals', {
    asks: ({filled}) => filled.has('purchase.product'),
    where: (loaded) => `product in ${listed('adjustment_product', loaded)}`,
    rules: ['adjustments']
  }),
  purchasesWhere('free', 'cosmetic', {where: () => 'amount = 0', rules: []})
];

/** Returns count by default, cancellations only where the person subtracts them. */
async function unmatched(patient: Patient): Promise<Finding[]> {
  const where = `kind in ('return', 'cancellation') and amount < 0 and customer_key is not null
        and (customer_key, coalesce(product, ''), purchased_on) in (
            select (customer_key, product, purchased_on) from ${listed('unmatched_return', patient.loaded)}
        )`;
  const {rows, customers, amount} = await sumOf(patient, where);
  if (rows === 0) return [];
  const returns = await sumOf(patient, `kind = 'return' and ${where}`);
  return [
    {
      check: 'unmatched_returns',
      severity: returns.rows > 0 ? 'totals' : 'cosmetic',
      values: {rows, customers, amount: {money: amount}, cancellations: rows - returns.rows},
      behind: rowsOf('purchase', where, patient, 'customer_id, purchased_on, amount'),
      rules: ['unmatched_returns']
    }
  ];
}

/** The most currencies that are switched off together. */
const mostCurrencies = 30;

async function currencies(patient: Patient): Promise<Finding[]> {
  const found = await ask(
    patient,
    `select coalesce(currency, '') as currency, count(*) as rows
     from purchase group by all order by rows desc, currency limit ${mostCurrencies + 1}`
  );
  const [main, ...others] = found.map((row) => ({currency: String(row['currency']), rows: Number(row['rows'])}));
  if (!main || others.length === 0) return [];
  const rows = patient.loaded.rows.purchase - main.rows;
  const values = {
    count: found.length,
    main: main.currency,
    others: others.map(({currency}) => currency || '–').join(', '),
    rows,
    share: shareOf(patient, rows)
  };
  const where = `coalesce(currency, '') <> '${main.currency.replaceAll("'", "''")}'`;
  const behind = rowsOf('purchase', where, patient, 'currency, purchased_on');
  const rules = others.slice(0, mostCurrencies).map(({currency}) => `currency:${currency}`);
  return [{check: 'currencies', severity: 'totals', values, behind, rules}];
}

/** How many robust standard deviations from the median, on a logarithmic scale, are too many. */
const farOut = 7;

/** Amounts whose logarithm is far from the median, by the median of the distances, and ten times the usual at least; at most a thousandth of all, or three.
 * Of very many rows, those of some customers say what is usual. */
async function outliers(patient: Patient): Promise<Finding[]> {
  const pieces = parts(patient, 'customer_key');
  const [sample = 'true'] = pieces;
  const [row] = await ask(
    patient,
    `with logs as (
        select ln(abs(amount)::double) as log from purchase where amount <> 0 and ${sample}
    ),
    middle as (
        select median(log) as middle from logs
    )
    select any_value(middle) as middle, median(abs(log - middle)) as spread
    from logs cross join middle`
  );
  const [middle, spread] = [Number(row?.['middle'] ?? 0), Number(row?.['spread'] ?? 0)];
  const limit = roundedUp(Math.exp(middle + Math.max(Math.LN10, farOut * 1.4826 * spread)));
  if (!Number.isFinite(limit) || limit > 99_999_999_999_999) return [];
  const where = `abs(amount) > ${limit}`;
  const {rows, customers, amount} = await sumOf(patient, where);
  if (rows === 0 || rows > Math.max(3, patient.loaded.rows.purchase / 1000)) return [];
  const values = {
    rows,
    customers,
    amount: {money: amount},
    limit: {money: String(limit)},
    usual: {money: Math.exp(middle).toFixed(2)},
    part: pieces.length
  };
  const behind = rowsOf('purchase', where, patient, 'abs(amount) desc, purchased_on');
  return [{check: 'outliers', severity: 'totals', values, behind, rules: [`over:${limit}`]}];
}

/** The next number of two digits and zeros. */
export function roundedUp(value: number): number {
  if (value < 100) return Math.ceil(value);
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}
