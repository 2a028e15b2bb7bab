// @vitest-environment happy-dom
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { writer } from '../../platform/text.ts';
import { i18nOf } from '../design/i18n.ts';
import { englishSentences, madeReport, madeSession } from './report.fixture.ts';
import { reportTables } from './report-tables.ts';

const written = vi.fn(async (_text: string) => true);
const saved = vi.fn();
// Tests of other files stand in for the same modules, and share what was imported.
beforeAll(() => {
  vi.resetModules();
  vi.doMock('./save-file.ts', () => ({ saveFile: saved }));
  vi.doMock('../design/copy-text.ts', () => ({ copyText: written }));
});
afterAll(() => {
  vi.doUnmock('./save-file.ts');
  vi.doUnmock('../design/copy-text.ts');
  vi.resetModules();
});

it('what is copied and saved has no marks of direction, though the panel shows them', async () => {
  // In a language that is read from right to left every figure is isolated.
  const fromRight = (key: string) => `ع ${englishSentences[key]?.message}`;
  const words = i18nOf(writer(fromRight, 'en', { isolates: true }));
  const live = { report: madeReport, session: madeSession };
  const marks = /[\u2068\u2069]/;
  expect(JSON.stringify(reportTables(madeReport, madeSession, words))).toMatch(marks);
  const { deliver } = await import('./deliver.ts');
  for (const way of ['text', 'tsv', 'markdown', 'csv', 'page'] as const) {
    expect(await deliver(way, live, words)).not.toBe('share_failed');
  }
  const left = [...written.mock.calls.flat(), ...saved.mock.calls.map((call) => call[1])];
  expect(left).toHaveLength(5);
  for (const text of left) expect(text).not.toMatch(marks);
});
