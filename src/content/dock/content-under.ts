/** A line of text is about as high, in CSS pixels. */
const ROW = 16;
/** How far apart the rows of points are at which the page is looked at: each point costs the page a search. */
const STEP = 2 * ROW;
const COLUMNS = 6;

/** What draws something without holding words. */
const pictures =
  'img, svg, canvas, video, iframe, object, embed, input, select, textarea, button, meter, progress';

/** What stands over the page for a while: it doesn't tell how the page is laid out. */
const passing = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/** A fixed box that takes less of the window than this floats over the page, as a help button or a top bar does. */
const FLOATING = 1 / 4;

/**
 * Whether words or pictures of the page lie within `width` CSS pixels of the window's right edge, over at least
 * `share` of the window's height (0 to 1). Found by asking what is drawn at points, so that what is scrolled away
 * or cut off doesn't count; ends once the answer is sure. `own` is the extension's own element.
 */
export function isContentUnder(width: number, own: Element, share: number): boolean {
  const floats = new Map<Element, boolean>();
  const rows = Math.floor(innerHeight / STEP);
  let wanted = Math.max(1, Math.ceil(rows * share));
  for (let left = rows; left >= wanted; left--) {
    if (isTaken((left - 0.5) * STEP, width, own, floats) && --wanted === 0) return true;
  }
  return false;
}

/** Whether something of the page is drawn in a row of points. */
function isTaken(y: number, width: number, own: Element, floats: Map<Element, boolean>): boolean {
  const across = width / COLUMNS;
  for (let column = 0; column < COLUMNS; column++) {
    const x = innerWidth - (column + 0.5) * across;
    const cell = new DOMRect(x - across / 2, y - ROW / 2, across, ROW);
    const drawn = document.elementsFromPoint(x, y);
    if (drawn.some((one) => one !== own && draws(one, cell) && !isFloating(one, floats)))
      return true;
  }
  return false;
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
