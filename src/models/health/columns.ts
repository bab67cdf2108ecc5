import {literal} from '../../engine/sql';
import {canonical, tableNames, type ColumnType, type TableName} from '../../tables/canonical';
import type {Loaded} from '../loaded';

/** A column that the files fill. */
export interface FilledColumn {
  table: TableName;
  /** a canonical column, or the name of an attribute */
  name: string;
  attribute: boolean;
  type: ColumnType;
}

/** The columns that the files fill, table by table; attributes of customers last among theirs. */
export function filledColumns(loaded: Loaded): FilledColumn[] {
  return tableNames.flatMap((table) => [
    ...Object.entries(canonical[table])
      .filter(([name]) => loaded.rows[table] > 0 && loaded.filled.has(`${table}.${name}` as never))
      .map(([name, {type}]) => ({table, name, attribute: false, type})),
    ...(table === 'customer' ? loaded.attributes : []).map((name) => ({
      table,
      name,
      attribute: true,
      type: 'text' as const
    }))
  ]);
}

/** The column as SQL. */
export const expression = ({name, attribute}: FilledColumn): string =>
  attribute ? `attributes[${literal(name)}]` : name;

/** The rows of a column's values, most frequent first: `value`, `rows`. */
export const valuesFrom = (column: FilledColumn): string =>
  `(select ${expression(column)} as value, count(*) as rows from ${column.table} group by value)`;

/** The condition that a column has a value, given as text; null: none. */
export function isValue(column: FilledColumn, value: string | null): string {
  if (value === null) return `${expression(column)} is null`;
  const type = column.type === 'date' ? '::date' : column.type === 'text' ? '' : '::decimal(18, 4)';
  return `${expression(column)} = ${literal(value)}${type}`;
}
