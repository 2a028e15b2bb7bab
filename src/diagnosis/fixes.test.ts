import { describe, expect, it } from 'vitest';
import { referenceFor } from './benchmark/reference.ts';
import { diagnose } from './diagnose.ts';
import { fixesOf } from './fixes.ts';
import { capturedLive } from './fixtures/captured.ts';

const session = capturedLive();
const { benchmark, target } = referenceFor({ versus: 'usual' }, session, []);
const report = diagnose({ session, benchmark, history: [], options: { target } });

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
      fixesOf(report.findings, pinsCosting(low)).findIndex(({ id }) => id === 'misplaced-pin'),
    );
    expect(places).toEqual([0, 1, 3]);
  });

  it('is the steps in the order of the potential, three at the most', () => {
    const untold = { pins: { state: 'untold', needs: { key: 'factor_pinRhythm_needs' } } } as const;
    const order = report.potential?.steps.map(({ id }) => `step_${id}_deed`).slice(0, 3);
    expect(fixesOf(report.findings, untold).map(({ deed }) => deed.key)).toEqual(order);
  });
});
