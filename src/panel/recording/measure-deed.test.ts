import { describe, expect, it } from 'vitest';
import { fault } from '../../metrics/fault.ts';
import { fixtureMeasures } from '../../metrics/recording/measures.fixture.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { seconds } from '../../metrics/time.ts';
import { measureDeed, untoldPart } from './measure-deed.ts';

const cut = (from: number, to: number) => ({ from: seconds(from), to: seconds(to) });
const clip = cut(60, 120);

/** Of ten minutes what was measured from one second on. */
function measuredFrom(second: number, parts: Partial<RecordingMeasures> = {}): RecordingMeasures {
  const all = fixtureMeasures({ minutes: 10, parts: { complete: false } });
  return {
    ...all,
    pictures: all.pictures.filter((one) => one.second >= second),
    sounds: all.sounds.filter((one) => one.second >= second),
    ...parts,
  };
}
const deed = (measures: RecordingMeasures | undefined, part = false) =>
  measureDeed({ known: true, ...(measures && { measures }) }, part ? clip : undefined);

describe('measuring', () => {
  it('is offered from the beginning, on from there, and anew', () => {
    expect(deed(undefined)).toBe('measure_begin');
    expect(deed(measuredFrom(300))).toBe('measure_go_on');
    expect(deed(measuredFrom(0, { complete: true }))).toBe('measure_again');
  });

  it('of a clip is offered while something of it is to be tried', () => {
    expect(deed(undefined, true)).toBe('measure_begin');
    expect(deed(measuredFrom(300), true)).toBe('measure_begin');
    const sounds = measuredFrom(0).sounds.filter(({ second }) => second === 60);
    expect(deed(measuredFrom(90, { sounds }), true)).toBe('measure_go_on');
    expect(deed(measuredFrom(0), true)).toBeUndefined();
    const left = [{ ...cut(60, 70), reason: 'missing' } as const];
    expect(deed(measuredFrom(90, { left }), true)).toBeUndefined();
  });

  it('of a clip never takes the place of what was measured of all of it, or of a file', () => {
    const whole = measuredFrom(300, {
      complete: true,
      left: [{ ...cut(0, 300), reason: 'missing' }],
    });
    expect(deed(whole, true)).toBeUndefined();
    expect(untoldPart(whole)).toBe('measure_part_none');
    const file = measuredFrom(300, { source: 'file' });
    expect(deed(file, true)).toBeUndefined();
    expect(untoldPart(file)).toBe('measure_part_file');
  });

  it('isn’t offered while what was measured before couldn’t be read', () => {
    for (const part of [undefined, clip]) {
      expect(measureDeed({ known: true, fault: fault('worker-gone') }, part)).toBeUndefined();
      expect(measureDeed({ known: false }, part)).toBeUndefined();
    }
  });
});
