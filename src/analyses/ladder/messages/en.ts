export default {
  title: 'Relationship ladder',
  question: 'How far has each relationship come?',

  'takeaway.ladder':
    'Of {total} known {totalCount, plural, one {customer} other {customers}}{prospect, plural, =0 {} other { and prospects}} <b>{clients}</b> ({clientShare}) {client, plural, one {is} other {are}} clients or more, <b>{customers}</b> ({customerShare}) {customer, plural, one {has} other {have}} bought now and then, and <b>{lapsed}</b> ({lapsedShare}) lapsed{prospect, plural, =0 {} one {; one has not bought yet} other {; {prospects} have not bought yet}}{returner, plural, =0 {} one {; one has no purchase that counts} other {; {returners} have no purchase that counts}}.',
  'takeaway.nothing': 'No one is known in this period, with these filters and rules.',

  'rung.prospect': 'Prospect',
  'rung.customer': 'Customer',
  'rung.client': 'Client',
  'rung.supporter': 'Supporter',
  'rung.advocate': 'Advocate',
  'rung.partner': 'Partner',
  'rung.lapsed': 'Lapsed',
  'rung.prospect.many': '{number} {count, plural, one {prospect} other {prospects}}',
  'rung.customer.many': '{number} {count, plural, one {customer} other {customers}}',
  'rung.client.many': '{number} {count, plural, one {client} other {clients}}',
  'rung.supporter.many': '{number} {count, plural, one {supporter} other {supporters}}',
  'rung.advocate.many': '{number} {count, plural, one {advocate} other {advocates}}',
  'rung.partner.many': '{number} {count, plural, one {partner} other {partners}}',
  'rung.lapsed.many': '{number} lapsed {count, plural, one {customer} other {customers}}',
  'hidden.prospect': 'not observable: load leads, or customers who haven’t bought yet',
  'hidden.some': '{number} without a purchase that counts; others {hidden}',
  'hidden.customer': 'not observable: load purchases',
  'hidden.client': 'not observable: load purchases',
  'hidden.supporter': 'not observable: load surveys with scores',
  'hidden.advocate': 'not observable: load referrals, reviews or surveys',
  'hidden.partner': 'not observable: load contracts or shares of wallet',
  'hidden.lapsed': 'not observable: load purchases',
  days: '{count, plural, one {{number} day} other {{number} days}}',

  'param.then_from': 'From',
  'param.then_to': 'To',
  'param.test_days': 'Bought again within',
  'param.horizon': 'Periods ahead',
  'param.discount': 'Discount per year',
  'param.reward': 'Value in',
  'param.reward.net_sales': 'Net sales',
  'param.reward.profit': 'Profit',
  'unit.days': 'days',
  'unit.periods': 'periods',
  'unit.percent': '%',

  'column.rung': 'Rung',
  'column.place': 'Place',
  'column.observable': 'Observable',
  'column.customers': 'Customers',
  'column.share_of_all': 'Share of all',
  'column.reached': 'Came this far',
  'column.step_share': 'Of the rung below',
  'column.start_share': 'Of all on the ladder',
  'column.frequency': 'Recent purchase days per customer',
  'column.net_sales': 'Net sales',
  'column.sales_share': 'Share of net sales',
  'column.sales_per_customer': 'Net sales per customer',
  'column.profit': 'Profit',
  'column.since_rung': 'Counted from',
  'column.median_days': 'Median days',
  'column.from_on': 'From',
  'column.to_on': 'To',
  'column.from_rung': 'From rung',
  'column.to_rung': 'To rung',
  'column.tested_on': 'Looked at on',
  'column.again': 'Bought again',
  'column.again_share': 'Share that bought again',
  'column.low': 'At least',
  'column.high': 'At most',
  'column.sales_after': 'Net sales afterwards',
  'column.moment': 'Day',
  'column.class': 'After purchase',
  'column.gaps': 'Silences that ended',
  'column.open_gaps': 'Still open',
  'column.active_days': 'Active up to',
  'column.lapsed_days': 'Lapsed after',
  'column.back_share': 'Are back in the end',
  'column.of_returning': 'Of those who return',
  'column.customer_id': 'Customer',
  'column.name': 'Name',
  'column.segment': 'Segment',
  'column.country': 'Country',
  'column.occasions': 'Purchase days',
  'column.last_on': 'Last purchase',
  'column.recency_days': 'Days since',

  'missing.purchase.customer_id': 'Customers, whose relationship it is.',
  'missing.purchase.purchased_on': 'Days of purchase, to tell clients from customers and those who lapsed.',
  'missing.purchase.amount': 'Amounts, to tell purchases from returns and to see what each rung brings.',
  'missing.purchase.cost': 'Cost of goods would show what each rung earns, not only what it buys.',
  'missing.customer.customer_id': 'A customer file would show who has not bought yet: prospects.',
  'missing.customer.name': 'Names would stand beside customers’ ids.',
  'missing.customer.acquired_on': 'Days of acquisition would show how long it takes to the first purchase.',
  'missing.customer.referred_by': 'Who was referred by whom would show advocates.',
  'missing.customer.contract_until': 'Contracts would show partners.',
  'missing.customer.wallet_per_year':
    'What customers spend in all would show shares of wallet, and with bonds partners.',
  'missing.interaction.customer_id': 'Contacts would show prospects, supporters and advocates.',
  'missing.interaction.kind':
    'Kinds of contacts (lead, survey, complaint, review, referral) would tell who is a prospect, a supporter, an advocate.',
  'missing.interaction.score': 'Scores of surveys and reviews would show supporters and advocates.',

  'chart.ladder': 'The ladder',
  'chart.ladder.description':
    'The rungs from partner down to prospect, and lapsed customers below them: how many customers stand on each, and how many came at least that far.',
  'chart.ladder.note':
    'Solid: on this rung now. Pale: on this rung or a higher one. A rung’s days are the median of those who came there.',
  'chart.ladder.bar': '{customers} · {share}',
  'chart.ladder.step': 'of rung below',
  'chart.ladder.start': 'of ladder',
  'chart.ladder.days': 'median time',
  'chart.ladder.under': '{step} of the rung below{known, select, true { · {days}} other {}}',
  'chart.ladder.tip':
    '{rung}\n{customers} on this rung, {share} of all known\n{reached} came this far{first, select, true {} other {: {step} of the rung below, {start} of all on the ladder}}{known, select, true {\n{way}} other {}}',
  'chart.ladder.tip beside': '{rung}\n{customers}, {share} of all known',
  'way.customer': '{days} from being known to the first purchase, median of {customers} known before it',
  'way.client': '{days} from the first purchase, median of {customers}',
  'way.supporter': '{days} from being a client, median of {customers}',
  'way.advocate': '{days} from being a client, median of {customers}',

  'rungs.caption': 'What each rung brings',
  'rungs.select hint': 'Show the customers: {rung}',
  'rungs.frequency': 'Purchase days per customer in {days, plural, one {# day} other {# days}}',
  'rungs.again': 'Bought again within {days, plural, one {# day} other {# days}}',
  'rungs.again cell': '{share} of {customers}',
  'rungs.unseen': 'not observable',

  'chart.months': 'How the ladder filled',
  'chart.months.description':
    'How many customers stood on each rung as time went by; those who had lapsed hang below the line.',
  'chart.months.y': '↑ Customers',
  'chart.months.tip': '{day}\n{rung}: {customers} of {total} ({share})',
  'chart.months.note':
    'At the end of each {apart, select, 1 {month} 3 {quarter, since customers are so many} 6 {half-year, since customers are so many} other {year, since customers are so many}}, all measured with the limits of the last day, so that only customers move, not the ruler. Lapsed customers hang below the line.',

  'chart.months.one': 'The data covers one month only: there is no course to draw yet.',

  'moves.title': 'Who climbed, who fell',
  'moves.sentence':
    'From {from} to {to}, <b>{climbed}</b> {climb, plural, one {customer} other {customers}} climbed, <b>{fell}</b> fell and <b>{stayed}</b> stayed where they were{arrived, plural, =0 {} one {; one is new} other {; {arrivals} are new}}{gone, plural, =0 {} one {; one is gone} other {; {departed} are gone}}.',
  'moves.same': 'Both days are {to}: choose two days that differ to see who moved, or load a longer time.',
  'moves.none': 'No one was known on these days.',
  'chart.moves': 'From rung to rung',
  'chart.moves.description':
    'A matrix: from the rung of a row to the rung of a column. Each cell has the number of customers and their share of the row. Climbs have an upward arrow, falls a downward one.',
  'chart.flows': 'Flows',
  'chart.flows.description':
    'Ribbons from the rungs of the first day at the left to those of the second at the right, as thick as customers are many.',
  'moves.legend.climb': '↑ climbed',
  'moves.legend.fall': '↓ fell',
  'moves.legend.stay': '= stayed',
  'moves.legend.new': '+ new',
  'moves.note':
    'To lapse counts as a fall, to come back as a climb. Both days are measured with the limits of the last day.',
  'moves.default from': 'a year before, or later in young data',
  'moves.default to': 'the last day',
  'move.new': 'New',
  'move.gone': 'Gone',
  'move.tip':
    '{from} → {to}\n{direction, select, climb {climbed} fall {fell} stay {stayed} new {new} other {gone}}: {customers}\n{share} of {of} there at first\n{share_to} of {of_to} there later',

  'future.title': 'If it goes on like this',
  'future.none': 'It takes two days that differ, with customers on the first one.',
  'future.assumptions':
    'A period is {days, plural, one {# day} other {# days}} long, as between the two days above. Each customer of a rung is taken to move with the shares of that period, whatever came before (a Markov chain), and to bring what its rung brought on average. No new customers are reckoned with. Values are of {horizon, plural, one {# period} other {# periods}}, discounted by {discount} a year.',
  'future.caption': 'What a customer of each rung is worth',
  'future.rung': 'Rung',
  'future.seen': 'Seen moving',
  'future.reward':
    '{reward, select, profit {Profit} other {Net sales}} in a period{currency, select, none {} other { ({currency})}}',
  'future.value':
    'Expected {reward, select, profit {profit} other {net sales}} in all{currency, select, none {} other { ({currency})}}',
  'future.now': 'Now',
  'future.later': 'Expected after',
  'chart.forecast': 'Expected on each rung',
  'chart.forecast.description':
    'How many of today’s customers are expected on each rung after each period; lapsed ones hang below the line.',
  'chart.forecast.y': '↑ Customers of today',
  'chart.forecast.now': 'now',
  'chart.forecast.tip': 'After {period} periods\n{rung}: {customers} expected ({share})',
  'chart.forecast.tip now': 'Now\n{rung}: {customers} ({share})',

  'hits.title': 'Does the ladder tell the truth?',
  'hits.nothing': 'No one had bought yet {days} days before the last day: choose fewer days.',
  'hits.first':
    'Of the <b>{rung}</b> of {day}, <b>{share}</b> bought again within {days, plural, one {# day} other {# days}}',
  'hits.other': '; of the {rung}, {share}',
  'hits.end': '. ',
  'hits.order': 'The order of the rungs is right: the higher, the more bought again.',
  'hits.turned':
    'The order isn’t right everywhere: {lower} bought again more often than {higher}{more, plural, =0 {} one {, and one more pair is turned} other {, and # more pairs are turned}}{chance, select, yes {, which may be chance} other {}}.{pair, select, customer_lapsed { A rung says how far a relationship has come, not how soon the next purchase is: many a customer has bought only once, while who lapsed may have bought often before.} other {}}',
  'hits.note':
    'Out of sample: the rungs are those that would have been told on that day, with limits from nothing later. Rules are a behavioural proxy: “lapsed” says that someone is late, not that they are gone.',
  'chart.hits': 'Bought again, by rung',
  'chart.hits.description': 'The share of each rung that bought again, with a 95% interval.',
  'chart.hits.x': 'Share that bought again, with 95% interval →',
  'chart.hits.tip': '{rung}\n{again} of {customers} bought again: {share}\n95% interval {low} to {high}',

  'rules.title': 'What makes a rung',
  'rules.summary':
    '{own, select, yes {Client: your own condition} other {Client: {purchases, plural, one {# purchase day} other {# purchase days}} within {days, plural, one {# day} other {# days}}; active until {active}}}, lapsed after {lapsed} of usual gaps are over.',
  'rules.proxy':
    'These rules are a behavioural proxy: files show what people do, not what they feel. Change them here; every analysis that speaks of rungs follows. The last table says how long the limits are in days.',
  'rule.client':
    'Bought on enough days lately, and the last purchase is no longer ago than most gaps between purchases last.',
  'rule.supporter':
    'A client who says so: satisfied enough in surveys, or a high answer to “would you recommend us?”, and no open complaint.',
  'rule.advocate':
    'A client who recommends: referrals, a good public review, or an answer of 9 or 10 with a recommendation.',
  'rule.partner': 'A client bound both ways: a contract, or a large share of wallet with several bonds.',
  'rule.lapsed':
    'Silent for longer than nearly all gaps between purchases last, and bound by no contract; or closed in the customer file. Frequent buyers are measured by their own rhythm. Where too many never come back, the limits are of those who do.',

  'select.day': '{rung} of {day}',
  'select.moved': '{from} → {to}',
  'select.stayed': '{rung}, stayed'
} as const;
