/** How the values of a canonical column are stored. `text` is VARCHAR, `date` DATE, `money` and `number` DECIMAL(18,4). */
export type ColumnType = 'text' | 'date' | 'money' | 'number';

export interface CanonicalColumn {
  type: ColumnType;
  /** the table can't be read without it */
  required?: true;
}

/**
 * The tables that a person's files are mapped onto. Only `purchase` is required; each other one switches on more of the
 * app. A column that no file has is NULL, never invented. Meanings and units are worded in `messages`.
 */
export const canonical = {
  customer: {
    customer_id: {type: 'text', required: true},
    name: {type: 'text'},
    segment: {type: 'text'},
    country: {type: 'text'},
    acquired_on: {type: 'date'},
    acquisition_channel: {type: 'text'},
    acquisition_cost: {type: 'money'},
    referred_by: {type: 'text'},
    contract_until: {type: 'date'},
    closed_on: {type: 'date'},
    closed_reason: {type: 'text'},
    wallet_per_year: {type: 'money'}
  },
  purchase: {
    transaction_id: {type: 'text'},
    customer_id: {type: 'text', required: true},
    purchased_on: {type: 'date', required: true},
    amount: {type: 'money', required: true},
    quantity: {type: 'number'},
    cost: {type: 'money'},
    product: {type: 'text'},
    category: {type: 'text'},
    channel: {type: 'text'},
    country: {type: 'text'},
    payment_method: {type: 'text'},
    promotion: {type: 'text'},
    discount: {type: 'money'},
    currency: {type: 'text'},
    status: {type: 'text'}
  },
  interaction: {
    customer_id: {type: 'text', required: true},
    occurred_on: {type: 'date', required: true},
    kind: {type: 'text'},
    touchpoint: {type: 'text'},
    stage: {type: 'text'},
    score: {type: 'number'},
    score_scale: {type: 'number'},
    cost: {type: 'money'},
    outcome: {type: 'text'},
    owner: {type: 'text'},
    deal: {type: 'text'}
  },
  partnership_cost: {
    customer_id: {type: 'text'},
    incurred_on: {type: 'date'},
    category: {type: 'text', required: true},
    amount: {type: 'money', required: true},
    driver: {type: 'text'}
  }
} as const satisfies Record<string, Record<string, CanonicalColumn>>;

export type TableName = keyof typeof canonical;
export const tableNames = Object.keys(canonical) as TableName[];

/** What a column of a file can be in its table: a canonical column, or, for purchases, the price of one unit. */
export type Role = string;

/** The SQL type of a canonical column. */
export const sqlType = {
  text: 'VARCHAR',
  date: 'DATE',
  money: 'DECIMAL(18,4)',
  number: 'DECIMAL(18,4)'
} as const satisfies Record<ColumnType, string>;
