import {literal} from '../engine/sql';
import {testPattern} from './suspect';

/** The customers that someone made to try something. */
export const model =
  (): string => `-- The customers whose id, name or e-mail address says that they are a test: a proposal, not a fact.
-- needs: customer
-- one row per such customer
select customer_key
from customer
where regexp_matches(
    concat_ws(' ', customer_id, name, list_filter(map_values(attributes), lambda text: contains(text, '@'))::varchar),
    ${literal(testPattern)},
    'i'
)`;
