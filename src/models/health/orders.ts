import {ask, parts, rowsOf, shareOf, type Check, type Finding, type Patient, type Severity} from './check';

/** What stands out among orders. */
export const orderChecks: Check[] = [
  {name: 'twins', asks: ({rows}) => rows.purchase > 0, find: twins},
  several('several_customers', 'counts', 'customer_id'),
  several('several_dates', 'cosmetic', 'purchased_on')
];

/** Rows that equal another one in all columns that have values. Without order numbers they may well be two purchases. */
async function twins(patient: Patient): Promise<Finding[]> {
  const {loaded} = patient;
  const columns = rowsOf('purchase', 'true', patient).columns;
  const names = columns.map(({name}) => name).join(', ');
  const copies = (part: string): string =>
    `select ${names}, count(*) as copies from purchase where ${part} group by ${names} having count(*) > 1`;
  let rows = 0;
  let amount = 0;
  for (const part of parts(patient, 'customer_key')) {
    const [row] = await ask(
      patient,
      `select
          coalesce(sum(copies - 1), 0)::bigint as rows,
          coalesce(sum((copies - 1) * amount), 0)::double as amount
       from (${copies(part)})`
    );
    rows += Number(row?.['rows'] ?? 0);
    amount += Number(row?.['amount'] ?? 0);
  }
  if (rows === 0) return [];
  const numbered = loaded.filled.has('purchase.transaction_id');
  const values = {
    rows,
    amount: {money: amount.toFixed(2)},
    share: shareOf(patient, rows),
    numbered: numbered ? 'yes' : 'no'
  };
  return [
    {
      check: 'twins',
      severity: numbered ? 'totals' : 'cosmetic',
      values,
      behind: {
        from: `(${copies('true')})`,
        columns: [{name: 'copies', label: 'behind.copies', unit: 'count'}, ...columns],
        order: `copies desc, ${names}`
      },
      rules: numbered ? ['twins'] : []
    }
  ];
}

/** Order numbers whose rows name several customers, or days. */
function several(name: string, severity: Severity, column: 'customer_id' | 'purchased_on'): Check {
  return {
    name,
    asks: ({filled}) => filled.has('purchase.transaction_id'),
    async find(patient): Promise<Finding[]> {
      const orders = (part: string): string =>
        `select transaction_id from purchase where transaction_id is not null and ${part}
         group by transaction_id having min(${column}) <> max(${column})`;
      let count = 0;
      let rows = 0;
      for (const part of parts(patient, 'transaction_id')) {
        const [row] = await ask(
          patient,
          `select count(distinct transaction_id) as orders, count(*) as rows
           from purchase where transaction_id in (${orders(part)})`
        );
        count += Number(row?.['orders'] ?? 0);
        rows += Number(row?.['rows'] ?? 0);
      }
      if (count === 0) return [];
      const behind = rowsOf('purchase', `transaction_id in (${orders('true')})`, patient, 'transaction_id, all');
      return [
        {
          check: name,
          severity,
          values: {orders: count, rows, share: shareOf(patient, rows)},
          behind: {...behind, order: `transaction_id, ${column}`},
          rules: []
        }
      ];
    }
  };
}
