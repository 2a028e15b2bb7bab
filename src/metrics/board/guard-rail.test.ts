import { describe, expect, it } from 'vitest';
import { metricIds } from '../catalogue.ts';
import { guardRailOf } from './guard-rail.ts';

describe('the guard rail', () => {
  it('of reach is what the people it brings do: they must still buy', () => {
    expect(guardRailOf('impressionsPerHour')?.metric).toBe('ctor');
  });

  it('is never the figure that it guards', () => {
    for (const id of metricIds) expect(guardRailOf(id)?.metric).not.toBe(id);
  });

  it('is the whole for a figure that is no step, and nothing for the whole', () => {
    expect(guardRailOf('averageViewDuration')?.metric).toBe('gmvPerHour');
    expect(guardRailOf('gmvPerHour')).toBeUndefined();
  });
});
