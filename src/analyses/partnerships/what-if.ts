import type {Params} from '../../engine/sql';
import {categories, serving, type Category} from './categories';

/** By how many per cent a category is asked to cost more, or less; 0 where nothing is asked. */
export const changeOf = (params: Params, category: Category): number => Number(params[`change_${category}`] ?? 0);

/** The categories that a "what if" is asked of. */
export const changed = (params: Params): Category[] => categories.filter((name) => changeOf(params, name) !== 0);

/** Whether what is left of sales depends on a "what if": acquisition stands below it. */
export const changesProfit = (params: Params): boolean => serving.some((name) => changeOf(params, name) !== 0);

/** Whether only what is shared out or typed in changes, not what the files say of single customers. */
export const isOfShared = (params: Params): boolean => params['change_of'] === 'shared';

/** An amount of a category with its "what if", as SQL. */
export const scaledSql = (amount: string, category: Category, params: Params): string =>
  changeOf(params, category) === 0
    ? amount
    : `coalesce(round((${amount})::decimal(28, 4) * (100 + $change_${category}::decimal(9, 4)) * 0.01, 4), 0)`;

/** What the files say of a customer itself, with the "what if" where that is asked of it too, as SQL. */
export const ownSql = (amount: string, category: Category, params: Params): string =>
  isOfShared(params) ? amount : scaledSql(amount, category, params);
