import * as Plot from '@observablehq/plot';
import {JSDOM} from 'jsdom';

const {document} = new JSDOM().window;

/** A chart as text that stays the same from run to run: numbers with two decimals, one element a line. */
export function svg(options: Plot.PlotOptions): string {
  const {outerHTML} = Plot.plot({...options, className: 'plot', document});
  const rounded = outerHTML.replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
  return `${rounded.replaceAll('><', '>\n<')}\n`;
}
