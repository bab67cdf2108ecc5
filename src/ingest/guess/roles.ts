import type {Concept} from './lexicon';
import type {TableName} from '../../tables/canonical';
import type {ColumnProfile} from '../types';

/** What the name of a column that plays a role says, and what its values look like. */
export interface RoleRule {
  /** concepts that together name the role, and how surely: 1 beyond doubt */
  says: readonly (readonly [sure: number, ...concepts: Concept[]])[];
  /** concepts that name something else */
  never?: readonly Concept[];
  looks: Partial<Record<ColumnProfile['looks'], number>>;
  /** its values differ from row to row */
  differs?: true;
}

const ids = {id: 1, integer: 1, text: 0.95, number: 0.8};
const words = {text: 1, flag: 0.9, id: 0.9, integer: 0.7, number: 0.3, empty: 0.3};
const dates = {date: 1, integer: 0.45};
const money = {number: 1, integer: 0.95};

const notAnAmount = [
  'id',
  'price',
  'tax',
  'discount',
  'cost',
  'ship',
  'date',
  'balance',
  'margin',
  'stock',
  'quantity',
  'kind',
  'score',
  'due',
  'unit',
  'wallet',
  'line',
  'aside',
  'period'
] as const;
const notThePurchaseDay = ['ship', 'due', 'birth', 'modified', 'until', 'period', 'contract'] as const;
const notTheCustomer = [
  'place',
  'contact',
  'country',
  'segment',
  'category',
  'kind',
  'date',
  'order',
  'birth',
  'status',
  'amount',
  'quantity',
  'seller',
  'owner',
  'product',
  'score',
  'since',
  'acquired',
  'cost',
  'closed',
  'event',
  'referral',
  'person',
  'aside',
  'promotion',
  'store',
  'stock',
  'item',
  'line',
  'channel',
  'payment'
] as const;

const customerId: RoleRule = {
  says: [
    [1, 'customer', 'id'],
    [0.95, 'account', 'id'],
    [0.92, 'customer', 'account', 'id'],
    [0.9, 'customer'],
    [0.75, 'customer', 'name'],
    [0.72, 'account'],
    [0.6, 'account', 'name']
  ],
  never: notTheCustomer,
  looks: ids
};

const purchase: Record<string, RoleRule> = {
  customer_id: customerId,
  purchased_on: {
    says: [
      [1, 'order', 'date'],
      [0.95, 'sale', 'date'],
      [0.9, 'date'],
      [0.72, 'payment', 'date'],
      [0.7, 'created', 'date'],
      [0.88, 'closed', 'date'],
      [0.6, 'created']
    ],
    never: notThePurchaseDay,
    looks: dates
  },
  amount: {
    says: [
      [1, 'net', 'amount'],
      [1, 'net', 'sale'],
      [0.98, 'sale', 'amount'],
      [0.97, 'sale'],
      [0.95, 'amount'],
      [0.9, 'order', 'amount'],
      [0.9, 'amount', 'gross'],
      [0.85, 'sale', 'gross'],
      [0.7, 'payment', 'amount'],
      [0.6, 'closed', 'amount']
    ],
    never: notAnAmount,
    looks: money
  },
  unit_price: {
    says: [
      [1, 'unit', 'price'],
      [0.98, 'price', 'net'],
      [0.9, 'price']
    ],
    never: ['id', 'cost', 'tax', 'discount', 'date', 'amount', 'sale', 'ship', 'order'],
    looks: money
  },
  quantity: {
    says: [
      [1, 'quantity'],
      [0.95, 'unit', 'quantity'],
      [0.9, 'unit', 'sale']
    ],
    never: ['price', 'amount', 'cost', 'date', 'stock', 'discount', 'order', 'period', 'aside'],
    looks: {integer: 1, number: 0.95, id: 0.3}
  },
  transaction_id: {
    says: [
      [1, 'order', 'id'],
      [0.8, 'order']
    ],
    never: [
      'item',
      'line',
      'product',
      'date',
      'customer',
      'amount',
      'status',
      'kind',
      'price',
      'quantity',
      'name',
      'cost',
      'discount',
      'country',
      'promotion',
      'stage'
    ],
    looks: {...ids, number: 0.5}
  },
  product: {
    says: [
      [1, 'product', 'name'],
      [0.95, 'product', 'description'],
      [0.9, 'description'],
      [0.89, 'item', 'name'],
      [0.85, 'product'],
      [0.8, 'product', 'id'],
      [0.75, 'stock', 'id'],
      [0.7, 'item'],
      [0.6, 'item', 'id']
    ],
    never: [
      'category',
      'price',
      'quantity',
      'cost',
      'amount',
      'date',
      'status',
      'order',
      'kind',
      'discount',
      'line',
      'aside'
    ],
    looks: words
  },
  category: {
    says: [
      [1, 'product', 'category'],
      [0.95, 'category'],
      [0.9, 'product', 'kind'],
      [0.9, 'category', 'name'],
      [0.7, 'category', 'id']
    ],
    never: ['customer', 'price', 'amount', 'cost', 'date', 'account'],
    looks: words
  },
  cost: {
    says: [
      [1, 'cost'],
      [0.95, 'unit', 'cost'],
      [0.95, 'store', 'cost'],
      [0.95, 'product', 'cost']
    ],
    never: ['ship', 'acquired', 'date', 'category', 'kind', 'id', 'discount', 'price'],
    looks: money
  },
  channel: {
    says: [
      [1, 'channel'],
      [1, 'sale', 'channel'],
      [0.6, 'store'],
      [0.6, 'store', 'name'],
      [0.5, 'store', 'id']
    ],
    never: ['acquired', 'cost', 'amount', 'date'],
    looks: words
  },
  country: {
    says: [
      [1, 'country'],
      [0.95, 'ship', 'country'],
      [0.95, 'customer', 'country']
    ],
    never: ['id', 'seller', 'currency'],
    looks: words
  },
  payment_method: {
    says: [
      [1, 'payment', 'kind'],
      [0.7, 'payment']
    ],
    never: ['date', 'amount', 'id', 'line', 'due', 'status'],
    looks: {text: 1, id: 0.8}
  },
  promotion: {
    says: [
      [1, 'promotion'],
      [0.95, 'promotion', 'name'],
      [0.9, 'promotion', 'id']
    ],
    never: ['discount', 'date', 'amount', 'cost'],
    looks: words
  },
  discount: {
    says: [
      [1, 'discount', 'amount'],
      [0.95, 'discount']
    ],
    never: ['id', 'kind', 'date', 'price'],
    looks: money
  },
  currency: {
    says: [
      [1, 'currency'],
      [0.9, 'currency', 'id']
    ],
    never: ['amount', 'price', 'cost', 'sale', 'discount', 'balance'],
    looks: {text: 1, id: 0.6}
  },
  status: {
    says: [
      [1, 'order', 'status'],
      [0.95, 'status'],
      [0.75, 'stage']
    ],
    never: ['customer', 'payment', 'ship', 'date', 'id'],
    looks: {text: 1, id: 0.6, integer: 0.5}
  }
};

const customer: Record<string, RoleRule> = {
  customer_id: {...customerId, says: [...customerId.says, [0.5, 'id']]},
  name: {
    says: [
      [1, 'customer', 'name'],
      [0.97, 'account', 'name'],
      [0.9, 'name'],
      [0.7, 'customer'],
      [0.65, 'account']
    ],
    never: [
      'id',
      'product',
      'category',
      'country',
      'place',
      'contact',
      'date',
      'seller',
      'owner',
      'store',
      'person',
      'kind',
      'segment',
      'status',
      'stage',
      'since'
    ],
    looks: {text: 1, id: 0.6},
    differs: true
  },
  segment: {
    says: [
      [1, 'customer', 'segment'],
      [0.95, 'segment'],
      [0.95, 'customer', 'category'],
      [0.9, 'customer', 'kind'],
      [0.8, 'category'],
      [0.8, 'account', 'kind']
    ],
    never: ['product', 'id', 'amount', 'date', 'contract', 'payment'],
    looks: words
  },
  country: {
    says: [
      [1, 'country'],
      [0.95, 'customer', 'country']
    ],
    never: ['id', 'seller'],
    looks: words
  },
  acquired_on: {
    says: [
      [1, 'acquired', 'date'],
      [1, 'customer', 'since'],
      [0.95, 'created', 'date'],
      [0.9, 'customer', 'date'],
      [0.85, 'since'],
      [0.8, 'created'],
      [0.7, 'person', 'date'],
      [0.6, 'order', 'date']
    ],
    never: ['birth', 'until', 'modified', 'closed', 'due', 'id'],
    looks: dates
  },
  acquisition_channel: {
    says: [
      [1, 'acquired', 'channel'],
      [0.95, 'acquired', 'source'],
      [0.85, 'source'],
      [0.8, 'channel']
    ],
    never: ['cost', 'date'],
    looks: words
  },
  acquisition_cost: {says: [[1, 'acquired', 'cost']], never: ['date'], looks: money},
  referred_by: {
    says: [
      [1, 'referral'],
      [1, 'referral', 'customer'],
      [1, 'referral', 'id']
    ],
    never: ['date', 'amount', 'kind'],
    looks: ids
  },
  contract_until: {
    says: [
      [1, 'contract', 'until'],
      [0.9, 'contract', 'due']
    ],
    never: ['since', 'kind'],
    looks: dates
  },
  closed_on: {
    says: [
      [1, 'closed', 'date'],
      [0.8, 'closed']
    ],
    never: ['reason'],
    looks: {date: 1}
  },
  closed_reason: {says: [[1, 'closed', 'reason']], looks: words},
  wallet_per_year: {
    says: [
      [1, 'wallet'],
      [1, 'wallet', 'amount']
    ],
    looks: money
  }
};

const interaction: Record<string, RoleRule> = {
  customer_id: customerId,
  occurred_on: {
    says: [
      [1, 'event', 'date'],
      [0.9, 'date'],
      [0.85, 'created', 'date'],
      [0.8, 'person', 'date'],
      [0.8, 'score', 'date'],
      [0.7, 'created'],
      [0.7, 'order', 'date']
    ],
    never: ['ship', 'due', 'birth', 'modified', 'until', 'period', 'contract'],
    looks: dates
  },
  kind: {
    says: [
      [1, 'event', 'kind'],
      [0.95, 'event'],
      [0.7, 'kind'],
      [0.7, 'promotion', 'id'],
      [0.7, 'promotion']
    ],
    never: ['id', 'payment', 'product'],
    looks: words
  },
  touchpoint: {
    says: [
      [1, 'touchpoint'],
      [0.85, 'channel'],
      [0.6, 'source']
    ],
    never: ['acquired', 'cost', 'id'],
    looks: words
  },
  stage: {
    says: [
      [1, 'stage'],
      [0.7, 'status']
    ],
    never: ['date'],
    looks: words
  },
  score: {says: [[1, 'score']], never: ['id', 'date', 'scale', 'description', 'order'], looks: money},
  score_scale: {
    says: [
      [1, 'score', 'scale'],
      [0.9, 'scale']
    ],
    looks: money
  },
  cost: {
    says: [
      [1, 'cost'],
      [1, 'event', 'cost']
    ],
    never: ['date', 'acquired'],
    looks: money
  },
  outcome: {says: [[1, 'outcome']], never: ['owner'], looks: words},
  owner: {
    says: [
      [1, 'owner'],
      [0.98, 'owner', 'name'],
      [0.97, 'owner', 'id'],
      [0.96, 'owner', 'seller'],
      [0.96, 'owner', 'seller', 'name'],
      [0.95, 'owner', 'seller', 'id'],
      [0.95, 'owner', 'account'],
      [0.94, 'owner', 'seller', 'account'],
      [0.94, 'owner', 'sale'],
      [0.94, 'owner', 'seller', 'sale']
    ],
    never: ['date', 'amount', 'cost', 'score', 'kind', 'stage', 'status', 'channel', 'product', 'category', 'contact'],
    looks: words
  },
  deal: {says: [], looks: ids}
};

/** In a file of costs an account is one of the ledger. */
const customerOfCost: RoleRule = {
  ...customerId,
  says: customerId.says.filter(([, ...concepts]) => !concepts.includes('account') || concepts.includes('customer'))
};

const partnershipCost: Record<string, RoleRule> = {
  customer_id: customerOfCost,
  incurred_on: {
    says: [
      [1, 'cost', 'date'],
      [0.9, 'date'],
      [0.85, 'order', 'date'],
      [0.7, 'created', 'date']
    ],
    never: ['birth', 'modified', 'due', 'until', 'period'],
    looks: dates
  },
  category: {
    says: [
      [1, 'cost', 'category'],
      [1, 'cost', 'kind'],
      [0.9, 'category'],
      [0.85, 'kind'],
      [0.7, 'cost']
    ],
    never: ['product', 'customer', 'amount', 'date'],
    looks: {text: 1, id: 0.8}
  },
  amount: {
    says: [
      [1, 'cost', 'amount'],
      [0.97, 'cost'],
      [0.9, 'amount']
    ],
    never: ['id', 'date', 'tax', 'balance', 'quantity', 'kind', 'category', 'sale'],
    looks: money
  },
  driver: {says: [[1, 'driver']], looks: {text: 1, id: 0.8}}
};

/** By table and role, in the order in which roles choose where columns fit several as well. */
export const roleRules: Readonly<Record<TableName, Readonly<Record<string, RoleRule>>>> = {
  customer,
  purchase,
  interaction,
  partnership_cost: partnershipCost
};
