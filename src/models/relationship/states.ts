/** The rungs of the ladder, in order; `lapsed` stands beside it. source: Payne; methods.md 5 */
export const rungs = ['prospect', 'customer', 'client', 'supporter', 'advocate', 'partner', 'lapsed'] as const;
export type Rung = (typeof rungs)[number];

/** The phases of a relationship, in order. source: Dwyer, Schurr & Oh 1987; plateau and decline: methods.md 5 */
export const phases = [
  'awareness',
  'exploration',
  'expansion',
  'commitment',
  'plateau',
  'decline',
  'dissolution'
] as const;
export type Phase = (typeof phases)[number];
