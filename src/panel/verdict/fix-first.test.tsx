// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { fixtureSession } from '../../diagnosis/factors/fixture.ts';
import { line, reportOf } from '../../diagnosis/potential/potential.fixture.ts';
import type { Report } from '../../diagnosis/report.ts';
import { unixMs } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { neverCertain } from '../potential/never-certain.ts';
import { FixFirst } from './fix-first.tsx';

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
const AGAIN = words.t('report_summary_missing_export');
let root: HTMLElement;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const unsplit: Report = {
  ...reportOf({ rates: line }),
  gap: { state: 'missing', yours: ['liveCtr'], benchmark: [] },
  fixes: [],
};
const said = async (report: Report, how: 'file' | 'fetched') => {
  const figures = { how, endpoint: 'export/live-analysis', at: unixMs(1) } as const;
  const session = fixtureSession({ origins: { figures } });
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <FixFirst report={report} session={session} />
      </I18nContext.Provider>,
      root,
    ),
  );
  return root.textContent;
};

it('says what brings figures that an export lacks, and of none that Seller Center left out', async () => {
  expect(await said(unsplit, 'file')).toContain(AGAIN);
  expect(await said(unsplit, 'fetched')).not.toContain(AGAIN);
  const ofOthers = {
    ...unsplit,
    gap: { state: 'missing', yours: [], benchmark: ['ctor'] },
  } as const;
  expect(await said(ofOthers, 'file')).not.toContain(AGAIN);
});

it('says in a sentence why nothing comes first, and the others once they are asked for', async () => {
  const report: Report = { ...reportOf({ rates: line }), fixes: [] };
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const sentences = report.narrative.map((text) => plain(words.write(neverCertain(text, 'en'))));
  const [made = '', why = '', ...rest] = sentences;
  expect(rest.length).toBeGreaterThan(0);
  const before = plain((await said(report, 'fetched')) ?? '');
  expect(before).toBe(`${why} ${words.t('verdict_why')}`);
  await act(() => root.querySelector('button')?.click());
  const after = plain(root.textContent ?? '');
  expect(after.split(why)).toHaveLength(2);
  for (const sentence of [made, ...rest]) expect(after).toContain(sentence);
});
