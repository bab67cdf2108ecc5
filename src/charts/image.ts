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
export const svgText = (svg: SVGSVGElement, options: ImageOptions = {}): string =>
  new XMLSerializer().serializeToString(picture(svg, options));

/** The same as pixels, `scale` of them to each of the drawing, in the page's own fonts. @throws if the browser cannot draw it */
export async function png(svg: SVGSVGElement, scale = 2, options: ImageOptions = {}): Promise<Blob> {
  const document = svg.ownerDocument;
  const drawn = picture(svg, options);
  const fonts = document.createElementNS(svgNamespace, 'style');
  fonts.textContent = await fontFaces(document);
  drawn.prepend(fonts);
  const image = document.createElement('img');
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(drawn)], {type: 'image/svg+xml'}));
  try {
    image.src = url;
    await image.decode();
    return await blobOf(pixels(image, sizeOf(svg), scale));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function picture(svg: SVGSVGElement, {title, description, theme}: ImageOptions): SVGSVGElement {
  return inTheme(svg, theme, (shown) => {
    const copy = shown.cloneNode(true) as SVGSVGElement;
    settle(shown, copy);
    for (const extra of copy.querySelectorAll('style, [aria-label="tip"]')) extra.remove();
    copy.removeAttribute('aria-hidden');
    const size = sizeOf(shown);
    const own = {xmlns: svgNamespace, role: 'img', width: size.width, height: size.height};
    for (const [name, value] of Object.entries(own)) copy.setAttribute(name, String(value));
    copy.prepend(...heading(svg, title, description), paper(shown, size));
    return copy;
  });
}

/** What the page's style sheet decides, and a picture must carry itself. */
const decided = ['fill', 'stroke', 'font-family', 'font-size', 'font-weight', 'font-style'];

/** What a picture carries where the chart set it, in numbers and colours in place of variables. */
const set = ['color', 'opacity', 'fill-opacity', 'stroke-opacity', 'stroke-width', 'stop-color', 'paint-order'];

/** Writes into the copy what each element looks like, where it differs from what it inherits. */
function settle(shown: Element, copy: Element, inherited?: CSSStyleDeclaration): void {
  const style = shown.ownerDocument.defaultView?.getComputedStyle(shown);
  if (!style) return;
  for (const name of [...decided, ...set]) {
    const value = style.getPropertyValue(name);
    const differs = decided.includes(name) && value !== inherited?.getPropertyValue(name);
    if (differs || copy.hasAttribute(name)) copy.setAttribute(name, written(value));
  }
  copy.removeAttribute('style');
  copy.removeAttribute('class');
  const originals = [...shown.children];
  for (const [index, child] of [...copy.children].entries()) {
    const original = originals[index];
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

function pixels(image: HTMLImageElement, {width, height}: Size, scale: number): HTMLCanvasElement {
  const canvas = image.ownerDocument.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The fonts that the page has loaded, as rules with the fonts inside: an image cannot reach the page's. */
async function fontFaces(document: Document): Promise<string> {
  const loaded = [...document.fonts].filter(({status}) => status === 'loaded').map(({unicodeRange}) => unicodeRange);
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => ({rule, sheet}))
  );
  const used = rules.filter(({rule}) => loaded.includes(rule.style.getPropertyValue('unicode-range')));
  return (await Promise.all(used.map(({rule, sheet}) => withFont(rule, sheet.href ?? document.baseURI)))).join('\n');
}

async function withFont(rule: CSSFontFaceRule, base: string): Promise<string> {
  const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
  if (address === undefined) return rule.cssText;
  const bytes = new Uint8Array(await (await fetch(new URL(address, base))).arrayBuffer());
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return rule.cssText.replace(address, `data:font/woff2;base64,${btoa(characters)}`);
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas too large for a picture'))), 'image/png')
  );
}
