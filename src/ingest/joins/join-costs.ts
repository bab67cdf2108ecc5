import {meaningOf} from '../guess/dictionary';
import type {Concept} from '../guess/lexicon';
import {formatFor} from '../guess/role-format';
import type {AlsoMapping, ColumnProfile, FileMapping, Inspection, RoleMapping} from '../types';

/** The column with what it costs to deliver a row; undefined where there is none. */
export function freightOf({columns}: Inspection): ColumnProfile | undefined {
  return columns.find(({name, looks}) => (looks === 'number' || looks === 'integer') && isFreight(name));
}

/** `freight_value`, `Versandkosten`, `Shipping`; not `ship via`, and not what a customer saves. */
function isFreight(name: string): boolean {
  const {concepts, unknown} = meaningOf(name);
  const rest = concepts.filter((concept) => !sums.includes(concept));
  return rest.join() === 'ship' && (unknown === 0 || /fee|charge|rate/i.test(name));
}

const sums: readonly Concept[] = ['amount', 'cost', 'price', 'gross', 'net', 'unit'];

/** What the delivery of purchases costs, as costs of the partnership: each row its own. */
export function deliveryOf({roles}: FileMapping, freight: ColumnProfile): AlsoMapping {
  const {customer_id: who, purchased_on: when} = roles;
  return {
    table: 'partnership_cost',
    roles: {
      ...(who ? {customer_id: who} : {}),
      ...(when ? {incurred_on: when} : {}),
      amount: amountIn(freight)
    },
    constants: {category: 'delivery'},
    reason: {key: 'table.delivery', values: {column: freight.name}}
  };
}

/** A file of orders whose lines are purchases: what it has itself is the cost of delivery. */
export function asDelivery(mapping: FileMapping, freight: ColumnProfile): FileMapping {
  const {currency, ...rest} = mapping;
  const {roles, constants = {}} = deliveryOf(mapping, freight);
  return {
    ...rest,
    ...{table: 'partnership_cost', roles, amount: 'column', attributes: [], constants},
    ...(currency === undefined ? {} : {currency}),
    reason: {key: 'table.delivery-orders', values: {column: freight.name}}
  };
}

function amountIn(freight: ColumnProfile): RoleMapping {
  const reason = {key: 'role.delivery', values: {header: freight.name}};
  return {column: freight.index, format: formatFor(freight, 'money'), reason};
}
