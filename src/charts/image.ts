const svgNamespace = 'http://www.w3.org/2000/svg';

export interface ImageOptions {
  /** said first by a screen reader, shown by a browser as the picture's name */
  title?: string;
  description?: string;
  /** `light` or `dark` whatever the page is in; by default as the page */
  theme?: 'light' | 'dark';
}

/**
 * A chart on screen as a picture file that needs nothing else: colours as they are seen, paper behind, fonts named,
 * title and description inside, tooltips left out. The chart must be in the document, for its styles to be known.
 */
export function svgText(svg: SVGSVGElement, {title, description, theme}: ImageOptions = {}): string {
  return inTheme(svg, theme, (shown) => {
    const picture = shown.cloneNode(true) as SVGSVGElement;
    settle(shown, picture);
    const size = sizeOf(shown);
    picture.setAttribute('xmlns', svgNamespace);
    picture.setAttribute('width', String(size.width));
    picture.setAttribute('height', String(size.height));
    picture.setAttribute('role', 'img');
    for (const tip of picture.querySelectorAll('style, [aria-label="tip"]')) tip.remove();
    picture.prepend(...heading(svg, title, description), paper(shown, size));
    return new XMLSerializer().serializeToString(picture);
  });
}

/** The same as pixels, `scale` of them to each of the drawing. @throws if the browser cannot draw it */
export async function png(svg: SVGSVGElement, scale = 2, options: ImageOptions = {}): Promise<Blob> {
  const {width, height} = sizeOf(svg);
  const document = svg.ownerDocument;
  const image = document.createElement('img');
  const url = URL.createObjectURL(new Blob([svgText(svg, options)], {type: 'image/svg+xml'}));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await blobOf(canvas);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Properties that the page's style sheet decides and a picture must carry itself. */
const carried = [
  'fill',
  'stroke',
  'stop-color',
  'color',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'paint-order'
] as const;

/** Writes into the copy what each element looks like, where it differs from what it inherits. */
function settle(shown: Element, copy: Element, inherited?: CSSStyleDeclaration): void {
  const view = shown.ownerDocument.defaultView;
  if (!view) return;
  const style = view.getComputedStyle(shown);
  copy.removeAttribute('style');
  for (const name of carried) {
    const value = style.getPropertyValue(name);
    if (copy.hasAttribute(name) || value !== inherited?.getPropertyValue(name)) copy.setAttribute(name, written(value));
  }
  for (const name of ['fill-opacity', 'stroke-opacity', 'stroke-width', 'opacity']) {
    if (copy.hasAttribute(name)) copy.setAttribute(name, style.getPropertyValue(name));
  }
  if (style.getPropertyValue('visibility') === 'hidden') copy.setAttribute('visibility', 'hidden');
  copy.removeAttribute('class');
  const children = [...shown.children];
  for (const [index, child] of [...copy.children].entries()) {
    const original = children[index];
    if (original) settle(original, child, style);
  }
}

/** A reference into the page (`url("https://…#x")`) as one inside the picture. */
const written = (value: string): string => value.replace(/url\(["']?[^#"')]*(#[^"')]+)["']?\)/g, 'url($1)');

function heading(svg: SVGSVGElement, title: string | undefined, description: string | undefined): Element[] {
  const texts = {
    title: title ?? svg.getAttribute('aria-label'),
    desc: description ?? svg.getAttribute('aria-description')
  };
  return Object.entries(texts).flatMap(([name, text]) => {
    if (!text) return [];
    const element = svg.ownerDocument.createElementNS(svgNamespace, name);
    element.textContent = text;
    return [element];
  });
}

function paper(shown: Element, {x, y, width, height}: Size): Element {
  const rect = shown.ownerDocument.createElementNS(svgNamespace, 'rect');
  const colour = shown.ownerDocument.defaultView?.getComputedStyle(shown).getPropertyValue('--paper').trim();
  const values = {x, y, width, height, fill: resolved(shown, colour || 'white'), stroke: 'none'};
  for (const [name, value] of Object.entries(values)) rect.setAttribute(name, String(value));
  return rect;
}

/** A colour as the browser computes it for this element: `light-dark(…)` becomes one of its two. */
function resolved(shown: Element, colour: string): string {
  const probe = shown.ownerDocument.createElementNS(svgNamespace, 'rect');
  probe.setAttribute('fill', colour);
  shown.append(probe);
  const fill = shown.ownerDocument.defaultView?.getComputedStyle(probe).fill ?? colour;
  probe.remove();
  return fill;
}

interface Size {
  x: number;
  y: number;
  width: number;
  height: number;
}

function sizeOf(svg: SVGSVGElement): Size {
  const [x = 0, y = 0, width = 640, height = 400] = (svg.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  return {x, y, width, height};
}

/** Runs on the chart itself, or on a copy that for the moment stands, unseen, in an element of the other theme. */
function inTheme<T>(svg: SVGSVGElement, theme: ImageOptions['theme'], run: (shown: SVGSVGElement) => T): T {
  if (theme === undefined) return run(svg);
  const stage = svg.ownerDocument.createElement('div');
  stage.dataset.theme = theme;
  stage.className = 'visually-hidden';
  const copy = svg.cloneNode(true) as SVGSVGElement;
  stage.append(copy);
  svg.ownerDocument.body.append(stage);
  try {
    return run(copy);
  } finally {
    stage.remove();
  }
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas too large for a picture'))), 'image/png')
  );
}
