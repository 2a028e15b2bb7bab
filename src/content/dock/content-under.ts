/** How far apart the points are at which the page is looked at, in CSS pixels: a line of text is about as high. */
const ROW = 16;
const COLUMNS = 6;

/** What draws something without holding words. */
const pictures =
  'img, svg, canvas, video, iframe, object, embed, input, select, textarea, button, meter, progress';

/** What stands over the page for a while: it doesn't tell how the page is laid out. */
const passing = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/** A fixed box that takes less of the window than this floats over the page, as a help button or a top bar does. */
const FLOATING = 1 / 4;

/**
 * The share of the window's height, from 0 to 1, at which words or pictures of the page lie within `width` CSS
 * pixels of the window's right edge. Found by asking what is drawn at points, so that what is scrolled away or cut
 * off doesn't count. `own` is the extension's own element.
 */
export function contentUnder(width: number, own: Element): number {
  const floats = new Map<Element, boolean>();
  const rows = Math.floor(innerHeight / ROW);
  const across = width / COLUMNS;
  let taken = 0;
  for (let row = 0; row < rows; row++) {
    const y = (row + 0.5) * ROW;
    for (let column = 0; column < COLUMNS; column++) {
      const x = innerWidth - (column + 0.5) * across;
      const cell = new DOMRect(x - across / 2, y - ROW / 2, across, ROW);
      const drawn = document.elementsFromPoint(x, y);
      if (drawn.some((one) => one !== own && draws(one, cell) && !isFloating(one, floats))) {
        taken++;
        break;
      }
    }
  }
  return rows === 0 ? 0 : taken / rows;
}

/** Whether an element draws a picture, or words of its own within the cell. */
function draws(element: Element, cell: DOMRect): boolean {
  if (element.closest(passing) !== null) return false;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  if (element.closest(pictures) !== null) return true;
  return [...element.childNodes].some((node) => {
    if (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() === '') return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some((line) => overlap(line, cell));
  });
}

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right &&
  one.right > other.left &&
  one.top < other.bottom &&
  one.bottom > other.top;

/** Whether an element is part of a small box that stays where it is in the window; what was found out is kept. */
function isFloating(element: Element, known: Map<Element, boolean>): boolean {
  const answer = known.get(element);
  if (answer !== undefined) return answer;
  const { parentElement } = element;
  const isFixed = getComputedStyle(element).position === 'fixed';
  const { width, height } = element.getBoundingClientRect();
  const found =
    (isFixed && width * height < innerWidth * innerHeight * FLOATING) ||
    (parentElement !== null && isFloating(parentElement, known));
  known.set(element, found);
  return found;
}
