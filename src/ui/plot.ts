import type {PlotOptions} from '@observablehq/plot';
import {className} from '../charts/theme';

export interface Drawing {
  options: (width: number) => PlotOptions;
  width: number;
  label: string;
  description: string | undefined;
}

/** Observable Plot, which the first figure fetches. */
export type Library = Pick<typeof import('@observablehq/plot'), 'plot'>;

/** Draws a chart, without the inline styles that Plot makes. */
export function plot(Plot: Library, {options, width, label, description}: Drawing): Element {
  const drawn = Plot.plot({
    ...options(width),
    className,
    width,
    ariaLabel: label,
    ariaDescription: description ?? null
  });
  for (const style of drawn.querySelectorAll('style')) style.remove();
  mainSvg(drawn)?.setAttribute('role', 'img');
  return drawn;
}

/** The chart itself, where Plot has put it in a figure with a legend. */
export function mainSvg(drawn: Element): SVGSVGElement | undefined {
  const found = drawn.matches('svg') ? drawn : drawn.querySelector(`:scope > svg.${className}`);
  return found instanceof SVGSVGElement ? found : undefined;
}
