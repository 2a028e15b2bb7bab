import type { I18n } from '../design/i18n.ts';
import { numbered, type VerdictWords } from '../share/verdict-words.ts';
import type { DataTable, ReportTables, TableId } from './cell.ts';
import { readingTable } from './reading-table.ts';

/** What is read in a chat or a note; the rest is for spreadsheets. */
const told: readonly TableId[] = ['figures', 'steps', 'factors', 'products', 'sources'];

/**
 * A LIVE as Markdown: its verdict, what to fix, and the tables that a person reads. Nothing that a title
 * or a product's name holds becomes a mark of the text.
 *
 * @param verdict undefined while the LIVE runs, which has none yet
 */
export function markdownOf(
  { tables, zone }: ReportTables,
  verdict: VerdictWords | undefined,
  words: I18n,
): string {
  const blocks = [
    ...(verdict === undefined ? [] : verdictBlocks(verdict)),
    ...tables.filter(({ id }) => told.includes(id)).map(tableBlock),
    plain(words.t('panel_foot')),
  ];
  return `${blocks.join('\n\n')}\n`;

  function tableBlock(table: DataTable): string {
    const { head, rows } = readingTable(table, zone, words);
    const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
    return [
      `## ${plain(table.title)}\n`,
      line(head.map(({ name }) => name)),
      `| ${head.map(({ isNumber }) => (isNumber ? '---:' : '---')).join(' | ')} |`,
      ...rows.map(line),
    ].join('\n');
  }
}

function verdictBlocks(verdict: VerdictWords): readonly string[] {
  const { title, when, simulated, headline, standing, totals, steps, fixes } = verdict;
  return [
    `# ${plain(title)}`,
    [when, simulated]
      .filter((part) => part !== undefined && part !== '')
      .map((part) => plain(part ?? ''))
      .join(' · '),
    `**${plain(headline)}**`,
    [standing, totals].map(plain).join('\n\n'),
    steps
      .map(({ name, yours, end }) => `- ${plain(name)}: ${plain(yours)}, ${plain(end)}`)
      .join('\n'),
    fixes
      .map((fix, place) => {
        const line = plain(numbered(fix, place)).replace(/^(\d+)\\\./, '$1.');
        return fix.how === undefined ? line : `${line}: ${plain(fix.how)}`;
      })
      .join('\n'),
  ].filter((block) => block.trim() !== '');
}

/** Words in one line that hold no mark of Markdown. */
const plain = (text: string): string =>
  text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
