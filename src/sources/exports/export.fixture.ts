import * as v from 'valibot';
import { type MetricId, metricIds } from '../../metrics/catalogue.ts';
import { type Region, RegionSchema } from '../../metrics/feed/category-slice.ts';
import { numberOf } from '../../metrics/figure.ts';
import { unixMs } from '../../metrics/time.ts';
import { type ReadExport, readExport } from './read-export.ts';

/** What is known of the made files beside what stands in them. */
export const aboutExport = { owner: 'shop-a', at: unixMs(Date.UTC(2026, 9, 1)) };

export const madeRegion = (code: string): Region => v.parse(RegionSchema, code);

/** A text file with these cells, each in quotation marks. */
export const csv = (rows: readonly (readonly string[])[], separator = ','): Uint8Array =>
  new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell}"`).join(separator)).join('\r\n'),
  );

/** What is read of a file; throws where it is refused. */
export async function readMade(bytes: Uint8Array, more: object = {}) {
  const file = await readExport(bytes, { ...aboutExport, ...more });
  if (!file.ok) throw new Error(file.problem.key);
  return file;
}

/** Each row of a file: its LIVE with plain figures, or why it was left out. */
export async function madeLives(bytes: Uint8Array, more: object = {}) {
  const file = await readMade(bytes, more);
  return file.rows.map((row) => {
    if ('problem' in row) return { row: row.row, problem: row.problem.key };
    const { session, nameless } = row;
    const figures = Object.fromEntries(
      metricIds.flatMap((id: MetricId) => {
        const value = numberOf(session.figures, id);
        return value === undefined ? [] : [[id, value]];
      }),
    );
    const { startedAt = Number.NaN, duration, id } = session.room;
    const start = new Date(startedAt * 1000).toISOString();
    return { row: row.row, id, start, duration, figures, nameless, room: session.room };
  });
}

/** Why a file is refused, and what it asks for. */
export const refusal = (file: ReadExport) => (file.ok ? undefined : [file.problem.key, file.asks]);

/** Heads of "Live Analysis" of 2026, and a row with made-up figures. */
export const english2026 =
  'Creator ID|Creator|Nickname|Launched Time|Duration|LIVE-attributed GMV (฿)|LIVE GMV (฿)|LIVE indirect GMV (฿)|Products added|Different Products Sold|Orders Created|Orders Paid|LIVE-attributed items sold|LIVE items sold|LIVE indirect items sold|Unique customers|Average Price (฿)|CTOR|Viewers|Views|Average viewing duration (LIVE streams)|Comments|Shares|LIVE likes|New followers (Creator video)|Product Impressions|Product Clicks|CTR'.split(
    '|',
  );
export const live2026 =
  '7000000000000000001|toko.satu|Toko Satu|2026/08/31/ 19:30|4h 0min|80,000|70,000|10,000|40|12|70|50|90|75|15|45|1,000|10%|7,000|8,000|27|10|1|100|5|10,000|500|5%'.split(
    '|',
  );

/** A short list of LIVEs with rates as shares and money of Brazil. */
export const plainHeads =
  'Livestream|Start time|Duration|Attributed GMV|Views|Product impressions|Product clicks|CTOR|Ads ROAS'.split(
    '|',
  );
/** A row of it, with some cells changed. */
export const plainRow = (change: Readonly<Record<number, string>> = {}) =>
  'Noite|2026-07-01 18:30:00|7200|R$ 1.686,71|500|4000|200|0,11|6,5'
    .split('|')
    .map((cell, place) => change[place] ?? cell);
