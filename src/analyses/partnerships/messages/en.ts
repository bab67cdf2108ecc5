import {account} from './en/account';
import {params} from './en/params';
import {pictures} from './en/pictures';

export default {
  title: 'Partnership profitability',
  question: 'Which relationships earn money?',

  'takeaway.what if': 'What if <b>{changes}</b>? ',
  'takeaway.changed': ', <b>{amount}</b> {direction, select, better {better} other {worse}} than without that',
  'takeaway.left':
    'After goods and service, partnerships {sign, select, loss {lose} other {leave}} <b>{amount}</b>{shared, select, yes {, <b>{share}</b> of net sales} other {}}',
  'takeaway.no costs':
    'Before any cost to serve, which is not loaded, partnerships {sign, select, loss {lose} other {leave}} <b>{amount}</b>{shared, select, yes {, <b>{share}</b> of net sales} other {}}',
  'takeaway.outside':
    'Before any cost to serve, of which the files have none in this period, partnerships {sign, select, loss {lose} other {leave}} <b>{amount}</b>{shared, select, yes {, <b>{share}</b> of net sales} other {}}',
  'takeaway.losing':
    '; <b>{losing}</b> of {customers} customers ({part}) {count, plural, one {loses} other {lose}} money, <b>{amount}</b>{count, plural, one {} other { together}}',
  'takeaway.typed margin': ', at an assumed margin of {margin}',
  'takeaway.partly typed margin': ', with an assumed margin of {margin} on {part} of net sales',
  'takeaway.end': '.',
  'takeaway.nothing': 'No purchase counts in this period, with these filters and rules.',
  ...params,
  ...account,
  ...pictures
} as const;
