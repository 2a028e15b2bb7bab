import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../time.ts';
import { measuredLength, unmeasuredPartText, unmeasuredText } from './measured-length.ts';
import { fixtureMeasures } from './measures.fixture.ts';

/** Two hours of which what lies within some minutes wasn't measured. */
function without(from: number, to: number, parts = {}) {
  const all = fixtureMeasures();
  const isKept = ({ second }: { readonly second: number }): boolean =>
    second < from * 60 || second >= to * 60;
  return {
    ...all,
    pictures: all.pictures.filter(isKept),
    sounds: all.sounds.filter(isKept),
    ...parts,
  };
}

describe('how much of a recording is measured', () => {
  it('is all of it, or what its measures stand for', () => {
    expect(measuredLength(fixtureMeasures())).toBe(7200);
    expect(measuredLength(without(42, 120))).toBe(42 * 60);
    expect(measuredLength(without(30, 40))).toBe(110 * 60);
    expect(measuredLength(without(0, 120))).toBe(0);
    // A recording without sound is measured by its pictures.
    expect(measuredLength(fixtureMeasures({ parts: { sounds: [] } }))).toBe(7200);
  });

  it('is told of a part by what reaches into it', () => {
    const measures = without(30, 40);
    const part = (from: number, to: number): number =>
      measuredLength(measures, { from: seconds(from * 60), to: seconds(to * 60) });
    expect(part(25, 35)).toBe(300);
    expect(part(31, 39)).toBe(0);
    // Its only sound begins before it.
    expect(part(10.5, 10.9)).toBe(24);
  });

  it('of two parts is that of both together', () => {
    const minute = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(fc.tuple(minute, minute, minute, minute, minute), (drawn) => {
        const [a = 0, b = 0, c = 0, from = 0, to = 0] = drawn;
        const measures = without(Math.min(from, to), Math.max(from, to), { sounds: [] });
        const [first, middle, last] = [a, b, c].sort((x, y) => x - y).map((one) => one * 60);
        const part = (start = 0, end = 0): number =>
          measuredLength(measures, { from: seconds(start), to: seconds(end) });
        expect(part(first, middle) + part(middle, last)).toBeCloseTo(part(first, last), 6);
      }),
    );
  });
});

it('what isn’t measured of a part is said where it is worth saying', () => {
  const measures = without(30, 40);
  const said = (from: number, to: number): unknown =>
    unmeasuredPartText('measured_beside_part', measures, {
      from: seconds(from * 60),
      to: seconds(to * 60),
    })?.values;
  expect(said(10, 20)).toBeUndefined();
  expect(said(20, 30.25)).toBeUndefined();
  expect(said(25, 35)).toEqual({
    measured: { kind: 'duration', seconds: 300 },
    length: { kind: 'duration', seconds: 600 },
  });
  // Behind the recording's end there is nothing to measure.
  expect(said(115, 140)).toBeUndefined();
  expect(said(130, 140)).toBeUndefined();
});

it('what isn’t measured is said in minutes, and whether that may change', () => {
  expect(unmeasuredText(fixtureMeasures())).toBeUndefined();
  expect(unmeasuredText(without(42, 120, { complete: false }))).toEqual({
    key: 'measure_part',
    values: {
      measured: { kind: 'duration', seconds: 42 * 60 },
      length: { kind: 'duration', seconds: 7200 },
    },
  });
  const left = [{ from: seconds(1800), to: seconds(1806), reason: 'missing' } as const];
  expect(unmeasuredText(without(30, 40, { left }))).toEqual({
    key: 'measure_missing',
    values: {
      missing: { kind: 'duration', seconds: 600 },
      length: { kind: 'duration', seconds: 7200 },
    },
  });
});

it('less than a minute of hours is said as such, of a part not at all', () => {
  const open = without(119.5, 120, { complete: false });
  expect(unmeasuredText(open)).toEqual({
    key: 'measure_part_nearly',
    values: { length: { kind: 'duration', seconds: 7200 } },
  });
  const part = { from: seconds(1800), to: seconds(7200) };
  expect(unmeasuredPartText('measured_beside_part', without(119.25, 120), part)).toBeUndefined();
});
