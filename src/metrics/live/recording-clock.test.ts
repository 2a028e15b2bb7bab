import { describe, expect, it } from 'vitest';
import { seconds } from '../time.ts';
import { clockDoubtOf } from './recording-clock.ts';

const hour = seconds(3600);
const at = (place: number, missing?: number) =>
  missing === undefined
    ? { at: seconds(place) }
    : { at: seconds(place), missing: seconds(missing) };

describe('the clock of a recording', () => {
  it('is not in doubt where it is as long as the LIVE, within a few seconds', () => {
    for (const length of [3600, 3596, 3604]) {
      expect(clockDoubtOf(hour, { length: seconds(length), breaks: [] })).toBeUndefined();
    }
    expect(clockDoubtOf(undefined, { length: hour, breaks: [] })).toBeUndefined();
    // The LIVE changed its picture, and nothing is missing.
    expect(clockDoubtOf(hour, { length: hour, breaks: [at(60)] })).toBeUndefined();
    expect(clockDoubtOf(hour, { length: hour, breaks: [at(60, 0.2)] })).toBeUndefined();
  });

  it('is in doubt by what the recording lacks, from where it breaks first', () => {
    const length = seconds(3420);
    expect(clockDoubtOf(hour, { length, breaks: [] })).toEqual({ by: 180 });
    expect(clockDoubtOf(hour, { length, breaks: [at(900), at(600)] })).toEqual({
      from: 600,
      by: 180,
    });
    // A part of it is told, the rest may lie at the other break.
    expect(clockDoubtOf(hour, { length, breaks: [at(600), at(900, 60)] })).toEqual({
      from: 600,
      by: 180,
    });
  });

  it('is in doubt by what its breaks tell, whatever is known of the LIVE', () => {
    const breaks = [at(300), at(600, 3), at(900, 40)];
    expect(clockDoubtOf(undefined, { length: hour, breaks })).toEqual({ from: 600, by: 43 });
    expect(clockDoubtOf(seconds(3643), { length: hour, breaks })).toEqual({ from: 600, by: 43 });
  });

  it('is in doubt from the start where the recording is longer than the LIVE', () => {
    expect(clockDoubtOf(seconds(3500), { length: hour, breaks: [] })).toEqual({ by: 100 });
  });
});
