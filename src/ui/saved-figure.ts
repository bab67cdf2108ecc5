import type {Attachment} from 'svelte/attachments';

/** Does something with a drawing that stands in the document. */
export type UseDrawing = (svg: SVGSVGElement) => Promise<void>;

type Draw = (use: UseDrawing) => Promise<void>;

const drawings = new WeakMap<Element, Draw>();

/** Lets an element stand for a drawing that is made when it is asked for. */
export const standsFor =
  (draw: (node: HTMLElement) => Promise<SVGSVGElement | undefined>): Attachment<HTMLElement> =>
  (node) => {
    drawings.set(node, async (use) => {
      const svg = await draw(node);
      try {
        if (svg) await use(svg);
      } finally {
        node.replaceChildren();
      }
    });
    return () => drawings.delete(node);
  };

/** Makes the drawing that an element stands for; undefined where it stands for none. */
export const drawingOf = (node: Element): Draw | undefined => drawings.get(node);
