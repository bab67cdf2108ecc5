import type {PreviewTotals} from '../../ingest/preview';
import {day, money} from '../../messages/format';
import {words} from '../../messages/import';
import type {Sentence} from '../../messages/translator';
import type {Draft} from './draft.svelte';

/** What the files hold, in a sentence, as far as it is known. */
export function summaryOf(draft: Draft, totals: PreviewTotals | null): Sentence {
  if (draft.looking || isReading(draft)) return words.rich('summary.looking', {count: draft.files.length});
  if (!totals || totals.used === 0 || totals.from === null) return words.rich('summary.none');
  const bought = draft.files.filter(({mapping}) => mapping?.table === 'purchase');
  const currencies = new Set(bought.map(({mapping}) => mapping?.currency ?? ''));
  const [currency = ''] = currencies.size === 1 ? currencies : [];
  return words.rich(bought.length > 1 ? 'summary.files' : 'summary.purchases', {
    rows: totals.rows,
    purchases: totals.used,
    customers: totals.customers,
    from: day(totals.from),
    to: day(totals.to),
    amount: [money(totals.amount), currency].filter(Boolean).join(' ')
  });
}

/** A file that is read has no rows to show yet. */
function isReading({files}: Draft): boolean {
  return files.some(({mapping, preview, failure}) => mapping && mapping.table !== null && !preview && !failure);
}
