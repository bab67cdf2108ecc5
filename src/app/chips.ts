import {withDefinitions, withFilter, withRules} from '../analyses/scope';
import {day, decimal, share} from '../messages/format';
import {shell} from '../messages/shell';
import {isNumberDefinition, numberDefinitions, numberOf, type DefinitionName} from '../models/definitions';
import {attributeOf} from '../models/dimension';
import {brokenConditions} from '../models/relationship/conditions';
import {initialScope, type Scope} from '../models/scope';
import {ruleName} from './health/rule-name';

/** Something that the person narrowed, in words, and the scope without it. */
export interface ScopeChip {
  key: string;
  label: string;
  without: Scope;
}

/** Everything in which a scope differs from "all of it, by the usual rules", each removable by itself. */
export function chipsOf(scope: Scope): ScopeChip[] {
  return [
    ...asOf(scope),
    ...period(scope),
    ...filters(scope),
    ...rules(scope),
    ...leftOut(scope),
    ...definitions(scope)
  ];
}

/** What a dimension is called; an attribute has the name that its file gave it. */
export function dimensionName(dimension: string): string {
  const key = `dimension.${dimension}`;
  return attributeOf(dimension) ?? (shell.has(key) ? shell.t(key) : dimension);
}

/** What a way to group customers is called. */
export function groupingName(grouping: string): string {
  const key = `grouping.${grouping}`;
  return shell.has(key) ? shell.t(key) : dimensionName(grouping);
}

/** What a value of a dimension is called; '' is "none given". */
export function valueName(value: string): string {
  return value === '' ? shell.t('scope.filter.empty') : value;
}

function asOf(scope: Scope): ScopeChip[] {
  if (scope.as_of === null) return [];
  const label = shell.t('scope.chip.as_of', {day: day(scope.as_of)});
  return [{key: 'as_of', label, without: {...scope, as_of: null}}];
}

function period(scope: Scope): ScopeChip[] {
  const {from, to} = scope;
  if (from === null && to === null) return [];
  const key = from === null ? 'to' : to === null ? 'from' : 'period';
  const label = shell.t(`scope.chip.${key}`, {from: day(from), to: day(to)});
  return [{key: 'period', label, without: {...scope, from: initialScope.from, to: initialScope.to}}];
}

function rules(scope: Scope): ScopeChip[] {
  return (['cancellations', 'returns', 'free'] as const)
    .filter((rule) => scope[rule] !== initialScope[rule])
    .map((rule) => ({
      key: rule,
      label: shell.t('scope.chip.filter', {
        dimension: shell.t(`scope.rule.${rule}`),
        value: shell.t(`scope.rule.${scope[rule]}`)
      }),
      without: {...scope, [rule]: initialScope[rule]}
    }));
}

function leftOut(scope: Scope): ScopeChip[] {
  return scope.without.map((rule) => ({
    key: `without=${rule}`,
    label: ruleName(rule),
    without: withRules(scope, [rule], false)
  }));
}

function definitions(scope: Scope): ScopeChip[] {
  const names = Object.keys(scope.definitions) as DefinitionName[];
  return names.map((name) => ({
    key: `def.${name}`,
    label: shell.t('scope.chip.filter', {
      dimension: shell.t(`definition.${name}`),
      value: definitionValue(scope, name)
    }),
    without: withDefinitions(scope, {[name]: null})
  }));
}

/** The value of a changed definition as a person reads it: `80%`, `3`, `365 days`, a condition as it is. */
function definitionValue({definitions: own}: Scope, name: DefinitionName): string {
  if (!isNumberDefinition(name)) {
    return shell.t(brokenConditions({definitions: own}).includes(name) ? 'definition.broken' : 'definition.own');
  }
  const {unit} = numberDefinitions[name];
  const value = numberOf(own, name);
  return unit === 'share' ? share(value) : shell.t(`definition.unit.${unit}`, {count: value, value: decimal(value)});
}

function filters(scope: Scope): ScopeChip[] {
  return Object.entries(scope.filters).flatMap(([dimension, values]) =>
    values.map((value) => ({
      key: `${dimension}=${value}`,
      label: shell.t('scope.chip.filter', {dimension: dimensionName(dimension), value: valueName(value)}),
      without: withFilter(
        scope,
        dimension,
        values.filter((other) => other !== value)
      )
    }))
  );
}
