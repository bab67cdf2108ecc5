export default {
  title: 'Overview',
  question: 'How is the business doing?',

  'takeaway.sales':
    '<b>{customers}</b> {count, plural, one {customer} other {customers}} placed <b>{orders}</b> {orderCount, plural, one {order} other {orders}} for <b>{sales}</b> net; <b>{repeat}</b> of them ordered more than once.',
  'takeaway.no orders':
    '<b>{customers}</b> {count, plural, one {customer} other {customers}} placed no order; what counts adds up to <b>{sales}</b> net.',
  'takeaway.nothing': 'No purchase counts in this period, with these filters and rules.',

  'param.active_months': 'Active means an order in the last',
  'param.active_months.help': 'Months before the as-of day in which a customer must have ordered to count as active.',
  'unit.months': 'months',

  'column.month': 'Month',
  'column.net_sales': 'Net sales',
  'column.new_sales': 'Of new customers',
  'column.returning_sales': 'Of returning customers',
  'column.orders': 'Orders',
  'column.customers': 'Customers',
  'column.new_customers': 'New customers',
  'column.complete': 'Whole month',
  'column.buyers': 'Customers with an order',
  'column.active_customers': 'Active customers',
  'column.purchases': 'Purchases',
  'column.average_order': 'Average order',
  'column.observed_years': 'Customer years',
  'column.orders_per_year': 'Orders per customer and year',
  'column.repeat_buyers': 'Customers with two orders or more',
  'column.repeat_by_order': 'Repeat rate, by order',
  'column.day_buyers': 'Customers with a day of purchase',
  'column.repeat_day_buyers': 'Customers with two days of purchase or more',
  'column.repeat_by_day': 'Repeat rate, by day',
  'column.first_on': 'First purchase',
  'column.last_on': 'Last purchase',
  'column.customer_id': 'Customer',
  'column.name': 'Name',
  'column.segment': 'Segment',
  'column.country': 'Country',

  'figure.customers': 'with a purchase that counts',
  'figure.active_customers': '{share} of {buyers} ordered in the last {months, plural, one {month} other {# months}}',
  'figure.net_sales': 'from {from} to {to}',
  'figure.orders.ids': 'different transaction ids of a customer',
  'figure.orders.days': 'days on which a customer bought, for want of transaction ids',
  'figure.average_order': 'net sales ÷ {orders} orders',
  'figure.orders_per_year': '{orders} orders ÷ {years} years of customers, at least 90 days each',
  'figure.repeat_by_order': '{repeat} of {of} customers ordered twice or more',
  'figure.repeat_by_day': '{repeat} of {of} customers bought on two days or more',

  'chart.months': 'Net sales by month, of new and of returning customers',
  'chart.months.description':
    'Each column is a month; the lower part is net sales of customers who had bought before, the upper part of those who bought for the first time in that month. A month that isn’t over is hatched.',
  'chart.months.y': '↑ Net sales{currency, select, none {} other { ({currency})}}',
  'chart.months.new': 'new',
  'chart.months.returning': 'returning',
  'chart.months.tip': '{month}, {who, select, new {new} other {returning}} customers\n{value} of {total}, {share}',
  'chart.months.tip in progress':
    '{month}, in progress, {who, select, new {new} other {returning}} customers\n{value} of {total}, {share}',

  'select.month': '{month}, {who, select, new {new customers} returning {returning customers} other {all customers}}',

  'loaded.caption': 'What is loaded',
  'loaded.table': 'Table',
  'loaded.rows': 'Rows',
  'loaded.from': 'From',
  'loaded.to': 'To',
  'loaded.customer': 'Customers',
  'loaded.purchase': 'Purchases',
  'loaded.interaction': 'Interactions',
  'loaded.partnership_cost': 'Partnership costs',

  'lacking.title': 'What other columns would add',
  'lacking.analysis': '{title}: {number}',
  'lacking.nothing': 'Every analysis has all that it can use.',

  'missing.purchase.customer_id': 'Customers, to count them.',
  'missing.purchase.purchased_on': 'Days of purchase, for the months.',
  'missing.purchase.amount': 'Amounts, for net sales.',
  'missing.purchase.transaction_id':
    'Transaction ids would count orders exactly; without them all purchases of a customer on one day are one order.'
} as const;
