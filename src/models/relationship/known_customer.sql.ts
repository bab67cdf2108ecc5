import type {ModelContext} from '../compile';
import {attributeOf, isOfPurchase} from '../dimension';
import {customerConditions, exclusionNeeds, exclusionsOf, ofCustomers} from '../exclusions';
import {attributeParam, filterParam} from '../scope';
import {wholeCustomers} from '../whole';

/** Everyone who is known, and since when: customers, and people who are known from contacts alone. */
export function model(context: ModelContext): string {
  const {loaded} = context;
  const contacts = loaded.rows.interaction > 0;
  const elsewhere = narrowed(context);
  const where = kept(context);
  const rules = exclusionsOf(context.scope.without).filter((rule) => ofCustomers([rule]));
  const columns = [
    'customer_key',
    'customer_id',
    'acquired_on',
    ...asked.filter((name) => where.join().includes(`person.${name}`))
  ];
  const needs = [
    'customer',
    'customer_facts',
    ...(contacts ? ['interaction'] : []),
    ...(elsewhere ? ['purchase_gap', 'selected_purchase', 'selected_occasion'] : []),
    ...exclusionNeeds(rules)
  ];
  const knownOn = `least(person.acquired_on, facts.first_on${contacts ? ', contact.first_on' : ''})`;
  return `-- Everyone who is known: customers of the files, and people known from contacts alone, by filters and rules on customers.
-- needs: ${[...new Set(needs)].join(', ')}
-- one row per customer or prospect
--
-- customer_key    of people known from contacts alone: above all of customers
-- known_on        the first of the day of being won, of a purchase and of a contact; null: no file says since when
-- elsewhere_on    the day of the first purchase that the period and filters may leave out; null where they leave none out
${elsewhere ? '--                 who only returned within them counts, too, from the first return on, as one without a purchase\n' : ''}with

${contacts ? contactSql : ''}${elsewhere ? returnedSql : ''}person as (
    select ${columns.join(', ')}
    from customer${contacts ? leadSql(columns) : ''}
)

select
    person.customer_key,
    person.customer_id,
    ${elsewhere ? `coalesce(returned.first_on, ${knownOn})` : knownOn} as known_on,
    ${elsewhere ? 'if(returned.first_on is null, bought.purchased_on, null)' : 'null::date'} as elsewhere_on
from person
left join customer_facts as facts on person.customer_key = facts.customer_key
${contacts ? 'left join contact on person.customer_id = contact.customer_id\n' : ''}${
    elsewhere
      ? 'left join purchase_gap as bought on person.customer_key = bought.customer_key and bought.occasion = 1\nleft join returned on person.customer_key = returned.customer_key\n'
      : ''
  }${where.length > 0 ? `where ${where.join('\n    and ')}` : ''}`.trimEnd();
}

/** What filters may ask of a customer. */
const asked = ['segment', 'country', 'attributes'] as const;

const contactSql = `contact as (
    select customer_id, min(occurred_on) as first_on
    from interaction
    where customer_id is not null
    group by customer_id
),

`;

const returnedSql = `returned as (
    select customer_key, min(purchased_on) as first_on
    from selected_purchase
    anti join selected_occasion using (customer_key)
    where customer_key is not null
    group by customer_key
),

`;

/** A lead's key follows all keys of customers, in the order of the ids. */
const leadSql = (columns: readonly string[]): string => `
    union all by name
    select
        ((select coalesce(max(customer_key), 0) from customer) + row_number() over (order by customer_id))::integer
            as customer_key,
        customer_id${columns.includes('attributes') ? ',\n        map([], [])::map(varchar, varchar) as attributes' : ''}
    from contact
    anti join customer using (customer_id)`;

/** Whether purchases are left out of customers who are kept, so that one who bought may look like one who never did. */
const narrowed = (context: ModelContext): boolean => context.scope.from !== null || !wholeCustomers(context);

/** Filters and rules on customers. Where purchases have a country of their own, that of people who never bought is asked. */
function kept({scope, loaded}: ModelContext): string[] {
  const filters = Object.entries(scope.filters).flatMap(([dimension, values], index) => {
    if (values.length === 0) return [];
    const list = values.map((_, place) => `$${filterParam(index, place)}`).join(', ');
    if (attributeOf(dimension) !== undefined) {
      return [`coalesce(person.attributes[$${attributeParam(index)}], '') in (${list})`];
    }
    if (!isOfPurchase(dimension, loaded)) return [`coalesce(person.${dimension}, '') in (${list})`];
    if (dimension !== 'country' || !loaded.filled.has('customer.country')) return [];
    return [`(facts.first_on is not null or coalesce(person.country, '') in (${list}))`];
  });
  const rules = customerConditions(exclusionsOf(scope.without));
  return [...filters, ...rules.map((rule) => rule.replaceAll(/^customer_key\b/g, 'person.customer_key'))];
}
