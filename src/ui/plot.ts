import type {Plot as Drawn, PlotOptions} from '@observablehq/plot';
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
    width,
    ...options(width),
    className,
    ariaLabel: label,
    ariaDescription: description ?? null
  });
  for (const style of drawn.querySelectorAll('style')) style.remove();
  const svg = mainSvg(drawn);
  // Sizes of a drawing are in pixels of 16 to the unit of type, so that larger type enlarges it as a whole.
  if (svg) svg.style.width = `${svg.width.baseVal.value / 16}rem`;
  // The figure around it speaks for the drawing; the names that Plot gives to groups would be noise.
  svg?.setAttribute('aria-hidden', 'true');
  return drawn;
}

/** The chart itself, where Plot has put it in a figure with a legend. */
export function mainSvg(drawn: Element): SVGSVGElement | undefined {
  const found = drawn.matches('svg') ? drawn : drawn.querySelector(`:scope > svg.${className}`);
  return found instanceof SVGSVGElement ? found : undefined;
}

/** Where the axes of a chart lie in it, in its own units. */
export interface Area {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The area between the axes; undefined where the chart has none, or is set in a figure with a legend. */
export function areaOf(drawn: Element): Area | undefined {
  const svg = mainSvg(drawn);
  if (!svg || svg !== drawn) return undefined;
  const {scale} = drawn as Element & Pick<Drawn, 'scale'>;
  const [x, y] = [rangeOf(scale('x')), rangeOf(scale('y'))];
  if (!x || !y) return undefined;
  const {width, height} = svg;
  const size = {width: width.baseVal.value, height: height.baseVal.value};
  return {...size, left: Math.min(...x), right: Math.max(...x), top: Math.min(...y), bottom: Math.max(...y)};
}

function rangeOf(scale: ReturnType<Drawn['scale']>): number[] | undefined {
  return scale?.range && [...scale.range].map(Number);
}
