import {literal} from '../engine/sql';
import {adjustmentPattern} from './suspect';

/** The products that are no goods. */
export const model =
  (): string => `-- The products that are no goods: postage, fees, discounts, corrections. A proposal by their names.
-- needs: purchase
-- one row per such product
select product
from (
    select distinct product
    from purchase
    where product is not null
)
where regexp_matches(product, ${literal(adjustmentPattern)}, 'i')`;
