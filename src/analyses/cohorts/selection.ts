import type {Row, Selection} from '../analysis';
import {ageName, cohortName, type Named} from './names';
import type {CohortParams} from './params';
import type {AverageRow, CellRow} from './parts';
import {words} from './words';

type Side = 'active' | 'inactive' | 'cell' | 'all';
type Base = 'whole' | 'begun';

/** Whether a cell shows something of the whole cohort, and not a ratio of those of whom the period is over. */
const isCount = ({figure}: CohortParams): boolean =>
  ['customers', 'net_sales', 'orders', 'average_order'].includes(figure);

/** Those of a cell who bought, or who didn't. Of a ratio: of those whom it is about. */
export function ofCell(cell: CellRow, side: 'active' | 'inactive', params: CohortParams): Selection {
  const base = cell.eligible > 0 && !(side === 'active' && isCount(params)) ? 'whole' : 'begun';
  return selection(cell, cell.age, side, base, params);
}

/** Those of all cohorts who bought at an age, or didn't, of whom the period is over. */
export const ofAge = (row: AverageRow, side: 'active' | 'inactive', params: CohortParams): Selection =>
  selection(null, row.age, side, 'whole', params);

/** Everyone of a cohort. */
export const ofCohort = (cohort: Named, params: CohortParams): Selection =>
  selection(cohort, 0, 'all', 'begun', params);

/** The customers of a row of the table twin: all with any purchase in it, returns included. */
export function ofRow(row: Row, params: CohortParams): Selection {
  const {cohort, group_name, age, state} = row as unknown as CellRow;
  if (age === null) return {title: words.t(`class.${state}`), params: {...anyone, side: state}};
  return selection({cohort, group_name}, age, 'cell', 'begun', params);
}

const anyone = {cohort_day: null, group_name: null, at_age: null, base: 'begun'} as const;

function selection(cohort: Named | null, at_age: number, side: Side, base: Base, params: CohortParams): Selection {
  const name = cohort === null ? words.t('select.all cohorts') : cohortName(cohort, params);
  return {
    title: words.t(`select.${side}`, {cohort: name, age: ageName(at_age, params)}),
    params: {
      cohort_day: cohort?.cohort ?? null,
      group_name: cohort?.cohort === null ? cohort.group_name : null,
      at_age,
      side,
      base
    }
  };
}
