/** A limit that a person moves along an axis of a chart: from `min`, where the axis begins, to `max`, where it ends. */
export interface Threshold {
  axis: 'x' | 'y';
  value: number;
  min: number;
  max: number;
  step: number;
  /** what is moved, in a few words */
  label: string;
  /** what the value means, in a sentence: read out as it moves */
  text: string;
  /** beside the line */
  mark: string;
  /** which side of the line is meant; shaded */
  side: 'before' | 'after';
  /** what the value amounts to where things can't be cut: the shade ends there; the value itself where it isn't given */
  amounts?: number;
  /** told each value on the way, at once */
  oninput: (value: number) => void;
  /** told the value where it comes to rest */
  onchange: (value: number) => void;
}

type Limits = Pick<Threshold, 'min' | 'max' | 'step'>;

/** The value at a part of the axis, 0 to 1, on its steps; the nearest end beyond. */
export function valueAt(part: number, {min, max, step}: Limits): number {
  return toStep(min + part * (max - min), {min, max, step});
}

/** The part of the axis, 0 to 1, that a value lies at. */
export const partAt = (value: number, {min, max}: Limits): number => (max === min ? 0 : (value - min) / (max - min));

/**
 * The value that a key leads to; undefined for other keys. Arrows along the axis go where they point, those across it up
 * and down in value, by a hundredth of the axis; with Shift by one step, by the Page keys by a tenth.
 */
export function valueBy(
  {key, shiftKey}: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  value: number,
  threshold: Limits & Pick<Threshold, 'axis'>
): number | undefined {
  const {min, max} = threshold;
  if (key === 'Home') return min;
  if (key === 'End') return max;
  const steps = stepsBy(key, threshold.axis);
  const stride = shiftKey ? threshold.step : Math.max(threshold.step, (max - min) / 100);
  return steps === undefined ? undefined : toStep(value + steps * stride, threshold);
}

function stepsBy(key: string, axis: Threshold['axis']): number | undefined {
  const down = axis === 'y' ? 1 : -1;
  const known: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: down,
    ArrowUp: -down,
    PageUp: 10,
    PageDown: -10
  };
  return known[key];
}

function toStep(value: number, {min, max, step}: Limits): number {
  const digits = (String(step).split('.')[1] ?? '').length;
  const stepped = min + Math.round((value - min) / step) * step;
  return Number(Math.min(max, Math.max(min, stepped)).toFixed(digits));
}
