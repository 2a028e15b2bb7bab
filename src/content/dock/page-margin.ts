/** The room that a pushed page leaves for the panel, on the right in every writing direction. */
export interface PageMargin {
  /** CSS pixels; none gives the page its whole width back. */
  set(width: number | undefined): void;
}

export function createPageMargin(): PageMargin {
  const sheet = new CSSStyleSheet();
  return {
    set(width) {
      const others = document.adoptedStyleSheets.filter((one) => one !== sheet);
      if (width === undefined) {
        if (others.length < document.adoptedStyleSheets.length)
          document.adoptedStyleSheets = others;
        return;
      }
      sheet.replaceSync(
        `@media screen and (min-width:640px){html{margin-right:${width}px!important}}`,
      );
      document.adoptedStyleSheets = [...others, sheet];
    },
  };
}
