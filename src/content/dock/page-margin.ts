/** The room that a pushed page leaves for the panel, on the right in every writing direction. */
export interface PageMargin {
  /**
   * In CSS pixels, in windows of at least `from`; no width gives the page its whole width back. In a narrower
   * window the panel lies over the page.
   */
  set(width: number | undefined, from: number): void;
}

export function createPageMargin(): PageMargin {
  const sheet = new CSSStyleSheet();
  return {
    set(width, from) {
      const others = document.adoptedStyleSheets.filter((one) => one !== sheet);
      if (width === undefined) {
        if (others.length < document.adoptedStyleSheets.length)
          document.adoptedStyleSheets = others;
        return;
      }
      sheet.replaceSync(
        `@media screen and (min-width:${from}px){html{margin-right:${width}px!important}}`,
      );
      document.adoptedStyleSheets = [...others, sheet];
    },
  };
}
