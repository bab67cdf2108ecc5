import type {TableName} from '../../tables/canonical';
import {assign, isCalled, type Choice} from './assign';
import {meaningOf} from './dictionary';
import type {ColumnProfile, Inspection} from '../types';
import {periodIn} from './period';
import {isSilent, withValues} from './values';

/** Which table a file is; null: none. */
export interface Verdict {
  table: TableName | null;
  /** a key of the `ingest` messages */
  reason: string;
}

/** Purchases have a customer, a day and an amount; customers come once each; costs and contacts say what they are. */
export function tableOf({columns, sampled, source}: Inspection): Verdict {
  const bought = withValues(assign('purchase', columns), columns);
  const isPriced = bought.has('amount') || bought.has('unit_price');
  if (isCostTable(columns, source.name)) return {table: 'partnership_cost', reason: 'table.costs'};
  if (sampled >= 20 && isCustomerTable({columns, sampled, bought}) && describesPeople(columns))
    return {table: 'customer', reason: 'table.customers'};
  if (isPriced && bought.has('customer_id') && bought.has('purchased_on'))
    return {table: 'purchase', reason: 'table.purchases'};
  if (!isPriced && isContact(columns, bought)) return {table: 'interaction', reason: 'table.interactions'};
  if (isCustomerTable({columns, sampled, bought})) return {table: 'customer', reason: 'table.customers'};
  if (isSilentCustomers({columns, sampled, bought})) return {table: 'customer', reason: 'table.customers-by-values'};
  if (
    isPartOfPurchase(bought) ||
    isLineOfRecord(columns, bought) ||
    (isPriced && bought.has('customer_id') && periodIn(source.name))
  )
    return {table: 'purchase', reason: 'table.purchases-partly'};
  return isPriced || !isMeeting(columns)
    ? {table: null, reason: 'table.none'}
    : {table: 'interaction', reason: 'table.interactions'};
}

/** Who, when, and what happened or how it was liked. */
function isContact(columns: readonly ColumnProfile[], bought: ReadonlyMap<string, Choice>): boolean {
  const roles = assign('interaction', columns);
  const what = bought.has('transaction_id') ? ['score'] : ['kind', 'touchpoint', 'stage', 'score', 'outcome'];
  return (
    what.some((role) => roles.has(role)) && roles.has('occurred_on') && (roles.has('customer_id') || roles.has('score'))
  );
}

/** Who and when, and no more than that. */
function isMeeting(columns: readonly ColumnProfile[]): boolean {
  const roles = assign('interaction', columns);
  return roles.has('customer_id') && roles.has('occurred_on');
}

/** Orders without amounts, order lines without customers. */
function isPartOfPurchase(bought: ReadonlyMap<string, Choice>): boolean {
  const isPriced = bought.has('amount') || bought.has('unit_price');
  if (bought.has('transaction_id')) return isPriced || bought.has('customer_id') || bought.has('purchased_on');
  return isPriced && bought.has('customer_id') && bought.has('quantity');
}

/** Records inside others, as JSON has them, that say how many of what at which price. */
const isLineOfRecord = (columns: readonly ColumnProfile[], bought: ReadonlyMap<string, Choice>): boolean =>
  columns.some(({name}) => name.startsWith('parent.')) &&
  ['product', 'quantity', 'unit_price'].every((role) => bought.has(role));

/** A kind of cost and an amount, and nothing that was sold or that happened; the file's name may say that they are costs. */
function isCostTable(columns: readonly ColumnProfile[], file: string): boolean {
  const costs = assign('partnership_cost', columns);
  const saysCost = (role: string): boolean => meaningOf(costs.get(role)?.column.name ?? '').concepts.includes('cost');
  const isSold = hasAny(assign('purchase', columns), ['transaction_id', 'product', 'quantity', 'unit_price']);
  const happened = hasAny(assign('interaction', columns), ['touchpoint', 'stage', 'score', 'outcome']);
  if (!costs.has('amount') || !costs.has('category') || isSold) return false;
  if (columns.some((column) => isCalled(column, 'incurred_on'))) return true;
  if (!happened && meaningOf(file.replace(/\.\w+$/, '')).concepts.includes('cost')) return true;
  return saysCost('category') || (saysCost('amount') && !happened);
}

const hasAny = (chosen: ReadonlyMap<string, Choice>, roles: readonly string[]): boolean =>
  roles.some((role) => chosen.has(role));

interface Seen {
  columns: readonly ColumnProfile[];
  sampled: number;
  bought: ReadonlyMap<string, Choice>;
}

/** Each customer once, and no order beside it. */
function isCustomerTable({columns, sampled, bought}: Seen): boolean {
  const roles = assign('customer', columns);
  const id = roles.get('customer_id');
  if (!id || id.column.filled < sampled * 0.9) return false;
  const isOnce = id.column.distinct >= id.column.filled * 0.98;
  const isOrder =
    bought.has('transaction_id') || (bought.has('quantity') && (bought.has('unit_price') || bought.has('product')));
  const isKnown = id.sure > 0.5 || ['name', 'segment', 'acquired_on'].some((role) => roles.has(role));
  return isOnce && !isOrder && isKnown && columns.length > 1;
}

/** Nothing is named, each row has an id of its own, and words beside it, but nothing that was sold. */
function isSilentCustomers({columns, sampled, bought}: Seen): boolean {
  const id = withValues(new Map(), columns, 'customer').get('customer_id');
  const words = columns.filter(({looks}) => looks === 'text').length;
  return sampled >= 20 && isSilent(columns) && id !== undefined && words >= 2 && !bought.has('amount');
}

/** Two columns at least say who somebody is: a name, a town, a telephone, a birthday. */
function describesPeople(columns: readonly ColumnProfile[]): boolean {
  const who: readonly string[] = [
    'name',
    'person',
    'place',
    'contact',
    'birth',
    'segment',
    'created',
    'acquired',
    'contract',
    'closed',
    'aside'
  ];
  return columns.filter(({name}) => meaningOf(name).concepts.some((concept) => who.includes(concept))).length >= 2;
}
