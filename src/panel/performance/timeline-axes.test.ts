import { describe, expect, it } from 'vitest';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { broken, roundTimes, roundTop } from './timeline-axes.ts';

describe('the upper end of an axis', () => {
  it('is the next round figure', () => {
    expect([307, 707_100, 1000, 0.7, 1.2].map((value) => roundTop(value, false))).toEqual([
      400, 800_000, 1000, 0.8, 1.2,
    ]);
  });

  it('is whole for what is counted', () => {
    expect([1.2, 2, 12, 17, 11].map((value) => roundTop(value, true))).toEqual([2, 2, 12, 20, 12]);
  });

  it('is one where nothing happened', () => {
    expect([0, Number.NaN].map((value) => roundTop(value, true))).toEqual([1, 1]);
  });
});

describe('the times under a chart', () => {
  /** 28 Nov 2026, 00:00 UTC. */
  const midnight = 1_795_824_000;
  const at = (hours: number, minutes: number) =>
    unixSeconds(midnight + hours * 3600 + minutes * 60);
  const every = (minutes: number, from: number, count: number) =>
    Array.from({ length: count }, (_, place) => unixSeconds(from + place * minutes * 60));

  it('are full hours where the LIVE began between them', () => {
    const starts = every(15, at(8, 15), 26);
    const found = roundTimes(starts, seconds(900), seconds(0), 7);
    expect([...found]).toEqual([
      [3, at(9, 0)],
      [7, at(10, 0)],
      [11, at(11, 0)],
      [15, at(12, 0)],
      [19, at(13, 0)],
      [23, at(14, 0)],
    ]);
  });

  it('stand in the interval they fall into, where none begins with one', () => {
    const found = roundTimes(every(5, at(8, 57), 12), seconds(300), seconds(0), 3);
    expect([...found]).toEqual([
      [0, at(9, 0)],
      [6, at(9, 30)],
    ]);
  });

  it('are round by the shop’s clock', () => {
    const found = roundTimes(every(30, at(3, 0), 8), seconds(1800), seconds(5.5 * 3600), 4);
    expect([...found.values()]).toEqual([at(3, 30), at(4, 30), at(5, 30), at(6, 30)]);
  });
});

describe('a name at an axis', () => {
  const lines = (words: string) => broken(words, (text) => text.length, 9);

  it('breaks between words, into as few lines as fit', () => {
    expect(lines('Orders')).toEqual(['Orders']);
    expect(lines('Viewers at once')).toEqual(['Viewers', 'at once']);
    expect(lines('Gleichzeitige Zuschauer')).toEqual(['Gleichzeitige', 'Zuschauer']);
  });
});
