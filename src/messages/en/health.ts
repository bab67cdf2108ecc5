/** Data health: what is in the columns, what stands out, and the rules that leave it out. */
export default {
  title: 'Data health',
  question: 'Can these numbers be trusted?',
  'empty.title': 'No data yet',
  'empty.text': 'Open a file of purchases first: what is in it is then examined here.',

  'takeaway.some':
    '<b>{count, plural, one {# thing} other {# things}}</b> to look at in <b>{rows, number}</b> rows of purchases{totals, plural, =0 {} one {; one touches the totals} other {; # touch the totals}}{anonymous, select, none {} other {; <b>{anonymous}</b> of the rows have no customer}}.',
  'takeaway.none': 'Nothing stands out in <b>{rows, number}</b> rows of purchases.',
  'takeaway.busy': 'Looking through <b>{rows, number}</b> rows of purchases.',
  'progress.checks': 'Check {done, number} of {of, number}',
  'progress.columns': 'Column {done, number} of {of, number}',
  'progress.label': 'Examining the data',
  'failed.title': 'The data could not be examined to the end',
  'failed.again': 'Go on',
  'data.link': 'What stands out in this data',

  'findings.title': 'What stands out',
  'findings.note':
    'A rule leaves rows out of every analysis, not out of the data. It stands in the address and above each page, and can be taken back there. Nothing is read anew.',
  'fine.title':
    '{checks, plural, one {# check} other {# checks}}, {findings, plural, =0 {nothing found} one {# finding} other {# findings}}. These were checked and are fine:',
  'skipped.title': 'Not checked, since there are too many rows for the memory:',
  'lacking.title': 'Not checked, since the files have no columns for it:',

  'severity.totals': 'touches totals',
  'severity.counts': 'touches counts',
  'severity.cosmetic': 'cosmetic',

  'rule.on': 'Left out',
  'rule.off': 'Leave out',
  'rule.several': '{count, plural, one {# rule} other {# rules}} together',
  'effect.label': 'What it would change',
  'effect.label.on': 'What it changes',
  'effect.purchases': 'Purchases',
  'effect.customers': 'Customers',
  'effect.amount': 'Net sales',
  'effect.top_20_share': 'Largest fifth makes',
  'effect.none': 'Changes nothing in what counts now.',
  'effect.repeat_rate': 'Bought again',
  'effect.before': 'before',
  'effect.after': 'after',
  'effect.same': 'unchanged',
  'effect.failed': 'The effect could not be worked out.',
  'rows.show': 'Show the rows',
  'rows.csv': 'Download as CSV',
  'rows.cut': 'The first {count, number} rows are in the file.',
  'rows.receipt': 'See the receipt',
  'behind.copies': 'Copies',
  'behind.days': 'Days without',
  'behind.from': 'From',
  'behind.month': 'Month',
  'behind.to': 'To',

  'finding.adjustments':
    '<b>{rows, plural, one {# line} other {# lines}}</b> of {amount} together {rows, plural, one {is} other {are}} no goods but postage, fees, discounts or corrections, by the product’s name.',
  'why.adjustments':
    'They count as sales of a product, and one posting can make a customer look large, or like one who returns.',
  'fine.adjustments': 'Postage, fees and corrections among products',
  'finding.anonymous':
    '<b>{share}</b> of the rows have no customer: {rows, number} of {of, number}, {amount} together.',
  'why.anonymous':
    '{kept, select, yes {They count for products, channels and countries, and in no analysis of customers.} other {They were left out at import. Kept, they would count for products, channels and countries, and still in no analysis of customers. To change that: Data, “Change how it is read”.}}',
  'fine.anonymous': 'Purchases without a customer',
  'finding.big_customer':
    'Customer <b>{customer}</b> makes <b>{of_rows}</b> of the rows and <b>{of_sales}</b> of net sales: {rows, plural, one {# purchase} other {# purchases}}, {amount}.',
  'why.big_customer':
    'If that is a cash desk, a marketplace or the company itself, every share and every average is about it.',
  'fine.big_customer': 'One customer with a fifth of the rows or of sales',
  'finding.bought_after':
    '<b>{rows, plural, one {# customer} other {# customers}}</b> bought after their contract or relationship had ended.',
  'why.bought_after': 'Whoever counts as lost may still be there: the end may be a plan, or never have been updated.',
  'fine.bought_after': 'Purchases after the end of a contract or relationship',
  'finding.bought_before':
    '<b>{rows, plural, one {# customer} other {# customers}}</b> bought before the day on which they were won.',
  'why.bought_before':
    'Time as a customer, and cohorts by that day, begin too late for them: perhaps the day on which a system was changed.',
  'fine.bought_before': 'Purchases before a customer was won',
  'finding.calendar':
    '<b>{days, plural, one {# day} other {# days}}</b> on which you usually sell {days, plural, one {has} other {have}} no purchase, in {gaps, plural, one {one gap} other {# gaps}} of three or more in a row. The longest: <b>{longest}</b>, from {from} to {to}.',
  'why.calendar': 'A holiday, or an export that is not complete: missing days look like customers who stayed away.',
  'fine.calendar': 'Gaps of three or more usual days in the calendar',
  'finding.collective_customers':
    '<b>{rows, plural, one {# purchase} other {# purchases}}</b> of {amount} stand under {customers, plural, one {a customer} other {# customers}} that by name {customers, plural, one {is} other {are}} no one in particular: cash sale, guest, unknown, internal.',
  'why.collective_customers':
    'Many people, or none, counted as one loyal customer bend shares, frequency and retention.',
  'fine.collective_customers': 'Cash sales, guests and unknown as customers',
  'finding.contacts_no_customer':
    '<b>{rows, plural, one {# contact} other {# contacts}}</b> ({share}) {rows, plural, one {names} other {name}} a customer who neither bought nor is in the customer file.',
  'why.contacts_no_customer':
    'Leads perhaps; or ids written in another way, so that their contacts are missed elsewhere.',
  'fine.contacts_no_customer': 'Contacts without a customer',
  'finding.costs_no_customer':
    '<b>{rows, plural, one {# cost} other {# costs}}</b> ({share}) {rows, plural, one {names} other {name}} a customer who neither bought nor is in the customer file.',
  'why.costs_no_customer': 'These costs burden no one, so that the partnerships look better than they are.',
  'fine.costs_no_customer': 'Costs without a customer',
  'finding.currencies':
    'Amounts are in <b>{count} currencies</b>: mostly {main}, and {rows, plural, one {# purchase} other {# purchases}} ({share}) in {others}.',
  'why.currencies': 'They are added up as if they were one: a sum of several currencies means nothing. Choose one.',
  'fine.currencies': 'Several currencies in one sum',
  'finding.early':
    '<b>{rows, plural, one {# purchase} other {# purchases}}</b> of {amount} {rows, plural, one {lies} other {lie}} long before all others, back to {last}; the rest begins on {cut}.',
  'why.early': 'A placeholder date, most likely. It stretches the period and makes its customers look old.',
  'fine.early': 'Dates long before all others',
  'finding.empty_months':
    '<b>{months, plural, one {# month} other {# months}}</b> between the first and the last {months, plural, one {has} other {have}} no purchase, the first of them {first}.',
  'why.empty_months': 'A file may be missing: every customer looks inactive in that time.',
  'fine.empty_months': 'Months without a purchase',
  'finding.first_month':
    'The data begins on <b>{edge}</b>: {missing, plural, one {# usual day} other {# usual days}} of {month} {missing, plural, one {is} other {are}} not in it ({rows, number} purchases, {share}, are).',
  'why.first_month': 'The month looks weak beside others. Customers who are new in it may only be new in the data.',
  'fine.first_month': 'A first month that is not whole',
  'finding.free':
    '<b>{rows, plural, one {# purchase} other {# purchases}}</b> of {customers, plural, one {# customer} other {# customers}} {rows, plural, one {has} other {have}} an amount of 0.',
  'why.free': 'Gifts and corrections change no sum but would count as purchases. “What counts” above decides.',
  'fine.free': 'Purchases of amount 0',
  'finding.last_month':
    'The data ends on <b>{edge}</b>: {missing, plural, one {# usual day} other {# usual days}} of {month} {missing, plural, one {is} other {are}} still to come ({rows, number} purchases, {share}, are there).',
  'why.last_month': 'The month looks like a drop beside others. Analyses by month mark it; sums and shares do not.',
  'fine.last_month': 'A last month that is not whole',
  'finding.late':
    '<b>{rows, plural, one {# purchase} other {# purchases}}</b> of {amount} {rows, plural, one {lies} other {lie}} in the future or long after all others, up to {last}; the rest ends on {cut}.',
  'why.late': 'The last day is the day from which is looked back: one stray date makes everyone look lost.',
  'fine.late': 'Dates in the future, or long after all others',
  'finding.negative_costs':
    '<b>{rows, plural, one {# cost} other {# costs}}</b> ({share}) {rows, plural, one {is} other {are}} below 0.',
  'why.negative_costs':
    'Costs are positive amounts here; a negative one adds to profit. The sign can be turned when the file is read.',
  'fine.negative_costs': 'Costs below 0',
  'finding.negative_prices':
    '<b>{rows, plural, one {# purchase} other {# purchases}}</b> of {amount} {rows, plural, one {has} other {have}} a quantity above 0 and an amount below it.',
  'why.negative_prices': 'A price below 0 is a posting, such as a bad debt, rather than something sold or returned.',
  'fine.negative_prices': 'Negative prices',
  'finding.no_purchases':
    '<b>{rows, plural, one {# customer} other {# customers}}</b> of the customer file ({share}) never bought anything.',
  'why.no_purchases': 'They are in no share or rate of buyers. On the ladder they are prospects.',
  'fine.no_purchases': 'Customers without purchases',
  'finding.orphans':
    '<b>{rows, plural, one {# purchase} other {# purchases}}</b> ({share}, {amount}) {rows, plural, one {names} other {name}} {customers, plural, one {a customer} other {# customers}} that the customer file lacks.',
  'why.orphans': 'They count, but have no name, segment or contract. Are the ids written alike in both files?',
  'fine.orphans': 'Purchases of customers that the customer file lacks',
  'finding.outliers':
    '<b>{rows, plural, one {# amount} other {# amounts}}</b> over {limit}, where {usual} is usual, {rows, plural, one {stands} other {stand}} far outside; together {amount}.',
  'why.outliers':
    'One slip of a key can outweigh a thousand purchases. Far outside: seven robust standard deviations from the median, on a logarithmic scale{part, plural, one {} other {, estimated from one customer in #}}.',
  'fine.outliers': 'Amounts far outside the usual',
  'finding.same_name':
    '<b>{customers, number} customers</b> share {groups, plural, one {a name} other {# names}} with another id. As one each, there would be {after, number} customers instead of {before, number}.',
  'why.same_name':
    'One customer counted as several looks less loyal, and smaller. Put them together in the customer file.',
  'fine.same_name': 'One name with several ids',
  'finding.scores':
    '<b>{rows, plural, one {# score} other {# scores}}</b> ({share}) {rows, plural, one {lies} other {lie}} outside {rows, plural, one {its} other {their}} scale.',
  'why.scores': 'An average of scores is wrong by them; perhaps two surveys with different scales were put together.',
  'fine.scores': 'Scores outside their scale',
  'finding.several_customers':
    '<b>{orders, plural, one {# order number} other {# order numbers}}</b> ({rows, number} rows, {share}) {orders, plural, one {names} other {name}} more than one customer.',
  'why.several_customers':
    'Order numbers begin anew in each branch or year, perhaps. An order is counted once per customer.',
  'fine.several_customers': 'Orders of several customers',
  'finding.several_dates':
    '<b>{orders, plural, one {# order number} other {# order numbers}}</b> ({rows, number} rows, {share}) {orders, plural, one {has} other {have}} more than one date.',
  'why.several_dates': 'The first day of an order counts as its day.',
  'fine.several_dates': 'Orders of several days',
  'finding.similar_ids':
    '<b>{customers, number} customer ids</b> differ from another only in case, blanks or punctuation. As one each, there would be {after, number} customers instead of {before, number}.',
  'why.similar_ids': 'One customer counted as several looks less loyal, and smaller. Write the ids alike in the files.',
  'fine.similar_ids': 'Ids that differ only in case or blanks',
  'finding.spike':
    '<b>{rows, plural, one {# purchase} other {# purchases}}</b> ({share}, {amount}) fall on one day, <b>{day}</b>: more than twenty usual days together.',
  'why.spike': 'Opening balances or a migration, perhaps: they make everyone buy on the same day.',
  'fine.spike': 'One day with far more purchases than usual',
  'finding.test_customers':
    '<b>{rows, plural, one {# purchase} other {# purchases}}</b> of {amount} {rows, plural, one {stands} other {stand}} under {customers, plural, one {a customer} other {# customers}} whose name, id or e-mail says test, demo or example.',
  'why.test_customers': 'Trials of a system are no business. Look at the rows first: a real customer can be called so.',
  'fine.test_customers': 'Test customers',
  'finding.twins':
    '<b>{rows, plural, one {# row} other {# rows}}</b> ({share}, {amount}) repeat another one in every column that is read.',
  'why.twins':
    '{numbered, select, yes {An export that was put together twice counts sales twice. An order can also name the same line twice on purpose: look at some.} other {Without order numbers, two equal purchases on a day may well be two: nothing is suggested.}}',
  'fine.twins': 'Rows that are there twice',
  'finding.unmatched_returns':
    '<b>{rows, plural, one {# return} other {# returns}}</b> of {amount}, by {customers, plural, one {# customer} other {# customers}}, {rows, plural, one {has} other {have}} no earlier sale of the same thing to the same customer{cancellations, plural, =0 {} other {; # of them {cancellations, plural, one {is a cancellation} other {are cancellations}}}}.',
  'why.unmatched_returns':
    'What was bought before the data begins comes back inside it: sales look too small. Cancellations count only where you subtract them.',
  'fine.unmatched_returns': 'Returns without a sale',

  'columns.title': 'What is in the columns',
  'columns.note': 'Open a column to see its values, and the rows that have them.',
  'columns.more': 'Examine {count, plural, one {# more column} other {# more columns}}',
  'columns.name': 'Column',
  'columns.type': 'Type',
  'columns.filled': 'Filled',
  'columns.distinct': 'Different values',
  'columns.range': 'From – to',
  'columns.spread': 'Distribution',
  'columns.odd': 'Odd',
  'columns.rows': '{table}: {rows, plural, one {# row} other {# rows}}',
  'type.text': 'text',
  'type.date': 'date',
  'type.money': 'amount',
  'type.number': 'number',
  about: 'about {count}',
  range: '{from} – {to}',
  'range.longest': 'up to {count, plural, one {# character} other {# characters}}',
  'range.median': 'median {value}',
  'top.each': 'each value once',
  'top.rare': 'none above {share}',
  'top.value': '{value} {share}',
  'odd.blanks': '{rows, number} with blanks around',
  'odd.far': '{rows, number} far out',
  'odd.far.help': 'Farther from the middle half of the values than three times its width.',
  'odd.negative': '{rows, number} below 0',
  'odd.new_year': '{rows, number} on 1 January',
  'odd.placeholders': '{rows, number} placeholders',
  'odd.twins': '{rows, plural, one {# value that differs} other {# values that differ}} only in case',
  'odd.zero': '{rows, number} of 0',
  'odd.none': '–',
  'spread.label': '{column}: how many rows by value',
  'spread.rows': 'Rows',
  'spread.outside': 'Beyond the ends shown: {below, number} below, {above, number} above.',
  'spread.table': 'As a table',
  'spread.from': 'From',
  'spread.to': 'To, without it',
  'values.title': 'Values',
  'values.value': 'Value',
  'values.rows': 'Rows',
  'values.of': '{column}: {value}',
  'values.none': 'none',
  'sheet.facts': '{filled} of {rows} rows filled ({share}), {distinct} different values.',
  'sheet.approximate': 'With so many rows, the number of different values is estimated.',

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
