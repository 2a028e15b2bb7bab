import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../metrics/time.ts';
import { momentOf, momentText } from './moment.ts';

describe('a moment of a LIVE', () => {
  it('is told with its hours', () => {
    expect([0, 59, 2_530, 36_061].map((at) => momentText(seconds(at)))).toEqual([
      '0:00:00',
      '0:00:59',
      '0:42:10',
      '10:01:01',
    ]);
  });

  it('is read as it is told, as hours and minutes, and as minutes', () => {
    expect(
      ['0:42:10', ' 0:42 ', '42', '95', ''].map((typed) => momentOf(typed, undefined)),
    ).toEqual([2_530, 2_520, 2_520, 5_700, undefined]);
    expect(
      ['soon', '0:60', '1:2:3:4', '-5', '4.5'].map((typed) => momentOf(typed, undefined)),
    ).toEqual(Array.from({ length: 5 }, () => 'unreadable'));
    expect(momentOf('2:00', seconds(7_199))).toBe('outside');
    expect(momentOf('2:00', seconds(7_200))).toBe(7_200);
  });

  it('is the same once told and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 * 3_600 }), (at) => {
        expect(momentOf(momentText(seconds(at)), undefined)).toBe(at);
      }),
    );
  });
});
