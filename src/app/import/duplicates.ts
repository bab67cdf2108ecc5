import type {Duplicates, Exact, Place, Repeated, Rules} from '../../ingest/types';
import {words} from '../../messages/import';
import {tables} from '../../messages/tables';

/** Rows that are there several times, in words; `amount` is null where there are none. */
export interface RepeatLine {
  said: string;
  rows: number;
  amount: Exact | null;
  rule: string;
  examples: string[];
}

const mostShown = 3;

/** What is told of repeated rows, one line for each file, pair of files, and for transactions that differ. */
export function repeatLines({within, across, changed}: Duplicates, rules: Rules): RepeatLine[] {
  const ruled = (rule: Rules['overlaps']): string =>
    words.t(rule === 'set aside' ? 'duplicates.aside' : 'duplicates.kept');
  const named = twofold([...within, ...across]);
  return [
    ...within.map((one) => ({
      ...numbersOf(one),
      said: named.has(one.file)
        ? words.t('duplicates.within.table', {file: one.file, table: tables.t(one.table)})
        : words.t('duplicates.within', {file: one.file}),
      rule: ruled(rules.duplicates)
    })),
    ...across.map((one) => ({
      ...numbersOf(one),
      said: wholeOf(
        named.has(one.file)
          ? words.t('duplicates.across.table', {file: one.file, earlier: one.earlier, table: tables.t(one.table)})
          : words.t('duplicates.across', {file: one.file, earlier: one.earlier}),
        one.transactions
      ),
      rule: ruled(rules.overlaps)
    })),
    ...(changed
      ? [
          {
            said: words.t('duplicates.changed', {transactions: changed.transactions}),
            ...{rows: changed.rows, amount: changed.amount, rule: ruled('keep')},
            examples: changed.examples
              .slice(0, mostShown)
              .map(({transaction, places}) => `${transaction}: ${places.map(placeOf).join(', ')}`)
          }
        ]
      : [])
  ];
}

/** Files that feed several tables: their lines say which. */
function twofold(all: readonly Repeated[]): Set<string> {
  return new Set(
    all.filter((one) => all.some(({file, table}) => file === one.file && table !== one.table)).map(({file}) => file)
  );
}

const wholeOf = (said: string, transactions: number | null): string =>
  transactions === null ? said : `${said}: ${words.t('duplicates.whole', {transactions})}`;

function numbersOf({rows, amount, examples}: Repeated): Pick<RepeatLine, 'rows' | 'amount' | 'examples'> {
  const shown = examples.slice(0, mostShown);
  return {
    ...{rows, amount},
    examples: shown.map(({line, earlier}) => words.t('duplicates.place', {line, earlier: earlier.line}))
  };
}

const placeOf = ({file, line}: Place): string => words.t('duplicates.place.file', {file, line});
