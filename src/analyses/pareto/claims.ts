import {count, nothing, share} from '../../messages/format';
import type {SmallRow} from '../small-row';
import type {ParetoParams} from './params';
import type {ClaimRow} from './rows';
import {words} from './words';

/** The column heads of the table of claims. */
export const claimHead = (): string[] => [
  words.t('claims.head'),
  words.t('claims.head claimed'),
  words.t('claims.head data'),
  words.t('claims.head needed')
];

/** What textbooks say beside what this data says, a line each. */
export const claimRows = (rows: readonly ClaimRow[], {by}: ParetoParams): SmallRow[] =>
  order
    .flatMap((claim) => rows.filter((row) => row.claim === claim))
    .map((row) => ({
      cells: [
        words.t(`claims.${row.claim}`, {by, percentage: share(row.percentage / 100)}),
        claimed(row),
        numbered('claims.data', row.share, row.entities),
        row.claimed_from === row.claimed_to ? needed(row) : nothing
      ]
    }));

const order = ['sales', 'profit', 'best', 'worst'] as const;

/** Whether the data says nothing of what is claimed of profit. */
export const lacksCost = (rows: readonly ClaimRow[]): boolean =>
  rows.some(({claim, entities}) => claim === 'profit' && entities === null);

function claimed({claimed_from, claimed_to}: ClaimRow): string {
  if (claimed_from === claimed_to) return share(claimed_from);
  // Of losses the smaller one is said first.
  const [from, to] = claimed_from < 0 ? [claimed_to, claimed_from] : [claimed_from, claimed_to];
  return words.t('claims.range', {from: share(from), to: share(to)});
}

const needed = (row: ClaimRow): string =>
  numbered('claims.needed', row.needed_share, row.needed, {claimed: share(row.claimed_from)});

function numbered(
  key: 'claims.data' | 'claims.needed',
  part: number | null,
  entities: number | null,
  more: Readonly<Record<string, string>> = {}
): string {
  return part === null || entities === null
    ? nothing
    : words.t(key, {share: share(part), number: count(entities), ...more});
}
