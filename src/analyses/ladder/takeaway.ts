import {count, share} from '../../messages/format';
import type {Results, Sentence} from '../analysis';
import type {RungRow} from './parts';
import {words} from './words';

/** "Of 4,372 known customers 1,148 (26.3 %) are clients or more, 1,100 customers, 1,455 (33 %) lapsed." */
export function takeaway(results: Results): Sentence {
  const rows = (results.parts['rungs'] ?? []) as unknown as RungRow[];
  const of = (rung: string): RungRow | undefined => rows.find((row) => row.rung === rung);
  const total = rows.reduce((sum, {customers}) => sum + (customers ?? 0), 0);
  if (total === 0) return words.rich('takeaway.nothing');
  const [client, customer, lapsed] = [
    of('client')?.reached ?? 0,
    of('customer')?.customers ?? 0,
    of('lapsed')?.customers ?? 0
  ];
  const seen = of('prospect')?.observable ?? false;
  const waiting = of('prospect')?.customers ?? 0;
  const fill = {
    total: count(total),
    totalCount: total,
    client,
    clients: count(client),
    clientShare: share(client / total),
    customer,
    customers: count(customer),
    customerShare: share(customer / total),
    lapsed: count(lapsed),
    lapsedShare: share(lapsed / total),
    prospect: seen ? waiting : 0,
    prospects: count(waiting),
    returner: seen ? 0 : waiting,
    returners: count(waiting)
  };
  return words.rich('takeaway.ladder', fill);
}
