import {colors} from '../../charts/theme';
import type {Direction} from './states';

/** Climbs and falls are told apart by hue, and by these signs. */
export const signs: Readonly<Record<Direction, string>> = {climb: '↑', fall: '↓', stay: '=', new: '+', gone: '−'};

export const hueOf: Readonly<Record<Direction, string>> = {
  climb: colors.profit,
  fall: colors.lost,
  stay: colors.grey,
  new: colors.new,
  gone: colors.lost
};
