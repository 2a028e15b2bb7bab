import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import type { Caveat, Change, NoChange } from '../../diagnosis/outcome/types.ts';
import { PlanItemIdSchema } from '../../metrics/board/plan.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import type { Text } from '../../metrics/text.ts';
import { writer } from '../../platform/text.ts';
import { endAdvice } from './end-plan.tsx';
import {
  caveatText,
  leadText,
  meansText,
  neededText,
  railWord,
  ratioText,
  reasonText,
  verdictNow,
  worthText,
} from './sentences.ts';

const sentences = new Map(Object.entries(messages).map(([key, said]) => [key, said]));
const { write } = writer((key) => {
  const said = sentences.get(key);
  return typeof said === 'object' ? said.message : undefined;
}, 'en');

/** The sentence, if it is there and whole. */
function whole(text: Text | undefined): string {
  if (text === undefined) throw new Error('no text');
  const said = write(text);
  expect(said).not.toMatch(/[{}]|undefined|NaN/);
  expect(said).not.toBe(text.key);
  return said;
}

const change: Change = {
  metric: 'ctor',
  usual: { value: 0.05, low: 0.035, high: 0.07, lives: 12, rests: 'own' },
  after: { value: 0.064, low: 0.05, high: 0.08, counts: { k: 32, n: 500 } },
  lives: 1,
  ratio: { value: 1.25, low: 0.9, high: 1.7 },
  chance: 0.86,
  verdict: 'no-evidence',
  needed: { state: 'about', lives: 4 },
};

describe('what is said of a change', () => {
  it('names figure and usual, and never a cause', () => {
    for (const verdict of ['better', 'no-evidence', 'worse'] as const) {
      const said = whole(leadText({ ...change, verdict }, undefined));
      expect(said).toBe('CTOR 6.40% vs usual 5.00%');
      expect(`${said} ${whole(meansText({ verdict }))}`).not.toMatch(
        /because|caused|thanks to|led to/i,
      );
    }
    expect(whole(ratioText(change))).toBe('+25% (−10% to +70%)');
    const wide = { value: 1.594, low: 1.053, high: 2.414 };
    expect(whole(ratioText({ ratio: wide }))).toBe('+59% (+5% to +140%)');
  });

  it('asks for as many more LIVEs as would tell, or says that there are too many', () => {
    expect(whole(neededText(change))).toContain('about 4 more LIVEs');
    expect(whole(neededText({ ...change, needed: { state: 'about', lives: 1 } }))).toContain(
      'about 1 more LIVE like',
    );
    expect(whole(neededText({ ...change, needed: { state: 'beyond', lives: 20 } }))).toContain(
      'too small to see in 20 LIVEs',
    );
    const { needed: _, ...told } = change;
    expect(neededText({ ...told, verdict: 'better' })).toBeUndefined();
  });

  it('gives money its condition, and none without a currency', () => {
    const worth = { value: 75, low: -30, high: 210, usual: 300, currency: 'USD' } as const;
    expect(worthText(worth, 'better', undefined)).toBeUndefined();
    const currency = v.parse(CurrencyCodeSchema, 'USD');
    expect(whole(worthText(worth, 'better', currency))).toContain('if nothing else moves');
    expect(whole(worthText(worth, 'no-evidence', currency))).toMatch(/^If the change is real/);
  });

  it('says of a loss what it costs, with the lesser end first', () => {
    const worth = { value: -249, low: -380, high: -120, usual: 557, currency: 'USD' } as const;
    const currency = v.parse(CurrencyCodeSchema, 'USD');
    expect(whole(worthText(worth, 'worse', currency))).toMatch(
      /^It costs \$249 an hour \(\$120 to \$380\)/,
    );
    expect(whole(worthText(worth, 'no-evidence', currency))).toMatch(
      /^If the change is real, it costs \$249 an hour \(\$120 to \$380\)/,
    );
  });

  it('names gain and loss where a change may bring either', () => {
    const currency = v.parse(CurrencyCodeSchema, 'USD');
    const loss = { value: -77, low: -160, high: 24, usual: 557, currency: 'USD' } as const;
    expect(whole(worthText(loss, 'no-evidence', currency))).toMatch(
      /it costs \$77 an hour, though anything between a gain of \$24 and a loss of \$160 an hour/,
    );
    const gain = { value: 77, low: -180, high: 460, usual: 557, currency: 'USD' } as const;
    expect(whole(worthText(gain, 'no-evidence', currency))).toMatch(
      /it is worth \$77 an hour, though anything between a loss of \$180 and a gain of \$460 an hour/,
    );
  });

  it('says of the figure to watch out for what its move allows', () => {
    const said = (ratio: number) => whole({ key: railWord(false, ratio) });
    expect(said(2.73)).toBe('Didn’t drop');
    expect(said(0.98)).toBe('No harm seen');
    expect(said(0.66)).toBe('May be chance');
    expect(whole({ key: railWord(true, 0.66) })).toBe('Dropped');
  });

  it('has a whole sentence for every caveat and every reason', () => {
    const caveats: readonly Caveat[] = [
      { kind: 'together', items: 3 },
      { kind: 'not-done' },
      { kind: 'provisional' },
      { kind: 'few-lives', lives: 1 },
      { kind: 'few-lives', lives: 3 },
      { kind: 'length', after: 6, usual: 2.5 },
      { kind: 'time' },
      { kind: 'reach', ratio: 1.4 },
      { kind: 'low-before', ratio: 0.7 },
    ];
    expect(new Set(caveats.map((caveat) => whole(caveatText(caveat)))).size).toBe(caveats.length);
    const reasons: readonly NoChange[] = [
      'not-reported',
      'unknown-denominator',
      'not-comparable',
      'contradicts',
      'no-counts',
      'currency',
      'no-usual',
      'not-yet',
    ];
    const said = reasons.map((reason) => whole(reasonText('ctor', reason)));
    expect(new Set(said).size).toBe(reasons.length);
  });
});

const item = v.parse(PlanItemIdSchema, '00000000-0000-4000-8000-000000000001');

describe('what to do next', () => {
  const outcome = (verdict: Change['verdict'], suffered = false) => ({
    tested: { item, change: { ...change, verdict } },
    along: [],
    guardRail: { change, suffered },
    caveats: [],
  });

  it.each([
    ['better', false, 'keep'],
    ['better', true, 'suffered'],
    ['no-evidence', false, 'wait'],
    ['no-evidence', true, 'suffered'],
    ['worse', false, 'take-back'],
    ['worse', true, 'take-back'],
  ] as const)('after %s, guard rail suffered: %s, is to %s', (verdict, suffered, advice) => {
    expect(endAdvice(outcome(verdict, suffered))).toBe(advice);
  });

  it('is to test a bolder change where more LIVEs will hardly tell', () => {
    const beyond = { ...change, needed: { state: 'beyond', lives: 20 } } as const;
    expect(endAdvice({ tested: { item, change: beyond }, along: [], caveats: [] })).toBe('small');
  });

  it('is up to the seller without a verdict', () => {
    expect(endAdvice({ along: [], caveats: [] })).toBe('untold');
    const none = { metric: 'ctor', none: 'no-counts' } as const;
    expect(endAdvice({ along: [], caveats: [], tested: { item, change: none } })).toBe('untold');
  });
});

describe('the verdict of a plan that was ended', () => {
  it('is told anew only where today’s is another', () => {
    const better: Change = { ...change, verdict: 'better' };
    expect(verdictNow(better, change)).toBe('no-evidence');
    expect(verdictNow(better, better)).toBeUndefined();
    expect(verdictNow(better, undefined)).toBeUndefined();
    expect(verdictNow(undefined, better)).toBeUndefined();
    expect(verdictNow(better, { metric: 'ctor', none: 'no-counts' })).toBeUndefined();
  });
});
