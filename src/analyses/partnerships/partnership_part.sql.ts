import type {ModelContext} from '../../models/compile';
import {moneySql, sharedCosts} from './shares';
import {isFiltered} from './unfiltered';

/** What part of the shared costs those looked at carry. */
export function model(context: ModelContext): string {
  const parts = sharedCosts(context).map(
    ({name, source, category}) =>
      `select '${source}' as source, '${category}' as category, ${moneySql(`sum(${name})`)} as total, ${moneySql(`sum(${name}) filter (where here)`)} as ours from shares`
  );
  const isSplit = isFiltered(context) && parts.length > 0;
  const head = `-- What part of the shared costs those looked at carry: all of it while no filter leaves anyone out.
-- needs: ${isSplit ? 'partnership_share, partnership_base' : 'partnership_pool'}
-- one row per source and category that is shared
--
-- part    0 to 1, exactly 1 where they carry all`;
  if (!isSplit) return `${head}\nselect distinct source, category, 1::double as part\nfrom partnership_pool`;
  return `${head}
with

shares as (
    select partnership_share.*, partnership_base.customer_key is not null as here
    from partnership_share
    left join partnership_base using (customer_key)
),

parts as (
    ${parts.join('\n    union all\n    ')}
)

select source, category, coalesce(ours, 0)::double / total::double as part
from parts
where total <> 0`;
}
