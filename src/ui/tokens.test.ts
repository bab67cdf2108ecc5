import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;
const grounds = ['paper', 'sunken', 'raised', 'hover', 'selection'];
const inks = ['ink', 'ink-quiet', 'accent', 'danger', 'warning', 'good'];
const marks = [...numbered('hue', 6), ...numbered('ramp', 5), 'grey', 'border', 'focus'];

describe.each(themes)('%s', (theme) => {
  it.each(inks.flatMap((ink) => grounds.map((ground) => [ink, ground])))('reads %s on %s', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)('tells %s from the paper', (mark) => {
    expect(contrast(colour(mark, theme), colour('paper', theme))).toBeGreaterThanOrEqual(3);
  });

  it('reads the words of the main button', () => {
    expect(contrast(colour('on-accent', theme), colour('accent', theme))).toBeGreaterThanOrEqual(4.5);
  });

  it('has a ramp that runs from faint to strong', () => {
    const steps = numbered('ramp', 5).map((name) => contrast(colour(name, theme), colour('paper', theme)));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });
});

function numbered(name: string, count: number): string[] {
  return Array.from({length: count}, (_, at) => `${name}-${at + 1}`);
}

function colour(name: string, theme: (typeof themes)[number]): string {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  const value = pair?.[theme === 'light' ? 1 : 2];
  if (value === undefined) throw new Error(`no colour: ${name}`);
  return value;
}

/** WCAG 2.2, 1.4.3: relative luminance of the lighter and the darker, each with 0.05 of flare. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
