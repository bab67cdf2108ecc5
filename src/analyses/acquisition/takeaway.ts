import {count, decimal, month, share} from '../../messages/format';
import type {Results, Sentence} from '../analysis';
import {days, stepName} from './names';
import type {AcquisitionParams} from './params';
import type {StepRow, Summary} from './parts';
import {words} from './words';

/** "Of 8,000 leads since Jun 2017, 842 (10.5%) became customers, half of them within 14 days." */
export function takeaway(results: Results, _params: AcquisitionParams): Sentence {
  const summary = results.parts['summary']?.[0] as unknown as Summary | undefined;
  if (!summary) return words.rich('takeaway.nothing');
  const steps = (results.parts['steps'] ?? []) as unknown as StepRow[];
  return [...converted(summary), ...dropped(steps, summary), ...open(summary)];
}

function converted({leads, won, share: part, first_on, median_days}: Summary): Sentence {
  return words.rich(won > 0 && median_days !== null ? 'takeaway.won in' : 'takeaway.won', {
    leads,
    leadsText: count(leads),
    since: month(first_on),
    won: count(won),
    share: share(part),
    days: median_days === null ? '' : days(median_days, decimal(median_days, 1))
  });
}

/** Where most are lost, if that is one step. */
function dropped(steps: readonly StepRow[], {lost}: Summary): Sentence {
  const most = steps.reduce<StepRow | undefined>((best, row) => (row.lost > (best?.lost ?? 0) ? row : best), undefined);
  if (!most || lost === 0) return [];
  const equal = steps.filter((row) => row.lost === most.lost).length > 1;
  const key = most.lost === lost ? 'takeaway.lost all' : equal ? 'takeaway.lost equal' : 'takeaway.lost';
  return words.rich(key, {
    lost,
    lostText: count(lost),
    here: count(most.lost),
    step: stepName(most)
  });
}

function open({open: still, young_open}: Summary): Sentence {
  if (still === 0) return [];
  return words.rich(young_open > 0 && young_open < still ? 'takeaway.open young' : 'takeaway.open', {
    open: still,
    openText: count(still),
    young: count(young_open)
  });
}
