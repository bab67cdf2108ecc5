import {colors, ramp} from '../../charts/theme';
import {phases, type Phase} from '../../models/relationship/states';
import type {States} from '../states/states';
import {leaving} from './leaving';
import {words} from './words';

/** How close a phase is: a move to a closer one is a climb. */
const closeness: readonly Phase[] = [
  'dissolution',
  'decline',
  'awareness',
  'exploration',
  'plateau',
  'expansion',
  'commitment'
];

const hues: Readonly<Record<Phase, string>> = {
  awareness: ramp[0],
  exploration: ramp[1],
  plateau: ramp[2],
  expansion: ramp[3],
  commitment: ramp[4],
  decline: colors.loss,
  dissolution: leaving
};

export const isPhase = (text: unknown): text is Phase => (phases as readonly unknown[]).includes(text);

/** What a phase is called; what is none is left as it is. */
export const phaseName = (phase: string): string => (isPhase(phase) ? words.t(`class.${phase}`) : phase);

/** A phase's colour: build-up as a ramp, decline in the colour of loss, dissolution hatched in it. */
export const phaseColor = (phase: string): string => (isPhase(phase) ? hues[phase] : colors.grey);

/** The phases as charts need them, the least close first; those that end hang below the line. */
export const states: States = {
  order: closeness,
  beside: ['dissolution', 'decline'],
  name: phaseName,
  color: phaseColor,
  level: (phase) => closeness.indexOf(phase as Phase)
};

/** The same, with decline nearest to the line, dissolution below it. */
export const stacked: States = {
  ...states,
  order: ['decline', 'dissolution', ...closeness.slice(2)]
};

/** The same, for marks too small for a hatch. */
export const plain: States = {
  ...states,
  color: (phase) => (phase === 'dissolution' ? colors.loss : phaseColor(phase))
};

export const lists = ['slipping', 'slowing', 'shrinking', 'won_back'] as const;
export type List = (typeof lists)[number];
