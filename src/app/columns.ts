import {columnLabel, shownColumns, type Analysis, type ResultColumns, type Unit} from '../analyses/analysis';
import type {Answer} from '../analyses/run';
import {currencyOf} from '../models/loaded';
import type {TableColumn} from '../ui/cell';

const wordy: readonly Unit[] = ['text', 'class', 'flag', 'date', 'month'];

/** The columns of the table twin that are shown. */
export function twinColumns({question}: Answer): TableColumn[] {
  const {analysis, params, loaded} = question;
  return tableColumns(question, analysis.columns, shownColumns(analysis, params, loaded));
}

/** The columns of the list of customers behind a mark. */
export function behindColumns({question}: Answer): TableColumn[] {
  const {columns} = question.analysis.behind;
  return tableColumns(question, columns, Object.keys(columns));
}

/** Money names its currency in the header, not in every cell. */
function tableColumns(
  {analysis, params, loaded}: Answer['question'],
  columns: ResultColumns,
  names: readonly string[]
): TableColumn[] {
  const currency = currencyOf(loaded);
  return names.flatMap((name) => {
    const unit = columns[name]?.unit;
    if (unit === undefined) return [];
    const label = columnLabel(analysis, name, params);
    return {
      name,
      label: unit === 'money' && currency !== null ? `${label} (${currency})` : label,
      unit,
      align: wordy.includes(unit) ? ('start' as const) : ('end' as const),
      ...(unit === 'class' ? {word: wordsOf(analysis, name)} : {})
    };
  });
}

/** Classes are called by the analysis's own words; what is copied or saved as CSV keeps the values, as SQL gives them. */
const wordsOf =
  ({words}: Analysis, column: string) =>
  (value: string): string => {
    const key = [`class.${value}`, `${column}.${value}`].find((key) => words.has(key));
    return key === undefined ? value : words.t(key);
  };
