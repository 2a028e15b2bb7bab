import { describe, expect, it } from 'vitest';
import { unixSeconds } from '../metrics/time.ts';
import { referenceFor } from './benchmark/reference.ts';
import type { ChangePoint } from './course/change-points.ts';
import { evenly, quietRoom } from './course/quiet/fixture.ts';
import { quietStretchesOf } from './course/quiet/quiet.ts';
import { diagnose } from './diagnose.ts';
import { START } from './factors/fixture.ts';
import { fixesOf } from './fixes.ts';
import { capturedLive } from './fixtures/captured.ts';
import type { Finding } from './report.ts';
import type { TimelineReport } from './timeline-report.ts';

const session = capturedLive();
const { benchmark, target } = referenceFor({ versus: 'usual' }, session, []);
const report = diagnose({ session, benchmark, history: [], options: { target } });
// The fifth has reached its target.
const steps = report.potential?.steps.map(({ id }) => `step_${id}_deed`).slice(0, 4) ?? [];

const untold = { state: 'untold', needs: { key: 'factor_pinRhythm_needs' } } as const;
const none = { changes: untold, pins: untold, quiet: untold } as const;

/** What is to be fixed of the captured LIVE, had it gone otherwise; in a shop where it ran an hour. */
const fixed = (
  timeline: Partial<Pick<TimelineReport, 'changes' | 'pins' | 'quiet'>> = {},
  more: readonly Finding[] = [],
) =>
  fixesOf({
    findings: [...report.findings, ...more],
    timeline: { ...none, ...timeline },
    hours: 1,
    currency: session.currency,
  });

/** A finding on what keeps the shop healthy. */
const healthy = (factor: 'compliance' | 'stock'): Finding => ({
  factor,
  title: { key: `factor_${factor}_title` },
  lever: 'what-to-sell',
  group: 'interaction-conversion',
  state: 'gap',
  advice: { key: 'factor_stock_adviceGone' },
  brief: { key: 'factor_stock_briefGone' },
  evidence: [],
  stretches: [],
});

describe('what to fix', () => {
  const pinsCosting = (low: number) => {
    const { pins } = report.timeline;
    if (pins.state !== 'told' || pins.value.misplaced === undefined) throw new Error('no pin');
    const misplaced = { ...pins.value.misplaced, perHour: { value: 9e6, low, high: 2e7 } };
    return { pins: { ...pins, value: { ...pins.value, misplaced } } };
  };

  it('has the pin on the wrong product where the least that it cost puts it', () => {
    const pin = report.fixes.find(({ id }) => id === 'misplaced-pin');
    expect(pin).toMatchObject({ factor: 'pin-choice', atLeast: true });
    const places = [5e6, 665_000, 1].map((low) =>
      fixed(pinsCosting(low)).findIndex(({ id }) => id === 'misplaced-pin'),
    );
    expect(places).toEqual([0, 1, 4]);
    expect(fixed(pinsCosting(-1)).map(({ id }) => id)).not.toContain('misplaced-pin');
  });

  it('is every step with money, in the order of the potential', () => {
    expect(fixed().map(({ deed }) => deed.key)).toEqual(steps);
  });

  describe('of quiet stretches', () => {
    /** Three hours, of which one or two half hours had no order. */
    const quietIn = (...stretches: readonly (readonly [number, number])[]) =>
      quietStretchesOf(
        quietRoom({
          orders: evenly(36, 4).map((often, at) =>
            stretches.some(([from, to]) => at >= from && at < to) ? 0 : often,
          ),
        }),
      ) ?? [];
    const told = (...stretches: readonly (readonly [number, number])[]) =>
      ({ quiet: { state: 'told', value: quietIn(...stretches) } }) as const;

    it('has them once, with their money an hour, their times and what to do', () => {
      const [one] = quietIn([12, 18]);
      const fix = fixed(told([12, 18])).find(({ id }) => id === 'quiet-stretch');
      expect(fix).toMatchObject({
        deed: { key: 'verdict_quiet_when' },
        how: { key: 'verdict_quiet_how', values: { when: { phrase: one?.when } } },
        headline: { key: 'verdict_quiet_headline' },
        money: one?.missed,
        note: { key: 'course_quietCost' },
      });
      expect(fix?.sureness).toBeGreaterThan(0.95);
      expect(fix?.factor).toBeUndefined();
    });

    it('adds up those that it had', () => {
      const two = quietIn([8, 14], [24, 30]);
      expect(two).toHaveLength(2);
      const fix = fixed(told([8, 14], [24, 30])).find(({ id }) => id === 'quiet-stretch');
      const sum = two.reduce((total, { missed }) => total + (missed?.value ?? 0), 0);
      expect(fix?.money?.value).toBeCloseTo(sum, 6);
      expect(fix?.deed.values?.count).toEqual({ kind: 'count', value: 2 });
    });

    it('says nothing of those whose money may be none, nor of a LIVE of unknown length', () => {
      const quiet = told([12, 18]);
      const free = quiet.quiet.value.map(({ missed: _, ...stretch }) => stretch);
      expect(fixed({ quiet: { state: 'told', value: free } }).map(({ id }) => id)).not.toContain(
        'quiet-stretch',
      );
      const unknown = fixesOf({
        findings: [],
        timeline: { ...none, ...quiet },
        hours: undefined,
        currency: session.currency,
      });
      expect(unknown).toEqual([]);
    });
  });

  describe('of what keeps the shop healthy', () => {
    it('is in the list without money, last, however much else there is', () => {
      const list = fixed(pinsCosting(5e6), [healthy('compliance'), healthy('stock')]);
      const last = list.at(-1);
      expect(last).toMatchObject({
        id: 'stock',
        deed: { key: 'factor_stock_deedGone' },
        brief: expect.anything(),
      });
      expect(last?.money).toBeUndefined();
      expect(list).toHaveLength(7);
    });

    const fall = (high: number, kind: 'violation' | 'pin-ended' = 'violation'): ChangePoint => {
      const at = unixSeconds(START);
      const text = { key: 'course_violation' } as const;
      const total = { value: -9e6, low: -1.2e7, high };
      return {
        at,
        until: at,
        direction: 'fell',
        shifts: [],
        happened: [{ kind, at, text }],
        coincidence: 0,
        money: { rests: 'orders', perHour: total, total },
        text: { key: 'course_fellAfter' },
        cost: { key: 'course_less' },
      };
    };
    const violation = (change: ChangePoint) =>
      fixed({ changes: { state: 'told', value: [change] } }, [healthy('compliance')]);

    it('has the money of a fall right after a violation, and its place by that', () => {
      expect(violation(fall(-6e6))[0]).toMatchObject({
        id: 'compliance',
        money: { value: 9e6, low: 6e6, high: 1.2e7 },
        headline: { key: 'verdict_violation_headline' },
        note: { key: 'verdict_violation_note' },
      });
    });

    it('is advised once, by itself: after the step whose reach it may have cost', () => {
      const reach = report.findings.find(({ step }) => step === 'impressionsPerHour')?.factor;
      const step = fixed().find(({ id }) => id === reach);
      expect(step?.how).toEqual({ key: 'step_impressionsPerHour_how' });
      const fell = { state: 'told', value: [fall(-6e6)] } as const;
      const [unpriced = [], priced = []] = [untold, fell].map((changes) =>
        fixed({ changes }, [healthy('stock'), healthy('compliance')]),
      );
      for (const list of [unpriced, priced]) {
        expect(list).toContainEqual(step);
        expect(list.filter(({ id }) => id === 'compliance')).toHaveLength(1);
      }
      const place = (id: string | undefined) => unpriced.findIndex((fix) => fix.id === id);
      expect(place('compliance')).toBe(place(reach) + 1);
    });

    it('of a LIVE that was shown enough, a violation without money stands last', () => {
      const list = fixesOf({
        findings: [healthy('compliance')],
        timeline: none,
        hours: 1,
        currency: session.currency,
      });
      expect(list).toMatchObject([{ id: 'compliance' }]);
    });

    it('has none where that may be none, or came after something else', () => {
      for (const change of [fall(1), fall(-6e6, 'pin-ended')]) {
        const found = violation(change).filter(({ id }) => id === 'compliance');
        expect(found.map(({ money }) => money)).toEqual([undefined]);
      }
    });
  });
});
