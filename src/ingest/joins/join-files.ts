import {wordsOf} from '../guess/dictionary';
import {asDelivery, deliveryOf, freightOf} from './join-costs';
import {stagesOf} from './join-deals';
import {isPerson, reachOf, withLookups, type Reached} from './join-guess';
import {lookedUp} from './lookups';
import type {FileMapping, Inspection} from '../types';

/** A file among the others, and what it reaches by its keys. */
interface Joinable {
  mapping: FileMapping;
  inspection: Inspection;
  reached: readonly Reached[];
  /** it is complete without the others */
  alone: boolean;
}

/**
 * Mappings of files that belong together: the finest of them that has amounts is the purchases, and looks up in others what
 * it lacks; what an order costs to deliver feeds the costs. A file that is complete on its own needs no other.
 */
export function inJoins(mappings: readonly FileMapping[], inspections: readonly Inspection[]): FileMapping[] {
  const files = mappings.map((mapping, index) => joinable(mapping, index, inspections));
  const bases = basesOf(files);
  const chosen = files.map((file, index) =>
    bases.has(index) ? file.mapping : withoutBase(file, index, {files, bases})
  );
  return withPersons(
    chosen.map((mapping, index) => withSides(mapping, files[index])),
    files
  ).map((mapping, index, all) => lookedUpBy(mapping, all, mappings[index]));
}

function joinable(mapping: FileMapping, index: number, inspections: readonly Inspection[]): Joinable {
  const [inspection] = inspections.slice(index);
  if (!inspection) throw new Error(`mapping without a file: ${mapping.file}`);
  const alone = isComplete(mapping);
  const reached = inspections.length < 2 || !isBase(mapping) ? [] : reachOf(index, inspections);
  const full = reached.length === 0 ? mapping : completed(withLookups(mapping, inspection, reached), alone);
  return {mapping: alone || isComplete(full) ? full : mapping, inspection, reached, alone};
}

/** A file that needs others says so. */
const completed = (mapping: FileMapping, alone: boolean): FileMapping =>
  alone || !mapping.lookups ? mapping : {...mapping, reason: {key: 'table.joined'}};

/** Only a few tables are worth looking for what they lack. */
const isBase = ({table}: FileMapping): boolean => table === 'purchase' || table === 'interaction';

export function isComplete({table, roles, amount, constants}: FileMapping): boolean {
  if (table === 'interaction') return 'customer_id' in roles && 'occurred_on' in roles;
  const isDated = 'purchased_on' in roles || constants?.['purchased_on'] !== undefined;
  return table === 'purchase' && 'customer_id' in roles && isDated && amount !== null;
}

/** The files that are read as they are: of complete purchases that tell of the same orders, only the finest. */
function basesOf(files: readonly Joinable[]): Set<number> {
  const complete = files.flatMap(({mapping}, index) =>
    mapping.table === 'purchase' && isComplete(mapping) ? [index] : []
  );
  const rest = complete.filter((index) => !complete.some((other) => other !== index && outdoes(files, other, index)));
  const others = files.flatMap(({mapping}, index) => (mapping.table === 'purchase' ? [] : [index]));
  return new Set([...rest, ...others]);
}

/** Whether a file tells of the orders of another, and in more detail. */
function outdoes(files: readonly Joinable[], index: number, than: number): boolean {
  const [one, other] = [files[index], files[than]];
  if (!one || !other) return false;
  const toOther = ordersOf(one).includes(than);
  const toOne = ordersOf(other).includes(index);
  const shared = ordersOf(one).some((file) => ordersOf(other).includes(file));
  if (toOther && !toOne) return detail(one) > 0;
  if (toOne && !toOther) return detail(other) <= 0;
  return shared && (detail(one) > detail(other) || (detail(one) === detail(other) && index < than));
}

/** The files with one row an order that a file reaches. */
const ordersOf = ({reached}: Joinable): number[] =>
  reached.flatMap(({link, depth}) => (link.entity === 'order' && !link.several && depth === 1 ? [link.file] : []));

/** How much a file says of what was bought; payments say nothing of it. */
function detail({mapping: {roles}}: Joinable): number {
  return ('product' in roles ? 4 : 0) + ('quantity' in roles ? 2 : 0) + ('unit_price' in roles ? 1 : 0);
}

/** A file of purchases that another one tells better, or that has not all that purchases need. */
function withoutBase(
  {mapping, inspection}: Joinable,
  index: number,
  {files, bases}: {files: readonly Joinable[]; bases: ReadonlySet<number>}
): FileMapping {
  const isBought = files.some((file, other) => bases.has(other) && file.mapping.table === 'purchase');
  if (mapping.table !== 'purchase' || !isBought) return mapping;
  const isOrder = files.some((file, other) => bases.has(other) && ordersOf(file).includes(index));
  const freight = isOrder ? freightOf(inspection) : undefined;
  if (!freight) return left(mapping, 'table.other-purchases');
  const full = withLookups({...mapping, table: 'interaction'}, inspection, personsOf(files, index));
  return asDelivery({...full, table: 'purchase'}, freight);
}

/** Customers that an order leads to. */
function personsOf(files: readonly Joinable[], index: number): readonly Reached[] {
  const inspections = files.map(({inspection}) => inspection);
  return reachOf(index, inspections).filter(({link, depth}) => link.entity === 'customer' && depth === 1);
}

function left({currency: _, lookups: __, ...mapping}: FileMapping, key: string): FileMapping {
  return {...mapping, table: null, roles: {}, amount: null, attributes: [], reason: {key}};
}

/** What the rows of a file tell beside: costs of delivery of purchases, the stages of deals, the kind of contacts that have a score only. */
function withSides(mapping: FileMapping, file: Joinable | undefined): FileMapping {
  if (!file || !isComplete(mapping)) return mapping;
  const {inspection} = file;
  if (mapping.table === 'purchase') {
    const freight = freightOf(inspection);
    const isFree = freight && !Object.values(mapping.roles).some(({column}) => column === freight.index);
    const also = [...(isFree ? [deliveryOf(mapping, freight)] : []), ...stagesOf(mapping, inspection)];
    return also.length > 0 && !mapping.also ? {...mapping, also} : mapping;
  }
  const kind = 'kind' in mapping.roles || !('score' in mapping.roles) ? undefined : kindOf(inspection);
  return kind === undefined ? mapping : {...mapping, constants: {kind, ...mapping.constants}};
}

/** `reviews.csv`, or a column `survey_id`. */
function kindOf({source, columns}: Inspection): string | undefined {
  const words = new Set([source.name, ...columns.map(({name}) => name)].flatMap(wordsOf));
  return kinds.find((kind) => words.has(kind) || words.has(`${kind}s`));
}

const kinds = ['review', 'survey', 'complaint'];

/** Where purchases find who the customer is in a file of customers, that file is read by the same id. */
function withPersons(mappings: readonly FileMapping[], files: readonly Joinable[]): FileMapping[] {
  const ids = new Map<string, number>();
  for (const mapping of mappings) {
    const found = lookedUp(mapping, mapping.roles['customer_id']?.column ?? -1);
    if (found && isBase(mapping)) ids.set(found.lookup.file, found.there);
  }
  return mappings.map((mapping, index) => {
    const id = ids.get(mapping.file);
    const column = id === undefined ? undefined : files[index]?.inspection.columns[id];
    return mapping.table === 'customer' && column && isPerson(column) ? identified(mapping, column.index) : mapping;
  });
}

/** The id by which the file was found serves for nothing else: it isn't kept as an attribute. */
function identified(mapping: FileMapping, column: number): FileMapping {
  const reason = {key: 'role.person', values: {header: mapping.header[column] ?? ''}};
  const attributes = mapping.attributes.filter((other) => other !== column);
  return {...mapping, attributes, roles: {...mapping.roles, customer_id: {column, format: {}, reason}}};
}

/** A file without a table of its own that others look columns up in says so. */
function lookedUpBy(mapping: FileMapping, all: readonly FileMapping[], before?: FileMapping): FileMapping {
  if (mapping.table !== null) return mapping;
  const by = all.filter(({table, lookups = []}) => table !== null && lookups.some(({file}) => file === mapping.file));
  if (by.length === 0) return before?.table === null ? before : mapping;
  const [first] = by;
  return {...mapping, reason: {key: 'table.looked-up', values: {file: first?.file ?? '', others: by.length - 1}}};
}
