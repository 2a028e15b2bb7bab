import { describe, expect, it } from 'vitest';
import { money } from '../../metrics/money.ts';
import { toMs, unixMs, unixSeconds } from '../../metrics/time.ts';
import { origin, scalar } from '../fixtures/captured.ts';
import { HOUR, START } from '../potential/potential.fixture.ts';
import { history, idAt, type Live, liveOf, NOW, plannedOf } from './fixture.ts';
import { type OutcomeInput, outcomeOf } from './outcome.ts';
import type { Change } from './types.ts';
import { isChange } from './types.ts';

const ctor = plannedOf([{ metric: 'ctor', tested: true }]);

function outcome(after: readonly Live[], more: Partial<OutcomeInput> = {}) {
  return outcomeOf({
    plan: ctor,
    before: liveOf({ place: 0, rates: { ctor: 0.03 } }),
    after: after.map(liveOf),
    history: history(),
    now: NOW,
    ...more,
  });
}

function changed(after: readonly Live[], more: Partial<OutcomeInput> = {}): Change {
  const change = outcome(after, more).tested?.change;
  if (!isChange(change)) throw new Error(`no change: ${change?.none}`);
  return change;
}

const none = (after: readonly Live[], more: Partial<OutcomeInput> = {}) => {
  const change = outcome(after, more).tested?.change;
  return change !== undefined && 'none' in change ? change.none : undefined;
};

describe('what became of a plan', () => {
  it('is not told by figures that were read while the LIVE still ran', () => {
    const told = (live: Live, until: number) => {
      const session = liveOf(live);
      const { endedAt = unixSeconds(0) } = session.room;
      const at = unixMs(toMs(endedAt) + until);
      return { ...session, origins: { figures: { ...origin, how: 'fetched', at } } } as const;
    };
    const worse = { place: 1, rates: { ctor: 0.02 } };
    expect(none([], { after: [told(worse, -HOUR * 1000)] })).toBe('part');
    expect(none([], { after: [told({ place: 2 }, 1), told(worse, -HOUR * 1000)] })).toBe('part');
    expect(changed([], { after: [told(worse, 1)] }).verdict).toBe('worse');
    // A LIVE before that was read in part counts as one that lacks the figure.
    const before = told({ place: 0, rates: { ctor: 0.03 } }, -HOUR * 1000);
    expect(changed([worse], { before }).before).toBeUndefined();
  });

  it('finds no evidence in a LIVE that only came back to the usual, though it beats the LIVE before by two thirds', () => {
    const change = changed([{ place: 1, rates: { ctor: 0.05 } }]);
    expect(change.before?.value).toBeCloseTo(0.03, 2);
    expect(change.after.value).toBeCloseTo(0.05, 2);
    expect(change.verdict).toBe('no-evidence');
    expect(change.needed).toEqual({ state: 'beyond', lives: 20 });
    expect(outcome([{ place: 1 }]).caveats).toContainEqual({
      kind: 'low-before',
      ratio: expect.closeTo(0.6, 1),
    });
  });

  it('calls a LIVE better that no ordinary one would have been, and worse likewise', () => {
    const better = changed([{ place: 1, rates: { ctor: 0.1 } }]);
    expect(better.verdict).toBe('better');
    expect(better.ratio.low).toBeGreaterThan(1);
    expect(better.ratio.value).toBeGreaterThan(1.7);
    expect(better.chance).toBeGreaterThan(0.95);
    expect(better.needed).toBeUndefined();
    const worse = changed([{ place: 1, rates: { ctor: 0.02 } }]);
    expect(worse.verdict).toBe('worse');
    expect(worse.ratio.high).toBeLessThan(1);
    expect(worse.chance).toBeLessThan(0.05);
  });

  it('tells from several LIVEs what one alone leaves open', () => {
    const rates = { ctor: 0.064 };
    const one = changed([{ place: 1, rates }]);
    expect(one.verdict).toBe('no-evidence');
    expect(one.needed?.state).toBe('about');
    const kept = [1, 2, 3, 4, 5, 6, 7, 8].map((place) => ({ place, rates }));
    const all = changed(kept);
    expect(all.lives).toBe(8);
    expect(all.verdict).toBe('better');
    expect(all.after.counts?.n).toBeGreaterThan((one.after.counts?.n ?? 0) * 7);
  });

  it('gives several LIVEs one figure that fits the change, each LIVE alike', () => {
    const lives = [
      { place: 1, hours: 12, rates: { ctor: 0.08 } },
      { place: 2, hours: 2, rates: { ctor: 0.04 } },
      { place: 3, hours: 2, rates: { ctor: 0.04 } },
    ];
    const {
      after,
      usual: { value },
      ratio,
    } = changed(lives);
    expect(after.value).toBeCloseTo(value * ratio.value, 9);
    const added = (after.counts?.k ?? 0) / (after.counts?.n ?? 1);
    expect(after.value).toBeLessThan(added);
    expect(after.low).toBeGreaterThan(0.03);
    expect(after.high).toBeLessThan(0.09);
  });

  it('does not mind the order in which LIVEs are given', () => {
    const lives = [1, 2, 3].map((place) => ({ place, rates: { ctor: 0.05 + place / 100 } }));
    expect(outcome(lives)).toEqual(outcome([...lives].reverse()));
  });

  it('says what the change in a step is worth per hour at the usual GMV per hour', () => {
    const found = outcome([{ place: 1, rates: { ctor: 0.1 } }]).tested;
    const { worth } = found ?? {};
    // 20,000 × 0.05 × 0.2 × 0.05 × 30 = 300 an hour.
    expect(worth?.usual).toBeGreaterThan(270);
    expect(worth?.usual).toBeLessThan(330);
    const ratio = isChange(found?.change) ? found.change.ratio : undefined;
    expect(worth?.value).toBeCloseTo((worth?.usual ?? 0) * ((ratio?.value ?? 0) - 1), 9);
    expect(worth?.low).toBeGreaterThan(0);
    expect(worth?.currency).toBe('USD');
  });

  it('gives no money to a metric that is no step', () => {
    const plan = plannedOf([{ metric: 'watchGpm', tested: true }]);
    const found = outcome([{ place: 1 }], { plan }).tested;
    expect(isChange(found?.change)).toBe(true);
    expect(found?.worth).toBeUndefined();
  });
});

describe('one change at a time', () => {
  it('gives a verdict to the item under test alone, and names the others', () => {
    const plan = plannedOf([
      { metric: 'aov' },
      { metric: 'ctor', tested: true },
      { metric: 'liveCtr' },
    ]);
    const found = outcome([{ place: 1 }], { plan });
    expect(found.tested?.change.metric).toBe('ctor');
    expect(found.along).toEqual([plan.items[0]?.id, plan.items[2]?.id]);
    expect(found.caveats).toContainEqual({ kind: 'together', items: 3 });
  });

  it('takes the only item that was done for the one under test', () => {
    const plan = plannedOf([{ metric: 'aov', done: false }, { metric: 'ctor' }]);
    expect(outcome([{ place: 1 }], { plan }).tested?.change.metric).toBe('ctor');
    const two = plannedOf([{ metric: 'aov' }, { metric: 'ctor' }]);
    expect(outcome([{ place: 1 }], { plan: two }).tested).toBeUndefined();
  });

  it('says where the item under test was not ticked as done', () => {
    const plan = plannedOf([{ metric: 'ctor', tested: true, done: false }]);
    expect(outcome([{ place: 1 }], { plan }).caveats).toContainEqual({ kind: 'not-done' });
  });
});

describe('the guard rail', () => {
  it('is money per hour unless the seller chose another, and says whether it suffered', () => {
    const { guardRail } = outcome([{ place: 1, rates: { ctor: 0.1, aov: 3 } }]);
    expect(guardRail?.change.metric).toBe('gmvPerHour');
    expect(guardRail?.suffered).toBe(true);
    const plan = plannedOf([{ metric: 'ctor', tested: true }], { guardRail: 'aov' });
    const calm = outcome([{ place: 1 }], { plan });
    expect(calm.guardRail?.change.metric).toBe('aov');
    expect(calm.guardRail?.suffered).toBe(false);
  });

  it('is none where it is the metric under test', () => {
    const plan = plannedOf([{ metric: 'gmvPerHour', tested: true }]);
    expect(outcome([{ place: 1 }], { plan }).guardRail).toBeUndefined();
  });
});

describe('what can not be told is said', () => {
  it('without a LIVE after', () => expect(none([])).toBe('not-yet'));

  it('where the figure or a count is missing', () => {
    const without = ['productClicks', 'orders', 'gmv'];
    expect(none([{ place: 1, without }])).toBe('not-reported');
    const bare = liveOf({ place: 1, without });
    const rated = { ...bare, figures: { ...bare.figures, ctor: scalar(0.07) } };
    expect(none([], { after: [rated] })).toBe('no-counts');
  });

  it('where the denominator of a rate is in doubt that stands for its counts', () => {
    const gaps = [{ endpoint: 'core/stats', field: 'co_rate', reason: 'contradicts' as const }];
    const bare = liveOf({ place: 1, without: ['orders', 'gmv'] });
    const rated = { ...bare, gaps, figures: { ...bare.figures, ctor: scalar(0.07) } };
    expect(none([], { after: [rated] })).toBe('unknown-denominator');
    expect(
      isChange(outcome([], { after: [{ ...liveOf({ place: 1 }), gaps }] }).tested?.change),
    ).toBe(true);
  });

  it('where its own counts contradict a rate', () => {
    const gaps = [
      { endpoint: 'core/stats', field: 'tapThroughRate', reason: 'contradicts' as const },
    ];
    const plan = plannedOf([{ metric: 'tapThroughRate', tested: true }]);
    expect(none([], { plan, after: [{ ...liveOf({ place: 1 }), gaps }] })).toBe('contradicts');
  });

  it('where currencies differ, and only for money', () => {
    const plan = plannedOf([{ metric: 'aov', tested: true }]);
    const after = [liveOf({ place: 1, currency: 'VND', rate: 25_000 })];
    expect(none([], { plan, after })).toBe('currency');
    expect(isChange(outcome([], { after }).tested?.change)).toBe(true);
  });

  it('where earlier LIVEs are in another currency: they say nothing of money', () => {
    const plan = plannedOf([{ metric: 'aov', tested: true }]);
    const change = changed([{ place: 1 }], { plan, history: history(14, 'VND', 25_000) });
    expect(change.usual).toMatchObject({ lives: 0, rests: 'thin' });
  });

  it('with totals, which grow with the length of a LIVE', () => {
    const plan = plannedOf([{ metric: 'orders', tested: true }]);
    expect(none([{ place: 1 }], { plan })).toBe('not-comparable');
  });

  it('with few earlier LIVEs: the verdict is labelled, and asks for far more', () => {
    const lives = [{ place: 1, rates: { ctor: 0.06 } }];
    const few = changed(lives, { history: history(2) });
    expect(few.usual).toMatchObject({ lives: 2, rests: 'thin' });
    expect(outcome(lives, { history: history(2) }).caveats).toContainEqual({
      kind: 'few-lives',
      lives: 2,
    });
    const many = changed(lives);
    expect(few.ratio.high / few.ratio.low).toBeGreaterThan(many.ratio.high / many.ratio.low);
    expect(changed(lives, { history: [] }).verdict).toBe('no-evidence');
  });

  it('where the LIVE before lacks the figure: the usual level is enough', () => {
    const before = liveOf({ place: 0, without: ['orders', 'gmv'] });
    const change = changed([{ place: 1, rates: { ctor: 0.1 } }], { before });
    expect(change.before).toBeUndefined();
    expect(change.verdict).toBe('better');
  });

  it('where nothing was sold: that is a count, not a gap', () => {
    const figures = { ...liveOf({ place: 1 }).figures };
    const after = [
      {
        ...liveOf({ place: 1 }),
        figures: { ...figures, orders: scalar(0), gmv: { money: money('0', 'USD'), origin } },
      },
    ];
    const change = changed([], { after });
    expect(change.after.value).toBe(0);
    expect(change.verdict).toBe('worse');
  });
});

describe('what else was different is said', () => {
  const kinds = (after: readonly Live[], more: Partial<OutcomeInput> = {}) =>
    outcome(after, more).caveats.map(({ kind }) => kind);

  it('a much longer or shorter LIVE', () => {
    expect(kinds([{ place: 1, hours: 12 }])).toContain('length');
    expect(kinds([{ place: 1, hours: 1 }])).toContain('length');
    expect(kinds([{ place: 1, hours: 5 }])).not.toContain('length');
  });

  it('another time of day', () => {
    const daily = history().map((live, place) => {
      const startedAt = START - (place + 1) * 86_400;
      return {
        ...live,
        startedAt: unixSeconds(startedAt),
        endedAt: unixSeconds(startedAt + 4 * HOUR),
      };
    });
    expect(kinds([{ place: 1 }], { history: daily })).not.toContain('time');
    expect(kinds([{ place: 1, late: 8 }], { history: daily })).toContain('time');
  });

  it('other people: impressions an hour far from the usual', () => {
    expect(kinds([{ place: 1, rates: { impressionsPerHour: 60_000 } }])).toContain('reach');
    expect(kinds([{ place: 1 }])).not.toContain('reach');
  });

  it('figures that may still move', () => {
    const soon = unixMs((START + 86_400 + 5 * 3600) * 1000);
    expect(kinds([{ place: 1 }], { now: soon })).toContain('provisional');
    expect(kinds([{ place: 1 }])).not.toContain('provisional');
  });

  it('counts the LIVE that the plan was made from among no earlier ones', () => {
    const twin = { ...history(1)[0], room: idAt(0), startedAt: unixSeconds(START + 40) };
    const live = history(1)[0];
    if (live === undefined) throw new Error('no LIVE');
    const change = changed([{ place: 1 }], { history: [...history(6), { ...live, ...twin }] });
    expect(change.usual.lives).toBe(6);
  });
});
