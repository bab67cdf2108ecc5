import type {Picture, Results, Sentence, ViewContext} from '../analysis';
import {chart} from './chart';
import type {SurvivalParams} from './params';
import type {Point, Summary, Time} from './parts';
import {takeaway} from './takeaway';
import {words} from './words';

/** The curves. */
export function pictures(
  results: Results,
  params: SurvivalParams,
  _context: ViewContext
): Readonly<Record<string, Picture>> {
  const part = <T>(name: string): T[] => (results.parts[name] ?? []) as unknown as T[];
  const parts = {points: part<Point>('points'), times: part<Time>('times'), summaries: part<Summary>('summary')};
  return {
    curves: {
      name: 'survival',
      label: words.t('chart', {what: params.what}),
      description: `${words.t('chart.description', {what: params.what})} ${plain(takeaway(results, params))}`,
      options: (width) => chart(parts, params, width)
    }
  };
}

const plain = (sentence: Sentence): string => sentence.map(({text}) => text).join('');
