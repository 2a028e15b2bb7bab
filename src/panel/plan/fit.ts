/** The smallest letters that are read at arm's length, as a share of the sheet's own size. */
const LEAST = 0.6;
const STEP = 0.94;

/**
 * Makes a sheet's content as tall as its page at most: smaller letters down to what can be read, then
 * without the lines on how (`data-short`), and only then smaller still, so that nothing is ever cut.
 */
export function fitted(content: HTMLElement, height: number): void {
  delete content.dataset.short;
  if (shrunk(content, height, LEAST)) return;
  content.dataset.short = '';
  shrunk(content, height, 0.05);
}

/** Tries ever smaller letters; true once it fits. */
function shrunk(content: HTMLElement, height: number, least: number): boolean {
  for (let scale = 1; scale >= least; scale *= STEP) {
    content.style.fontSize = `${scale}em`;
    if (content.scrollHeight <= height) return true;
  }
  return false;
}
