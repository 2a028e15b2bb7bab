import type { View } from './panel-view.ts';

/** Words whose whole line lies in the window, those that only screen readers meet left out. */
export function wordsInSight(view: View): Promise<string[]> {
  return view.evaluate(() => {
    const words: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const { parentElement: around } = node;
      if (
        around === null ||
        around.closest('.visually-hidden, .skip-link, [popover], option, script, style')
      ) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      const { top, bottom, width, height } = range.getBoundingClientRect();
      const shown = around.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      if (!shown || width === 0 || height === 0 || top < 0 || bottom > innerHeight) continue;
      words.push(...(node.textContent ?? '').split(/\s+/));
    }
    const read = [
      ...words,
      ...[...document.querySelectorAll('select')].flatMap((select) =>
        select.getBoundingClientRect().bottom <= innerHeight
          ? (select.selectedOptions[0]?.textContent ?? '').split(/\s+/)
          : [],
      ),
      ...[...document.querySelectorAll('input')].flatMap((input) =>
        input.type === 'text' && input.getBoundingClientRect().bottom <= innerHeight
          ? // What is cut off isn't read.
            input.value
              .slice(0, (input.value.length * input.clientWidth) / input.scrollWidth)
              .split(/\s+/)
          : [],
      ),
    ];
    // Marks between words aren't read.
    return read.filter((word) => /[\p{L}\p{N}]/u.test(word));
  });
}

/** Those of the parts that don't lie whole in the window, below what sticks at its top. */
export function partsOutOfSight(view: View, parts: readonly string[]): Promise<string[]> {
  return view.evaluate((selectors) => {
    const nav = document.querySelector('.sections-nav')?.getBoundingClientRect().bottom ?? 0;
    return selectors.filter((selector) => {
      const found = [...document.querySelectorAll(selector)];
      return (
        found.length === 0 ||
        found.some((part) => {
          const { top, bottom, height } = part.getBoundingClientRect();
          return height === 0 || top < nav - 1 || bottom > innerHeight + 1;
        })
      );
    });
  }, parts);
}
