import {decimal, list, money, share} from '../../messages/format';
import type {Results, Scope, ViewContext} from '../analysis';
import {isOfPurchase} from '../../models/dimension';
import type {PartnershipParams} from './params';
import {categories} from './categories';
import type {AccountRow, CategoryRow, Summary} from './parts';
import {part, type Side} from './sides';
import {words} from './words';

/** What must be said below the statement: what is unknown, typed in, left out, or counted in a way of its own. */
export function notesOf(
  results: Results,
  params: PartnershipParams,
  {scope, context, sides}: {scope: Scope; context: ViewContext; sides: readonly Side[]}
): string[] {
  const summary = part<Summary>(results, 'summary')[0];
  if (!summary) return [];
  const all = part<AccountRow>(results, 'account').find(({side}) => side === 'all');
  const unknown = sides.some(({account}) =>
    [account.delivery, account.bonus, account.returns, account.database, account.salaries, account.other].includes(null)
  );
  const sales = Number(summary.net_sales);
  return [
    sources(results, params, summary),
    ...(unknown ? [words.t('statement.unknown')] : []),
    ...(params.basis === 'year' && all ? [words.t('statement.per year note', {years: decimal(all.years, 2)})] : []),
    ...(Number(summary.uncosted) === 0
      ? []
      : [
          words.t('statement.typed margin', {
            part: share(sales === 0 ? null : Number(summary.uncosted) / sales),
            margin: share(params.margin / 100)
          })
        ]),
    words.t('statement.returns note'),
    ...contacts(summary, params),
    ...(Number(summary.undated) === 0 ? [] : [words.t('statement.undated', {amount: money(summary.undated)})]),
    ...(takesPartOfCustomers(scope, context) ? [words.t('statement.filtered')] : [])
  ];
}

/** Which figures come from files, and which are typed in. */
function sources(results: Results, {margin}: PartnershipParams, {uncosted, net_sales}: Summary): string {
  const rows = part<CategoryRow>(results, 'categories');
  const named = (holds: (row: CategoryRow) => boolean): string[] =>
    categories
      .filter((name) => rows.some((row) => row.category === name && holds(row)))
      .map((name) => inSentence(words.t(`statement.${name}`)));
  const some = Number(uncosted) !== 0;
  const files = [
    inSentence(words.t('statement.net_sales')),
    ...(Number(uncosted) === Number(net_sales) && some ? [] : [inSentence(words.t('statement.cost_of_goods'))]),
    ...named(({file_total}) => Number(file_total) !== 0)
  ];
  const typed = [
    ...(some ? [words.t('statement.sources margin', {margin: share(margin / 100)})] : []),
    ...named(({typed: amount}) => Number(amount) !== 0)
  ];
  return words.t('statement.sources', {files: list(files), typed: typed.length === 0 ? 'none' : list(typed)});
}

const inSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function contacts({contacts_left_out}: Summary, {contacts: chosen}: PartnershipParams): string[] {
  if (Number(contacts_left_out) === 0) return [];
  const key = chosen === 'auto' ? 'statement.contacts' : 'statement.contacts left out';
  return [words.t(key, {amount: money(contacts_left_out)})];
}

/** Whether a filter keeps some purchases of a customer and not others. */
const takesPartOfCustomers = ({filters}: Scope, {loaded}: ViewContext): boolean =>
  Object.entries(filters).some(([dimension, values]) => values.length > 0 && isOfPurchase(dimension, loaded));
