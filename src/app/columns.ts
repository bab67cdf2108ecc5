import type {ResultColumns, Unit, Words} from '../analyses/analysis';

/** A column of a table on screen; money names its currency in the header, not in every cell. */
export interface TableColumn {
  name: string;
  label: string;
  unit: Unit;
  align: 'start' | 'end';
}

const wordy: readonly Unit[] = ['text', 'class', 'flag', 'date', 'month'];

/** The columns of a result, worded by its analysis. */
export function tableColumns(columns: ResultColumns, words: Words, currency: string | null): TableColumn[] {
  return Object.entries(columns).map(([name, {unit}]) => {
    const label = words.t(`column.${name}`);
    return {
      name,
      label: unit === 'money' && currency !== null ? `${label} (${currency})` : label,
      unit,
      align: wordy.includes(unit) ? 'start' : 'end'
    };
  });
}
