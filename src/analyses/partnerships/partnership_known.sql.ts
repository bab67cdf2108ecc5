import {categories} from './categories';

/** Of which categories anything is known: a file has them, or a rate or total is typed in. */
export function model(): string {
  const columns = categories.map(
    (category) =>
      `coalesce(bool_or(category = '${category}'), false) or $rate_${category} > 0 or $total_${category} > 0 as ${category}`
  );
  return `-- Of which categories of costs anything is known: a file has them, or a rate or total is typed in.
-- needs: partnership_item
-- one row
select
    ${columns.join(',\n    ')}
from (select distinct category from partnership_item) as filed`;
}
