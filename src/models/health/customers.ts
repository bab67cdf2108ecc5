import {literal} from '../../engine/sql';
import type {Loaded, Need} from '../loaded';
import {ask, listed, purchasesWhere, rowsOf, rowsWhere, type Check, type Finding, type Patient} from './check';

/** Whether the files say anything of customers but what purchases name. */
const hasFile = ({filled, attributes}: Loaded): boolean =>
  attributes.length > 0 || [...filled].some((need) => need.startsWith('customer.') && need !== 'customer.customer_id');

const has =
  (...needs: Need[]) =>
  ({filled}: Loaded): boolean =>
    needs.every((need) => filled.has(need));

const isOf = (model: string) => (loaded: Loaded) => `customer_key in ${listed(model, loaded)}`;

/** What stands out among customers. */
export const customerChecks: Check[] = [
  {name: 'anonymous', asks: ({rows}) => rows.purchase > 0, find: (patient) => Promise.resolve(anonymous(patient))},
  purchasesWhere('orphans', 'counts', {asks: hasFile, where: isOf('orphan_customer'), rules: ['orphans']}),
  rowsWhere('no_purchases', 'counts', {
    table: 'customer',
    asks: (loaded) => hasFile(loaded) && loaded.rows.purchase > 0,
    where: 'customer_key not in (select customer_key from customer_facts)'
  }),
  {name: 'big_customer', asks: ({customers}) => customers >= 10, find: big},
  purchasesWhere('test_customers', 'totals', {where: isOf('test_customer'), rules: ['test_customers']}),
  purchasesWhere('collective_customers', 'totals', {
    where: isOf('collective_customer'),
    rules: ['collective_customers']
  }),
  alike('similar_ids', () => true, `lower(regexp_replace(customer_id, '[\\s._/-]+', '', 'g'))`),
  alike('same_name', has('customer.name'), `lower(trim(regexp_replace(name, '\\s+', ' ', 'g')))`),
  rowsWhere('bought_before', 'counts', {
    table: 'customer',
    asks: has('customer.acquired_on'),
    where: `exists (
        select 1 from customer_facts
        where customer_facts.customer_key = customer.customer_key and first_on < acquired_on
    )`
  }),
  rowsWhere('bought_after', 'counts', {
    table: 'customer',
    asks: ({filled}) => filled.has('customer.closed_on') || filled.has('customer.contract_until'),
    where: `exists (
        select 1 from customer_facts
        where customer_facts.customer_key = customer.customer_key and last_on > least(closed_on, contract_until)
    )`
  })
];

function anonymous({loaded, anonymous: {rows, amount, kept}}: Patient): Finding[] {
  if (rows === 0) return [];
  const of = loaded.rows.purchase + (kept ? 0 : rows);
  const values = {rows, of, amount: {money: amount}, share: {share: rows / of}, kept: kept ? 'yes' : 'no'};
  const behind = kept ? rowsOf('purchase', 'customer_key is null', {loaded}) : null;
  return [{check: 'anonymous', severity: 'totals', values, behind, rules: []}];
}

/** From this part of the rows or of net sales on, a customer is looked at. */
const bigShare = 0.2;

async function big(patient: Patient): Promise<Finding[]> {
  const rows = await ask(
    patient,
    `with part as (
        select
            customer_id,
            customer_key,
            name,
            purchases,
            (sales + returned)::varchar as amount,
            purchases / sum(purchases) over () as of_rows,
            (sales + returned)::double / nullif(sum(sales + returned) over (), 0)::double as of_sales
        from customer_facts
    )
    select * from part
    where of_rows >= ${bigShare} or of_sales >= ${bigShare}
    order by greatest(of_rows, of_sales) desc, customer_id
    limit 4`
  );
  return rows.map((row) => {
    const id = String(row['customer_id']);
    const values = {
      customer: row['name'] === null ? id : `${String(row['name'])} (${id})`,
      rows: Number(row['purchases']),
      amount: {money: String(row['amount'])},
      of_rows: {share: Number(row['of_rows'])},
      of_sales: {share: Number(row['of_sales'] ?? 0)}
    };
    const behind = rowsOf('purchase', `customer_id = ${literal(id)}`, patient, 'purchased_on, amount');
    return {check: 'big_customer', severity: 'totals' as const, values, behind, rules: [`customer:${id}`]};
  });
}

/** A check of customers that are one and the same by an expression over them. */
function alike(name: string, asks: Check['asks'], key: string): Check {
  return {
    name,
    asks: (loaded) => loaded.rows.customer > 0 && asks(loaded),
    async find(patient) {
      const groups = `select ${key} as same from customer where ${key} <> '' group by same having count(*) > 1`;
      const [row] = await ask(
        patient,
        `select
            (select count(*) from (${groups})) as groups,
            (select count(*) from customer where ${key} in (${groups})) as customers`
      );
      const customers = Number(row?.['customers'] ?? 0);
      if (customers === 0) return [];
      const total = patient.loaded.rows.customer;
      const groupCount = Number(row?.['groups']);
      const values = {customers, groups: groupCount, before: total, after: total - customers + groupCount};
      const behind = rowsOf('customer', `${key} in (${groups})`, patient, `${key}, customer_id`);
      return [{check: name, severity: 'counts', values, behind, rules: []}];
    }
  };
}
