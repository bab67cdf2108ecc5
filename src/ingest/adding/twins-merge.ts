import {stagedName} from '../../models/store';
import type {StageContext} from '../stage-file';

/** The columns that rows of a customer can have beside its id. */
const ownColumns = ({staged}: StageContext): string[] =>
  staged.columns.customer.filter((name) => name !== 'customer_id');

/**
 * Makes the table of all rows of customers that have several. `nth` counts those of a customer in one file; `became` says
 * what comes of a row: `first` (the others join it), `merged` (it adds to the first), `same` or `other` (set aside);
 * `contrary` names the columns in which an earlier file says something else. @throws {QueryError}
 */
export async function findTwins(twins: string, context: StageContext): Promise<void> {
  const {engine, staged, query} = context;
  const customers = stagedName(staged, 'customer');
  const columns = ownColumns(context);
  const content = `row(${[...columns, 'attributes'].join(', ')})`;
  await engine.execute(
    `create table ${twins}_row as
     select
         source, record, flags, customer_id, ${[...columns, 'attributes'].join(', ')},
         row_number() over own as nth, row_number() over (partition by customer_id order by source, record) as place,
         ${content}::varchar = (first_value(${content}) over own)::varchar as same
     from ${customers}
     where customer_id in (select customer_id from ${customers} group by customer_id having count(*) > 1)
     window own as (partition by customer_id, source order by record);
     create table ${twins}_attribute as
     select customer_id, source, said.key as key, said.value as value
     from (select customer_id, source, unnest(map_entries(attributes)) as said from ${twins}_row where nth = 1);
     create table ${twins}_known as ${knownSql(twins, columns)};
     create table ${twins} as ${becameSql(twins, columns)}`,
    {},
    query
  );
}

/** Of each customer: every column's first value in the order of the files, and the file that has it. */
function knownSql(twins: string, columns: readonly string[]): string {
  const known = columns.flatMap((name) => [
    `arg_min(${name}, source) filter (where ${name} is not null) as ${name}`,
    `min(source) filter (where ${name} is not null) as from_${name}`
  ]);
  return `select ${['customer_id', ...known].join(', ')} from ${twins}_row where nth = 1 group by customer_id`;
}

function becameSql(twins: string, columns: readonly string[]): string {
  const adds = columns.map((name) => `coalesce(known.from_${name} = own.source, false)`);
  const contrary = columns.map((name) => `case when own.${name} <> known.${name} then '${name}' end`);
  const others = `coalesce(list_filter([${contrary.join(', ')}], lambda name: name is not null), [])::varchar[]`;
  return `
    with winner as (
        select customer_id, key, min(source) as source, arg_min(value, source) as value
        from ${twins}_attribute group by customer_id, key
    ),
    attribute as (
        select
            own.customer_id, own.source, bool_or(winner.source = own.source) as adds,
            list(':' || own.key order by own.key) filter (where winner.value <> own.value) as contrary
        from ${twins}_attribute as own join winner using (customer_id, key) group by all
    ),
    told as (
        select
            own.source, own.record, own.customer_id, own.nth, own.place, own.same,
            ${[...adds, 'coalesce(attribute.adds, false)'].join(' or ')} as adds,
            list_concat(${others}, coalesce(attribute.contrary, [])) as contrary
        from ${twins}_row as own
        join ${twins}_known as known using (customer_id)
        left join attribute on attribute.customer_id = own.customer_id and attribute.source = own.source
    )
    select source, record, customer_id, nth, contrary, case
        when place = 1 then 'first'
        when nth > 1 then case when same then 'same' else 'other' end
        when adds then 'merged'
        when len(contrary) > 0 then 'other'
        else 'same' end as became
    from told`;
}

/** All customers, those of several rows put together. */
export function mergedSql(twins: string, context: StageContext): string {
  const {staged} = context;
  const columns = ownColumns(context);
  const known = columns.map((name) => `known.${name}`);
  return `
    with attribute as (
        select customer_id, map_from_entries(list({'key': key, 'value': value} order by source, key)) as attributes
        from (
            select customer_id, key, min(source) as source, arg_min(value, source) as value
            from ${twins}_attribute group by customer_id, key
        )
        group by customer_id
    )
    select customer_id, ${columns.map((name) => `${name}, `).join('')}attributes, source, flags, record
    from ${stagedName(staged, 'customer')} anti join ${twins} using (source, record)
    union all by name
    select ${['own.customer_id', ...known, 'coalesce(attribute.attributes, map([], [])::map(varchar, varchar)) as attributes', 'own.source', 'own.flags', 'own.record'].join(', ')}
    from ${twins}_row as own
    join ${twins}_known as known using (customer_id)
    left join attribute using (customer_id)
    where own.place = 1`;
}

/** What was made on the way to `twins`. */
export const twinTables = (twins: string): string[] =>
  ['_row', '_attribute', '_known'].map((part) => `${twins}${part}`);
