export default {
  title: 'Relationship phases',
  question: 'Where does each relationship stand, and which are slipping?',

  'takeaway.slipping':
    '<b>{number}</b> {count, plural, one {customer who brings} other {customers who bring}} <b>{sales}</b> a year {count, plural, one {is} other {are}} slipping; <b>{stake}</b> of {measure, select, profit {profit} other {that}} is at stake.',
  'takeaway.no slipping': '<b>No</b> relationship is slipping by these rules.',
  'takeaway.phase':
    ' {number} of {all} {count, plural, one {is} other {are}} in commitment{sales, select, none {} other { and {count, plural, one {brings} other {bring}} {sales} of net sales}}{again, select, none {} other {; {again} of the dissolved bought within {days} days}}.',
  'takeaway.nothing': 'No one is known in this period, with these filters and rules.',

  'class.awareness': 'Awareness',
  'class.exploration': 'Exploration',
  'class.expansion': 'Expansion',
  'class.commitment': 'Commitment',
  'class.plateau': 'Plateau',
  'class.decline': 'Decline',
  'class.dissolution': 'Dissolution',
  newcomers: 'New',
  gone: 'Not known any more',

  'param.test_days': 'Look ahead',
  'param.test_days.help':
    'Each phase is tested on this data: who was in it so many days before the end, and who of them has bought since. The chance to come back is that of these days, too.',
  'param.slowing': 'Slowing from',
  'param.then_from': 'From',
  'param.then_to': 'To',
  'param.horizon': 'Go on for',
  'param.discount': 'Discount per year',
  'unit.days': 'days',
  'unit.times': '× the earlier gap',
  'unit.steps': 'steps',
  'unit.percent': '%',

  'column.phase': 'Phase',
  'column.place': 'Place',
  'column.observable': 'Observable',
  'column.customers': 'Customers',
  'column.customers_share': 'Share of customers',
  'column.net_sales': 'Net sales',
  'column.sales_share': 'Share of net sales',
  'column.per_customer': 'Net sales per customer',
  'column.profit': 'Profit',
  'column.median_recency': 'Days silent, median',
  'column.median_tenure': 'Days since the first purchase, median',
  'column.tested_on': 'Looked at on',
  'column.again': 'Bought since',
  'column.again_share': 'Share that bought since',
  'column.sales_after': 'Net sales since',
  'column.slipping': 'Slipping',
  'column.slipping_sales': 'Sales in a year of the slipping',
  'column.value_at_stake': 'At stake',
  'column.list': 'List',
  'column.yearly_sales': 'Sales in a year',
  'column.yearly_profit': 'Profit in a year',
  'column.rank': 'Rank',
  'column.customer_id': 'Customer',
  'column.name': 'Name',
  'column.segment': 'Segment',
  'column.country': 'Country',
  'column.reason': 'Why',
  'column.occasions': 'Purchase days',
  'column.last_on': 'Last purchase',
  'column.recency_days': 'Days silent',
  'column.usual_gap': 'Usual gap, days',
  'column.recent_gap': 'Last two gaps, days',
  'column.earlier_gap': 'Earlier gaps, days',
  'column.back_on': 'Came back',
  'column.away_days': 'Days away',
  'column.sales_recent': 'Sales lately',
  'column.sales_before': 'Sales before',
  'column.active_until': 'Active until',
  'column.lapses_on': 'Lapses on',
  'column.return_share': 'Chance to return',
  'column.at_least': 'At least',
  'column.class': 'After purchase',
  'column.gaps': 'Gaps',
  'column.open_gaps': 'Still open',
  'column.median_days': 'Half are back after',
  'column.active_days': 'Active up to',
  'column.lapsed_days': 'Lapsed after',
  'column.back_share': 'Are back in the end',
  'column.of_returning': 'Of those who return',
  'column.hit_rate': 'Share that bought again',
  'column.times_from': 'Purchases from',
  'column.times_to': 'to',
  'column.silent_from': 'Days silent from',
  'column.silent_to': 'up to',
  'column.low': 'At least (95%)',
  'column.high': 'At most (95%)',
  'column.moment': 'Day',
  'column.from_phase': 'Was in',
  'column.to_phase': 'Is in',
  'column.from_on': 'From',
  'column.to_on': 'To',

  'missing.purchase.customer_id': 'Customers, to follow their relationships.',
  'missing.purchase.purchased_on': 'Days of purchase, to know each customer’s rhythm.',
  'missing.purchase.amount': 'Amounts, to know what is at stake.',
  'missing.purchase.cost': 'Cost of goods would say what is at stake in profit instead of sales.',
  'missing.purchase.category': 'Categories would show customers who expand by buying something new.',
  'missing.customer.closed_on': 'Days of leaving would tell dissolution as a fact.',
  'missing.customer.contract_until': 'Contracts would show commitment that isn’t told by purchases.',
  'missing.interaction.kind': 'Contacts would show exploration before the first purchase.',

  proxy:
    'The phases are F. R. Dwyer’s, told here from behaviour alone: a proxy, not what customers think. How well each did on this very data stands below.',

  'chart.phases': 'The phases of relationships',
  'chart.phases.description':
    'For each phase, from awareness to dissolution, its share of customers and, beside it, its share of net sales. Decline and dissolution are in the colour of loss; dissolution is hatched.',
  'chart.phases.x': 'Share →',
  'chart.phases.customers': 'Share of customers',
  'chart.phases.sales': 'Share of net sales',
  'chart.phases.unseen': 'not observable: load customers or contacts',
  'chart.phases.unseen short': 'not observable',
  'chart.phases.tip customers': '{phase}\n{customers} of {all} customers · {share}',
  'chart.phases.tip sales': '{phase}\n{sales} of net sales · {share}\n{each} per customer, of {customers}',
  'chart.phases.what.awareness': 'known, but without a purchase that counts or an answer',
  'chart.phases.what.exploration': 'first contacts and first purchases, still within their rhythm',
  'chart.phases.what.expansion': 'buys more, faster or in new categories',
  'chart.phases.what.commitment': 'buys regularly for long, or has a contract',
  'chart.phases.what.plateau': 'buys again, but neither more nor regularly',
  'chart.phases.what.decline': 'silent for longer than usual, or buys far less',
  'chart.phases.what.dissolution': 'silent past the limit, or ended',

  'watch.title': 'Early warnings',
  'watch.lists': 'Lists to watch',
  'list.slipping': 'Slipping',
  'list.slowing': 'Slowing',
  'list.shrinking': 'Shrinking',
  'list.won_back': 'Won back',
  'list.tab': '{list} {count}',
  'list.slipping.what':
    'In decline, or silent past the own active limit and not yet lapsed. The chance to return is that of everyone with as many purchases who was silent as long: the share that bought within the next {days} days (Kaplan–Meier).',
  'list.slowing.what':
    'Still there, but the last two gaps are on average {times} times as long as the median of the earlier gaps, or longer. Customers with at least five gaps.',
  'list.shrinking.what':
    'Net sales of the last {window} days are below {share} of those of the {window} days before, and the relationship isn’t over. Customers who are past exploring.',
  'list.won_back.what':
    'Came back within the last {days} days from a silence that had passed the limit for lapsed. What was done right here?',
  'list.total':
    '<b>{number}</b> {count, plural, one {customer} other {customers}} with <b>{sales}</b> of yearly sales{stake, select, none {} other {, <b>{stake}</b>{measure, select, profit { of profit} other {}} at stake}}{shown, select, none {} other {; below, the first {shown}}}.',
  'list.none': 'No one is on this list.',
  'list.all': 'All {number}',
  'list.stake':
    'At stake: {measure, select, profit {profit (sales where no cost is known)} other {net sales}} of the year up to the last purchase, times the chance of not coming back within {days} days. What is expected to be missing if nothing is done. ≥: the data is too young to say more.',
  'reason.silent': 'silent',
  'reason.less': 'buys less',
  'reason.both': 'silent, buys less',
  'reason.none': 'by rule',
  'at least': '≥ {share}',
  change: 'Change',
  times: 'Times as long',

  'chart.hits': 'How well the phases foretell',
  'chart.hits.description':
    'For each phase, the share of the customers who were in it before the test days that bought again during these days, with a 95% interval.',
  'chart.hits.x': 'Bought within {days} days →',
  'chart.hits.tip': '{phase}\n{share} bought within {days} days: {again} of {customers}\n95% interval {low} to {high}',
  'chart.hits.order': 'The closer the phase, the more bought again: the order holds on this data.',
  'chart.hits.turned':
    '{lower} ({lower_share}) bought again more often than {higher} ({higher_share}){chance, select, yes {, which may be chance} other {}}. Phases say where a relationship stands, not how sure the next purchase is{pair, select, exploration_decline {: who explores has bought little so far, while who declines used to buy more} exploration_dissolution {: who explores has bought little so far, while who left used to buy more} other {}}.',
  'chart.hits.none': 'The data doesn’t reach back {days} days: there is nothing to test on.',
  'chart.hits.what':
    'The phases as they were on {day}, by what was known then, and who has bought in the {days} days since.',

  'chart.cells': 'Counted, not modelled',
  'chart.cells.description':
    'By number of purchases and days of silence at the start of the test days: the share of customers that bought again during these days, and how many customers that were.',
  'chart.cells.what':
    'Who had bought so often, and had been silent for so long, on {day}: the share that bought within the {days} days since, and the number of customers it rests on.',
  'chart.cells.x': 'Days since the last purchase →',
  'chart.cells.y': 'Purchases',
  'chart.cells.tip':
    '{times}, last one {silence} before\n{share} bought again: {again} of {customers}\n95% interval {low} to {high}',
  'chart.cells.of': 'of {count}',
  'band.times': '{number, plural, one {{times} purchase} other {{times} purchases}}',
  'band.times more': '{times} purchases or more',
  'band.silence': '{from} to {to} days',
  'band.silence more': 'more than {from} days',

  'chart.months': 'Phases over time',
  'chart.months.description':
    'Customers by phase as time went by, with the limits of today; decline and dissolution hang below the line.',
  'chart.months.y': '↑ Customers',
  'chart.months.tip': '{phase} on {day}\n{customers} of {total} · {share}',
  'chart.months.what':
    'At the end of each {apart, select, 1 {month} 3 {quarter, since customers are so many} 6 {half-year, since customers are so many} other {year, since customers are so many}}, by the limits of today. Who is leaving or has left hangs below the line.',

  'chart.months.one': 'The data covers one month only: there is no course to draw yet.',

  'moves.title': 'Who moved',
  'moves.what':
    'From {from} to {to}, both by the limits of today: <b>{climbed}</b> came closer, <b>{fell}</b> drifted away, {stayed} stayed{fresh_number, plural, =0 {} one {, one is new} other {, {fresh} are new}}.',
  'moves.matrix': 'From phase to phase',
  'moves.matrix.description':
    'How many customers went from each phase to each other: rows are the phases at first, columns those later.',
  'moves.sankey': 'The same as streams',
  'moves.sankey.description': 'Customers as streams from their phase at first to that later; climbs rise, falls sink.',
  'moves.tip':
    '{from} → {to}\n{customers} customers · {share} of {of_from}\n{direction, select, climb {closer} fall {further apart} new {newly known} other {stayed}}',
  'moves.default then_from': 'a year before, or later in young data',
  'moves.default then_to': 'the last day',
  'moves.none': 'There are no two days with customers to compare: choose days that differ, or load a longer time.',

  'outlook.title': 'If it goes on like this',
  'outlook.what':
    'A step is {days} days, as between the two moments above. Customers known now are carried on by the same shares; no one new is reckoned with (Markov chain, Pfeifer & Carraway).',
  'outlook.chart': 'Customers expected by phase',
  'outlook.description':
    'Customers by phase now and after each step, if the same shares move as between the two moments.',
  'outlook.y': '↑ Customers',
  'outlook.now': 'now',
  'outlook.step': '+{step}',
  'outlook.tip':
    '{phase}, {period, plural, =0 {now} one {after # step} other {after # steps}}\n{customers} of {total} · {share}',
  'outlook.caption': 'What each phase is expected to bring',
  'outlook.seen': 'Were in it at first',
  'outlook.now head': 'Now',
  'outlook.later': 'After {steps, plural, one {# step} other {# steps}}',
  'outlook.reward': '{measure, select, profit {Profit} other {Net sales}} per step',
  'outlook.value': 'Expected in {steps, plural, one {# step} other {# steps}}',

  'rules.title': 'Change the rules',
  'rules.summary':
    'now: {exploration, plural, one {# purchase explores} other {up to # purchases explore}}, expansion from × {growth}, commitment from {purchases} purchases in {days} days, active until {active} are back, lapsed after {lapsed}',
  'rules.remark':
    'The first of these rules that holds counts, dissolution first. What you change here changes everywhere, and can be taken back as a chip above. The last table says how long the limits are in days.',
  'rules.holds': '{count, plural, one {{number} customer} other {{number} customers}}',
  'rules.unseen': 'not observable',
  'rule.dissolution':
    'Silent for longer than the lapsed limit without a running contract, or ended by the customer file. Where too many never come back, the limits are of those who do.',
  'rule.decline':
    'Silent for longer than the active limit, or net sales of the last half-window far below those of the one before.',
  'rule.commitment':
    'A running contract, a large share of wallet, or many purchases over a long time, at regular gaps, for sums that are neither half nor double of those before.',
  'rule.expansion': 'Some purchases, and more net sales, more purchase days or a new category in the last half-window.',
  'rule.exploration': 'A contact that went both ways, or the first purchases, still within the active limit.',

  'select.phase hint': 'Show the customers in {phase}',
  'select.cell': '{times}, {silence} silent',
  'select.move': '{from} → {to}',
  'select.moment': '{phase} on {day}'
} as const;
