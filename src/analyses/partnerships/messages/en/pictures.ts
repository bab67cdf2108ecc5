/** The pictures of all customers, and what is said beside them. */
export const pictures = {
  'chart.whale': 'Who earns the profit, and who takes it away again',
  'chart.whale.description':
    'Customers from the most to the least profitable after cost to serve: together the earning ones make {peak}, of which the others leave {profit}.',
  'chart.whale.x': 'Share of customers, the most profitable first →',
  'chart.whale.y': '↑ Cumulative profit, of the total',
  'chart.whale.y money': '↑ Cumulative profit{currency, select, none {} other { ({currency})}}',
  'chart.whale.before': 'dotted: without the what-if',
  'chart.whale.peak': '{value} after {customers} of customers',
  'chart.whale.tip':
    'The {number} most profitable {count, plural, one {customer} other {customers}} ({part})\nmake {value}\n{share} of the total',
  'chart.whale.tip money':
    'The {number} most profitable {count, plural, one {customer} other {customers}} ({part})\nmake {value}',
  'whale.sentence':
    '{earning} {earned, plural, one {customer earns} other {customers earn}} <b>{peak}</b>{lost, plural, =0 {, and none loses money} one {; {losing} loses <b>{destroyed}</b> of it again} other {; {losing} lose <b>{destroyed}</b> of it again}}.',

  'chart.scatter': 'Net sales against cost to serve',
  'chart.scatter.description':
    'Each customer by net sales and cost to serve, on scales of powers of ten. Above the line the company’s average margin doesn’t pay for the service.',
  'chart.scatter.x': 'Net sales{currency, select, none {} other { ({currency})}} →',
  'chart.scatter.y': '↑ Cost to serve{currency, select, none {} other { ({currency})}}',
  'chart.scatter.line': 'break-even at the average margin of {margin}',
  'chart.scatter.tip':
    '{name}\nnet sales {sales}\nprofit on sales {gross}\ncost to serve {cost}\nprofitability {profit}',
  'chart.scatter.tip cell':
    '{customers} {count, plural, one {customer} other {customers}}\nnet sales {sales}\nprofit on sales {gross}\ncost to serve {cost}\nprofitability {profit}',
  'scatter.note':
    'Dots: customers with a profit; triangles: with a loss; squares: many smaller customers counted together. {left, plural, =0 {} one {One customer without sales or without cost to serve is not drawn.} other {# customers without sales or without cost to serve are not drawn.}}',
  'scatter.none': 'No cost to serve is known for any customer with sales.',

  'quadrants.heading': 'Margin against cost to serve',
  'quadrants.lead':
    'Split at the customer in the middle: a profit on sales of {margin} of net sales, a cost to serve of {cost}. Who is exactly there counts as high.',
  'quadrants.without':
    '{count, plural, one {One customer without net sales has no place here.} other {# customers without net sales have no place here.}}',
  'quadrants.customers': '{count, plural, one {{customers} customer} other {{customers} customers}}',
  'quadrants.sales': 'net sales {sales}',
  'quadrants.profit': 'profitability {profit}',
  'quadrants.hint': 'Show the customers: {name}',
  'quadrant.high high': 'High margin, costly to serve',
  'quadrant.high low': 'High margin, cheap to serve',
  'quadrant.low high': 'Low margin, costly to serve',
  'quadrant.low low': 'Low margin, cheap to serve',

  'losers.heading': 'Who loses money, and what would change it',
  'losers.reasons': 'Mostly for',
  'losers.list': 'The largest losses',
  'losers.none': 'No customer loses money.',
  'losers.note':
    'Mostly for: the line that costs most beyond what the company’s average would. To break even, one of these would do: prices up by so much; so many more purchases of the same kind, while database, salaries and other stay; the same sales in so many fewer orders, if delivery, returns and salaries go with them; cost to serve down by so much. –: that alone is not enough.',
  'losers.more': 'The {shown} largest of {count, number} losses.',
  'losers.show': 'Show the customers with a loss for: {reason}',
  'losers.show one': 'Show {name}',
  'losers.price': 'Prices',
  'losers.frequency': 'or purchases',
  'losers.fewer': 'or orders',
  'losers.cost': 'or cost to serve',
  'reason.margin': 'Low margin',
  'reason.discount': 'Discounts',
  'reason.delivery': 'Delivery',
  'reason.bonus': 'Bonus',
  'reason.returns': 'Returns',
  'reason.database': 'Database',
  'reason.salaries': 'Salaries',
  'reason.other': 'Other costs',
  'reason.sales': 'No sales',
  'reason.all': 'No single line',

  'chart.trend': 'The partnership over time',
  'chart.trend.description':
    'Profitability of each {grain}, with the profit on sales and the costs of the partnership that make it. What the data covers only in part is hatched.',
  'chart.trend.y': '↑ Amount{currency, select, none {} other { ({currency})}}',
  'chart.trend.costs': 'Costs',
  'chart.trend.profit': 'Profitability',
  'chart.trend.tip':
    '{period}\nnet sales {sales}\nprofit on sales {gross}\ncosts {cost}\nprofitability {profit} ({share} of net sales)',
  'chart.trend.tip partly':
    '{period}, of which the data covers only a part\nnet sales {sales}\nprofit on sales {gross}\ncosts {cost}\nprofitability {profit} ({share} of net sales)',
  'trend.one': 'All of it lies in one such period: there is nothing to compare.',
  'trend.note': 'Costs stand in the period that the files date them to: a bonus paid for a year is in its last month.',
  'trend.table': 'All lines, period by period'
} as const;
