import {describe, expect, it} from 'vitest';
import type {ColumnProfile, FileMapping} from '../../ingest/types';
import {
  canMultiply,
  roleOf,
  rolesOf,
  typeOf,
  withAmount,
  withAttribute,
  withCurrency,
  withFormat,
  withRole
} from './edit';

describe('roles', () => {
  it('puts the required ones first and lets purchases make their amount', () => {
    expect(rolesOf('purchase').slice(0, 4)).toEqual(['customer_id', 'purchased_on', 'amount', 'transaction_id']);
    expect(rolesOf('purchase').slice(-5)).toEqual(['unit_cost', 'unit_price', 'line_discount_rate', 'credit', 'debit']);
    expect(rolesOf('customer')).not.toContain('unit_price');
    expect(typeOf('purchase', 'unit_price')).toBe('money');
  });

  it('moves a role from one column to another, with the format of the new one', () => {
    const moved = withRole(purchases(), column(4, {date: '%d.%m.%Y', decimal: ','}), 'purchased_on');
    expect(moved.roles.purchased_on).toEqual({column: 4, format: {date: '%d.%m.%Y'}});
    expect(roleOf(moved, 1)).toBeNull();
  });

  it('lets a column play one role only', () => {
    const moved = withRole(purchases(), column(1), 'status');
    expect(roleOf(moved, 1)).toBe('status');
    expect(moved.roles).not.toHaveProperty('purchased_on');
  });

  it('takes the role away', () => {
    expect(roleOf(withRole(purchases(), column(1), null), 1)).toBeNull();
  });
});

describe('amounts', () => {
  it('are multiplied where no column has them', () => {
    expect(canMultiply(purchases())).toBe(true);
    const gone = withRole(purchases(), column(1), null);
    expect(gone.amount).toBe('quantity × unit_price');
    expect(withRole(gone, column(3), null).amount).toBeNull();
  });

  it('come from the column that was named the amount', () => {
    const named = withRole(purchases(), column(4), 'amount');
    expect(named.amount).toBe('column');
    expect(withAmount(named, 'quantity × unit_price').amount).toBe('quantity × unit_price');
    expect(withRole(named, column(4), null).amount).toBe('quantity × unit_price');
  });
});

it('makes a customer column an attribute when it loses its role, unless it is left out', () => {
  const customers: FileMapping = {...purchases(), table: 'customer', amount: null, attributes: [1, 3, 4]};
  const named = {...customers, roles: {customer_id: {column: 0, format: {}}, name: {column: 2, format: {}}}};
  expect(withRole(named, column(3), 'segment').attributes).toEqual([1, 4]);
  expect(withRole(named, column(2), null).attributes).toEqual([1, 2, 3, 4]);
  expect(withAttribute(named, 3, false).attributes).toEqual([1, 4]);
  expect(withAttribute(withAttribute(named, 3, false), 3, true).attributes).toEqual([1, 3, 4]);
});

it('reads the text of a role in another way', () => {
  const changed = withFormat(purchases(), 'purchased_on', {date: '%m/%d/%Y'});
  expect(changed.roles.purchased_on?.format).toEqual({date: '%m/%d/%Y'});
  expect(withFormat(purchases(), 'cost', {sign: -1})).toEqual(purchases());
});

it('says the currency, or that it is not known', () => {
  const said = withCurrency(purchases(), 'SEK');
  expect(said.currency).toBe('SEK');
  expect(withCurrency(said, null)).toEqual(purchases());
});

/** customer, date, quantity, unit price and one column without a role */
function purchases(): FileMapping {
  return {
    file: 'f1',
    table: 'purchase',
    encoding: 'utf-8',
    dialect: {delimiter: ',', quote: '"', escape: '"'},
    region: {preamble: 0, header: 1, footer: 0},
    header: ['c0', 'c1', 'c2', 'c3', 'c4'],
    roles: {
      customer_id: {column: 0, format: {}},
      purchased_on: {column: 1, format: {date: '%d/%m/%Y'}},
      quantity: {column: 2, format: {decimal: '.'}},
      unit_price: {column: 3, format: {decimal: '.'}}
    },
    amount: 'quantity × unit_price',
    attributes: []
  };
}

function column(index: number, format = {}): ColumnProfile {
  return {index, name: `c${index}`, looks: 'text', format, filled: 1, distinct: 1, examples: []};
}
