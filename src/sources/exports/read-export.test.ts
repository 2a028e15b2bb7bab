import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type MetricId, metricIds } from '../../metrics/catalogue.ts';
import { RegionSchema } from '../../metrics/feed/category-slice.ts';
import { numberOf } from '../../metrics/figure.ts';
import { SessionSchema } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import { readExport } from './read-export.ts';
import { workbook } from './workbook.fixture.ts';

const at = unixMs(1_790_000_000_000);
const about = { owner: 'shop-a', at };
const region = (code: string) => v.parse(RegionSchema, code);

async function sessions(bytes: Uint8Array, more: object = {}) {
  const read = await readExport(bytes, { ...about, ...more });
  if (!read.ok) throw new Error(read.problem.key);
  return read.rows.map((row) => ('session' in row ? row : { ...row, session: undefined }));
}

async function first(bytes: Uint8Array, more: object = {}) {
  const [row] = await sessions(bytes, more);
  if (row?.session === undefined) throw new Error('No session was read.');
  const { session } = row;
  const figures = Object.fromEntries(
    metricIds.flatMap((id: MetricId) => {
      const value = numberOf(session.figures, id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
  return { session, figures, nameless: 'nameless' in row && row.nameless };
}

const performanceHeads =
  'Room ID, Room Title, Start Time, End Time, Duration, Attributed GMV, Attributed items sold, Attributed orders, Attributed SKU orders, Customers, AOV, Views, Impressions, Impressions Per Hour, GMV per hour, Show GPM, Watch GPM, Avg. viewing duration per view, Avg. viewing duration, Tap through rate, LIVE CTR, Product Impressions, Product clicks, CTR, CTOR, CTOR (SKU orders), SKU order rate, New followers, Follow rate, Comments, Comment rate, Shares, Share rate, Likes, Like rate'.split(
    ', ',
  );
const performanceRow =
  '7654451471329741576|Serum & Co <live>|2026-07-01 19:30:00|2026-07-01 22:30:00|3h00m|30,329,959.79₫|110|100|105|90|303,299.60₫|2,000|40,000|13,333|10,109,986.60₫|758,249.00₫|15,164,979.90₫|46s|1m10s|5%|40%|16,000|800|5%|12.5%|13.125%|5.25%|20|1%|300|15%||-|5,000|250%'.split(
    '|',
  );

describe('the performance file with room ids', () => {
  const file = workbook([
    ['2026-07-01 ~ 2026-09-17'],
    [],
    performanceHeads,
    performanceRow,
    ['Total', ...Array(34).fill('-')],
  ]);

  it('is read figure by figure, with the region that its money shows', async () => {
    const { session, figures, nameless } = await first(file);
    expect(nameless).toBe(false);
    expect(session.room).toMatchObject({
      id: '7654451471329741576',
      title: 'Serum & Co <live>',
      region: 'VN',
      startedAt: Date.parse('2026-07-01T12:30:00Z') / 1000,
      endedAt: Date.parse('2026-07-01T15:30:00Z') / 1000,
      duration: 10_800,
      status: 'ended',
      zone: { offset: 25_200, name: 'Asia/Ho_Chi_Minh' },
    });
    expect(session.currency).toBe('VND');
    expect(session.figures.gmv?.money).toEqual({ amount: '30329959.79', currency: 'VND' });
    expect(figures).toMatchObject({
      impressions: 40_000,
      views: 2_000,
      tapThroughRate: 0.05,
      liveCtr: 0.4,
      productCtr: 0.05,
      ctor: 0.125,
      ctorSku: 0.13125,
      orders: 100,
      averageViewDurationPerView: 46,
      averageViewDuration: 70,
      likeRate: 2.5,
    });
  });

  it('leaves out what a cell does not hold, and the row of totals', async () => {
    const { figures } = await first(file);
    expect(figures).not.toHaveProperty('shares');
    expect(figures).not.toHaveProperty('shareRate');
    const [, total] = await sessions(file);
    expect(total).toMatchObject({ row: 5, problem: { key: 'export_total' } });
  });

  it('gives sessions that anyone may read, from a file', async () => {
    const { session } = await first(file);
    expect(v.parse(SessionSchema, session)).toEqual(session);
    expect(session.figures.views?.origin).toEqual({
      how: 'file',
      endpoint: 'export/creator-live-performance',
      at,
      summary: true,
    });
  });

  it('is the same as csv, with a mark of byte order or without', async () => {
    const quote = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
    const text = ['2026-07-01 ~ 2026-09-17', '', quote(performanceHeads), quote(performanceRow)];
    const csv = `\ufeff${text.join('\r\n')}\r\n`;
    const { session } = await first(new TextEncoder().encode(csv));
    expect(session).toEqual((await first(file)).session);
    const utf16 = new Uint8Array(Buffer.from(csv, 'utf16le'));
    expect((await first(utf16)).session).toEqual(session);
  });

  it('trusts no room id that a spreadsheet keeps as a number', async () => {
    const { session, nameless } = await first(
      workbook([performanceHeads, [7654451471329741000, ...performanceRow.slice(1)]]),
    );
    expect(nameless).toBe(true);
    expect(session.room.id).toMatch(/^0\d{17}$/);
  });
});

describe('the file without room ids', () => {
  const attributed =
    'Livestream, Start time, Duration, Attributed GMV, Attributed items sold, Customers, AOV, Attributed orders, Attributed SKU orders, Views, LIVE impressions, Impressions per hour, GMV Per Hour, Show GPM, Watch GPM, Avg. viewing duration, Avg. viewing duration per viewer, Tap-through rate, CTR, CTOR, LIVE CTR, SKU order rate, CTOR (SKU order), Product clicks, Product impressions, New followers, Ads ROAS, Ads Cost, Ads GMV'.split(
      ', ',
    );
  const row = (start: string | number | { date: number }) => [
    'Noite de ofertas',
    start,
    '7200',
    'R$ 1.686,71',
    24,
    20,
    'R$ 76,67',
    22,
    23,
    500,
    10_000,
    5_000,
    'R$ 843,36',
    'R$ 168,67',
    'R$ 3.373,42',
    31,
    40,
    0.05,
    0.05,
    0.11,
    0.4,
    0.046,
    0.115,
    200,
    4_000,
    9,
    '6,02',
    'R$ 280,00',
    'R$ 1.685,60',
  ];

  it('reads its newer layout, its serial dates and its shares', async () => {
    const { session, figures, nameless } = await first(workbook([[], attributed, row(46_170.625)]));
    expect(nameless).toBe(true);
    expect(session.room).toMatchObject({
      title: 'Noite de ofertas',
      region: 'BR',
      startedAt: Date.parse('2026-05-28T18:00:00Z') / 1000,
      endedAt: Date.parse('2026-05-28T20:00:00Z') / 1000,
    });
    expect(figures).toMatchObject({
      gmv: 1_686.71,
      adsCost: 280,
      adsRoi: 6.02,
      tapThroughRate: 0.05,
      productCtr: 0.05,
      liveCtr: 0.4,
      ctor: 0.11,
      impressions: 10_000,
      averageViewDuration: 31,
    });
  });

  it('keys a LIVE by its owner and its start, however the start is written', async () => {
    const id = async (start: Parameters<typeof row>[0], more: object = {}) =>
      (await first(workbook([attributed, row(start)]), more)).session.room.id;
    const same = await id(46_170.625);
    expect(await id({ date: 46_170.625 })).toBe(same);
    expect(await id('2026-05-28 15:00:00')).toBe(same);
    expect(await id('2026-05-28 15:01:00')).not.toBe(same);
    expect(await id(46_170.625, { owner: 'shop-b' })).not.toBe(same);
  });
});

describe("the seller's LIVE Analysis", () => {
  const heads =
    'Creator ID, Creator, Nickname, Launched Time, Duration, LIVE gross merchandise value (RM), Products added, Different Products Sold, Created SKU orders, LIVE SKU orders, LIVE items sold, Unique customers, Average Price (RM), Click-to-order rate (LIVE), LIVE attributed GMV (RM), Viewers, Views, Average viewing duration (LIVE streams), Comments, Shares, LIVE likes, New followers (Creator video), Product Impressions, Product Clicks, CTR'.split(
      ', ',
    );
  const row =
    '7000111|kedai.satu|Kedai Satu|2026/04/18/ 22:14|1h 40min|1,300.00|30|9|28|25|30|22|43.33|8.33%|1,250.50|900|1,200|34|80|12|2,400|15|9,000|300|3.33%'.split(
      '|',
    );

  it('is read with the currency of its heads, keyed by creator and launch', async () => {
    const { session, figures, nameless } = await first(workbook([['Live Analysis'], heads, row]));
    expect(nameless).toBe(true);
    expect(session.room).toMatchObject({
      creator: { id: '7000111', handle: 'kedai.satu', name: 'Kedai Satu' },
      region: 'MY',
      startedAt: Date.parse('2026-04-18T14:14:00Z') / 1000,
      duration: 6_000,
    });
    expect(session.figures.gmv?.money).toEqual({ amount: '1250.50', currency: 'MYR' });
    expect(figures).toMatchObject({
      ctorSku: 0.0833,
      productCtr: 0.0333,
      skuOrders: 25,
      likes: 2_400,
    });
    expect(figures).not.toHaveProperty('impressions');
  });

  it('is asked for its region when nothing shows it', async () => {
    const plain = heads.map((head) => head.replace(' (RM)', ''));
    expect(await readExport(workbook([plain, row]), about)).toEqual({
      ok: false,
      problem: { key: 'export_no_region' },
      asks: 'region',
    });
    const { session } = await first(workbook([plain, row]), { region: region('MY') });
    expect(session.currency).toBe('MYR');
  });

  it('names the row whose start cannot be read, and reads the others', async () => {
    const rows = await sessions(workbook([heads, row.with(3, 'soon'), row]));
    expect(rows).toMatchObject([
      { row: 2, problem: { key: 'export_no_start' } },
      { row: 3, session: { version: 1 } },
    ]);
  });
});

describe('a file that is no export', () => {
  it('is refused with a reason, and never throws', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(await readExport(bytes('a,b\n1,2'), about)).toMatchObject({
      problem: { key: 'export_unknown_heads' },
    });
    expect(await readExport(bytes('1,2\n3,4'), about)).toMatchObject({
      problem: { key: 'export_unknown_layout' },
    });
    expect(await readExport(bytes('PK\u0003\u0004 broken'), about)).toMatchObject({
      problem: { key: 'export_broken_workbook' },
    });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        expect((await readExport(noise, about)).ok).toBe(false);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.string())), async (cells) => {
        const text = [performanceHeads, ...cells].map((row) =>
          row.map((c) => JSON.stringify(c)).join(','),
        );
        await readExport(bytes(text.join('\n')), { ...about, region: region('VN') });
      }),
    );
  });
});

describe('a file of many rows', () => {
  it('is read with a word now and then on how far it is, which only grows', async () => {
    const rows = Array.from({ length: 1_200 }, (_, place) => [
      `76544513297417${String(10_000 + place)}`,
      'A LIVE',
      `2026-07-01 ${String(place % 24).padStart(2, '0')}:30:00`,
      '1h00m',
      ...['US$400.00', '20', '2,000', '40,000'],
    ]);
    const file = workbook([
      [
        ...['Room ID', 'Room Title', 'Start Time', 'Duration'],
        ...['Attributed GMV', 'Attributed orders', 'Views', 'Impressions'],
      ],
      ...rows,
    ]);
    const shares: number[] = [];
    const read = await readExport(file, about, (share) => shares.push(share));
    expect(read).toMatchObject({ ok: true, rows: { length: 1_200 } });
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});
