import type { UnixMs, Zone } from '../../metrics/time.ts';
import { zoneLabel } from '../../platform/format.ts';
import type { I18n } from '../design/i18n.ts';
import { type Label, type ReportTables, startsFormula, type TypedCell } from './cell.ts';
import { shopReading } from './clock.ts';
import { labelWith } from './label-words.ts';

/** How cells become one text. */
interface Dialect {
  readonly between: ',' | '\t';
  readonly lineEnd: string;
  readonly instant: (at: UnixMs, zone: Zone) => string;
  readonly zoneName: (zone: Zone) => string;
}

/** For other programs too, so its times are UTC (ISO 8601). */
const comma: Dialect = {
  between: ',',
  lineEnd: '\r\n',
  instant: (at) => new Date(at).toISOString(),
  zoneName: () => 'UTC',
};

/** To be pasted: a spreadsheet takes times in this form for dates, and shows them as they stand. */
const tab: Dialect = {
  between: '\t',
  lineEnd: '\n',
  instant: shopReading,
  zoneName: zoneLabel,
};

/**
 * Tables as one CSV that Excel opens in any language: a byte order mark, CRLF line ends, quoted where
 * needed, a blank line between tables. Figures are plain numbers, shares lie between 0 and 1, lengths
 * are seconds. Words that a spreadsheet would run as a formula get an apostrophe before them, as ids
 * do, which it would round; numbers stay numbers.
 */
export function csvOf(tables: ReportTables, words: I18n): string {
  return `\uFEFF${delimited(tables, comma, words)}`;
}

/** The same to be pasted into a spreadsheet, with times by the shop's clock. */
export function tsvOf(tables: ReportTables, words: I18n): string {
  return delimited(tables, tab, words);
}

function delimited({ tables, zone }: ReportTables, dialect: Dialect, words: I18n): string {
  const { between, lineEnd } = dialect;
  const line = (cells: readonly string[]): string => cells.map(quoted).join(between);
  const blocks = tables.map(({ head, rows }) =>
    [
      line(head.map((label) => safe(labelText(label)))),
      ...rows.map((row) => line(row.map(cellText))),
    ].join(lineEnd),
  );
  return `${blocks.join(lineEnd + lineEnd)}${lineEnd}`;

  function cellText(cell: TypedCell): string {
    if (cell === undefined) return '';
    switch (cell.kind) {
      case 'words':
        return safe(cell.words);
      case 'label':
        return safe(labelText(cell.label));
      case 'id':
        return `'${cell.id}`;
      case 'money':
        return String(cell.amount);
      case 'instant':
        return dialect.instant(cell.at, zone);
      default:
        return String(cell.value);
    }
  }

  function labelText({ name, of }: Label): string {
    if (of === undefined) return name;
    const unit = of === 'seconds' ? words.t('csv_in_seconds') : dialect.zoneName(zone);
    return labelWith(name, unit, words);
  }
}

const safe = (text: string): string => (startsFormula(text) ? `'${text}` : text);

const quoted = (text: string): string =>
  /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
