import {mainSvg} from '../ui/plot';

/** A drawing on screen that can be taken away. */
export interface DrawnFigure {
  /** of the files that it is saved as, without an ending */
  name: string;
  /** what it shows */
  title: string;
  svg: SVGSVGElement;
}

/** The drawings within an element, from top to bottom. */
export function figuresIn(node: Element): DrawnFigure[] {
  return [...node.querySelectorAll<HTMLElement>('[data-figure]')].flatMap((figure) => {
    const drawn = figure.querySelector('.drawing')?.firstElementChild;
    const svg = drawn && mainSvg(drawn);
    return svg ? [{name: figure.dataset.figure ?? '', title: figure.getAttribute('aria-label') ?? '', svg}] : [];
  });
}
