/** What the wait begins with, after "After". */
const begin =
  '{what, select, first {the first purchase} second {the second purchase} third {the third purchase} later {the fourth and each later purchase} other {a purchase}}';

export default {
  title: 'Survival',
  question: 'How long until they buy again, and how long do they stay?',

  'takeaway.half': `{what, select, contract {Half of all relationships last longer than <b>{median}</b>; <b>{open}</b> last longer than the {longest} seen.} other {After ${begin} half buy again within <b>{median}</b>; <b>{open}</b> haven’t after the {longest} seen.}}`,
  'takeaway.all': `{what, select, contract {Half of all relationships last longer than <b>{median}</b>; none is seen to last longer than {longest}.} other {After ${begin} half buy again within <b>{median}</b>, and all within {longest}.}}`,
  'takeaway.no half': `{what, select, contract {<b>{open}</b> of relationships last longer than the {longest} seen, too many to say how long half of them last{quarter, select, yes {; a quarter is over within <b>{lower}</b>} other {}}.} other {After ${begin} <b>{ended}</b> buy again within the {longest} seen, too few to say when half of them do{quarter, select, yes {; a quarter do within <b>{lower}</b>} other {}}.}}`,
  'takeaway.none': `{what, select, contract {No relationship has ended within the <b>{longest}</b> seen.} other {After ${begin} no one has bought again within the <b>{longest}</b> seen.}}`,
  'takeaway.no time': `{what, select, contract {No relationship has been seen for a day yet: the data ends on the day they begin.} other {After ${begin} no one has been seen for a day yet: the data ends with it.}}`,
  'takeaway.naive':
    '{what, select, contract { Of those that ended alone one would have said {naive}.} other { Leaving the open ones out would have said {naive}.}}',
  'takeaway.naive half':
    '{what, select, contract { Of those that ended alone one would have said half last {naive}.} other { Leaving the open ones out would have said half within {naive}.}}',
  'takeaway.compared': `{what, select, contract {Relationships last longest in <b>{latest}</b> ({late}) and are over soonest in <b>{soonest}</b> ({soon}).} other {After ${begin} <b>{soonest}</b> comes back soonest ({soon}), <b>{latest}</b> latest ({late}).}}`,
  'takeaway.reached': '{what, select, contract {half longer than {median}} other {half within {median}}}',
  'takeaway.not reached':
    '{what, select, contract {more than half longer than the {longest} seen} other {not half within the {longest} seen}}',
  'takeaway.averaged':
    '{what, select, contract {{mean} of the first {horizon} on average} other {waiting {mean} of the first {horizon} on average}}',
  'takeaway.differ': ' The groups differ <b>more than chance would make them</b> (log-rank, {p}).',
  'takeaway.alike':
    ' Chance alone would make groups that are alike differ as much in <b>{cases}</b> of cases (log-rank, {p}).',
  'takeaway.nothing': 'Nothing is waited for in this period, with these filters and rules.',

  days: '{count, plural, one {{days} day} other {{days} days}}',
  'days.years': '{days} days ({years} years)',
  'p.tiny': 'p < 0.001',
  'p.is': 'p = {p}',
  limits: '{low}–{high}',
  'limits.open': '?',
  'group.all': 'All',
  'group_name.': 'all others',
  'group.others': 'all others',
  'group.none given': 'none given',

  'param.what': 'Time from',
  'param.what.help':
    'The wait from one purchase to the next, or the life of a relationship from its beginning to its end. A purchase is a day on which a customer bought.',
  'param.what.first': '1st purchase to the 2nd',
  'param.what.second': '2nd purchase to the 3rd',
  'param.what.third': '3rd purchase to the 4th',
  'param.what.later': '4th and later ones to the next',
  'param.what.any': 'any purchase to the next',
  'param.what.contract': 'start to end of the relationship',
  'param.split': 'Compare by',
  'param.split.help': 'The five largest groups have a curve each; all others share one.',
  'param.horizon': 'Show',
  'horizon.all': 'all that is seen ({days})',
  'horizon.days': 'the first {count, plural, one {day} other {{days} days}}',
  'horizon.years': 'the first {years, plural, one {year} other {# years}}',
  'param.horizon.help':
    'How far the curves are drawn, and up to where the average is taken. Of all that is seen the average goes up to where all groups are known.',
  'param.silent': 'Days passed',
  'param.within': 'Days that follow',
  'unit.days': 'days',

  'column.place': 'Curve',
  'column.group_name': 'Group',
  'column.duration': 'Days',
  'column.at_risk': 'Still waiting',
  'column.at_risk.contract': 'Still there',
  'column.events': 'Bought again',
  'column.events.contract': 'Ended',
  'column.censored': 'Last seen waiting',
  'column.censored.contract': 'Last seen there',
  'column.survival': 'Share still waiting',
  'column.survival.contract': 'Share still there',
  'column.ended': 'Share that has bought again',
  'column.ended.contract': 'Share that has ended',
  'column.std_error': 'Standard error',
  'column.low': 'Waiting, low (95%)',
  'column.low.contract': 'Still there, low (95%)',
  'column.high': 'Waiting, high (95%)',
  'column.high.contract': 'Still there, high (95%)',
  'column.groups': 'Groups',
  'column.waits': 'Waits',
  'column.waits.first': 'Customers',
  'column.waits.second': 'Customers',
  'column.waits.third': 'Customers',
  'column.waits.contract': 'Relationships',
  'column.longest': 'Longest seen, days',
  'column.last_survival': 'Share still waiting then',
  'column.lower': 'A quarter, days',
  'column.lower_low': 'A quarter, low',
  'column.lower_high': 'A quarter, high',
  'column.median': 'Half, days',
  'column.median_low': 'Half, low',
  'column.median_high': 'Half, high',
  'column.upper': 'Three quarters, days',
  'column.upper_low': 'Three quarters, low',
  'column.upper_high': 'Three quarters, high',
  'column.naive': 'Half, open ones left out',
  'column.horizon': 'Average up to',
  'column.mean': 'Average',
  'column.mean_error': 'Standard error of the average',
  'column.from_day': 'From day',
  'column.at_risk_last': 'Still waiting at the end',
  'column.waiting': 'Waiting longer',
  'column.chance': 'Chance until the next row',
  'column.other': 'Other curve',
  'column.observed': 'Bought again',
  'column.observed.contract': 'Ended',
  'column.expected': 'Expected if all were alike',
  'column.covariance': 'Covariance',
  'column.later': 'Seen all that time',
  'column.stays': 'Share not over',
  'column.customer_id': 'Customer',
  'column.name': 'Name',
  'column.segment': 'Segment',
  'column.country': 'Country',
  'column.started_on': 'Since',
  'column.days': 'Days',
  'column.times': 'Such waits',
  'column.times.contract': 'Relationships',
  'column.net_sales': 'Net sales',
  'column.last_on': 'Last purchase',

  'missing.purchase.customer_id': 'Customers, to know who buys again.',
  'missing.purchase.purchased_on': 'Days of purchase, to know after how long.',
  'missing.purchase.amount': 'Amounts, to tell purchases from returns.',
  'missing.customer.customer_id': 'A customer file, for relationships with a beginning and an end.',
  'missing.customer.closed_on': 'Days on which relationships ended would show how long they last.',
  'missing.customer.acquired_on':
    'Days on which customers were won would begin relationships before the first purchase.',
  'missing.customer.contract_until': 'Days until which contracts run would end relationships whose contract ran out.',
  'missing.customer.segment': 'Segments would show who comes back sooner.',

  chart: '{what, select, contract {Share of relationships that last longer} other {Share that has bought again}}',
  'chart.description':
    '{what, select, contract {How many relationships are still there after so many days} other {How many have bought again after so many days}}, estimated by Kaplan and Meier with 95% limits. Below it how many are known to be {what, select, contract {there} other {waiting}} that long.',
  'chart.x': `{what, select, contract {Days since the relationship began →} other {Days since ${begin} →}}`,
  'chart.y': '{what, select, contract {↑ Share still there} other {↑ Share that has bought again}}',
  'chart.at risk': '{what, select, contract {Still there and seen} other {Still waiting and seen}}',
  'chart.half': 'half: {median}',
  'chart.tip':
    '{group}{what, select, contract {after {days} {share} still there ({low}–{high})} other {after {days} {share} have bought again ({low}–{high})}}\n{events} of {atRisk} {what, select, contract {ended} other {bought}} {same, select, yes {that day} other {from day {from} to {to}}}{censored, select, 0 {} other {, {censored} last seen then}}',

  'note.few': 'Dashed: fewer than {few} are seen that long, and each of them weighs heavily.',
  'note.others':
    '{groups, plural, one {One more group has a curve of its own.} other {“All others” are {number} smaller groups together.}}',
  'note.repeated':
    'Customers with several waits count several times, and their waits resemble each other: limits and p-value are surer than they should be.',
  'note.aside':
    '{count, plural, one {One relationship is} other {{number} relationships are}} left out: {count, plural, one {it is} other {they are}} said to have ended before {count, plural, one {it} other {they}} began.',

  'summary.caption': '{what, select, contract {How long relationships last} other {How long it takes}}',
  'summary.group': 'Group',
  'summary.open': '{what, select, contract {Still there} other {Still to come}}',
  'summary.lower': 'A quarter after',
  'summary.median': 'Half after (95% limits)',
  'summary.upper': 'Three quarters after',
  'summary.mean': 'Average of the first {horizon} (±)',
  'summary.naive': 'Half, open ones left out',
  'summary.hint':
    '{what, select, contract {Show those still there in {group}} other {Show who hasn’t come back in {group}}}',
  'summary.value': '{value} ({limits})',
  'summary.mean value': '{mean} ± {error}',

  'times.caption': 'After so many days',
  'times.days': 'Days',
  'times.at risk': '{what, select, contract {Still there and seen} other {Still waiting and seen}}',
  'times.share':
    '{what, select, contract {Share still there (95% limits)} other {Share that has bought again (95% limits)}}',
  'times.chance':
    '{what, select, contract {Of those there, ended within the next {step}} other {Of those waiting, bought within the next {step}}}',
  'times.value': '{share} ({low}–{high})',

  'rank.caption': 'Do the groups differ? The log-rank test',
  'rank.group': 'Group',
  'rank.ratio': 'Observed ÷ expected',
  'rank.result':
    'χ² = {statistic} with {degrees, plural, one {one degree} other {# degrees}} of freedom, {p}: {differ, select, yes {<b>the groups differ more than chance would make them</b>.} other {<b>chance alone would make groups that are alike differ as much in {cases} of cases</b>.}}',
  'rank.none': 'There is nothing to test: too little ended while groups were beside each other.',

  'conditional.title': '{what, select, contract {After a while} other {After a silence}}',
  'conditional.silent': '{what, select, contract {There for} other {Silent for}}',
  'conditional.within': '{what, select, contract {Chance to stay the next} other {Chance to buy in the next}}',
  'conditional.answer':
    '{what, select, contract {Of those there for {silent}, <b>{share}</b> ({low}–{high}) stay the next {within} too.} other {Of those silent for {silent}, <b>{share}</b> ({low}–{high}) buy within the next {within}.}} Known from {waiting} who were {what, select, contract {there} other {silent}} longer than {silent}; {later} of them are seen so all {within}.',
  'conditional.few':
    '<b>–</b> {waiting, select, 0 {No one is} 1 {Only one is} other {Only {waiting} are}} seen to be {what, select, contract {there} other {silent}} longer than {silent}: too few to say.',
  'conditional.far':
    '<b>–</b> None of the {waiting} {what, select, contract {there} other {silent}} for {silent} is seen {within} more: the data isn’t long enough to say.',
  'conditional.caption': 'The answer for each group',
  'conditional.share': '{what, select, contract {Stay} other {Buy}} (95% limits)',
  'conditional.waiting': 'Known from',
  'conditional.later': 'Seen all that time',

  'waiting.title': '{what, select, contract {Who is still there} other {Who hasn’t come back}}',
  'waiting.button': '{what, select, contract {Show the {count} still there} other {Show the {count} still to come}}',

  'select.ended':
    '{grouped, select, yes {{group}: } other {}}{what, select, contract {ended} other {bought again}} after {same, select, yes {{to} days} other {{from} to {to} days}}',
  'select.open':
    '{grouped, select, yes {{group}: } other {}}{what, select, contract {still there} other {still to come}} after {same, select, yes {{to} days} other {{from} to {to} days}}',
  'select.waiting':
    '{grouped, select, yes {{group}: } other {}}{what, select, contract {still there} other {still to come}}, the longest first'
} as const;
