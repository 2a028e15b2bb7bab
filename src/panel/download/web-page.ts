import type { I18n } from '../design/i18n.ts';
import type { VerdictWords } from '../share/verdict-words.ts';
import type { DataTable, ReportTables, TableId } from './cell.ts';
import { readingTable } from './reading-table.ts';
import { pageStyle } from './web-page-style.ts';

/** Long or seldom read: folded away on a screen. */
const folded: readonly TableId[] = ['definitions', 'pins', 'pinResults', 'audience', 'timeline'];

/** The page that a LIVE is sent as. */
export interface PageParts {
  readonly tables: ReportTables;
  /** Undefined while the LIVE runs, which has none yet. */
  readonly verdict: VerdictWords | undefined;
  readonly title: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * A LIVE as one web page that needs nothing else: no script, no picture, no address; its own policy
 * forbids all three. Light or dark as its reader's browser is.
 */
export function webPage({ tables, verdict, title, direction }: PageParts, words: I18n): string {
  const { t, locale } = words;
  const body = [
    verdict === undefined ? `<h1 dir="auto">${html(title)}</h1>` : verdictPart(verdict, t),
    ...tables.tables.map((table) => tablePart(table, tables, words)),
    `<footer>${html(t('app_name'))}. ${html(t('panel_foot'))}</footer>`,
  ];
  return [
    '<!doctype html>',
    `<html lang="${html(locale)}" dir="${direction}">`,
    '<head><meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${html(title)}</title>`,
    `<style>${pageStyle}</style></head>`,
    `<body><main>${body.join('\n')}</main></body></html>\n`,
  ].join('\n');
}

function verdictPart(verdict: VerdictWords, t: I18n['t']): string {
  const { title, when, simulated, headline, standing, totals, steps, fixes } = verdict;
  return [
    '<header>',
    simulated === undefined ? '' : `<p class="simulated">${html(simulated)}</p>`,
    `<p class="quiet"><b dir="auto">${html(title)}</b><br>${html(when)}</p>`,
    `<h1>${html(headline)}</h1>`,
    `<p class="standing">${html(standing)}</p>`,
    `<p>${html(totals)}</p>`,
    '</header>',
    `<section><h2>${html(t('verdict_steps_alone'))}</h2><table><tbody>`,
    ...steps.map(
      ({ name, yours, end }) =>
        `<tr><th scope="row">${html(name)}</th><td class="number">${html(yours)}</td><td class="number">${html(end)}</td></tr>`,
    ),
    '</tbody></table></section>',
    fixes.length === 0 ? '' : `<section><h2>${html(t('csv_fixes'))}</h2><ol>`,
    ...fixes.map(
      ({ deed, worth, how }) =>
        `<li><b>${html(deed)}</b>${worth === undefined ? '' : ` <span>${html(worth)}</span>`}${how === undefined ? '' : `<br>${html(how)}`}</li>`,
    ),
    fixes.length === 0 ? '' : '</ol></section>',
  ].join('\n');
}

function tablePart(table: DataTable, { zone }: ReportTables, words: I18n): string {
  const { head, rows } = readingTable(table, zone, words);
  const kind = (column: number): string =>
    head[column]?.isNumber === true ? ' class="number"' : '';
  const heads = head.map(({ name }, column) => `<th scope="col"${kind(column)}>${html(name)}</th>`);
  const lines = rows.map((row) => {
    const cells = row.map((text, column) =>
      column === 0
        ? `<th scope="row" dir="auto">${html(text)}</th>`
        : `<td${kind(column)} dir="auto">${html(text)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const grid = `<div class="wide" role="region" tabindex="0" aria-label="${html(table.title)}"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>`;
  return folded.includes(table.id)
    ? `<details><summary>${html(table.title)}</summary>${grid}</details>`
    : `<section><h2>${html(table.title)}</h2>${grid}</section>`;
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words as they stand in a page or in a quoted attribute of it. */
const html = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? '');
