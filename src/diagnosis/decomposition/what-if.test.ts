import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmarkFor } from '../benchmark/benchmark-for.ts';
import { diagnose } from '../diagnose.ts';
import { bareLive, capturedLive } from '../fixtures/captured.ts';
import { type StepId, type StepPotential, stepIds } from '../report.ts';
import { type Imagined, type Scenario, whatIf } from './what-if.ts';

const session = capturedLive();
const report = diagnose({ session, benchmark: benchmarkFor('own', session, []), history: [] });
const { potential, verdict } = report;
if (potential === undefined || verdict.yours === undefined) throw new Error('no potential');
const { yours } = verdict;
const stepOf = (id: StepId): StepPotential => {
  const found = potential.steps.find((step) => step.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
};
const ownOf = (id: StepId): number => stepOf(id).yours;
const goalOf = (id: StepId): number => stepOf(id).target?.value ?? Number.NaN;
const imagine = (imagined: Scenario): Imagined => {
  const found = whatIf(report, imagined);
  if (found === undefined) throw new Error('unknown');
  return found;
};

describe('what if', () => {
  it("starts from the LIVE's own GMV per hour", () => {
    expect(imagine({})).toEqual({ value: yours, gain: { value: 0 } });
  });

  it('brings at the target of a step what the potential says of it, with its interval', () => {
    const { attain } = stepOf('ctor');
    const { value, gain } = imagine({ steps: { ctor: goalOf('ctor') } });
    expect(gain.value).toBeCloseTo(attain?.value ?? Number.NaN, 4);
    expect(gain.low).toBeCloseTo(attain?.low ?? Number.NaN, 4);
    expect(gain.high).toBeCloseTo(attain?.high ?? Number.NaN, 4);
    expect(value).toBeCloseTo(yours + gain.value, 4);
  });

  it('multiplies what several steps bring, and does not add it up', () => {
    const at = (...ids: StepId[]) =>
      imagine({ steps: Object.fromEntries(ids.map((id) => [id, goalOf(id)])) }).gain.value;
    expect(at('liveCtr', 'ctor')).toBeGreaterThan(at('liveCtr') + at('ctor'));
  });

  it('lifts the step of an accepted factor to its target, once however many explain it', () => {
    const one = imagine({ accepted: ['click-to-order'] });
    expect(one).toEqual(imagine({ steps: { ctor: goalOf('ctor') } }));
    expect(imagine({ accepted: ['click-to-order', 'cart-leak'] })).toEqual(one);
    // AOV already lies above its target: accepting it lowers nothing.
    expect(imagine({ accepted: ['basket'] })).toEqual(imagine({}));
    expect(imagine({ accepted: ['nothing'] })).toEqual(imagine({}));
  });

  it('prefers a figure that is named for a step', () => {
    const named = { steps: { ctor: ownOf('ctor') }, accepted: ['click-to-order'] };
    expect(imagine(named)).toEqual(imagine({}));
  });

  it('agrees with the joint figure of the report', () => {
    const pulled = report.findings.filter(({ money }) => money !== undefined);
    const { gain } = imagine({ accepted: pulled.map(({ factor }) => factor) });
    const { joint } = potential;
    if (joint?.low === undefined || joint.high === undefined) throw new Error('no joint');
    expect(gain.value / joint.value).toBeCloseTo(1, 1);
    expect(gain.low).toBeGreaterThan(joint.low * 0.75);
    expect(gain.high).toBeLessThan(joint.high * 1.25);
  });

  it('rises with every step, whichever way the others went', () => {
    const factor = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...stepIds),
        fc.tuple(factor, factor).map((pair) => pair.toSorted((a, b) => a - b)),
        fc.constantFrom(...stepIds),
        factor,
        (id, [less = 0, more = 0], other, moved) => {
          const at = (times: number) =>
            imagine({ steps: { [other]: ownOf(other) * moved, [id]: ownOf(id) * times } });
          const { value, gain } = at(more);
          expect(value).toBeGreaterThanOrEqual(at(less).value * (1 - 1e-9));
          expect(gain.low ?? gain.value).toBeLessThanOrEqual(gain.value);
          expect(gain.high ?? gain.value).toBeGreaterThanOrEqual(gain.value);
        },
      ),
    );
  });

  it('is nothing without a potential, and no GMV at a step of zero', () => {
    const benchmark = { basis: 'own', metrics: {} } as const;
    const empty = diagnose({ session: bareLive({}), benchmark, history: [] });
    expect(whatIf(empty, {})).toBeUndefined();
    expect(imagine({ steps: { ctor: 0 } }).value).toBe(0);
    expect(imagine({ steps: { ctor: Number.NaN } })).toEqual(imagine({}));
  });
});
