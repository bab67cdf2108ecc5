import {describe, expect, it} from 'vitest';
import type {ColumnProfile, FileMapping, Inspection} from '../../ingest/types';
import {
  canMultiply,
  roleOf,
  rolesOf,
  typeOf,
  withAmount,
  withAttribute,
  withCurrency,
  withFormat,
  withRole,
  withTable
} from './edit';

describe('roles', () => {
  it('puts the required ones first and lets purchases make their amount', () => {
    expect(rolesOf('purchase').slice(0, 4)).toEqual(['customer_id', 'purchased_on', 'amount', 'transaction_id']);
    expect(rolesOf('purchase').slice(-2)).toEqual(['unit_price', 'line_discount_rate']);
    expect(rolesOf('customer')).not.toContain('unit_price');
    expect(typeOf('purchase', 'unit_price')).toBe('money');
  });

  it('moves a role from one column to another, with the format of the new one', () => {
    const moved = withRole(purchases(), column(4, {date: '%d.%m.%Y'}), 'purchased_on');
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

describe('tables', () => {
  it('keep the roles they share, and a customer file keeps the rest as attributes', () => {
    const customers = withTable(purchases(), inspection(5), 'customer');
    expect(customers.roles).toEqual({customer_id: {column: 0, format: {}}});
    expect(customers.attributes).toEqual([1, 2, 3, 4]);
    expect(customers.amount).toBeNull();
  });

  it('make a customer column an attribute when it loses its role, unless it is left out', () => {
    const customers = withTable(purchases(), inspection(5), 'customer');
    const named = withRole(customers, column(2), 'name');
    expect(named.attributes).toEqual([1, 3, 4]);
    expect(withRole(named, column(2), null).attributes).toEqual([1, 2, 3, 4]);
    expect(withAttribute(named, 3, false).attributes).toEqual([1, 4]);
    expect(withAttribute(withAttribute(named, 3, false), 3, true).attributes).toEqual([1, 3, 4]);
  });

  it('can be none', () => {
    expect(withTable(purchases(), inspection(5), null)).toMatchObject({table: null, amount: null});
  });
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

function inspection(width: number): Inspection {
  return {
    source: {id: 'f1', name: 'f1', blob: new Blob([])},
    gzip: false,
    encoding: {value: 'utf-8', reason: {key: 'x'}},
    dialect: {value: {delimiter: ',', quote: '"', escape: '"'}, reason: {key: 'x'}},
    region: {value: {preamble: 0, header: 1, footer: 0}, reason: {key: 'x'}},
    columns: Array.from({length: width}, (_, index) => column(index)),
    preview: [],
    sampled: 0
  };
}
