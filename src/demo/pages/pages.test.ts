import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../platform/format.ts';
import { fieldOf, list, number, text } from './json.ts';
import { length, moment, writtenCount, writtenPercent } from './write.ts';

const answer = { data: { stats: [{ id: '7649951805363391253', views: 743, rate: '0.028268' }] } };

describe('reading an answer on a page', () => {
  it('finds a field by its path, and nothing where the path ends early', () => {
    expect(text(answer, 'data', 'stats', 0, 'id')).toBe('7649951805363391253');
    expect(fieldOf(answer, 'data', 'nothing', 0, 'id')).toBeUndefined();
    expect(list(answer, 'data', 'stats')).toHaveLength(1);
    expect(list(answer, 'data', 'nothing')).toEqual([]);
  });

  it('tells a missing number from zero', () => {
    expect(number({ a: 0 }, 'a')).toBe(0);
    expect(number({ a: '' }, 'a')).toBeUndefined();
    expect(number({}, 'a')).toBeUndefined();
  });
});

describe('writing figures on a page', () => {
  it('writes counts, shares, lengths and times of the shop', () => {
    expect(writtenCount(15067)).toBe('15,067');
    expect(writtenPercent('0.028268')).toBe('2.83%');
    expect([length(6280), length(95), length(40)]).toEqual(['1h 45m', '1m 35s', '40s']);
    expect(moment(Date.parse('2026-11-23T08:30:00Z') / 1000)).toBe('Nov 23, 00:30');
  });

  it('rounds lengths as the panel does', () => {
    for (const seconds of [0, 23.8, 59.94, 59.96, 95.4, 3_599.6, 6_280, 23_010]) {
      const panel = formatDuration(seconds, 'en').replaceAll(
        / (hr|min|sec)/g,
        (_, unit) => unit[0],
      );
      expect(length(seconds)?.replaceAll(/ 0[ms]$/g, '')).toBe(panel);
    }
  });

  it('leaves what is missing to the page', () => {
    expect([writtenCount(undefined), writtenPercent(null), length('x'), moment(undefined)]).toEqual(
      Array(4).fill(undefined),
    );
  });
});
