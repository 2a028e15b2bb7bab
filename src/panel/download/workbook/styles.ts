import { fractionDigits } from '../../../metrics/money.ts';
import type { TypedCell } from '../cell.ts';
import { startsFormula } from '../cell.ts';
import { xmlAttribute } from './xml-text.ts';

/** How a cell looks: a number format, or what sets words apart. */
type Look =
  | { readonly format: string }
  | { readonly words: 'plain' | 'guarded' | 'head' | 'label' };

/** The looks that a workbook uses; a cell names its own by its place among them. */
export interface Styles {
  /** The place of a cell's look. */
  readonly of: (cell: NonNullable<TypedCell>) => number;
  readonly head: number;
  /** `xl/styles.xml`. */
  readonly xml: () => string;
}

/** The first number that a workbook may give to a format of its own. */
const FIRST_OWN_FORMAT = 164;

/** Collects the looks of a workbook while its cells are written. */
export function createStyles(): Styles {
  const places = new Map<string, number>();
  const looks: Look[] = [];
  const place = (look: Look): number => {
    const key = JSON.stringify(look);
    const known = places.get(key);
    if (known !== undefined) return known;
    looks.push(look);
    // The first place is the look of cells that have none.
    places.set(key, looks.length);
    return looks.length;
  };
  return {
    of: (cell) => place(lookOf(cell)),
    head: place({ words: 'head' }),
    xml: () => stylesXml(looks),
  };
}

function lookOf(cell: NonNullable<TypedCell>): Look {
  switch (cell.kind) {
    case 'words':
      return { words: startsFormula(cell.words) ? 'guarded' : 'plain' };
    case 'id':
      return { words: 'guarded' };
    case 'label':
      return { words: 'label' };
    case 'count':
      return { format: Number.isInteger(cell.value) ? '#,##0' : '#,##0.0' };
    case 'decimal':
      return { format: '#,##0.00' };
    case 'share':
      return { format: '0.00%' };
    case 'seconds':
      return { format: Number.isInteger(cell.value) ? '[h]:mm:ss' : '[h]:mm:ss.0' };
    case 'instant':
      return { format: 'yyyy-mm-dd hh:mm:ss' };
    case 'money': {
      const { currency } = cell;
      if (currency === undefined) return { format: '#,##0.00' };
      const digits = fractionDigits(currency);
      return { format: `#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`} "${currency}"` };
    }
  }
}

function stylesXml(looks: readonly Look[]): string {
  const formats = [...new Set(looks.flatMap((look) => ('format' in look ? [look.format] : [])))];
  const numbers = formats.map(
    (code, at) =>
      `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${xmlAttribute(code)}"/>`,
  );
  const cells = looks.map((look) => {
    if ('format' in look) {
      const id = FIRST_OWN_FORMAT + formats.indexOf(look.format);
      return `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`;
    }
    const isStrong = look.words === 'head' || look.words === 'label';
    const [font, fill] = [isStrong ? 1 : 0, look.words === 'head' ? 2 : 0];
    // "@" keeps words that are typed over words, and `quotePrefix` those that begin like a formula.
    const quote = look.words === 'guarded' ? ' quotePrefix="1"' : '';
    return `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"${quote}><alignment vertical="top" wrapText="1"/></xf>`;
  });
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    numbers.length === 0 ? '' : `<numFmts count="${numbers.length}">${numbers.join('')}</numFmts>`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
    '<fills count="3"><fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFECEEF2"/></patternFill></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length + 1}">`,
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    ...cells,
    '</cellXfs>',
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
