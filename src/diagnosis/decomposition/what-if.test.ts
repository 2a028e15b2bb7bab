import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmarkFor } from '../benchmark/benchmark-for.ts';
import { diagnose } from '../diagnose.ts';
import { bareLive, capturedLive } from '../fixtures/captured.ts';
import { type Estimate, type StepId, stepIds } from '../report.ts';
import { type Scenario, whatIf } from './what-if.ts';

const session = capturedLive();
const report = diagnose({ session, benchmark: benchmarkFor('own', session, []), history: [] });
const { potential } = report;
if (potential === undefined) throw new Error('no potential');
const nowOf = (id: StepId): number =>
  potential.steps.find((step) => step.id === id)?.now.value ?? Number.NaN;
const imagine = (imagined: Scenario): Estimate => {
  const found = whatIf(report, imagined);
  if (found === undefined) throw new Error('unknown');
  return found;
};
const { value: yours } = potential.yours;

describe('what if', () => {
  it("is the LIVE's own estimate where nothing is imagined", () => {
    expect(imagine({})).toEqual(potential.yours);
  });

  it('multiplies what several steps bring, and does not add it up', () => {
    const alone = (id: StepId): number => imagine({ steps: { [id]: nowOf(id) * 1.5 } }).value;
    const both = imagine({ steps: { liveCtr: nowOf('liveCtr') * 1.5, ctor: nowOf('ctor') * 1.5 } });
    expect(alone('liveCtr')).toBeCloseTo(yours * 1.5, 4);
    expect(both.value / yours).toBeCloseTo(2.25, 9);
    expect(both.value).toBeGreaterThan(alone('liveCtr') + alone('ctor') - yours);
  });

  it('lifts the step of an accepted factor to its target, once however many explain it', () => {
    const one = imagine({ accepted: ['click-to-order'] });
    const target = potential.steps.find(({ id }) => id === 'ctor')?.target?.value ?? Number.NaN;
    expect(one.value).toBeCloseTo((yours * target) / nowOf('ctor'), 4);
    expect(imagine({ accepted: ['click-to-order', 'cart-leak'] })).toEqual(one);
    // AOV already lies above its target: accepting it lowers nothing.
    expect(imagine({ accepted: ['basket'] }).value).toBeCloseTo(yours, 6);
    expect(imagine({ accepted: ['nothing'] })).toEqual(potential.yours);
  });

  it('prefers a figure that is named for a step', () => {
    const named = { steps: { ctor: nowOf('ctor') }, accepted: ['click-to-order'] };
    expect(imagine(named).value).toBeCloseTo(yours, 6);
  });

  it('agrees with the joint figure of the report', () => {
    const pulled = report.findings.filter(({ money }) => money !== undefined);
    const all = imagine({ accepted: pulled.map(({ factor }) => factor) });
    const joint = yours + (potential.joint?.value ?? Number.NaN);
    expect(Math.abs(all.value / joint - 1)).toBeLessThan(0.05);
  });

  it('has an interval around it that shrinks with every step that is imagined', () => {
    fc.assert(
      fc.property(
        fc.subarray([...stepIds], { minLength: 1 }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        (ids, times) => {
          const steps = Object.fromEntries(ids.map((id) => [id, nowOf(id) * times]));
          const { value, low = value, high = value } = imagine({ steps });
          expect(low).toBeLessThanOrEqual(value * (1 + 1e-9));
          expect(high).toBeGreaterThanOrEqual(value * (1 - 1e-9));
          const fewer = imagine({ steps: Object.fromEntries(Object.entries(steps).slice(1)) });
          if (ids.length > 1) {
            expect(high / low).toBeLessThanOrEqual(
              (fewer.high ?? fewer.value) / (fewer.low ?? fewer.value) + 1e-9,
            );
          }
        },
      ),
    );
  });

  it('is nothing without a potential, and no GMV at a step of zero', () => {
    const benchmark = { basis: 'own', metrics: {} } as const;
    const empty = diagnose({ session: bareLive({}), benchmark, history: [] });
    expect(whatIf(empty, {})).toBeUndefined();
    expect(imagine({ steps: { ctor: 0 } }).value).toBe(0);
    expect(imagine({ steps: { ctor: Number.NaN } })).toEqual(potential.yours);
  });
});
