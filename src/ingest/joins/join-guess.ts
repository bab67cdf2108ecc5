import type {TableName} from '../../tables/canonical';
import {alike} from '../guess/alike';
import {fitness} from '../guess/assign';
import {meaningOf} from '../guess/dictionary';
import {linksOf, type Entity, type Link} from './join-keys';
import {formatFor, typeOfRole} from '../guess/role-format';
import {roleRules} from '../guess/roles';
import type {ColumnProfile, FileMapping, Inspection, Lookup, RoleMapping} from '../types';

/** A file that a base reaches by its keys. */
export interface Reached {
  link: Link;
  /** null: right from the base */
  parent: Reached | null;
  depth: number;
  inspection: Inspection;
}

/** A column of a reached file in a role of the base. */
interface Found {
  role: string;
  reached: Reached;
  column: ColumnProfile;
  sure: number;
  /** it names what a column of the base stands for */
  label: boolean;
}

const deepest = 3;

/**
 * The files that a base reaches, each by its surest key, near ones first. Parts of the table that the base is a part of are
 * none of them: January's orders look nothing up in February's.
 */
export function reachOf(base: number, inspections: readonly Inspection[]): Reached[] {
  const reached: Reached[] = [];
  const seen = new Set(partsWith(base, inspections));
  let edge: {file: number; parent: Reached | null}[] = [{file: base, parent: null}];
  for (let depth = 1; depth <= deepest && edge.length > 0; depth++) {
    const links = edge.flatMap(({file, parent}) => allLinks(inspections, file).map((link) => ({link, parent})));
    const fresh: Reached[] = [];
    for (const {link, parent} of links.sort((a, b) => rank(b.link, inspections) - rank(a.link, inspections))) {
      const inspection = inspections[link.file];
      if (!inspection || seen.has(link.file) || leadsBack(link.from, parent)) continue;
      seen.add(link.file);
      fresh.push({link, parent, depth, inspection});
    }
    reached.push(...fresh);
    edge = fresh.map((parent) => ({file: parent.link.file, parent}));
  }
  return reached;
}

const groups = new WeakMap<readonly Inspection[], number[][]>();

/** The files that are one table with this one, itself among them. */
function partsWith(file: number, inspections: readonly Inspection[]): number[] {
  const known = groups.get(inspections) ?? alike(inspections);
  groups.set(inspections, known);
  return known.find((group) => group.includes(file)) ?? [file];
}

const linked = new WeakMap<readonly Inspection[], Map<number, Link[]>>();

/** The links of a file, found once for the same files. */
function allLinks(inspections: readonly Inspection[], file: number): Link[] {
  const known = linked.get(inspections) ?? new Map<number, Link[]>();
  linked.set(inspections, known);
  const links = known.get(file) ?? linksOf(file, inspections);
  known.set(file, links);
  return links;
}

/** Of files that are alike, the one with more rows has more keys. */
const rank = ({sure, file}: Link, inspections: readonly Inspection[]): number =>
  sure + Math.min(0.02, (inspections[file]?.source.blob.size ?? 0) / 1e12);

/** The column is the key by which its own file was reached: it leads back to where it came from. */
const leadsBack = ({index}: ColumnProfile, parent: Reached | null): boolean => parent?.link.key.index === index;

/** Roles that rows of an entity can give to purchases. What is said of an order must never be an amount of its lines. */
const given: Partial<Record<TableName, Partial<Record<Entity, readonly string[]>>>> = {
  purchase: {
    order: ['customer_id', 'purchased_on', 'status', 'channel', 'country', 'payment_method', 'promotion', 'currency'],
    product: ['product', 'category', 'unit_cost', 'unit_price'],
    category: ['category'],
    store: ['channel'],
    promotion: ['promotion'],
    day: ['purchased_on'],
    customer: ['customer_id']
  },
  interaction: {order: ['customer_id'], customer: ['customer_id'], day: ['occurred_on']},
  partnership_cost: {order: ['customer_id', 'incurred_on'], customer: ['customer_id'], day: ['incurred_on']}
};

/** The mapping of a base with the columns of other files that it lacks, or that name what its keys stand for. */
export function withLookups(mapping: FileMapping, inspection: Inspection, reached: readonly Reached[]): FileMapping {
  if (mapping.table === null) return mapping;
  const chosen = chosenFor(mapping, inspection, reached);
  if (chosen.size === 0) return mapping;
  const used = pathsOf([...chosen.values()]);
  const {lookups, place} = lookupsOf(mapping, used, [...chosen.values()]);
  const roles = {...mapping.roles};
  for (const [role, found] of chosen)
    roles[role] = roleOf(mapping.table, found, place(found.reached, found.column.index));
  return {...mapping, roles: withOrderKey(roles, mapping, reached), lookups, amount: amountOf(mapping, roles)};
}

/** What leads a purchase to its order is the order's id, whatever it's called. */
function withOrderKey(
  roles: FileMapping['roles'],
  {table}: FileMapping,
  reached: readonly Reached[]
): FileMapping['roles'] {
  const order = reached.find(({link, depth}) => link.entity === 'order' && depth === 1 && !link.several);
  if (!order || table !== 'purchase' || 'transaction_id' in roles) return roles;
  const {from} = order.link;
  if (Object.values(roles).some(({column}) => column === from.index)) return roles;
  const reason = {key: 'role.order-key', values: {file: order.inspection.source.name}};
  return {...roles, transaction_id: {column: from.index, format: formatFor(from, 'text'), reason}};
}

function amountOf({amount, table}: FileMapping, roles: FileMapping['roles']): FileMapping['amount'] {
  const product = table === 'purchase' && amount === null && 'quantity' in roles && 'unit_price' in roles;
  return product ? 'quantity × unit_price' : amount;
}

function chosenFor(mapping: FileMapping, inspection: Inspection, reached: readonly Reached[]): Map<string, Found> {
  const all = reached.flatMap((one) => candidates(mapping, inspection, one)).sort((a, b) => b.sure - a.sure);
  const chosen = new Map<string, Found>();
  for (const found of all) {
    const {role} = found;
    const taken = [...chosen.values()].some(
      ({reached, column}) => reached === found.reached && column === found.column
    );
    if (!chosen.has(role) && !taken) chosen.set(role, found);
  }
  return withNames(chosen, mapping, reached);
}

function candidates(mapping: FileMapping, inspection: Inspection, reached: Reached): Found[] {
  const {table} = mapping;
  const {link, depth} = reached;
  const wanted = table === null ? [] : (given[table]?.[link.entity] ?? []);
  return wanted.flatMap((role) => {
    const isKey = isPlayed(mapping, role, reached);
    if (!isOpen(mapping, role, {isKey, several: link.several})) return [];
    const before = isKey ? sureOf(inspection, role, link.from) : 0;
    return columnsOf(reached).flatMap((column): Found[] => {
      const sure = sureness(mapping, {role, column, reached}) * 0.97 ** (depth - 1);
      const label = labelled.includes(role) && (isKey || sureOf(reached.parent?.inspection, role, link.from) > 0);
      return sure < least || (isKey && sure <= before) ? [] : [{role, reached, column, sure, label}];
    });
  });
}

const least = 0.5;

/** Columns of a reached file, but for its key. */
const columnsOf = ({inspection, link}: Reached): ColumnProfile[] =>
  inspection.columns.filter(({index}) => index !== link.key.index);

/** The base has the role already, by the very column that leads to the file. */
const isPlayed = ({roles}: FileMapping, role: string, {parent, link}: Reached): boolean =>
  parent === null && roles[role]?.column === link.from.index && [...labelled, 'customer_id'].includes(role);

const labelled = ['product', 'category', 'channel', 'promotion'];

function isOpen(
  {roles, amount}: FileMapping,
  role: string,
  {isKey, several}: {isKey: boolean; several: boolean}
): boolean {
  if (several) return role === 'payment_method' && !(role in roles);
  if (role === 'unit_price') return amount === null && 'quantity' in roles && !('unit_price' in roles);
  if (role === 'unit_cost') return !('cost' in roles || 'unit_cost' in roles);
  return isKey || !(role in roles);
}

/** How surely the column plays the role for the base; plain `name` in a file of products is the product's. */
function sureness(
  {table}: FileMapping,
  {role, column, reached}: {role: string; column: ColumnProfile; reached: Reached}
): number {
  const {entity} = reached.link;
  if (role === 'customer_id' && entity === 'customer') return isPerson(column) ? 1.2 : 0;
  const rule = table === null ? undefined : roleRules[table][role === 'unit_cost' ? 'cost' : role];
  if (!rule) return 0;
  const own = fitness(column, rule, role);
  const prefix = entity === 'product' || entity === 'category' || entity === 'store' ? entity : null;
  const full = prefix === null ? 0 : fitness({...column, name: `${prefix} ${column.name}`}, rule, role) - 0.01;
  const isNumbered = labelled.includes(role) && meaningOf(column.name).concepts.includes('id');
  return Math.max(own, full) - (isNumbered ? 0.3 : 0);
}

const sureOf = (inspection: Inspection | undefined, role: string, {index}: ColumnProfile): number => {
  const [column, rule] = [inspection?.columns[index], roleRules.purchase[role]];
  return column && rule ? fitness(column, rule, role) : 0;
};

/** An id of who the customer is, beside one that is new with each order: `customer_unique_id`. */
export function isPerson({name, looks}: ColumnProfile): boolean {
  const {concepts} = meaningOf(name);
  const isId = concepts.includes('id') && (concepts.includes('customer') || concepts.includes('account'));
  return isId && /unique|person|master|global/i.test(name) && looks !== 'date';
}

/** Where a looked-up column is itself a key of a file that names it, the name is taken: `category_id`, `category`. */
function withNames(chosen: Map<string, Found>, mapping: FileMapping, reached: readonly Reached[]): Map<string, Found> {
  for (const role of labelled) {
    const found = chosen.get(role);
    const next =
      found && reached.filter(({parent, link}) => parent === found.reached && link.from.index === found.column.index);
    const names = (next ?? []).flatMap((one) =>
      columnsOf(one).flatMap((column): Found[] => {
        const sure = sureness(mapping, {role, column, reached: one});
        return sure < least ? [] : [{role, reached: one, column, sure, label: true}];
      })
    );
    const [best] = names.sort((a, b) => b.sure - a.sure);
    if (best) chosen.set(role, best);
  }
  return chosen;
}

/** All files on the way to what was found, each behind the one that leads to it. */
function pathsOf(found: readonly Found[]): Reached[] {
  const used = new Set<Reached>();
  for (const one of found) for (let step: Reached | null = one.reached; step; step = step.parent) used.add(step);
  return [...used].sort((a, b) => a.depth - b.depth);
}

interface Planned {
  lookups: Lookup[];
  /** the number of a looked-up column */
  place: (reached: Reached, column: number) => number;
}

function lookupsOf(mapping: FileMapping, used: readonly Reached[], found: readonly Found[]): Planned {
  const before = mapping.lookups ?? [];
  const start = before.reduce((sum, {columns}) => sum + columns.length, mapping.header.length);
  const columns = used.map((one) => wantedOf(one, used, found));
  const place = (reached: Reached, column: number): number => {
    const at = used.indexOf(reached);
    const first = columns.slice(0, at).reduce((sum, {length}) => sum + length, start);
    return first + (columns[at]?.indexOf(column) ?? -1);
  };
  const lookups = used.map((one, index): Lookup => {
    const {link, parent, inspection} = one;
    const wanted = columns[index] ?? [];
    const [label, ...others] = found.filter(({reached}) => reached === one);
    return {
      file: inspection.source.name,
      from: parent ? place(parent, link.from.index) : link.from.index,
      key: link.key.index,
      columns: wanted,
      names: wanted.map((column) => inspection.columns[column]?.name ?? ''),
      ...(label?.label && others.length === 0 && wanted.length === 1 ? {label: label.column.index} : {}),
      several: 'first'
    };
  });
  return {lookups: [...before, ...lookups], place};
}

/** The columns that a file gives: those found in it, and the keys of files behind it. */
function wantedOf(reached: Reached, used: readonly Reached[], found: readonly Found[]): number[] {
  const own = found.filter((one) => one.reached === reached).map(({column}) => column.index);
  const keys = used.filter(({parent}) => parent === reached).map(({link}) => link.from.index);
  return [...new Set([...own, ...keys])].sort((a, b) => a - b);
}

function roleOf(table: TableName, {role, reached, column}: Found, place: number): RoleMapping {
  const {inspection, link} = reached;
  const format = formatFor(column, typeOfRole(table, role) ?? 'text');
  const values = {file: inspection.source.name, header: column.name, key: link.from.name};
  return {column: place, format, reason: {key: 'role.looked-up', values}};
}
