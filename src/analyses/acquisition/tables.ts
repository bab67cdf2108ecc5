import {count, decimal, money, nothing, share} from '../../messages/format';
import type {Selection} from '../analysis';
import type {SmallRow} from '../small-row';
import {days, groupName, stepName} from './names';
import type {GroupRow, GroupStepRow, ReasonRow, StepRow} from './parts';
import type {LeadsBy} from './params';
import {ofGroup, ofReason} from './selection';
import {words} from './words';

type Onselect = (selection: Selection) => void;

/** The column heads of the table of groups: the steps, then what they lead to. */
export function groupHead(
  steps: readonly StepRow[],
  groups: readonly GroupRow[],
  {by, currency}: {by: LeadsBy; currency: string | null}
): string[] {
  return [
    words.t(`column.lead_group.${by}`),
    words.t('table.leads'),
    ...steps.slice(1).map(stepName),
    ...(hasLost(groups) ? [words.t('table.decided')] : []),
    words.t('table.days'),
    ...(hasCosts(groups) ? [words.t('table.cost', {currency: currency ?? 'none'})] : [])
  ];
}

/** The share of each group's leads that came to each step, leading to the leads. */
export function groupRows(
  groups: readonly GroupRow[],
  shares: readonly GroupStepRow[],
  {steps, onselect}: {steps: readonly StepRow[]; onselect: Onselect}
): SmallRow[] {
  const at = new Map(shares.map((row) => [`${row.place} ${row.lead_group}`, row.start_share]));
  return groups.map((row) => ({
    cells: [
      groupName(row.lead_group),
      count(row.leads),
      ...steps.slice(1).map(({place}) => share(at.get(`${place} ${row.lead_group}`) ?? null)),
      ...(hasLost(groups) ? [share(row.decided_share)] : []),
      row.median_days === null ? nothing : days(row.median_days, decimal(row.median_days, 1)),
      ...(hasCosts(groups) ? [row.cost === null ? nothing : money(row.cost)] : [])
    ],
    hint: words.t('table.groups.hint', {group: groupName(row.lead_group)}),
    onselect: () => onselect(ofGroup(row))
  }));
}

/** Where no lead is lost, all that are decided are won. */
const hasLost = (groups: readonly GroupRow[]): boolean => groups.some(({lost}) => lost > 0);

const hasCosts = (groups: readonly GroupRow[]): boolean => groups.some(({cost}) => cost !== null);

/** The column heads of the table of reasons. */
export const reasonHead = (): string[] => [words.t('table.reason'), words.t('table.lost'), words.t('table.lost share')];

/** Why leads were lost; who is lost for a reason that isn't known is always among them. */
export function reasonRows(rows: readonly ReasonRow[], onselect: Onselect): SmallRow[] {
  const unknown: ReasonRow[] = rows.some(({reason}) => reason === '') ? [] : [{reason: '', leads: 0, lost_share: 0}];
  return [...rows, ...unknown].map((row) => {
    const name = row.reason === '' ? words.t('reason.none') : row.reason;
    const cells = [name, count(row.leads), share(row.lost_share)];
    if (row.leads === 0) return {cells};
    return {cells, hint: words.t('table.reasons.hint', {reason: name}), onselect: () => onselect(ofReason(row))};
  });
}
