import { describe, expect, it } from 'vitest';
import type { MetricId } from '../../../metrics/catalogue.ts';
import { paths, read } from '../fixtures/captured.ts';

/** Counts of core/stats by the field that they are answered in. */
const counts: readonly (readonly [field: string, metric: MetricId])[] = [
  ['watch_pv', 'views'],
  ['accumulated_sharing_cnt', 'shares'],
];

describe('a count of core/stats', () => {
  it.each(counts)('%s is read as %s, and absent where it is not answered', (field, metric) => {
    const figureOf = (stats: object) => read(paths.coreStats, { stats })[0]?.figures?.[metric];
    expect(figureOf({ [field]: 12 })).toMatchObject({ value: 12 });
    expect(figureOf({})).toBeUndefined();
  });
});
