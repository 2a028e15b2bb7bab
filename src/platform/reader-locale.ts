/**
 * The browser's own language with its region where the sentences are in it, else that of the sentences: a browser whose
 * language we lack shows English ones, and “29. Nov.” among them reads like a mistake. Chromium on Linux may also name
 * another language than the one that it takes sentences from (seen in 156). Chinese is written in two ways, which are
 * told apart like languages.
 */
export function localeOf(browsers: string, sentences: string | undefined): string {
  if (sentences === undefined || writingOf(browsers) === writingOf(sentences)) return browsers;
  return sentences;
}

function writingOf(locale: string): string {
  const { language, script } = new Intl.Locale(locale.replaceAll('_', '-')).maximize();
  return `${language}-${script}`;
}
