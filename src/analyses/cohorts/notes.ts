import {count, day, share} from '../../messages/format';
import type {Window} from '../../models/scope';
import {hasColour, isFew} from './group-curves';
import {enough, weighty} from './heat';
import {cohortName, rowKind} from './names';
import {isByTime, type CohortParams} from './params';
import type {AverageRow, CellRow, SummaryRow} from './parts';
import type {Payback} from './payback';
import {fewestCohorts, fewestShare, thin} from './thin';
import {words} from './words';

interface Known {
  cells: readonly CellRow[];
  summary: SummaryRow;
  params: CohortParams;
  /** where the period looked at begins; null where nowhere */
  from: string | null;
  loaded: Window;
  /** of all cohorts together */
  payback: Payback | undefined;
}

/** What to bear in mind with this picture, each in a sentence. */
export function notesOf({cells, summary, params, from, loaded, payback}: Known): string[] {
  const byTime = isByTime(params);
  const drawn = new Set(cells.map(({place}) => place)).size;
  const first = cells.find(({cohort}) => cohort !== null && cohort === summary.first_cohort);
  const last = cells.reduce((most, {age}) => Math.max(most, age), 0);
  return [
    ...(first && from === null
      ? [words.t('note.truncated', {cohort: cohortName(first, params), day: day(loaded.from)})]
      : []),
    ...(!byTime && from === null ? [words.t('note.truncated groups', {day: day(loaded.from)})] : []),
    ...(from === null ? [] : [words.t('note.from', {day: day(from)})]),
    words.t('note.over', {day: day(loaded.to), rolling: params.age}),
    ...(params.age === 'rolling' ? [words.t('note.rolling', {grain: params.grain})] : []),
    ...(params.figure === 'unbounded' ? [words.t('note.unbounded')] : []),
    ...(params.figure === 'cumulative_margin' ? [words.t('note.margin')] : []),
    ...(payback ? [words.t('note.cost', {costs: count(payback.costs), customers: count(payback.customers)})] : []),
    ...(drawn < summary.cohorts || last < summary.ages
      ? [
          words.t('note.drawn', {
            kind: rowKind(params) === 'group' ? 'groups' : 'time',
            drawn: count(drawn),
            cohorts: count(summary.cohorts),
            ages: count(last + 1)
          })
        ]
      : [])
  ];
}

/** What it means that curves are dashed or grey, where some are; '' where none is. */
export function curveText(cells: readonly CellRow[], averages: readonly AverageRow[], params: CohortParams): string {
  const least = share(fewestShare);
  if (!isByTime(params)) return groupText(cells, least);
  const isDashed = averages.slice(1).some(thin(averages, params));
  return isDashed ? words.t('curves.thin', {cohorts: count(fewestCohorts), share: least}) : '';
}

function groupText(cells: readonly CellRow[], least: string): string {
  const isDashed = cells.some((cell) => hasColour(cell) && cell.age > 0 && cell.state !== 'in progress' && isFew(cell));
  const heavy = weighty(cells);
  const grey = cells.filter((cell) => !hasColour(cell) && cell.age > 0 && cell.state !== 'in progress');
  return [
    ...(isDashed ? [words.t('curves.few', {customers: count(enough), share: least})] : []),
    ...(grey.some(heavy) ? [words.t('curves.grey')] : []),
    ...(grey.every(heavy) ? [] : [words.t('curves.left out', {customers: count(enough)})])
  ].join(' ');
}
