export default {
  title: 'Cohorts',
  question: 'Who stays?',

  'takeaway.next':
    'Of the customers {cohorts, select, time {won in a {grain, select, week {week} quarter {quarter} year {year} other {month}}} other {of all groups}}, <b>{next}</b> buy again in the {grain, select, week {week} quarter {quarter} year {year} other {month}} after ({kept} of {eligible}).',
  'takeaway.next and later':
    'Of the customers {cohorts, select, time {won in a {grain, select, week {week} quarter {quarter} year {year} other {month}}} other {of all groups}}, <b>{next}</b> buy again in the {grain, select, week {week} quarter {quarter} year {year} other {month}} after, and <b>{later}</b> {age}.',
  'takeaway.brought': ' By then each has brought <b>{amount}</b> on average.',
  'takeaway.too young':
    'The data is too short: for none of the <b>{customers}</b> customers is the {grain, select, week {week} quarter {quarter} year {year} other {month}} after the first one over yet.',
  'takeaway.nothing': 'No one bought for the first time in this period, with these filters and rules.',

  'param.figure': 'Show',
  'param.figure.help':
    'Retained: share of a cohort’s customers who bought in that period. Still buying: in that period or any later one, which is always too low near the end of the data. Sales retention: sales of that period against those of the first.',
  'param.figure.retained': 'Retained customers, %',
  'param.figure.customers': 'Customers who bought',
  'param.figure.unbounded': 'Still buying then or later, %',
  'param.figure.net_sales': 'Net sales',
  'param.figure.sales_retention': 'Sales retention, %',
  'param.figure.cumulative_sales': 'Sales per customer, adding up',
  'param.figure.cumulative_margin': 'Margin per customer, adding up',
  'param.figure.orders': 'Orders',
  'param.figure.average_order': 'Average order',
  'param.grain': 'Periods of a',
  'param.grain.week': 'Week',
  'param.grain.month': 'Month',
  'param.grain.quarter': 'Quarter',
  'param.grain.year': 'Year',
  'param.age': 'Age counts',
  'param.age.help':
    'By the calendar: the month of a purchase against the month of the first one, whatever the day. From the first day: each customer’s own periods of 7, 30, 91 or 365 days.',
  'param.age.calendar': 'By the calendar',
  'param.age.rolling': 'From the first day',
  'param.split': 'Cohorts',
  'param.split.help':
    'By the period of the first purchase, or by any group of customers; then the age counts from each customer’s own first purchase.',
  'param.active': 'Counts as buying',
  'param.active.help':
    'A purchase occasion is a day on which something is left after same-day returns. Any purchase counts all rows that the rules keep, returns, cancellations and free ones included, as many published tables do.',
  'param.active.occasion': 'A purchase occasion',
  'param.active.purchase': 'Any purchase that counts',
  'param.at': 'Age',
  'unit.periods': 'periods',

  'column.cohort': 'Cohort',
  'column.group_name': 'Group',
  'column.age': 'Age',
  'column.age.week': 'Age, weeks',
  'column.age.month': 'Age, months',
  'column.age.quarter': 'Age, quarters',
  'column.age.year': 'Age, years',
  'column.state': 'State',
  'column.period_from': 'From',
  'column.period_to': 'To',
  'column.size': 'Customers of the cohort',
  'column.eligible': 'Of whom the period is over',
  'column.customers': 'Customers who bought',
  'column.kept': 'Retained customers',
  'column.retained': 'Retained',
  'column.low': 'At least (95%)',
  'column.high': 'At most (95%)',
  'column.unbounded': 'Still buying then or later',
  'column.net_sales': 'Net sales',
  'column.first_sales': 'Net sales of these at age 0',
  'column.sales_retention': 'Sales retention',
  'column.cumulative_sales_per_customer': 'Sales per customer, adding up',
  'column.cumulative_margin_per_customer': 'Margin per customer, adding up',
  'column.orders': 'Orders',
  'column.average_order': 'Average order',
  'column.line': 'Cohort, as text',
  'column.place': 'Row',
  'column.base': 'Customers that ratios are about',
  'column.kept_later': 'Bought then or later',
  'column.base_sales': 'Net sales of these',
  'column.base_total': 'Net sales of these up to then',
  'column.base_margin': 'Margin of these up to then',
  'column.cohorts': 'Cohorts',
  'column.whole': 'Complete cohorts',
  'column.ages': 'Highest age',
  'column.first_cohort': 'First cohort',
  'column.last_cohort': 'Last cohort',
  'column.customer_id': 'Customer',
  'column.name': 'Name',
  'column.segment': 'Segment',
  'column.country': 'Country',
  'column.first_on': 'First bought',
  'column.last_on': 'Last bought',
  'column.active': 'Bought',

  'class.complete': 'Complete',
  'class.partly': 'Over for some',
  'class.in progress': 'In progress',
  'class.before first': 'Returned before first buying',
  'class.never bought': 'Never bought, only returned',
  'class.won earlier': 'Won before this period',

  'missing.purchase.customer_id': 'Customers, to follow them.',
  'missing.purchase.purchased_on': 'Days of purchase, to see when customers came and came back.',
  'missing.purchase.amount': 'Amounts, to tell purchases from returns.',
  'missing.purchase.cost': 'Cost of goods would show what a cohort has earned per customer.',

  'group.none': 'none given',
  quarter: 'Q{quarter} {year}',
  'age.first':
    'in the first {rolling, select, rolling {{grain, select, week {7 days} quarter {91 days} year {365 days} other {30 days}}} other {{grain, select, week {week} quarter {quarter} year {year} other {month}}}}',
  'age.later':
    '{age} {rolling, select, rolling {{grain, select, week {× 7 days} quarter {× 91 days} year {× 365 days} other {× 30 days}}} other {{grain, select, week {{age, plural, one {week} other {weeks}}} quarter {{age, plural, one {quarter} other {quarters}}} year {{age, plural, one {year} other {years}}} other {{age, plural, one {month} other {months}}}}}} later',

  'figure.retained': 'Retained customers',
  'figure.customers': 'Customers who bought',
  'figure.unbounded': 'Still buying then or later',
  'figure.net_sales': 'Net sales',
  'figure.sales_retention': 'Sales, of those at age 0',
  'figure.cumulative_sales': 'Sales per customer, adding up',
  'figure.cumulative_margin': 'Margin per customer, adding up',
  'figure.orders': 'Orders',
  'figure.average_order': 'Average order',
  average: 'Average',
  'fraction.customers': '{part} of {all} customers',
  'fraction.amounts': '{part} of {all}',
  'fraction.per customer': '{part} ÷ {all} customers',
  'fraction.per order': '{part} ÷ {all} orders',
  interval: '95% interval {low} to {high}',
  'tip.value': '{value} · {fraction}',
  'tip.span': '{from} to {to}',
  'tip.partly': 'over for {eligible} of {size} customers; ratios are of these',
  'tip.in progress': 'in progress: what there is so far',
  'tip.mean': 'mean of {number} complete {cohorts, plural, one {cohort} other {cohorts}}',
  'tip.weighted':
    'of {number} {cohorts, plural, one {cohort} other {cohorts}} together, of customers whose period is over',

  'matrix.label': '{figure} by cohort and age',
  'matrix.description':
    'Each row is a cohort, each column an age, the deeper the colour the more {figure}. Periods in progress are hatched, those to come blank. The last row is the average.',
  'matrix.head':
    '{kind, select, week {Week of first purchase} month {Month of first purchase} quarter {Quarter of first purchase} year {Year of first purchase} other {Group}}',
  'matrix.size': 'Customers',
  'matrix.across':
    '{rolling, select, rolling {{grain, select, week {Periods of 7 days} quarter {Periods of 91 days} year {Periods of 365 days} other {Periods of 30 days}} since each customer’s first purchase →} other {{grain, select, week {Weeks} quarter {Quarters} year {Years} other {Months}} since that of the first purchase →}}',
  'matrix.row': '{label} · {size}',
  'legend.below': 'below zero',
  'legend.open': 'in progress',
  'legend.partly': 'over for some customers, who alone are counted',
  'curves.heading': 'A curve for each cohort',
  'curves.label': '{figure} by age, a curve for each cohort',
  'curves.description':
    'Grey lines are cohorts, the strong one their weighted average, the coloured one the cohort chosen. Periods in progress aren’t joined.',
  'chart.age':
    '{rolling, select, rolling {{grain, select, week {Periods of 7 days} quarter {Periods of 91 days} year {Periods of 365 days} other {Periods of 30 days}}} other {{grain, select, week {Weeks} quarter {Quarters} year {Years} other {Months}}}} since the first purchase →',
  'chart.average': 'average {value}',
  'at.heading': 'All cohorts, {age}',
  'at.label': '{figure} of all cohorts {age}',
  'at.description':
    'A bar for each cohort: {figure} {age}. Thin lines are 95% intervals of retained customers, the dashed line is the average; what is in progress is hatched.',
  'at.none': 'No cohort drawn has got as far as {age}.',
  'unit.age':
    '{rolling, select, rolling {{grain, select, week {× 7 days} quarter {× 91 days} year {× 365 days} other {× 30 days}}} other {{grain, select, week {weeks} quarter {quarters} year {years} other {months}}}}',
  chosen: '{cohort}, {age}',
  'chosen.nothing': 'This cohort hasn’t got that far yet.',
  'show.active': 'Who bought',
  'show.inactive': 'Who didn’t',
  'show.all': 'All of the cohort',

  'note.truncated':
    'The data begins on {day}: the first cohort ({cohort}) also holds everyone who had bought before that, so it stays longer than new customers do.',
  'note.truncated groups':
    'The data begins on {day}: whoever had bought before that counts as won on the first day seen.',
  'note.from':
    'Cohorts are of customers whose first purchase ever is on {day} or later; nobody becomes new because a period begins.',
  'note.over':
    '{rolling, select, rolling {A period is over for a customer when all its days lie before the end of the data, {day}; averages count only such customers, with zeros.} other {A period is over when it ends by {day}; averages count only such periods, with zeros, each cohort by its size.}}',
  'note.rolling':
    'A {grain, select, week {week has 7} quarter {quarter has 91} year {year has 365} other {month has 30}} days here, counted from each customer’s first purchase, for every customer the same.',
  'note.unbounded': 'Buying then or later is never seen in full: near the end of the data it is too low by its nature.',
  'note.margin':
    'Margin: net sales minus cost of goods, of purchases whose cost is known; cost to serve isn’t part of it.',
  'note.drawn':
    'Drawn are {kind, select, groups {the largest {drawn} of {cohorts} groups} other {the latest {drawn} of {cohorts} cohorts}} and {ages} ages; the table has all.',

  'select.active': '{cohort}: bought {age}',
  'select.inactive': '{cohort}: didn’t buy {age}',
  'select.cell': '{cohort}: purchases {age}',
  'select.all': '{cohort}: all customers',
  'select.all cohorts': 'All cohorts'
} as const;
