import { describe, expect, it } from 'vitest';
import { guardRailOf } from '../../metrics/board/guard-rail.ts';
import { stepIds } from '../report.ts';
import { besideTest, blurOf } from './role.ts';

it('has a step as guard rail for each step, as what a gain is paid with stands next to it', () => {
  for (const step of stepIds) expect(stepIds, step).toContain(guardRailOf(step)?.metric);
});

describe('a change beside the one under test', () => {
  const tested = { metric: 'liveCtr' } as const;

  it('waits if it moves the same figure or the guard rail, else it goes along', () => {
    expect(blurOf({ metric: 'liveCtr' }, tested, 'ctor')).toBe('liveCtr');
    expect(blurOf({ metric: 'ctor' }, tested, 'ctor')).toBe('ctor');
    expect(blurOf({ metric: 'aov' }, tested, 'ctor')).toBeUndefined();
    expect(blurOf({}, tested, 'ctor')).toBeUndefined();
    expect(blurOf({ metric: 'aov' }, undefined, undefined)).toBeUndefined();
    expect(besideTest({ metric: 'ctor' }, tested, 'ctor')).toEqual({
      role: 'waits',
      blurs: 'ctor',
    });
    expect(besideTest({ metric: 'aov' }, tested, 'ctor')).toEqual({ role: 'along' });
  });

  it('waits if it can move every step, such as another start time, or if the whole is tested', () => {
    expect(blurOf({ metric: 'gmvPerHour' }, tested, 'ctor')).toBe('gmvPerHour');
    expect(blurOf({ metric: 'aov' }, { metric: 'gmvPerHour' }, undefined)).toBe('aov');
  });

  it('waits if its factor explains the tested figure, though another one judges it', () => {
    const reach = { metric: 'impressionsPerHour' } as const;
    expect(blurOf({ factor: 'ads', metric: 'adsRoi' }, reach, 'ctor')).toBe('impressionsPerHour');
    expect(blurOf({ factor: 'ads', metric: 'adsRoi' }, tested, 'ctor')).toBeUndefined();
  });

  it('never waits if it keeps the shop healthy: stock, violations, unpaid orders', () => {
    const conversion = { metric: 'ctor' } as const;
    for (const factor of ['stock', 'compliance', 'payment']) {
      expect(besideTest({ factor, metric: 'ctor' }, conversion, 'aov')).toEqual({ role: 'along' });
    }
  });
});
