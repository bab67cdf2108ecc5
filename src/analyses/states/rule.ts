import {
  longestCondition,
  numberDefinitions,
  numberOf,
  type ConditionName,
  type DefinitionName,
  type Definitions,
  type NumberDefinitionName
} from '../../models/definitions';
import {checkedCondition, ConditionError} from '../../models/expression';
import {columnsOf} from '../../models/relationship/columns';
import {words} from './words';

/** What makes a state, and what of it can be moved. */
export interface Rule {
  state: string;
  name: string;
  /** the rule in plain words */
  says: string;
  /** how many it holds for now, in words */
  holds: string;
  numbers: readonly NumberDefinitionName[];
  condition: ConditionName | null;
}

/** A slider of a rule. Shares are shown as per cent. */
export interface RuleSlider {
  name: NumberDefinitionName;
  label: string;
  unit: string;
  value: number;
  initial: number;
  min: number;
  max: number;
  step: number;
  /** the value as the definitions hold it */
  stored(shown: number): number;
}

/** A number of the definitions as a slider shows it. */
export function sliderOf(name: NumberDefinitionName, definitions: Definitions): RuleSlider {
  const {unit, initial, min, max, step} = numberDefinitions[name];
  const times = unit === 'share' ? 100 : 1;
  const shown = (value: number): number => Number((value * times).toFixed(4));
  const own = `unit.${name}`;
  return {
    name,
    label: words.has(`number.${name}`) ? words.t(`number.${name}`) : name,
    unit: words.t(words.has(own) ? own : `unit.${unit}`),
    value: shown(numberOf(definitions, name)),
    initial: shown(initial),
    min: shown(min),
    max: shown(max),
    step: shown(step),
    stored: (value) => Number((value / times).toFixed(6))
  };
}

/** What is wrong with the text of a condition, in words; undefined where it can be taken. */
export function wrongWith(name: ConditionName, text: string): string | undefined {
  if (text.trim() === '') return words.t('rules.sql.empty');
  if (text.length > longestCondition) return words.t('rules.sql.long', {most: longestCondition});
  try {
    checkedCondition(text, columnsOf(name));
    return undefined;
  } catch (error) {
    if (error instanceof ConditionError) return error.message;
    throw error;
  }
}

/** The patch that brings rules back to what they were at first. */
export function resetOf(rules: readonly Rule[]): Partial<Record<DefinitionName, null>> {
  const names = rules.flatMap(({numbers, condition}) => [...numbers, ...(condition === null ? [] : [condition])]);
  return Object.fromEntries(names.map((name) => [name, null]));
}

/** Whether anything of a rule isn't as it was at first. */
export const isChanged = ({numbers, condition}: Rule, definitions: Definitions): boolean =>
  [...numbers, ...(condition === null ? [] : [condition])].some((name) => definitions[name] !== undefined);
