import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quantile } from '../../diagnosis/statistics/quantile.ts';
import { RegionSchema } from '../../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { unixMs } from '../../metrics/time.ts';
import { workbook } from '../../sources/exports/workbook.fixture.ts';
import { readSlice } from '../../sources/feed/read-slice.ts';
import { build, feedNow } from './feed.fixture.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-exports-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const heads = ['Room ID', 'Start Time', 'End Time', 'Attributed GMV', 'Views', 'Impressions'];
const [SHOPS, LIVES] = [6, 8];

/** Impressions and views of a LIVE; every one differs. */
const counts = (shop: number, live: number) => ({
  impressions: 10_000 + 500 * shop + 70 * live,
  views: 400 + 13 * live + 7 * shop,
});

function row(shop: number, live: number): string[] {
  const { impressions, views } = counts(shop, live);
  const day = String(10 + live).padStart(2, '0');
  return [
    // The last LIVE of each shop has lost its id.
    live === LIVES - 1 ? '-' : `76500000000000${shop}${String(live).padStart(4, '0')}`,
    `2026-11-${day} 19:${String(30 + shop)}:00`,
    `2026-11-${day} 21:${String(30 + shop)}:00`,
    `${(views * 5_000).toLocaleString('en')}.00₫`,
    views.toLocaleString('en'),
    impressions.toLocaleString('en'),
  ];
}

/** The rows as a csv file that was last changed on the given day. */
function writeCsv(path: string, rows: readonly (readonly string[])[], changed: string): void {
  const lines = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(','));
  writeFileSync(path, lines.join('\n'));
  utimesSync(path, new Date(changed), new Date(changed));
}

describe('a feed built from exports', { timeout: 60_000 }, () => {
  it('reads workbooks and csv, takes the folder for the shop, and names only LIVEs with an id', async () => {
    for (let shop = 0; shop < SHOPS; shop++) {
      const own = join(folder, 'in', `shop-${shop}`);
      mkdirSync(own, { recursive: true });
      const rows = Array.from({ length: LIVES }, (_, live) => row(shop, live));
      if (shop % 2 === 0) {
        writeFileSync(join(own, 'a.xlsx'), workbook([['2026-11'], [], heads, ...rows]));
        utimesSync(join(own, 'a.xlsx'), feedNow, feedNow);
      } else writeCsv(join(own, 'a.csv'), [heads, ...rows], '2026-11-24');
      // The same file again under another name tells nothing new.
      if (shop === 0) writeCsv(join(own, 'b.csv'), [heads, ...rows], '2026-11-24');
    }
    const out = join(folder, 'out');
    const args = [join(folder, 'in'), '--out', out, '--category', '601450', '--all-agreed'];
    const built = await build(...args, '--days', '1', '--day', '2026-11-20');
    expect(built).toMatchObject({ slices: 1, lives: SHOPS * LIVES });
    const read = readSlice(
      readFileSync(join(out, 'v1/VN/601450/2026-11-20.json'), 'utf8'),
      { region: v.parse(RegionSchema, 'VN'), category: v.parse(CategoryIdSchema, '601450') },
      unixMs(feedNow * 1000),
    );
    if (!read.ok) throw new Error(read.fault.code);
    const { shops, lives, currency, metrics, rooms } = read.value;
    expect({ shops, lives, currency }).toEqual({
      shops: SHOPS,
      lives: SHOPS * LIVES,
      currency: 'VND',
    });
    const rates = Array.from({ length: SHOPS * LIVES }, (_, nth) => {
      const { impressions, views } = counts(Math.floor(nth / LIVES), nth % LIVES);
      return views / impressions;
    });
    expect(metrics.tapThroughRate).toMatchObject({
      p10: Number(quantile(rates, 0.1)?.toPrecision(3)),
      p90: Number(quantile(rates, 0.9)?.toPrecision(3)),
      count: SHOPS * LIVES,
      hours: SHOPS * LIVES * 2,
    });
    expect(rooms.length).toBeGreaterThan(0);
    for (const { room, clips } of rooms) expect([room.slice(0, 4), clips]).toEqual(['7650', []]);
  });

  it('leaves out the LIVEs of a file that was last changed before their figures were final', async () => {
    const own = join(folder, 'early');
    mkdirSync(own);
    const rows = Array.from({ length: LIVES }, (_, live) => row(0, live));
    writeCsv(join(own, 'a.csv'), [heads, ...rows], '2026-11-15T12:00:00Z');
    const built = await build(own, '--out', join(folder, 'early-out'), '--category', '601450');
    // They began from the 10th on, one a day; of the 13th's the second day after had begun at UTC-8.
    expect(built).toMatchObject({ lives: 4, tallies: [{ leftOut: { notFinal: 4 } }] });
  });
});

describe('two exports of the same LIVEs, one with room ids and one with creators', {
  timeout: 60_000,
}, () => {
  const creatorHeads = [
    'Creator ID',
    'Creator',
    'Launched Time',
    'Duration',
    'Views',
    'Impressions',
  ];

  function ofCreator(shop: number, live: number): string[] {
    const [, start = '', , , views = '', impressions = ''] = row(shop, live);
    const launched = start.replaceAll('-', '/').slice(0, -3);
    return [`700${shop}`, `shop.${shop}`, launched, '2h', views, impressions];
  }

  /** Shops and LIVEs of the one slice that comes of it. */
  async function counted(name: string): Promise<unknown> {
    const out = join(folder, `${name}-out`);
    const args = ['--out', out, '--category', '601450', '--days', '1', '--day', '2026-11-20'];
    await build(join(folder, name), ...args, '--region', 'VN');
    const text = readFileSync(join(out, 'v1/VN/601450/2026-11-20.json'), 'utf8');
    const { shops, lives } = JSON.parse(text);
    return { shops, lives };
  }

  const own = (name: string): string => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };

  it('are of one shop, each LIVE once, where the folder holds one creator', async () => {
    for (let shop = 0; shop < SHOPS; shop++) {
      const rows = Array.from({ length: LIVES }, (_, live) => row(shop, live));
      // The newest LIVE lies in the file without creators alone.
      const known = rows.slice(1).map((_, live) => ofCreator(shop, live));
      const place = own(`apart/shop-${shop}`);
      writeCsv(join(place, 'a.csv'), [heads, ...rows], '2026-11-24');
      writeCsv(join(place, 'b.csv'), [creatorHeads, ...known], '2026-11-24');
    }
    expect(await counted('apart')).toEqual({ shops: SHOPS, lives: SHOPS * LIVES });
  });

  it('are of one shop where one file names many creators, as that of linked accounts does', async () => {
    const all = Array.from({ length: SHOPS * LIVES }, (_, nth) => nth);
    const at = (nth: number) => [Math.floor(nth / LIVES), nth % LIVES] as const;
    const place = own('together');
    const rows = all.map((nth) => row(...at(nth)));
    writeCsv(join(place, 'a.csv'), [heads, ...rows], '2026-11-24');
    const known = all.map((nth) => ofCreator(...at(nth)));
    writeCsv(join(place, 'b.csv'), [creatorHeads, ...known], '2026-11-24');
    const out = join(folder, 'together-out');
    const args = ['--out', out, '--category', '601450', '--days', '1', '--day', '2026-11-20'];
    const built = await build(place, ...args, '--region', 'VN');
    expect(built).toMatchObject({ slices: 0, lives: SHOPS * LIVES });
  });

  it('take the id for the handle that another file names it by', async () => {
    for (let shop = 0; shop < SHOPS; shop++) {
      const rows = Array.from({ length: LIVES }, (_, live) => ofCreator(shop, live));
      const [first, second] = [own(`handles/a-${shop}`), own(`handles/b-${shop}`)];
      writeCsv(join(first, 'a.csv'), [creatorHeads, ...rows], '2026-11-24');
      const byHandle = rows.map(([, ...rest]) => ['-', ...rest]);
      writeCsv(join(second, 'b.csv'), [creatorHeads, ...byHandle], '2026-11-24');
    }
    expect(await counted('handles')).toEqual({ shops: SHOPS, lives: SHOPS * LIVES });
  });

  it('lend no consent to a LIVE whose own file does not name who agreed', async () => {
    const agreed = join(folder, 'agreed.txt');
    writeFileSync(agreed, '7000\n');
    const out = join(folder, 'consent-out');
    const args = ['--out', out, '--category', '601450', '--days', '1', '--day', '2026-11-20'];
    const named = async (...consent: string[]): Promise<number> =>
      (await build(join(folder, 'apart'), ...args, '--region', 'VN', ...consent)).rooms;
    // Those files that hold room ids name no creator.
    expect(await named('--agreed', agreed)).toBe(0);
    expect(await named('--all-agreed')).toBeGreaterThan(0);
  });
});
