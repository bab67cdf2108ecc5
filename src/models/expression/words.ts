/** The words that join and compare. */
export const joining = [
  'and',
  'or',
  'not',
  'is',
  'null',
  'between',
  'in',
  'like',
  'true',
  'false',
  'case',
  'when',
  'then',
  'else',
  'end'
] as const;

/** Functions that do no harm and can't fail. */
export const functions = ['coalesce', 'least', 'greatest', 'abs', 'round', 'lower', 'contains'] as const;
export type FunctionName = (typeof functions)[number];

export const isFunction = (word: string): word is FunctionName => (functions as readonly string[]).includes(word);

/** What a condition may consist of beside columns, numbers and texts. */
export const conditionWords: readonly string[] = [...joining, ...functions];
