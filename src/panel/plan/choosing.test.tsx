// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { ofFinding, type ProposedItem } from '../../diagnosis/plan/proposal.ts';
import { besideTest } from '../../diagnosis/plan/role.ts';
import { line, reportOf } from '../../diagnosis/potential/potential.fixture.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { Choosing } from './choosing.tsx';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));

describe('what is proposed', () => {
  it('is ticked with all that keeps the shop healthy, and without what would blur the test', () => {
    const report = reportOf({ rates: { ...line, ctor: line.ctor / 3 } });
    const [finding] = report.findings.filter(({ state }) => state === 'gap');
    if (finding === undefined) throw new Error('Nothing is below its target.');
    const { money: _, advice: __, ...plain } = finding;
    const conversion = { metric: 'ctor' } as const;
    const items = ['stock', 'compliance', 'payment', 'comments', 'cart-leak'].map(
      (factor): ProposedItem => {
        const deed = ofFinding({ ...plain, factor, title: { key: 'plan_add' } }, report, []);
        return { ...deed, ...besideTest(deed, conversion, 'aov') };
      },
    );
    const root = document.createElement('div');
    render(
      <I18nContext.Provider value={words}>
        <Choosing items={items} deeds={(chosen) => <output>{chosen.length}</output>} />
      </I18nContext.Provider>,
      root,
    );
    const boxes = [...root.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
    const ticked = items.flatMap(({ factor }, place) => (boxes[place]?.checked ? [factor] : []));
    expect(ticked.slice(0, 3)).toEqual(['stock', 'compliance', 'payment']);
    expect(ticked).not.toContain('cart-leak');
    render(null, root);
  });
});
