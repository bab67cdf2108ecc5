import type {RenderFunction} from '@observablehq/plot';

/** Fill of what is not over yet. The chart must have `hatching` among its marks. */
export const hatch = 'url(#in-progress)';

/** A mark that draws nothing, and defines the hatch for periods in progress. */
export const hatching: RenderFunction = (_index, _scales, _values, _dimensions, context) => {
  const {document} = context;
  const element = (name: string, attributes: Record<string, string>): SVGElement => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made as SVGElement;
  };
  const defs = element('defs', {});
  const pattern = element('pattern', {
    id: 'in-progress',
    width: '6',
    height: '6',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)'
  });
  pattern.append(
    element('rect', {width: '6', height: '6', fill: 'var(--paper)'}),
    element('rect', {width: '2.5', height: '6', fill: 'var(--hatch)'})
  );
  defs.append(pattern);
  return defs;
};
