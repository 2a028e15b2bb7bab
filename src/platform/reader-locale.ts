/**
 * The browser's own language with its region where the sentences are in it, else that of the sentences: a browser whose
 * language we lack shows English ones, and “29. Nov.” among them reads like a mistake. Chromium on Linux may also name
 * another language than the one that it takes sentences from (seen in 156).
 */
export function localeOf(browsers: string, sentences: string | undefined): string {
  if (sentences === undefined || languageOf(browsers) === languageOf(sentences)) return browsers;
  return sentences;
}

const languageOf = (locale: string): string => locale.replace(/[-_].*$/, '').toLowerCase();
