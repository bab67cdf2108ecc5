import {literal} from '../engine/sql';
import {collectivePattern} from './suspect';

/** The customers that are no one in particular. */
export const model =
  (): string => `-- The customers whose id or name says that they stand for many, or for no one: cash sales, guests, unknown, internal.
-- needs: customer
-- one row per such customer
select customer_key
from customer
where regexp_matches(customer_id, ${literal(collectivePattern)}, 'i')
    or coalesce(regexp_matches(name, ${literal(collectivePattern)}, 'i'), false)`;
