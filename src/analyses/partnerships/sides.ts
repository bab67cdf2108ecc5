import {month} from '../../messages/format';
import {monthTick} from '../../charts/theme';
import type {Results} from '../analysis';
import {accountName} from './names';
import type {PartnershipParams} from './params';
import type {Account, AccountRow, OptionRow, PeriodRow} from './parts';
import {words} from './words';

/** An account as it is shown, with what it is called; what only whole accounts have is null for a period. */
export interface Side {
  name: string;
  account: Account;
  average_purchase: number | null;
  /** a year, or in the period */
  purchases: number | null;
}

/** A choice of an account. */
export interface SideOption {
  value: string;
  label: string;
  remark?: string;
}

const periodPrefix = 'period:';

/** Stands for the group of customers that have none, whose name is empty. */
const noGroup = 'group:';

/** The account that stands at the left: the one chosen, else everyone's; and the one beside it, where one is chosen. */
export function sidesOf(results: Results, params: PartnershipParams): {left: Side | null; right: Side | null} {
  return {
    left: sideOf('left', results, params) ?? everyone(results, params),
    right: sideOf('right', results, params)
  };
}

/** The accounts to choose from: everyone's where the side may be that, then periods, then customers or groups. */
export function sideOptions(results: Results, params: PartnershipParams, first: string): SideOption[] {
  const rows = part<OptionRow>(results, 'options');
  const periods = part<PeriodRow>(results, 'periods');
  return [
    {value: '', label: first},
    ...rows.map((row) => ({
      value: row.id === '' ? noGroup : row.id,
      label: accountName(row, params.split),
      ...(row.name === null ? {} : {remark: row.id})
    })),
    ...periods.map((row) => ({
      value: `${periodPrefix}${row.period}`,
      label: periodName(row.period, params.grain),
      ...(row.complete ? {} : {remark: words.t('period.partly')})
    }))
  ];
}

/** What a period is called. */
export function periodName(period: string, grain: string): string {
  const year = period.slice(0, 4);
  if (grain === 'year') return year;
  if (grain === 'quarter') {
    return words.t('period.quarter', {quarter: String(Math.ceil(Number(period.slice(5, 7)) / 3)), year});
  }
  return month(period);
}

/** A short name of a period, for an axis. */
export const periodTick = (period: string, grain: string): string =>
  grain === 'month' ? monthTick(period) : periodName(period, grain);

function everyone(results: Results, params: PartnershipParams): Side | null {
  const row = accounts(results).find(({side}) => side === 'all');
  return row ? whole(words.t('side.everyone'), row, params) : null;
}

function sideOf(side: 'left' | 'right', results: Results, params: PartnershipParams): Side | null {
  const chosen = params[side];
  if (chosen.startsWith(periodPrefix)) {
    const row = part<PeriodRow>(results, 'periods').find(({period}) => `${periodPrefix}${period}` === chosen);
    return row
      ? {name: periodName(row.period, params.grain), account: row, average_purchase: null, purchases: null}
      : null;
  }
  const row = accounts(results).find((account) => account.side === side);
  const asked = chosen === noGroup ? '' : chosen;
  const option = part<OptionRow>(results, 'options').find(({id}) => id === asked);
  return row ? whole(accountName(option ?? {id: asked, name: null}, params.split), row, params) : null;
}

const whole = (name: string, row: AccountRow, {basis}: PartnershipParams): Side => ({
  name,
  account: row,
  average_purchase: row.average_purchase,
  purchases: basis === 'year' ? row.purchases_per_year : row.occasions
});

const accounts = (results: Results): AccountRow[] => part<AccountRow>(results, 'account');

/** The rows of a part; none where it isn't there yet. */
export const part = <T>(results: Results, name: string): T[] => (results.parts[name] ?? []) as unknown as T[];
