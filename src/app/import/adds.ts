import {missing, wanting, type Analysis} from '../../analyses/analysis';
import type {Loaded, Need} from '../../models/loaded';

/** A column that the loaded data lacks, and what it would add. */
export interface Addition {
  need: Need;
  /** analyses that can't run without it */
  opens: Analysis[];
  /** analyses that run, and would say more with it */
  extends: Analysis[];
}

/** What is not loaded and would add to an analysis; what opens the most analyses first. */
export function additions(analyses: readonly Analysis[], loaded: Loaded): Addition[] {
  const found = new Map<Need, Addition>();
  const at = (need: Need): Addition => {
    const known = found.get(need) ?? {need, opens: [], extends: []};
    found.set(need, known);
    return known;
  };
  for (const analysis of analyses) {
    for (const need of missing(analysis, loaded)) at(need).opens.push(analysis);
    for (const need of wanting(analysis, loaded)) at(need).extends.push(analysis);
  }
  return [...found.values()].sort((a, b) => b.opens.length - a.opens.length || b.extends.length - a.extends.length);
}
