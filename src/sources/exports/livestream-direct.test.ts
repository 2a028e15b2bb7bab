import { describe, expect, it } from 'vitest';
import { metricIds } from '../../metrics/catalogue.ts';
import { completeSession } from '../../metrics/complete/complete-session.ts';
import { numberOf } from '../../metrics/figure.ts';
import { unixMs } from '../../metrics/time.ts';
import { readExport } from './read-export.ts';
import { workbook } from './workbook.fixture.ts';

const about = { owner: 'shop-a', at: unixMs(1_790_000_000_000) };

/** The first LIVE of a file, and its figures as plain numbers. */
async function first(bytes: Uint8Array) {
  const read = await readExport(bytes, about);
  const row = read.ok ? read.rows[0] : undefined;
  if (row === undefined || !('session' in row)) throw new Error('No session was read.');
  const { session } = row;
  const figures = Object.fromEntries(
    metricIds.flatMap((id) => {
      const value = numberOf(session.figures, id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
  return { session, figures };
}

describe('the file of direct GMV', () => {
  const direct =
    'Livestream, Start time, Duration, Gross revenue, Direct GMV, Items sold, Customers, Avg. price, Orders paid for, GMV/1K shows, GMV/1K views, Views, Viewers, Peak viewers, New followers, Avg. view duration, Likes, Comments, Shares, Product impressions, Product clicks, CTR, CTOR (SKU orders)'.split(
      ', ',
    );
  const old = (ctr: string, paid = '23') =>
    `Noite|2026-03-01 20:00|7200|R$ 2.000,00|R$ 1.686,71|24|20|R$ 70,28|${paid}|R$ 168,67|R$ 3.373,42|500|450|80|9|31|900|40|3|4.000|200|${ctr}|11,5%`.split(
      '|',
    );

  it('reads its older layout, whose CTR the counts beside it explain', async () => {
    const byViews = await first(workbook([['x'], ['y'], direct, old('40%')]));
    expect(byViews.figures).toMatchObject({
      liveCtr: 0.4,
      directGmv: 1_686.71,
      skuOrders: 23,
      viewers: 450,
    });
    expect(byViews.figures).not.toHaveProperty('gmv');
    expect(byViews.figures).not.toHaveProperty('productCtr');
    const byImpressions = await first(workbook([['x'], ['y'], direct, old('5%')]));
    expect(byImpressions.figures).toMatchObject({ productCtr: 0.05 });
    expect(byImpressions.figures).not.toHaveProperty('liveCtr');
  });

  it('calls GPM direct, as its direct GMV and its views show, and has the impressions behind it', async () => {
    const { session, figures } = await first(workbook([['x'], ['y'], direct, old('40%')]));
    expect(figures).toMatchObject({ directShowGpm: 168.67, directWatchGpm: 3_373.42 });
    expect(figures).not.toHaveProperty('showGpm');
    expect(completeSession(session).figures.impressions?.value).toBe(10_000);
  });

  it('takes a LIVE with a negative duration for one that still ran', async () => {
    const row = old('40%').map((cell) => (cell === '7200' ? '-1773928881' : cell));
    const { session } = await first(workbook([['x'], ['y'], direct, row]));
    expect(session.room.status).toBe('live');
    expect(session.room).not.toHaveProperty('duration');
    expect(session.room).not.toHaveProperty('endedAt');
  });

  it('takes no CTR for the one that its counts give but for two per cent', async () => {
    const read = await readExport(workbook([direct, old('40,6%')]), about);
    expect(read).toMatchObject({ ok: true, undecided: ['CTR'] });
  });

  it('leaves a column unread that fits none of its meanings, and says which', async () => {
    const read = await readExport(workbook([direct, old('17%', '50')]), about);
    expect(read).toMatchObject({ ok: true, undecided: ['Orders paid for', 'CTR'] });
    const { figures } = await first(workbook([direct, old('17%', '50')]));
    for (const id of ['productCtr', 'liveCtr', 'skuOrders', 'orders'])
      expect(figures).not.toHaveProperty(id);
  });
});
