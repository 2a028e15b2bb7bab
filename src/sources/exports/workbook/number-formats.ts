import { walkXml } from './walk-xml.ts';

/** What a cell's number stands for: a plain number, a point in time in days, or a length in days. */
export type NumberKind = 'number' | 'date' | 'elapsed';

/** Formats that every workbook knows by their number; those of East Asian days among them. */
const builtIn: readonly (readonly [first: number, last: number, kind: NumberKind])[] = [
  [14, 17, 'date'],
  [18, 21, 'elapsed'],
  [22, 22, 'date'],
  [27, 36, 'date'],
  [45, 47, 'elapsed'],
  [50, 58, 'date'],
];

/**
 * The kind of number of each cell style of a workbook (`xl/styles.xml`), in the order in which cells
 * count them. A format with a day or a year in it shows a point in time; one that shows the clock alone
 * shows a length here, since no column of an export holds a time of day without its day.
 */
export function numberKinds(stylesXml: string): readonly NumberKind[] {
  const custom = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  walkXml(stylesXml, {
    open(name, attribute) {
      if (name === 'numFmt')
        custom.set(Number(attribute('numFmtId')), kindOf(attribute('formatCode') ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0);
        kinds.push(custom.get(id) ?? builtInKind(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}

const builtInKind = (id: number): NumberKind =>
  builtIn.find(([first, last]) => id >= first && id <= last)?.[2] ?? 'number';

/** Words in quotes, escaped marks, and brackets other than of elapsed hours, minutes and seconds. */
const noFormat = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

function kindOf(format: string): NumberKind {
  const [positive = ''] = format.split(';');
  const plain = positive.replace(noFormat, '').toLowerCase();
  if (/general|standard/.test(plain)) return 'number';
  // Days, years, Buddhist years and eras: no clock has them.
  if (/[dybge]/.test(plain.replace(/[#0?]e[+-]/g, ''))) return 'date';
  if (/[hs]/.test(plain)) return 'elapsed';
  return /^m+$/.test(plain) ? 'date' : 'number';
}
