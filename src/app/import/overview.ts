import {bytes, list} from '../../messages/format';
import {words} from '../../messages/import';
import {tables} from '../../messages/tables';
import type {Draft, DraftFile, DraftGroup} from './draft.svelte';
import {delimiterName, encodingName, roleName} from './names';

/** A line of the overview: files that are one table in parts, or one file. */
export interface OverviewLine {
  group: DraftGroup;
  holds: string;
  /** rows looked at; null where none are read */
  rows: number | null;
  notes: readonly string[];
  /** without it the files can't be used */
  stops: boolean;
}

/** The files that can be read in a few words each, those with something to mend first. */
export function overviewOf(draft: Draft): OverviewLine[] {
  const read = draft.groups.filter(({lead}) => lead.mapping || !lead.error);
  const lines = read.map((group) => lineOf(draft, group));
  return lines.sort((a, b) => Number(b.stops) - Number(a.stops));
}

/** The files that look columns up in this one. */
export function askersOf({recipe}: Draft, name: string): string[] {
  return recipe.files.flatMap(({file, table, lookups = []}) =>
    table !== null && lookups.some((lookup) => lookup.file === name) ? [file] : []
  );
}

/** What the file is, where it comes from and how large it is: `2.2 kB · UTF-8 · comma`, `Sheet of book.xlsx · 46 kB`. */
export function factsOf({source, mapping, inspection}: DraftFile): string {
  const {origin, blob} = source;
  if (origin?.written) return writtenFacts(origin);
  const size = bytes(blob.size);
  if (!mapping) return size;
  const fill = {
    size,
    encoding: encodingName(mapping.encoding),
    delimiter: delimiterName(mapping.dialect.aligned ? 'aligned' : mapping.dialect.delimiter)
  };
  const facts = words.t(inspection?.gzip && !origin ? 'file.facts.gzip' : 'file.facts', fill);
  return origin ? words.t('file.facts.member', {file: origin.file.name, facts}) : facts;
}

/** The word for a numbered place in the file: its lines, or the rows of a sheet or table. */
export const placeWord = ({origin}: DraftFile['source']): 'line' | 'row' => (origin?.written ? 'row' : 'line');

/** The same for all files together. */
export function placeWordOf(sources: readonly DraftFile['source'][]): 'line' | 'row' | 'line or row' {
  const found = new Set(sources.map(placeWord));
  const [first = 'line', ...others] = found;
  return others.length === 0 ? first : 'line or row';
}

function writtenFacts({file, format, part}: NonNullable<DraftFile['source']['origin']>): string {
  const fill = {file: file.name, size: bytes(file.size), format: words.t(`format.name.${format}`)};
  const kind = kinds[format];
  if (kind === 'records') return words.t('file.facts.records', fill);
  return words.t(kind !== undefined && part.length > 0 ? `file.facts.${kind}` : 'file.facts.written', fill);
}

const kinds: Partial<Record<NonNullable<DraftFile['source']['origin']>['format'], 'sheet' | 'table' | 'records'>> = {
  xlsx: 'sheet',
  xls: 'sheet',
  ods: 'sheet',
  html: 'table',
  sqlite: 'table',
  json: 'records',
  ndjson: 'records'
};

function lineOf(draft: Draft, group: DraftGroup): OverviewLine {
  const {lead, others} = group;
  const missing = missingOf(draft, lead);
  const read = [lead, ...others].filter(({mapping}) => mapping?.table);
  const totals = read.flatMap(({preview}) => preview?.result.totals ?? []);
  const aside = totals.reduce((sum, one) => sum + one.aside, 0);
  return {
    group,
    holds: holdsOf(draft, lead),
    rows: totals.length === 0 ? null : totals.reduce((sum, one) => sum + one.rows, 0),
    notes: [
      ...(lead.failure ? [lead.failure.message] : []),
      ...(missing.length > 0 ? [words.t('overview.missing', {roles: list(missing)})] : []),
      ...(missing.length === 0 && aside > 0 ? [words.t('overview.aside', {rows: aside})] : []),
      ...unmatchedOf(draft, lead)
    ],
    stops: Boolean(lead.error ?? lead.failure) || missing.length > 0
  };
}

function holdsOf(draft: Draft, {source, mapping}: DraftFile): string {
  if (!mapping) return words.t('overview.looking');
  if (mapping.table !== null) return tables.t(mapping.table);
  const askers = askersOf(draft, source.name);
  return askers.length === 0 ? words.t('overview.left') : words.t('overview.looked-up', {files: list(askers)});
}

function missingOf({problems}: Draft, {source, mapping}: DraftFile): string[] {
  const table = mapping?.table;
  return problems.flatMap(({file, role}) => (file === source.name && role && table ? [roleName(table, role)] : []));
}

function unmatchedOf(draft: Draft, {source}: DraftFile): string[] {
  return (draft.matched(source.id)?.lookups ?? []).flatMap(({file, unmatched}) =>
    unmatched > 0 ? [words.t('overview.unmatched', {rows: unmatched, file})] : []
  );
}
