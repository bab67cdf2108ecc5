import type {ModelContext} from '../compile';
import {afterCtes, afterSql} from './after';
import {looking} from './looking';
import {phaseCtes} from './phase-state';

/** Phases as they would have been told some days ago, and what came of them. */
export function model(context: ModelContext): string {
  const {needs, ctes} = phaseCtes(context, looking.past, {all: false});
  return `-- The phase of each relationship the days of the check ago, told from what was known then, and whether it went on.
-- needs: ${[...new Set([...needs, 'customer_occasion', 'selected_purchase'])].join(', ')}
-- one row per customer known then
--
-- again          whether the customer bought in the days since
-- sales_after    net sales in them
with

${ctes},

${afterCtes}

${afterSql('phase')}`;
}
