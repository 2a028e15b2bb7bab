import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession, START } from './fixture.ts';
import { pinRhythm } from './pin-rhythm.ts';

/** Pins of the given minutes, one after the other from the LIVE's start. */
function judged(minutes: readonly number[], room = {}) {
  let from = START;
  const pins = minutes.map((length, i) => {
    const startedAt = from;
    from += length * 60;
    return { product: String(i + 1), startedAt, endedAt: from };
  });
  return pinRhythm.evaluate(fixtureInput(fixtureSession({ room, pins })));
}

describe('pin-rhythm', () => {
  it('shows pins that stand longer than the Academy advises', () => {
    expect(judged([60, 12, 48])).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_pinRhythm_seenLong', values: { longest: { seconds: 3600 } } },
      stretches: [
        { from: START, to: START + 3600 },
        { from: START + 4320, to: START + 7200 },
      ],
    });
  });

  it('finds pins that change too fast', () => {
    expect(judged(Array(40).fill(3))).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_pinRhythm_seenShort' },
    });
  });

  it('shows stretches with nothing pinned', () => {
    expect(judged(Array(8).fill(12))).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_pinRhythm_seenBare' },
      stretches: [{ from: START + 96 * 60, to: START + 7200 }],
    });
    expect(judged([])).toMatchObject({ state: 'gap' });
  });

  it('is fine at 12 minutes a pin', () => {
    expect(judged(Array(10).fill(12))).toMatchObject({ state: 'fine' });
  });

  it('lets the last pin end with the LIVE', () => {
    const pins = [
      ...Array.from({ length: 9 }, (_, i) => ({
        product: '1',
        startedAt: START + i * 720,
        endedAt: START + (i + 1) * 720,
      })),
      { product: '2', startedAt: START + 9 * 720 },
    ];
    expect(pinRhythm.evaluate(fixtureInput(fixtureSession({ pins })))).toMatchObject({
      state: 'fine',
    });
  });

  it('says nothing where an earlier pin has no end', () => {
    const pins = [
      { product: '1', startedAt: START },
      { product: '2', startedAt: START + 600, endedAt: START + 7200 },
    ];
    expect(pinRhythm.evaluate(fixtureInput(fixtureSession({ pins })))).toMatchObject({
      state: 'missing',
    });
  });

  it('waits until the LIVE is longer than one pin, and needs the pins', () => {
    expect(judged([5], { endedAt: START + 600, duration: 600 })).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: 5 } } },
    });
    expect(pinRhythm.evaluate(fixtureInput(fixtureSession()))).toMatchObject({ state: 'missing' });
  });
});
