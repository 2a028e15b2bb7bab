import { walkXml } from './walk-xml.ts';

/** The texts that cells of a workbook share (`xl/sharedStrings.xml`), in the order they are counted in. */
export function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  const text = textCollector();
  walkXml(xml, {
    open(name) {
      if (name === 'si') text.clear();
      text.open(name);
    },
    text: text.add,
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.value());
    },
  });
  return strings;
}

/** Collects what stands in `t` of a text, whose parts may be formatted; how it is pronounced is left out. */
export function textCollector() {
  let collected = '';
  let inText = false;
  let inPronunciation = false;
  return {
    clear(): void {
      collected = '';
    },
    open(name: string): void {
      if (name === 'rPh') inPronunciation = true;
      if (name === 't') inText = !inPronunciation;
    },
    add(text: string): void {
      if (inText) collected += text;
    },
    close(name: string): void {
      if (name === 'rPh') inPronunciation = false;
      if (name === 't') inText = false;
    },
    value: (): string => unescaped(collected),
  };
}

/** Marks that XML can't hold are written as `_x000D_`, and an underscore before such a code as `_x005F_`. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
