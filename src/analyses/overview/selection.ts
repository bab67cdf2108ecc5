import {month as monthText} from '../../messages/format';
import type {Row, Selection} from '../analysis';
import {words} from './words';

/** The customers of a month: those who bought for the first time in it, those who returned, or all. */
export function ofMonth(month: string, who: 'new' | 'returning' | 'all'): Selection {
  return {title: words.t('select.month', {month: monthText(month), who}), params: {month, who}};
}

/** All customers of the month of a row. */
export const ofRow = (row: Row): Selection => ofMonth(String(row['month']), 'all');
