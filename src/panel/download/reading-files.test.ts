import { describe, expect, it } from 'vitest';
import { money } from '../../metrics/money.ts';
import { seconds } from '../../metrics/time.ts';
import { verdictWords } from '../share/verdict-words.ts';
import { moneyCell, numberCell, type TypedCell, wordsCell } from './cell.ts';
import { markdownOf } from './markdown.ts';
import { englishWords, madeReport, madeSession } from './report.fixture.ts';
import { reportTables } from './report-tables.ts';
import { webPage } from './web-page.ts';

const tables = reportTables(madeReport, madeSession, englishWords);
const verdict = verdictWords(madeReport, madeSession, englishWords);
const hostile = '</td><script>alert(1)</script> | **b** `c`\n# d';
const tablesOf = (...rows: (readonly TypedCell[])[]) => ({
  zone: { offset: seconds(0) },
  tables: [
    {
      id: 'products' as const,
      title: 'Products',
      head: [
        { name: 'id', aside: true as const },
        { name: 'Product' },
        { name: 'GMV' },
        { name: 'CTR' },
      ],
      rows,
    },
  ],
});

describe('a LIVE as Markdown', () => {
  const text = markdownOf(tables, verdict, englishWords);

  it('begins with the verdict and what to fix, and goes on with the tables that are read', () => {
    const lines = text.split('\n');
    expect(lines[0]).toMatch(/^# /);
    expect(text).toContain(`**${verdict.headline}**`);
    expect(lines.filter((line) => line.startsWith('1. '))).toHaveLength(1);
    for (const title of ['Figures', 'Steps', 'Factors', 'Products', 'Traffic sources']) {
      expect(lines).toContain(`## ${title}`);
    }
    expect(lines).not.toContain('## Definitions');
    expect(text).not.toMatch(/undefined|NaN|\{\w+\}/);
  });

  it('writes figures as they are read, aligns them, and keeps what is missing blank', () => {
    const row = [wordsCell('1'), wordsCell('Mask'), moneyCell(money('1103.4', 'USD')), undefined];
    const other = [wordsCell('2'), wordsCell('Serum'), undefined, numberCell('share', 0.0283)];
    expect(markdownOf(tablesOf(row, other), undefined, englishWords)).toContain(
      [
        '| Product | GMV | CTR |',
        '| --- | ---: | ---: |',
        '| Mask | $1,103.40 |  |',
        '| Serum |  | 2.83% |',
      ].join('\n'),
    );
  });

  it('lets no name become a mark of the text or break its line', () => {
    const out = markdownOf(tablesOf([undefined, wordsCell(hostile)]), undefined, englishWords);
    const line = out.split('\n').find((one) => one.includes('alert'));
    expect(line).toBe(
      '| \\</td\\>\\<script\\>alert(1)\\</script\\> \\| \\*\\*b\\*\\* \\`c\\` \\# d |',
    );
  });
});

describe('a LIVE as a web page', () => {
  const page = webPage({ tables, verdict, title: 'My LIVE', direction: 'ltr' }, englishWords);

  it('needs nothing else: no script, no address, and a policy that allows none', () => {
    expect(page).not.toMatch(/<script|<img|<link|https?:|src=|url\(/);
    expect(page).toContain("default-src 'none'");
  });

  it('holds the verdict and every table, and says that its figures are simulated', () => {
    for (const { title } of tables.tables) expect(page).toContain(title);
    expect(page).toContain('Sample shop, simulated');
    expect(page).not.toMatch(/undefined|NaN|\{\w+\}(?!\s*\n)/);
  });

  it('lets no name become a part of the page', () => {
    const parts = { tables: tablesOf([undefined, wordsCell(hostile)]), verdict: undefined };
    const out = webPage({ ...parts, title: hostile, direction: 'rtl' }, englishWords);
    expect(out).not.toContain('<script');
    expect(out).toContain('&lt;script&gt;alert(1)');
    expect(out).toContain('dir="rtl"');
  });
});
