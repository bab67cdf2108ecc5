import {mainSvg} from '../ui/plot';
import {drawingOf, type UseDrawing} from '../ui/saved-figure';

/** A drawing that can be taken away. */
export interface DrawnFigure {
  /** of the files that it is saved as, without an ending */
  name: string;
  /** what it shows */
  title: string;
  /** hands over the drawing on screen, or one that is made for it */
  take: (use: UseDrawing) => Promise<void>;
}

/** The drawings within an element, from top to bottom. */
export function figuresIn(node: Element): DrawnFigure[] {
  return [...node.querySelectorAll<HTMLElement>('[data-figure]')].flatMap((figure) => {
    const take = drawingOf(figure) ?? drawnIn(figure);
    return take ? [{name: figure.dataset['figure'] ?? '', title: figure.getAttribute('aria-label') ?? '', take}] : [];
  });
}

function drawnIn(figure: Element): DrawnFigure['take'] | undefined {
  const drawn = figure.querySelector('.drawing')?.firstElementChild;
  const svg = drawn ? mainSvg(drawn) : undefined;
  return svg && ((use) => use(svg));
}
