import type {ModelContext} from '../../models/compile';
import {usedDrivers} from './shares';

/** The costs to be shared out, by a driver that there is something of. */
export function model(context: ModelContext): string {
  const drivers = usedDrivers(context);
  const some = drivers.map((driver) => `max(${driver}_to) > 0 as ${driver}`);
  const has = drivers.map((driver) => `when '${driver}' then ${driver}`);
  return `-- The costs to be shared out, with a driver that there is something of.
-- needs: partnership_claim, partnership_weight
-- one row per source, category and driver asked for; none where no one bought
--
-- driver     by which it is shared; 'equal' where customers have nothing of the one that was asked for
with

there as (
    select ${some.join(', ')}
    from partnership_weight
    having count(*) > 0
)

select
    source,
    category,
    partnership_claim.driver as asked,
    case when (case partnership_claim.driver ${has.join(' ')} end) then partnership_claim.driver else 'equal' end as driver,
    units,
    times
from partnership_claim
cross join there`;
}
