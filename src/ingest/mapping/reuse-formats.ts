import type {ColumnType} from '../../tables/canonical';
import type {Change} from './reuse-file';
import type {ColumnProfile, Format} from '../types';

/** How the text of a column is read: as before where its values still allow that, else as they are written now. */
export function settled(old: Format, column: ColumnProfile, type: ColumnType): {format: Format; changes: Change[]} {
  if (column.looks === 'empty') return {format: old, changes: []};
  if (type === 'date') return settledDate(old, column);
  if (type === 'text') return settledId(old, column);
  return settledNumber(old, column);
}

function settledDate(old: Format, {name, looks, format, ways, order}: ColumnProfile): Settled {
  const now = format.date;
  if (now === undefined || old.date === undefined) {
    return looks === 'date' || now === old.date ? kept(old) : changed(old, 'changed.values', {column: name});
  }
  const isOpen = order !== undefined && order.deciding === 0 && unordered(now) === unordered(old.date);
  const isWritten = (ways ?? []).length > 0 && (ways ?? []).every(({date}) => writes(old, date));
  if (now === old.date || isOpen || isWritten) return kept(old);
  const next = {...format, ...(old.sign === undefined ? {} : {sign: old.sign})};
  return changed(next, 'changed.date', {column: name, old: old.date, now});
}

const writes = (format: Format, date: string): boolean => [format.date, ...(format.dates ?? [])].includes(date);

/** Day and month for one another. */
const unordered = (format: string): string => format.replace(/%-?[dm]/g, '%1');

function settledNumber(old: Format, {name, looks, format}: ColumnProfile): Settled {
  if (looks !== 'number' && looks !== 'integer') return changed(old, 'changed.values', {column: name});
  const {decimal, open} = format;
  if (decimal === undefined || open || looks === 'integer' || decimal === (old.decimal ?? '.')) return kept(old);
  return changed({...old, decimal}, 'changed.number', {column: name, old: old.decimal ?? '.', now: decimal});
}

function settledId(old: Format, {name, format}: ColumnProfile): Settled {
  if (format.id === undefined || format.id === old.id) return kept(old);
  return changed({...old, id: format.id}, 'changed.id', {column: name});
}

interface Settled {
  format: Format;
  changes: Change[];
}

const kept = (format: Format): Settled => ({format, changes: []});

const changed = (format: Format, key: string, values: Change['values']): Settled => ({
  format,
  changes: [{key, values}]
});
