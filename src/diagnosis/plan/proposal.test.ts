import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { type Pinned, PinnedSchema } from '../../metrics/board/pinned.ts';
import { parseRoomId } from '../../metrics/ids.ts';
import type { Text } from '../../metrics/text.ts';
import { benchmarkFor } from '../benchmark/benchmark-for.ts';
import { diagnose } from '../diagnose.ts';
import { factors } from '../factors/index.ts';
import { arbitrarySession } from '../fixtures/arbitrary.ts';
import { line, reportOf } from '../potential/potential.fixture.ts';
import { stepIds } from '../report.ts';
import { MOST_FACTORS, MOST_PINNED, ownersOf, proposePlan } from './proposal.ts';
import { blurOf } from './role.ts';

const room = parseRoomId('7649951805363391253');
let last = 0;

function pinned(rest: Partial<Record<string, unknown>> = {}): Pinned {
  last += 1;
  return v.parse(PinnedSchema, {
    kind: 'clip',
    id: `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
    pinnedAt: 1_000,
    rank: 'a',
    tags: [],
    note: '',
    status: 'to-try',
    room: { room, creator: '@best', startedAt: 1, endedAt: 2, figures: {}, clips: [] },
    clip: { factor: 'click-to-order', metric: 'ctor', from: 0, to: 30 },
    ...rest,
  });
}

/** Tap-through far below, everything else at the line. */
const low = reportOf({ rates: { ...line, tapThroughRate: 0.02 } });
const healthy = reportOf({ rates: line });

describe('a proposed plan', () => {
  it('puts what carries most money first and under test, told by its step', () => {
    const { items, guardRail, reason } = proposePlan(low, []);
    const [first] = items;
    expect(low.findings[0]?.step).toBe('tapThroughRate');
    expect(first).toMatchObject({
      factor: 'tap-through',
      metric: 'tapThroughRate',
      role: 'tested',
      owners: ['operator'],
      why: { key: 'plan_why_money' },
    });
    expect(first?.title).toEqual({ key: 'step_tapThroughRate_deed' });
    expect(first?.how).toEqual({ key: 'step_tapThroughRate_how' });
    expect(guardRail?.metric).toBe('liveCtr');
    expect(reason).toBeUndefined();
  });

  it('calls each deed by what is to be done, not by its topic', () => {
    const below = Object.fromEntries(stepIds.map((id) => [id, line[id] / 3]));
    const { items } = proposePlan(reportOf({ rates: below }), []);
    const topics = factors.map(({ title }) => title);
    expect(items.map(({ title }) => title.key).filter((key) => topics.includes(key))).toEqual([]);
    expect(items.length).toBeGreaterThan(2);
  });

  it('never cuts or holds back what keeps the shop healthy, however much else there is to do', () => {
    const below = Object.fromEntries(stepIds.map((id) => [id, line[id] / 3]));
    const report = reportOf({ rates: below });
    const [one] = report.findings.filter(({ state }) => state === 'gap');
    if (one === undefined) throw new Error('Nothing is below its target.');
    const { money: _, sureness: __, ...plain } = one;
    const crowd = factors
      .filter(({ isHygiene }) => !isHygiene)
      .slice(0, MOST_FACTORS + 3)
      .map(({ id }) => ({ ...plain, factor: id }));
    const hygiene = factors.filter(({ isHygiene }) => isHygiene).map(({ id }) => id);
    const last = hygiene.map((factor) => ({ ...plain, factor }));
    const { items } = proposePlan({ ...report, findings: [one, ...crowd, ...last] }, []);
    const kept = items.filter(({ factor = '' }) => hygiene.includes(factor));
    expect(kept.map(({ factor }) => factor)).toEqual(hygiene);
    expect(new Set(kept.map(({ role }) => role))).toEqual(new Set(['along']));
    expect(hygiene).toEqual(expect.arrayContaining(['stock', 'compliance']));
  });

  it('tests one change, and lets those wait that would blur it', () => {
    const below = Object.fromEntries(stepIds.map((id) => [id, line[id] / 3]));
    const { items, guardRail } = proposePlan(reportOf({ rates: below }), []);
    const tested = items.filter(({ role }) => role === 'tested');
    expect(tested).toHaveLength(1);
    for (const { metric, factor, role } of items) {
      if (role === 'tested') continue;
      const blurs = blurOf({ metric, factor }, tested[0], guardRail?.metric);
      expect(role).toBe(blurs === undefined ? 'along' : 'waits');
    }
    expect(new Set(items.map(({ role }) => role))).toEqual(new Set(['tested', 'along', 'waits']));
  });

  it('invents nothing where nothing is to be gained, and says so in the report’s words', () => {
    expect(healthy.findings.filter(({ state }) => state === 'gap')).toEqual([]);
    const { items, guardRail, reason } = proposePlan(healthy, []);
    expect(items).toEqual([]);
    expect(guardRail).toBeUndefined();
    expect(reason).toEqual(healthy.summary);
  });

  it('asks for more data where chance may explain what was seen', () => {
    const unsure = reportOf({ hours: 0.2, lives: 4, rates: { ...line, ctor: 0.06 } });
    expect(unsure.potential?.steps.some(({ verdict }) => verdict === 'unsure')).toBe(true);
    const { items, reason } = proposePlan(unsure, []);
    const settling = items.filter(({ title }) => title.key === 'plan_settle_title');
    expect(settling).toHaveLength(1);
    expect(settling[0]?.how?.key).toMatch(/^report_needs_/);
    expect(items.map(({ role }) => role)).not.toContain('tested');
    expect(reason).toEqual(unsure.summary);
  });

  it('gives a factor the first clip that shows it, and other things on the board a place of their own', () => {
    const [first, second] = [
      pinned({ factor: 'tap-through' }),
      pinned({ factor: 'tap-through', note: 'A board with the price.' }),
    ];
    const tried = pinned({ factor: 'tap-through', status: 'tried' });
    const { items } = proposePlan(low, [tried, first, second]);
    expect(items[0]?.pinned).toBe(first.id);
    const own = items.find((item) => item.pinned === second.id);
    expect(own).toMatchObject({
      title: { key: 'plan_pinned_creator' },
      how: { values: { value: { text: 'A board with the price.' } } },
      metric: 'tapThroughRate',
      role: 'waits',
    });
    expect(items.some((item) => item.pinned === tried.id)).toBe(false);
  });

  it('takes what is on the board when the LIVE itself gives no reason', () => {
    const clip = pinned({ factor: 'ads' });
    const { items } = proposePlan(healthy, [
      clip,
      pinned({ kind: 'factor', factor: 'stay', room: { room, figures: {} } }),
    ]);
    expect(items.map(({ role }) => role)).toEqual(['along', 'along']);
    expect(items[0]).toMatchObject({ pinned: clip.id, owners: ['ads'] });
    expect(items[1]?.title).toEqual({ key: 'factor_stay_title' });
  });

  it('holds for any LIVE: at most one test, each deed with a reason and an owner, every mark filled', () => {
    fc.assert(
      fc.property(arbitrarySession, fc.nat({ max: 6 }), (session, count) => {
        const report = diagnose({
          session,
          benchmark: benchmarkFor('market', session, []),
          history: [],
        });
        const board = Array.from({ length: count }, () => pinned({ factor: 'opening' }));
        const { items, guardRail, reason } = proposePlan(report, board);
        const tested = items.filter(({ role }) => role === 'tested');
        expect(tested.length).toBeLessThanOrEqual(1);
        const most = MOST_FACTORS + MOST_PINNED + factors.filter((one) => one.isHygiene).length;
        expect(items.length).toBeLessThanOrEqual(most);
        expect(reason === undefined).toBe(tested.length === 1);
        if (guardRail !== undefined) expect(guardRail.metric).not.toBe(tested[0]?.metric);
        const gaps = report.findings.filter(({ state }) => state === 'gap');
        for (const item of items) {
          expect(item.owners.length).toBeGreaterThan(0);
          for (const text of [item.title, item.why, item.how]) expect(openMarks(text)).toEqual([]);
          const rests =
            item.pinned !== undefined ||
            item.title.key === 'plan_settle_title' ||
            gaps.some(({ factor }) => factor === item.factor);
          expect(rests).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('who sees to it', () => {
  it('is what each factor says of itself; the host for one that isn’t known here', () => {
    for (const { id, owners } of factors) expect(ownersOf(id)).toEqual(owners);
    expect(ownersOf('ads')).toEqual(['ads']);
    expect(ownersOf('product-click')).toEqual(['host']);
    expect(ownersOf('click-to-order')).toEqual(['host', 'operator']);
    expect(ownersOf('tap-through')).toEqual(['operator']);
    expect(ownersOf('of-a-later-version')).toEqual(['host']);
  });
});

const sentences: Readonly<Record<string, { readonly message: string }>> = messages;

function openMarks(text: Text | undefined): string[] {
  if (text === undefined) return [];
  const { key, values = {} } = text;
  const open = [...(sentences[key]?.message ?? '{no sentence}').matchAll(/\{(\w+)\}/g)].flatMap(
    ([, name = '']) => (name in values ? [] : [`${key} {${name}}`]),
  );
  const inside = Object.values(values).flatMap((value) =>
    value.kind === 'phrase' ? openMarks(value.phrase) : [],
  );
  return [...open, ...inside];
}
