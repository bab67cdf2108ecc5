import type {ModelContext} from '../../models/compile';
import {model as selectedPurchase} from '../../models/selected_purchase.sql';

/** The purchases that count, and those before the period too: a customer isn't new because the period begins. */
export function model(context: ModelContext): string {
  return selectedPurchase(sinceEver(context));
}

/** The context with a scope that doesn't begin anywhere. */
export const sinceEver = (context: ModelContext): ModelContext => ({
  ...context,
  scope: {...context.scope, from: null}
});
