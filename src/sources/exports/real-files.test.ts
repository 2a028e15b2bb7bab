import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeSession } from '../../metrics/complete/complete-session.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import { readExport } from './read-export.ts';

/**
 * Two public files of real shops, which lie beside the project and are no part of it: without them these
 * tests are passed over, and say so.
 */
const FOLDER = join(process.cwd(), '..', 'shared', 'cases');
const at = unixMs(1_790_000_000_000);

const placeOf = (name: string): string => join(FOLDER, name);
const isThere = (name: string): boolean => existsSync(placeOf(name));

async function livesIn(name: string): Promise<readonly Session[]> {
  const read = await readExport(readFileSync(placeOf(name)), { owner: 'shop', at });
  if (!read.ok) throw new Error(read.problem.key);
  return read.rows.flatMap((row) => ('session' in row ? [completeSession(row.session)] : []));
}

const brazil = 'creator-live-performance-br-real.xlsx';
describe.skipIf(!isThere(brazil))('half a year of a Brazilian shop', () => {
  it('is read LIVE by LIVE, with direct GMV and SKU orders under their own names', async () => {
    const lives = await livesIn(brazil);
    expect(lives).toHaveLength(173);
    const [newest] = lives;
    if (newest === undefined) throw new Error('nothing was read');
    const { figures, room } = newest;
    expect(room).toMatchObject({ region: 'BR', status: 'ended', duration: 9_867 });
    expect(numberOf(figures, 'directGmv')).toBe(2_014.28);
    expect(numberOf(figures, 'skuOrders')).toBe(28);
    expect(numberOf(figures, 'liveCtr')).toBe(0.171402);
    expect(figures.gmv).toBeUndefined();
    expect(figures.orders).toBeUndefined();
  });

  it('has the impressions that direct GMV and its GPM give, within the rounding of a cent', async () => {
    const lives = (await livesIn(brazil)).filter(
      ({ figures }) => (numberOf(figures, 'directGmv') ?? 0) > 0,
    );
    expect(lives.length).toBeGreaterThan(160);
    for (const { figures } of lives) {
      const { impressions } = figures;
      const gpm = numberOf(figures, 'directShowGpm') ?? Number.NaN;
      const gmv = numberOf(figures, 'directGmv') ?? Number.NaN;
      expect(impressions?.derivedFrom).toEqual(['directGmv', 'directShowGpm']);
      const { value = Number.NaN } = impressions ?? {};
      const range = impressions?.range ?? { low: value, high: value };
      expect(range.low).toBeLessThanOrEqual((gmv / (gpm + 0.005)) * 1000 + 1);
      expect(range.high).toBeGreaterThanOrEqual((gmv / (gpm - 0.005)) * 1000 - 1);
      expect(numberOf(figures, 'tapThroughRate')).toBeGreaterThan(0.01);
      expect(numberOf(figures, 'directSkuAov')).toBeGreaterThan(10);
    }
  });
});

const malaysia = 'live-analysis-my-real.xlsx';
describe.skipIf(!isThere(malaysia))('two LIVEs of a Malaysian shop', () => {
  it('have both GMVs under their own names, and the handle of the creator by its shape', async () => {
    const lives = await livesIn(malaysia);
    expect(lives.map(({ figures }) => numberOf(figures, 'gmv'))).toEqual([444.23, 0]);
    expect(lives.map(({ figures }) => numberOf(figures, 'directGmv'))).toEqual([444.23, 0]);
    expect(lives[0]?.room).toMatchObject({ region: 'MY', accountHandle: 'creator.005' });
    expect(numberOf(lives[0]?.figures ?? {}, 'productCtr')).toBe(0.0202);
    expect(numberOf(lives[0]?.figures ?? {}, 'averageViewDuration')).toBe(107);
  });
});
