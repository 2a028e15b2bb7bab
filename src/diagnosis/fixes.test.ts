import { describe, expect, it } from 'vitest';
import { referenceFor } from './benchmark/reference.ts';
import { diagnose } from './diagnose.ts';
import { fixesOf } from './fixes.ts';
import { capturedLive } from './fixtures/captured.ts';

const session = capturedLive();
const { benchmark, target } = referenceFor({ versus: 'usual' }, session, []);
const report = diagnose({ session, benchmark, history: [], options: { target } });

describe('what to fix', () => {
  it('starts with the pin on the wrong product where that cost most', () => {
    const [first, second] = report.fixes;
    expect(first).toMatchObject({ id: 'misplaced-pin', factor: 'pin-choice' });
    expect(second).toMatchObject({ deed: { key: 'step_liveCtr_deed' } });
    expect(first?.money.value).toBeGreaterThan(second?.money.value ?? Number.NaN);
  });

  it('is the steps in the order of the potential, three at the most', () => {
    const untold = { pins: { state: 'untold', needs: { key: 'factor_pinRhythm_needs' } } } as const;
    const order = report.potential?.steps.map(({ id }) => `step_${id}_deed`).slice(0, 3);
    expect(fixesOf(report.findings, untold).map(({ deed }) => deed.key)).toEqual(order);
  });

  it('has the pin further down where a step costs more', () => {
    const { pins } = report.timeline;
    if (pins.state !== 'told' || pins.value.misplaced === undefined) throw new Error('no pin');
    const misplaced = { ...pins.value.misplaced, perHour: { value: 500_000 } };
    const cheaper = { pins: { ...pins, value: { ...pins.value, misplaced } } };
    expect(fixesOf(report.findings, cheaper).map(({ id }) => id)[2]).toBe('misplaced-pin');
  });
});
