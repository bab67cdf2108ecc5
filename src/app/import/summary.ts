import {total} from '../../ingest/values/exact';
import type {PreviewTotals} from '../../ingest/preview';
import type {Exact} from '../../ingest/types';
import {day, money} from '../../messages/format';
import {words} from '../../messages/import';
import {locale} from '../../messages/language';
import type {Sentence} from '../../messages/translator';
import type {Draft, DraftFile} from './draft.svelte';

/** What the files hold, in a sentence, as far as it is known. */
export function summaryOf(draft: Draft, totals: PreviewTotals | null): Sentence {
  if (draft.looking || isReading(draft)) return words.rich('summary.looking', {count: draft.files.length});
  if (!totals || totals.used === 0 || totals.from === null) return words.rich('summary.none');
  const bought = draft.files.filter(({mapping}) => mapping?.table === 'purchase');
  return words.rich(bought.length > 1 ? 'summary.files' : 'summary.purchases', {
    rows: totals.rows,
    purchases: totals.used,
    customers: totals.customers,
    period: period(totals),
    amount: amountsOf(bought)
  });
}

/** What purchases add up to, each currency apart. */
function amountsOf(files: readonly DraftFile[]): string {
  const byCurrency = new Map<string, Exact[]>();
  for (const {mapping, preview} of files) {
    const currency = mapping?.currency ?? '';
    const amount = preview?.result.totals.amount ?? '0';
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), amount]);
  }
  const sums = [...byCurrency].map(([currency, amounts]) => `${money(total(amounts))} ${currency}`.trim());
  return new Intl.ListFormat(locale(), {type: 'conjunction'}).format(sums);
}

/** From when to when: `1 Dec 2010 – 9 Dec 2011`, one day where it is one; `–` where there is none. */
export function period({from, to}: Pick<PreviewTotals, 'from' | 'to'>): string {
  return from === to ? day(from) : `${day(from)} – ${day(to)}`;
}

/** A file that is read has no rows to show yet. */
function isReading({files}: Draft): boolean {
  return files.some(({mapping, preview, failure}) => mapping && mapping.table !== null && !preview && !failure);
}
