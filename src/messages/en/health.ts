/** Data health: what is in the columns, what stands out, and the rules that leave it out. */
export default {
  'rule.adjustments': 'Without postage, fees and corrections',
  'rule.after': 'Without what is after {day}',
  'rule.before': 'Without what is before {day}',
  'rule.collective_customers': 'Without collective customers',
  'rule.currency': 'Without {value}',
  'rule.currency.none': 'Without purchases that name no currency',
  'rule.customer': 'Without customer {value}',
  'rule.day': 'Without {day}',
  'rule.first_month': 'Without the first month',
  'rule.last_month': 'Without the last month',
  'rule.negative_prices': 'Without negative prices',
  'rule.orphans': 'Without customers that the customer file lacks',
  'rule.over': 'Without amounts over {amount}',
  'rule.product': 'Without product {value}',
  'rule.product.none': 'Without purchases that name no product',
  'rule.test_customers': 'Without test customers',
  'rule.twins': 'Without repeated rows',
  'rule.unknown': '“{value}” is no rule: it does nothing',
  'rule.unmatched_returns': 'Without returns that have no sale',

  'cover.rule': '{count, plural, one {# purchase} other {# purchases}} of {amount} by “{rule}”'
} as const;
