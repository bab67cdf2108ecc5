import {amountChecks} from './amounts';
import type {Check} from './check';
import {customerChecks} from './customers';
import {dayChecks} from './days';
import {orderChecks} from './orders';
import {otherChecks} from './others';

export type {Behind, BehindColumn, Check, Finding, Patient, Said, Severity} from './check';

/** All checks, the quick ones first. */
export const checks: readonly Check[] = [
  ...customerChecks,
  ...dayChecks,
  ...amountChecks,
  ...orderChecks,
  ...otherChecks
];
