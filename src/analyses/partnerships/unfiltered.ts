import type {ModelContext} from '../../models/compile';

/** The context without filters: shared costs are shared among all customers before some of them are looked at. */
export function unfiltered(context: ModelContext): ModelContext {
  return {...context, scope: {...context.scope, filters: {}}};
}

/** Whether any filter keeps something out. */
export const isFiltered = ({scope}: ModelContext): boolean =>
  Object.values(scope.filters).some((values) => values.length > 0);
