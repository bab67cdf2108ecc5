import {count, day, decimal, share} from '../../messages/format';
import {has} from '../../models/loaded';
import type {ViewContext} from '../analysis';
import {days} from './names';
import type {AcquisitionParams} from './params';
import type {Summary} from './parts';
import {words} from './words';

type Known = Pick<ViewContext, 'loaded' | 'window'>;

/** What must be known to read the numbers rightly. */
export function notesOf(summary: Summary, {leads_by}: AcquisitionParams, {loaded, window}: Known): string[] {
  const counted = (key: 'early' | 'before' | 'later'): string[] => {
    if (summary[key] === 0) return [];
    return [words.t(`note.${key}`, {count: summary[key], number: count(summary[key]), day: day(window.as_of)})];
  };
  const isPlain = !has(loaded, 'interaction.kind') && !has(loaded, 'interaction.stage');
  const isOnlyWon = leads_by === 'owner' && summary.owners > 0 && summary.owners_not_won === 0;
  return [
    words.t('note.rule'),
    ...(isPlain ? [words.t('note.no kinds')] : []),
    ...(has(loaded, 'interaction.deal') ? [words.t('note.deals')] : []),
    ...ripe(summary),
    ...counted('early'),
    ...counted('before'),
    ...counted('later'),
    ...(isOnlyWon ? [words.t('note.owners')] : [])
  ];
}

function ripe({p90_days, ripe: old, ripe_won}: Summary): string[] {
  if (p90_days === null || old === 0) return [];
  const most = Math.ceil(p90_days);
  return [words.t('note.ripe', {days: days(most, decimal(most, 0)), ripe: count(old), share: share(ripe_won / old)})];
}
