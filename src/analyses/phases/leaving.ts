import type {PlotOptions, RenderFunction} from '@observablehq/plot';

/** Fill of relationships that are over. The chart must have `leavingHatch` among its marks. */
export const leaving = 'url(#leaving)';

/** A mark that draws nothing, and defines the hatch in the colour of loss. */
export const leavingHatch: RenderFunction = (_index, _scales, _values, _dimensions, {document}) => {
  const element = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made as SVGElement;
  };
  const defs = element('defs', {});
  const pattern = element('pattern', {
    id: 'leaving',
    width: '6',
    height: '6',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)'
  });
  pattern.append(
    element('rect', {width: '6', height: '6', fill: 'var(--paper)'}),
    element('rect', {width: '3', height: '6', fill: 'var(--loss)'})
  );
  defs.append(pattern);
  return defs;
};

/** The chart with the hatch, whatever draws it. */
export const withLeaving = (options: PlotOptions): PlotOptions => ({
  ...options,
  marks: [leavingHatch, ...(options.marks ?? [])]
});
