import type {Picture, Results, ViewContext} from '../analysis';
import {atAge} from './at-age';
import {curves} from './curves';
import {heatMap} from './heat-map';
import {ageName, rowKind} from './names';
import type {CohortParams} from './params';
import type {AverageRow, CellRow, CostRow} from './parts';
import {paybackOf} from './payback';
import {words} from './words';

/** What the view sets off: a cohort and an age. */
export interface Pointing {
  chosen: string | undefined;
  at: number;
}

/** The matrix; a curve for each cohort; one age of all cohorts. */
export function pictures(
  results: Results,
  params: CohortParams,
  {currency}: ViewContext,
  {chosen, at}: Pointing = {chosen: undefined, at: params.at}
): Readonly<Record<'matrix' | 'curves' | 'age', Picture>> {
  const cells = (results.parts['cells'] ?? []) as unknown as CellRow[];
  const averages = (results.parts['averages'] ?? []) as unknown as AverageRow[];
  const figure = words.t(`figure.${params.figure}`);
  const kind = rowKind(params);
  const costs = (results.parts['costs'] ?? []) as unknown as CostRow[];
  const options = {params, currency, chosen, at, payback: paybackOf({cells, averages, costs}, chosen)};
  return {
    matrix: {
      name: 'cohorts',
      label: words.t('matrix.label', {figure}),
      description: words.t('matrix.description', {figure}),
      options: (width) => heatMap(cells, averages, params, width)
    },
    curves: {
      name: 'cohort-curves',
      label: words.t('curves.label', {figure, kind}),
      description: words.t('curves.description', {kind}),
      options: (width) => curves(cells, averages, options, width)
    },
    age: {
      name: 'cohorts-at-age',
      label: words.t('at.label', {figure, age: ageName(at, params)}),
      description: words.t('at.description', {figure, age: ageName(at, params)}),
      options: (width) => atAge(cells, averages, options, width)
    }
  };
}
